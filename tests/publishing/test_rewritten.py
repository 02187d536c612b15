"""Translations that have changed while their English has not are shown to a person, what is critical first."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner

from builders.authoring.check_command import formatted, run_checks
from builders.cli.menu import main
from builders.model.findings import Severity
from builders.problems import Problem
from builders.publishing.changed import changes_since
from builders.publishing.rewritten import Rewritten, revision_named, rewritten
from builders.translating.update_command import make_templates, write_templates
from tests.conftest import Project
from tests.translating.clones import commit, git

pytestmark = pytest.mark.slow

PAGE = """
Play is a right of every child.

.. procedure:: prc-gen-901
   :title: After a report
   :urgency: now
   :adaptation: localise

   #. Stay with the child at all times.
"""
PLAY, STAY = "Play is a right of every child.", "Stay with the child at all times."
TODAY = date(2026, 11, 22)
ARTIFACTS = [{"path": "x", "content": "y"}]


def catalog(play: str, stay: str) -> str:
    return (
        f'msgid "{PLAY}"\nmsgstr "{play}"\n\nmsgctxt "prc-gen-901/text"\nmsgid "{STAY}"\nmsgstr "{stay}"\n'
        f'\nmsgid "{STAY}"\nmsgstr "{stay}"\n'
    )


@pytest.fixture
def made(project) -> Project:
    made: Project = project(PAGE, prc_gen_901="procedure")
    write_templates(made.settings, make_templates(made.settings))
    made.catalog("fr", "shared", catalog("Jouer est un droit.", "Restez toujours avec l’enfant."))
    git(made.folder, "init", "-q")
    commit(made.folder, "a page")
    return made


def found(made: Project, revision: str = "HEAD") -> tuple[Rewritten, ...]:
    return rewritten(changes_since(made.settings, [made.settings.language("fr")], revision, today=TODAY).values())


def test_what_is_critical_comes_first_with_the_words_that_have_changed(made: Project) -> None:
    made.catalog("fr", "shared", catalog("Jouer est un devoir.", "Restez parfois avec l’enfant."))

    first, second = found(made)

    assert (first.pair.is_critical, first.before, first.marked) == (
        True,
        "Restez toujours avec l’enfant.",
        (("toujours",), ("parfois",)),
    )
    assert (second.pair.is_critical, second.marked) == (False, (("droit.",), ("devoir.",)))


def test_nothing_has_changed_where_only_the_source_was_edited(made: Project, monkeypatch) -> None:
    made.write("source/shared/page.rst", PAGE.replace(PLAY, f"{PLAY} Rest is one, too."))
    monkeypatch.setattr("builders.publishing.changed.read_placed", None)

    assert found(made) == ()


def test_what_reads_as_before_is_not_shown_whatever_its_dress(made: Project) -> None:
    made.catalog("fr", "shared", catalog("Jouer est un *droit*.", "Restez toujours avec l’enfant."))

    assert found(made) == ()


def test_a_translation_whose_english_has_changed_too_is_a_new_one(made: Project) -> None:
    made.write("source/shared/page.rst", f"Page\n====\n{PAGE}".replace(PLAY, "Rest is a right."))
    made.catalog("fr", "shared", 'msgid "Rest is a right."\nmsgstr "Se reposer est un droit."\n')

    assert found(made) == ()


def test_impact_shows_both_texts(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made.catalog("fr", "shared", catalog("Jouer est un droit.", "Restez parfois avec l’enfant."))
    monkeypatch.chdir(made.folder)

    said = CliRunner().invoke(main, ["impact"]).output
    records = json.loads(CliRunner().invoke(main, ["impact", "--json"]).output)["rewritten"]

    assert "1 translations read otherwise" in said
    assert f"  {STAY}\n- Restez toujours avec l’enfant.\n+ Restez parfois avec l’enfant.\n" in said
    assert "**critical for safety** · locale/fr/LC_MESSAGES/shared.po:" in said
    assert [(each["before"], each["critical"]) for each in records] == [("Restez toujours avec l’enfant.", True)]


def test_catalogs_that_cannot_be_read_do_not_stop_the_report(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made.catalog("fr", "shared", catalog("Jouer **est un droit.", "Restez."))
    monkeypatch.chdir(made.folder)

    result = CliRunner().invoke(main, ["impact"])

    assert "translations were not compared" in result.output
    assert "No message has changed" in result.output
    assert result.exit_code == 0


def test_they_are_on_the_page_of_findings_and_never_gate(made: Project) -> None:
    made.catalog("fr", "shared", catalog("Jouer est un droit.", "Restez parfois avec l’enfant."))
    french = [made.settings.language("fr")]

    told = run_checks(made.settings, "translation", today=TODAY, languages=french, since="HEAD")
    page = formatted(told, "html", "translation", made.settings)

    assert {each.severity for each in told if each.check == "translation-rewritten"} == {Severity.REVIEW}
    assert "<mark>toujours</mark>" in page
    assert "<mark>parfois</mark>" in page


def test_only_what_readers_of_an_edition_see_is_shown(made: Project) -> None:
    made.write("source/shared/page.rst", f"Page\n====\n{PAGE}\n.. audience:: inventors\n\n   Keep the records.\n")
    made.catalog("fr", "shared", 'msgid "Keep the records."\nmsgstr "Gardez tout."\n')
    commit(made.folder, "a translation")
    made.catalog("fr", "shared", 'msgid "Keep the records."\nmsgstr "Gardez les notes."\n')
    french = [made.settings.language("fr")]

    told = {
        edition: [
            each.check
            for each in run_checks(
                made.settings, "translation", today=TODAY, languages=french, since="HEAD", edition=edition
            )
        ]
        for edition in ("inventors", "cubs")
    }

    assert "translation-rewritten" in told["inventors"]
    assert "translation-rewritten" not in told["cubs"]


def test_release_is_the_revision_of_the_last_version(made: Project) -> None:
    manifest = {"version": "2026.1", "source_revision": "f" * 40, "artifacts": ARTIFACTS}
    made.write(f"dist/{made.settings.version}/manifest.json", json.dumps(manifest))

    assert revision_named(made.settings, "release") == "f" * 40
    assert revision_named(made.settings, "HEAD") == "HEAD"


@pytest.mark.parametrize("option", [[], ["--fix"]])
def test_checks_and_mends_know_the_release_too(
    made: Project, option: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    head = git(made.folder, "rev-parse", "HEAD").stdout.strip()
    manifest = {"version": "2026.1", "source_revision": head, "artifacts": ARTIFACTS}
    made.write(f"dist/{made.settings.version}/manifest.json", json.dumps(manifest))
    monkeypatch.chdir(made.folder)

    result = CliRunner().invoke(main, ["check", "--profile", "translation", "--since", "release", *option])

    assert result.exit_code == 0, result.output


def test_without_a_version_there_is_no_release(made: Project) -> None:
    with pytest.raises(Problem, match="no-release"):
        revision_named(made.settings, "release")
