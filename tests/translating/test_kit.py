"""The translator's kit: complete, with a preview that leads to every message, and the same bytes every time."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from builders.editions.carrying import carried
from builders.editions.source_reading import parse_source
from builders.model.editions import Format
from builders.model.messages import message_id
from builders.problems import Problem
from builders.translating.kit import kit_files, packed, write_kit
from builders.translating.rules_page import rules
from tests.conftest import Project, make_project
from tests.real_text import real_settings

PAGE = """
A first text.

A second text, and twice.

A second text, and twice.

.. keymessage:: key-gen-001

   Tell somebody.
"""
CATALOG = """
msgid "A first text."
msgstr "Un premier texte."

msgid "A second text, and twice."
msgstr ""

msgctxt "key-gen-001/text"
msgid "Tell somebody."
msgstr "Parlez-en."
"""
SECOND = message_id("shared", ("", "A second text, and twice."))
LINK = f"fr/cubs/html/shared/page.html#{SECOND}"


@pytest.fixture
def french(project) -> Project:
    return in_french(project(PAGE, key_gen_001="keymessage"))


def in_french(made: Project) -> Project:
    made.catalog("fr", "shared", CATALOG)
    made.write("locale/shared.pot", CATALOG)
    return made


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The kit of such a project, made once: tests read it."""
    made = in_french(make_project(tmp_path_factory.mktemp("kit"), f"Page\n====\n{PAGE}", {"key-gen-001": "keymessage"}))
    return kit_files(made.settings, made.settings.language("fr"))


def ids(page: bytes) -> Iterator[str]:
    yield from (element.get("id") for element in html.fromstring(page).iter() if element.get("id"))


def test_the_kit_has_what_a_translator_needs(files: dict[str, bytes]) -> None:
    assert {path for path in files if not path.startswith("preview/")} == {
        "catalogs/shared.po",
        "memory/fr.tmx",
        "omegat/dictionary/",
        "omegat/glossary/terms.utf8",
        "omegat/omegat/filters.xml",
        "omegat/omegat.project",
        "omegat/source/shared.po",
        "omegat/target/",
        "omegat/tm/fr.tmx",
        "findings.html",
        "rules.html",
        "rules.txt",
        "templates/shared.pot",
        "terms/terms.csv",
        "terms/terms-tbx2.tbx",
        "terms/terms.tbx",
        "xliff/shared.xlf",
    }


def test_the_catalogs_are_those_of_the_project(french: Project, files: dict[str, bytes]) -> None:
    catalog = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_bytes()

    assert files["catalogs/shared.po"] == files["omegat/source/shared.po"] == catalog


def test_every_edition_is_shown_and_a_repeated_message_has_one_anchor(files: dict[str, bytes]) -> None:
    editions = {path.split("/")[2] for path in files if re.fullmatch("preview/fr/.*/index.html", path)}

    assert len(editions) == 4
    assert list(ids(files["preview/fr/cubs/html/shared/page.html"])).count(SECOND) == 1


def test_the_notes_of_xliff_and_the_index_lead_to_the_message(files: dict[str, bytes]) -> None:
    assert f'<note category="preview">../preview/{LINK}</note>' in files["xliff/shared.xlf"].decode()
    assert f'<a class="page" href="{LINK}">' in files["preview/shared.html"].decode()


def test_the_index_counts_messages_by_state(files: dict[str, bytes]) -> None:
    (row,) = html.fromstring(files["preview/index.html"]).xpath("//tbody/tr")

    assert [cell.text_content() for cell in row] == ["shared", "3", "1", "0", "2", "0", "0"]


def test_every_link_of_the_index_leads_somewhere(files: dict[str, bytes]) -> None:
    for name in ("index.html", "shared.html"):
        for address in html.fromstring(files[f"preview/{name}"]).xpath("//a/@href | //link/@href"):
            path, _, anchor = address.partition("#")
            target = path.removeprefix("../") if path.startswith("../") else f"preview/{path}"
            assert target in files
            assert not anchor or anchor in ids(files[target])


