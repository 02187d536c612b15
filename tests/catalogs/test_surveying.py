"""One bad message, and one bad file, keep nobody from the numbers of the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.catalogs.surveying import Survey, survey
from builders.cli.menu import main
from builders.model.messages import Standing
from builders.model.progress import Lack
from tests.conftest import Project

GOOD = 'msgid "Page"\nmsgstr "La page"\n'
BROKEN = 'msgid "One."\nmsgstr "Un.\\nDeux."\n'


@pytest.fixture
def made(project) -> Project:
    done = project("One.\n\nTwo.")
    done.catalog("fr", "shared", f"{GOOD}\n{BROKEN}")
    return done


def french(made: Project) -> Survey:
    return survey(made.settings, made.settings.language("fr"))


def status(made: Project, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    monkeypatch.chdir(made.folder)
    return CliRunner().invoke(main, ["status", *options])


def test_a_refused_message_is_one_that_somebody_must_look_at(made: Project) -> None:
    found = french(made)

    assert found.refused_messages == 1
    assert found.translations.standing("shared", "", "One.") is Standing.FUZZY
    assert found.translations.lack("shared", "", "One.") is Lack.REFUSED


def test_its_neighbours_stand_where_they_stood(made: Project) -> None:
    found = french(made)

    assert found.translations.standing("shared", "", "Page") is Standing.TRANSLATED
    assert found.translations.lack("shared", "", "Two.") is Lack.UNKNOWN


def test_a_file_that_cannot_be_read_takes_no_other_one_along(made: Project) -> None:
    made.catalog("fr", "labels", 'msgid "Page\n')

    found = french(made)

    assert [each.location.path for each in found.refused] == [
        f"locale/fr/LC_MESSAGES/{name}.po" for name in ("labels", "shared")
    ]
    assert found.translations.standing("shared", "", "Page") is Standing.TRANSLATED


def test_the_status_gives_the_numbers_and_names_what_is_refused(made: Project, monkeypatch) -> None:
    done = status(made, monkeypatch)

    assert done.exit_code == 1
    assert "Messages that are translated" in done.output
    assert "fr: 1 translation refused: readers would see English; 1 file to mend" in done.output
    assert "locale/fr/LC_MESSAGES/shared.po:7: error:" in done.output


def test_the_status_as_json_says_it_too(made: Project, monkeypatch) -> None:
    done = status(made, monkeypatch, "--json")

    [refused] = [each["refused"] for each in json.loads(done.output)["languages"] if each["language"] == "fr"]
    assert refused["messages"] == 1
    assert [(each["path"], each["line"]) for each in refused["faults"]] == [("locale/fr/LC_MESSAGES/shared.po", 7)]


def test_a_refused_label_counts_as_one_to_look_at(made: Project, monkeypatch) -> None:
    key, text = next(iter(made.settings.labels.items()))
    made.catalog("fr", "shared", GOOD)
    made.catalog("fr", "labels", f'msgctxt "{key}"\nmsgid "{text}"\nmsgstr "a\\nb"\n')

    [french_] = [
        each for each in json.loads(status(made, monkeypatch, "--json").output)["languages"] if each["language"] == "fr"
    ]

    assert (french_["refused"]["messages"], french_["labels"]["messages"]["fuzzy"]) == (1, 1)


@pytest.mark.parametrize("command", [("status",), ("update", "-l", "fr")])
def test_a_compiled_catalog_beside_its_own_is_passed_over_with_a_warning(
    made: Project, monkeypatch, command: tuple[str, ...]
) -> None:
    made.catalog("fr", "shared", GOOD).with_suffix(".mo").write_bytes(b"whatever")
    monkeypatch.chdir(made.folder)

    done = CliRunner().invoke(main, command)

    assert done.exit_code == 0
    assert "locale/fr/LC_MESSAGES/shared.mo: warning: the compiled catalog is passed over" in done.output
    assert (made.folder / "locale/fr/LC_MESSAGES/shared.mo").exists()


@pytest.mark.parametrize("name", ["sphinx.po", "sphinx.mo", "cubs.mo", "shared/page.mo"])
def test_any_other_foreign_file_is_named_beside_the_numbers(made: Project, monkeypatch, name: str) -> None:
    made.catalog("fr", "shared", GOOD)
    made.write(f"locale/fr/LC_MESSAGES/{name}", "")

    done = status(made, monkeypatch)

    assert done.exit_code == 1
    assert f"{Path(name).name} does not belong beside the catalogs [foreign-catalog]" in done.output
    assert "Messages that are translated" in done.output
