"""Whoever works on a language is told what the checks find in the translations just changed, and in no others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from click.testing import CliRunner

from builders.authoring.check_command import run_checks
from builders.authoring.preview import _report_changed, _stamp
from builders.checks.translations.reading import Placed, read_placed
from builders.cli.menu import main
from builders.model.editions import Unit
from builders.model.findings import Finding
from builders.publishing.changed import changed_findings, committed_texts, current_texts
from tests.conftest import Project
from tests.translating.clones import commit, git

PAGE = """
Tell an adult you trust.

Write it down at once.

.. audience:: inventors

   Keep the records safe.
"""
TEXTS = ("Tell an adult you trust.", "Write it down at once.", "Keep the records safe.")
TODAY = date(2026, 11, 22)


def catalog(*texts: str) -> str:
    """Return the entries of a catalog in which *texts* are the translations."""
    return "\n".join(f'msgid "{source}"\nmsgstr "{text}"\n' for source, text in zip(TEXTS, texts, strict=True))


@pytest.fixture
def made(project) -> Project:
    """A clone whose last commit holds a copied source; two more are copied since."""
    made: Project = project(PAGE)
    made.catalog("fr", "shared", catalog(TEXTS[0], "Écris-le tout de suite.", "Garde les notes."))
    git(made.folder, "init", "-q")
    commit(made.folder, "a copied source")
    made.catalog("fr", "shared", catalog(*TEXTS))
    return made


def placed(made: Project) -> Callable[[], Placed]:
    return partial(read_placed, made.settings, today=TODAY)


def texts(found: tuple[Finding, ...]) -> list[str]:
    return [each.beside.texts[0] for each in found]


def test_only_what_has_changed_since_the_last_commit_is_told(made: Project) -> None:
    french = made.settings.language("fr")
    before = committed_texts(made.settings, french)

    assert texts(changed_findings(made.settings, french, before, placed=placed(made))) == list(TEXTS[1:])
    assert texts(changed_findings(made.settings, french, before, placed=placed(made), edition="cubs")) == [TEXTS[1]]


def test_nothing_is_told_where_nothing_has_changed(made: Project) -> None:
    french = made.settings.language("fr")

    assert changed_findings(made.settings, french, current_texts(made.settings, french), placed=placed(made)) == ()


def test_what_the_gate_refuses_is_told_too(made: Project) -> None:
    french = made.settings.language("fr")
    before = committed_texts(made.settings, french)
    made.catalog("fr", "shared", catalog("Dis-le **fort.", *TEXTS[1:]))

    found = changed_findings(made.settings, french, before, placed=placed(made))

    assert [each.check for each in found] == ["markup-open"]


def test_a_project_without_git_has_no_last_commit(project) -> None:
    made = project(PAGE)

    assert committed_texts(made.settings, made.settings.language("fr")) is None


def test_a_person_checks_what_has_changed_since_a_revision(made: Project) -> None:
    french = [made.settings.language("fr")]

    found = run_checks(made.settings, "translation", today=TODAY, languages=french, since="HEAD")

    assert texts(tuple(each for each in found if each.check == "copied-source")) == list(TEXTS[1:])


def test_an_unknown_revision_is_named(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.folder)

    result = CliRunner().invoke(main, ["check", "--profile", "translation", "--since", "nowhere"])

    assert "git knows no revision “nowhere”" in result.output
    assert result.exit_code == 2


def test_an_update_tells_what_is_wrong_with_what_was_changed(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.folder)

    result = CliRunner().invoke(main, ["update", "-l", "fr"])

    assert result.exit_code == 0
    assert result.output.count("[copied-source]") == 2
    assert f"    fr: {TEXTS[1]}\n" in result.output


@pytest.mark.slow
def test_a_preview_tells_it_once(made: Project, capsys: pytest.CaptureFixture[str]) -> None:
    unit = Unit(language=made.settings.language("fr"), edition=made.settings.edition("cubs"))
    seen = _stamp(made.settings)

    now = _report_changed(made.settings, unit, committed_texts(made.settings, unit.language), seen)
    first = capsys.readouterr().err
    _report_changed(made.settings, unit, now, seen)

    assert first.count("[copied-source]") == 1
    assert capsys.readouterr().err == ""
