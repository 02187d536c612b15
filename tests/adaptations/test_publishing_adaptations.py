"""An adaptation is begun, translated and published by commands, in a folder of its own, beside the guidelines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.cli.menu import main
from builders.publishing.publish import publish
from builders.settings import read_settings
from builders.settings.adaptations import read_adaptation
from tests.adaptations.national import country
from tests.adaptations.overlays import adapt
from tests.conftest import Project

VERSION = "dist/adaptations/exampleland/2026.1-exl.1"


@pytest.fixture
def made(tmp_path: Path) -> Project:
    return country(tmp_path)


@pytest.fixture
def cop(made: Project, monkeypatch: pytest.MonkeyPatch):
    """Run a command in the project."""
    monkeypatch.chdir(made.folder)
    monkeypatch.setattr("builders.cli.authors.fix_environment", lambda settings: None)
    monkeypatch.setattr("builders.cli.releases.fix_environment", lambda settings: None)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words, catch_exceptions=False)

    return run


def test_an_edition_of_a_country_is_published_beside_the_guidelines(made: Project, cop) -> None:
    narrow = ("--language", "fr", "--edition", "plan-makers", "--jobs", "1")
    done = cop("publish", "--adaptation", "exampleland", *narrow)
    manifest = json.loads((made.folder / VERSION / "manifest.json").read_text(encoding="utf-8"))
    data = json.loads((made.folder / VERSION / "fr" / "recommendations.json").read_text(encoding="utf-8"))
    portal = (made.folder / VERSION / "index.html").read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    said = {"id": "exampleland", "kind": "country", "base": "2026.1", "demonstration": True}
    assert manifest["adaptation"] == data["adaptation"] == said
    assert {"plan-makers-fr-exampleland-2026.1-exl.1.docx"} == {
        each.name for each in (made.folder / VERSION).rglob("*.docx")
    }
    assert [each["id"] for each in data["recommendations"]] == ["rec-gen-001", "rec-exl-001", "rec-gen-002"]
    assert data["recommendations"][2]["change"]["did"] == ["withdraw"]
    assert 'href="../../../2026.1/index.html"' in portal
    assert "Ministère d’exemple" in portal


@pytest.mark.slow
def test_the_guidelines_keep_their_files_when_a_country_publishes(made: Project) -> None:
    base = publish(read_settings(made.folder), processes=1)
    before = (base.folder / "manifest.json").read_bytes()
    own = publish(read_adaptation(made.folder, "exampleland"), processes=1)
    again = publish(read_settings(made.folder), processes=1)

    assert own.is_published
    assert (base.folder / "manifest.json").read_bytes() == before
    assert (again.built, again.from_cache) == (0, len(base.artifacts))


def test_a_change_that_is_not_allowed_keeps_everything_from_being_published(made: Project, cop) -> None:
    made.write("adaptations/exampleland/changes/shared.rst", adapt("rec-gen-009", "note"))

    done = cop("publish", "--adaptation", "exampleland")

    assert done.exit_code == 2
    assert "exampleland cannot be published" in done.output
    assert "adaptations/exampleland/changes/shared.rst:1" in done.output
    assert not (made.folder / VERSION).exists()


def test_what_a_country_has_written_gets_a_catalog(made: Project, cop) -> None:
    made.catalog("fr", "shared", "")
    done = cop("update", "--adaptation", "exampleland")
    catalog = (made.folder / "adaptations/exampleland/locale/en/LC_MESSAGES/changes.po").read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert '#: adaptations/exampleland/changes/shared.rst\nmsgctxt "rec-gen-001/note"\n' in catalog
    assert 'msgid "Consultation d’exemple"' in catalog
    assert not (made.folder / "adaptations/exampleland/locale/fr").exists()


def test_updating_twice_changes_nothing(made: Project, cop) -> None:
    cop("update", "--adaptation", "exampleland")

    assert "0 files changed" in cop("update", "--adaptation", "exampleland").output


def test_the_status_counts_what_a_country_has_written(made: Project, cop) -> None:
    done = cop("status", "--adaptation", "exampleland", "--json")
    english = next(each for each in json.loads(done.output)["coverage"] if each["language"] == "en")

    assert 0 < english["translated"] < english["total"]


def test_a_foreign_catalog_is_refused(made: Project, cop) -> None:
    made.catalog("fr", "shared", "")
    place = "adaptations/exampleland/locale/en/LC_MESSAGES/shared.po"
    made.write(place, 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')

    done = cop("publish", "--adaptation", "exampleland", "--dry-run")
    done = cop("publish", "--adaptation", "exampleland") if done.exit_code == 0 else done

    assert (done.exit_code, "foreign-catalog" in done.output) == (2, True)


def test_an_adaptation_that_was_just_begun_is_published(made: Project, cop) -> None:
    begun = cop("new", "adaptation", "xb")
    done = cop("publish", "--adaptation", "xb", "--language", "en", "--edition", "cubs", "--jobs", "1")

    assert begun.exit_code == 0, begun.output
    assert done.exit_code == 0, done.output
    assert (made.folder / "dist/adaptations/xb/2026.1-xb.1/en/cubs/html/index.html").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("XB", "cannot name an adaptation"),
        ("zz", "is the code of no country"),
        ("../x", "cannot name an adaptation"),
        ("exampleland", "is there already"),
    ],
)
def test_what_names_nothing_is_not_begun(made: Project, cop, name: str, said: str) -> None:
    done = cop("new", "adaptation", name)

    assert (done.exit_code, said in done.output) == (2, True)


def test_a_real_country_is_called_what_its_languages_call_it(made: Project, cop) -> None:
    cop("new", "adaptation", "ke")
    names = read_adaptation(made.folder, "ke").layers[-1].names

    assert (names["en"], names["fr"], names["ar"]) == ("Kenya", "Kenya", "كينيا")