def test_pages_for_readers_have_no_such_anchors(french: Project) -> None:
    pages = french.build("fr", "cubs").paths[Format.HTML]

    assert "msg-" not in (pages / "shared/page.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_kit_is_the_same_every_time_and_its_files_are_of_the_day_of_publication(french: Project) -> None:
    settings = french.settings
    language = settings.language("fr")

    first = write_kit(settings, language, french.folder / "one")
    second = write_kit(settings, language, french.folder / "two")

    assert first.name == f"{settings.guideline.slug}-{settings.version}-fr-kit.zip"
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as kit:
        assert {entry.date_time[:3] for entry in kit.infolist()} == {settings.released.timetuple()[:3]}
        assert kit.namelist() == sorted(kit.namelist())


def test_a_file_of_the_kit_is_a_file_and_a_folder_a_folder(french: Project) -> None:
    path = french.folder / "kit.zip"
    path.write_bytes(packed("kit", {"a/": b"", "b.txt": b"text"}, french.settings))

    with zipfile.ZipFile(path) as kit:
        assert [(entry.filename, entry.is_dir()) for entry in kit.infolist()] == [
            ("kit/a/", True),
            ("kit/b.txt", False),
        ]


def test_the_rules_are_one_page_and_speak_of_direction_where_it_matters(french: Project) -> None:
    right_to_left = kit_rules(french, "ar")

    assert "Type in reading order" in right_to_left
    assert "Type in reading order" not in kit_rules(french, "fr")
    assert right_to_left.count("<main>") == 1


def kit_rules(made: Project, tag: str) -> str:
    return rules(made.settings, made.settings.language(tag))["rules.html"].decode()


def test_what_has_no_translation_in_the_rules_is_marked_as_english(french: Project) -> None:
    page = html.fromstring(kit_rules(french, "fr"))

    assert page.xpath("//li[starts-with(., 'Numbers, dates')]/span/@lang") == ["en"]


def test_an_edition_that_cannot_be_built_is_no_kit(project, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("builders.catalogs.gate.check_catalog", lambda catalog, **how: ())
    made = project("See :doc:`/shared/page`.\n")
    made.catalog("fr", "shared", 'msgid "See :doc:`/shared/page`."\nmsgstr "Voir:doc:`/shared/page`."\n')

    with pytest.raises(Problem, match="kit-unbuilt") as refused:
        write_kit(made.settings, made.settings.language("fr"), tmp_path / "kits")

    assert refused.value.findings
    assert not (tmp_path / "kits").exists()


def test_english_has_no_kit(french: Project, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="exchange-language"):
        write_kit(french.settings, french.settings.language("en"), tmp_path)


@pytest.mark.slow
def test_every_message_of_every_edition_has_its_anchor_and_no_page_has_an_id_twice() -> None:
    settings = real_settings()
    language = next(each for each in settings.languages if each.is_rtl)
    files = kit_files(settings, language)
    doctrees = parse_source(settings)

    for edition in settings.editions:
        pages = [
            data for path, data in files.items() if re.fullmatch(rf"preview/{language.tag}/{edition.id}/.*\.html", path)
        ]
        found = set()
        for page in pages:
            counts = Counter(ids(page))
            assert [name for name, number in counts.items() if number > 1] == []
            found |= set(counts)
        wanted = {message_id(domain, key) for domain, key in carried(doctrees, edition)}
        assert wanted - found == set()


def test_the_rules_say_what_is_in_the_kit_and_speak_of_no_kind_of_readers(garden: Project) -> None:
    text = rules(garden.settings, garden.settings.language("pt"))["rules.txt"].decode()

    assert "* omegat: OmegaT\n" in text
    assert f"* terms: {garden.settings.labels['kit-terms']}\n" in text
    assert "child" not in text
