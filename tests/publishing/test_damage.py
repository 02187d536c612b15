"""What was damaged is not published, what is foreign is not deleted, and nothing that was written is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.po.reading import read_catalog
from builders.cli.menu import main
from builders.problems import Problem
from builders.publishing.lock import one_at_a_time
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.translating.update_command import make_templates, update_language
from tests.conftest import Project


def run(made: Project):
    settings = made.settings
    return publish(settings, chosen=plan(settings, languages=["en"], editions=["cubs"], formats=["epub"]))


def payload(made: Project) -> Path:
    (found,) = (made.folder / ".cache" / "artifacts").glob("*/payload")
    return found


@pytest.mark.slow
def test_a_damaged_copy_in_the_cache_is_not_published(project) -> None:
    made = project("Text.")
    book = run(made).folder / "en" / "cubs" / "cubs-en-2026.1.epub"
    good = book.read_bytes()
    payload(made).write_bytes(good[:100])
    book.unlink()

    with pytest.raises(Problem, match="is not what was built"):
        run(made)
    again = run(made)

    assert again.built == 1
    assert book.read_bytes() == good


@pytest.mark.slow
@pytest.mark.parametrize("content", ['{"files": 1', "", "{}", "[]"])
def test_a_damaged_record_is_built_anew(project, content: str) -> None:
    made = project("Text.")
    run(made)
    (payload(made).parent / "record.json").write_text(content)
    (made.folder / "dist" / "2026.1" / "manifest.json").write_text(content)
    (made.folder / "dist" / "2026.1" / "index.html").unlink()

    if not content:
        (made.folder / "dist" / "2026.1" / "manifest.json").write_text(json.dumps({"artifacts": []}))

    assert run(made).built == 1


@pytest.mark.slow
def test_a_damaged_portal_is_made_anew(project) -> None:
    made = project("Text.")
    portal = run(made).folder / "index.html"
    good = portal.read_bytes()
    portal.write_bytes(b"")

    run(made)

    assert portal.read_bytes() == good


@pytest.mark.slow
def test_a_folder_that_is_no_version_is_not_replaced(project) -> None:
    made = project("Text.")
    kept = made.write("dist/2026.1/mine.txt", "not yours")

    with pytest.raises(Problem, match="no published version"):
        run(made)

    assert kept.read_text() == "not yours"


@pytest.mark.slow
def test_a_link_in_the_place_of_a_version_is_left_alone(project) -> None:
    made = project("Text.")
    elsewhere = run(made).folder.rename(made.folder / "elsewhere")
    (made.folder / "dist" / "2026.1").symlink_to(elsewhere)
    made.write("source/shared/page.rst", "Page\n====\n\nChanged.\n")

    with pytest.raises(Problem, match="it is a link"):
        run(made)

    assert (made.folder / "dist" / "2026.1").readlink() == elsewhere


@pytest.mark.slow
def test_a_web_server_may_read_what_is_published_whatever_the_umask(project) -> None:
    made = project("Text.")
    before = os.umask(0o077)
    try:
        published = run(made).folder
    finally:
        os.umask(before)

    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (published.parent, *published.parent.rglob("*"))}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_a_compiled_catalog_beside_its_own_keeps_nothing_from_being_published(project) -> None:
    made = project("Text.")
    made.catalog("fr", "shared", 'msgid "Text."\nmsgstr "Texte."\n')
    chosen = plan(made.settings, languages=["fr"], editions=["cubs"], formats=["epub"])
    publish(made.settings, chosen=chosen)
    made.write("locale/fr/LC_MESSAGES/shared.mo", "")

    assert publish(made.settings, chosen=chosen).is_published


@pytest.mark.parametrize("name", ["cubs.mo", "sphinx.po", "cubs/index.mo"])
def test_a_foreign_catalog_is_refused_also_where_nothing_is_built(project, name: str) -> None:
    made = project("Text.")
    chosen = plan(made.settings, languages=["fr"], editions=["cubs"], formats=["epub"])
    publish(made.settings, chosen=chosen)
    made.write(f"locale/fr/LC_MESSAGES/{name}", "")

    with pytest.raises(Problem, match=f"locale/fr/LC_MESSAGES/{name}: .* does not belong beside the catalogs"):
        publish(made.settings, chosen=chosen)


@pytest.mark.parametrize("version", ["", "../source", "a/b", ".hidden", "1..2"])
def test_a_version_that_could_lead_elsewhere_is_refused(project, version: str) -> None:
    made = project("Text.")
    path = made.folder / "source" / "editions.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"2026.1"', f'"{version}"'), encoding="utf-8")

    with pytest.raises(Problem, match="is no version"):
        run(made)


@pytest.mark.slow
def test_two_runs_do_not_get_in_each_others_way(project) -> None:
    made = project("Text.")
    run(made)

    with one_at_a_time(made.folder), pytest.raises(Problem, match="another run"):
        run(made)


def test_a_catalog_of_another_language_is_refused(project) -> None:
    made = project("Text.")
    made.write(
        "locale/fr/LC_MESSAGES/shared.po",
        'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n',
    )

    with pytest.raises(Problem, match="the language is “ar”"):
        made.build("fr", "cubs")


def test_an_update_leaves_a_catalog_of_another_language_alone(project) -> None:
    made = project("Text.")
    spanish = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    path = made.write("locale/fr/LC_MESSAGES/shared.po", spanish + '\nmsgid "Text."\nmsgstr "Texto."\n')
    before = path.read_bytes()

    with pytest.raises(Problem, match="the language is “es”"):
        update_language(made.settings, make_templates(made.settings), made.settings.language("fr"))

    assert path.read_bytes() == before


def test_an_update_names_a_folder_that_belongs_to_no_language(project, monkeypatch) -> None:
    made = project("Text.")
    path = made.catalog("de", "shared", 'msgid "Text."\nmsgstr "Text auf Deutsch."\n')
    before = path.read_bytes()
    monkeypatch.chdir(made.folder)

    done = CliRunner().invoke(main, ["update", "--language", "fr"])

    assert (done.exit_code, "locale/de/ was left alone" in done.output) == (0, True)
    assert path.read_bytes() == before


def test_translations_of_a_folder_that_has_gone_move_to_the_catalog_with_most_of_its_messages(project) -> None:
    made = project("Text.")
    made.catalog("fr", "old", 'msgid "Text."\nmsgstr "Texte."\n\nmsgid "Gone."\nmsgstr "Parti."\n')

    done = update_language(made.settings, make_templates(made.settings), made.settings.language("fr"))

    folder = made.folder / "locale" / "fr" / "LC_MESSAGES"
    kept = {entry.msgid: (entry.msgstr, entry.is_obsolete) for entry in read_catalog(folder / "shared.po").entries}
    assert done.report.moved == 1
    assert kept["Text."] == ("Texte.", False)
    assert kept["Gone."] == ("Parti.", True)
    assert not (folder / "old.po").exists()


def test_a_source_file_that_is_not_utf8_is_named_with_its_line(project) -> None:
    made = project("Text.")
    (made.folder / "source/shared/page.rst").write_bytes("Page\n====\n\nCafé.\n".encode("latin-1"))

    with pytest.raises(Problem, match="source/shared/page.rst:4.*not UTF-8"):
        run(made)


@pytest.mark.slow
def test_a_block_that_selection_empties_keeps_the_edition_out(project) -> None:
    made = project(
        ".. keymessage:: key-gen-001\n\n   .. audience:: inventors\n\n      For companies.\n", key_gen_001="keymessage"
    )

    outcome = run(made)

    assert not outcome.is_published
    assert "nothing is left of it" in outcome.findings[0].message


def test_stars_that_readers_would_see_are_found(project) -> None:
    made = project("Use **strong** words.")
    made.catalog("zh_CN", "shared", 'msgid "Use **strong** words."\nmsgstr "使用**强**词。"\n')

    with pytest.raises(Problem, match="is printed as it stands"):
        made.build("zh", "cubs")
