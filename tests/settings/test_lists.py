"""The lists of a guideline: what is wrong with them is said with file and line; what is not there finds nothing."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from builders.authoring.check_command import run_checks
from builders.model.findings import Finding
from builders.problems import Problem
from builders.settings.digests import data_digest
from builders.settings.lists import (
    ACTORS,
    CRITICAL,
    FIXED,
    FOLDER,
    PROSE,
    READING,
    SENSITIVE,
    UNFIT,
    UNSAFE,
    read_lists,
)
from tests.conftest import LISTS, ROOT, Project

FAULTS = {
    "a list that no check looks for": (SENSITIVE, "[danger]", "[dangers]", "no check looks for a list of this name"),
    "a list of prose that no check looks for": (
        PROSE,
        "[things]",
        "[persons]",
        "the lists are counted, openings, things",
    ),
    "a list of risks that no check looks for": (SENSITIVE, "images = ", "image = ", "“image” means nothing here"),
    "one word in the place of a list": (SENSITIVE, "words = [", "words = 'a' #", "cannot be read|no list of texts"),
    "a claim that is none": (SENSITIVE, "case = true", "case = 1", "case is true or false, not “1”"),
    "an unknown part of the text": (UNSAFE, '"block"', '"chapter"', "within is one of sentence, passage, block, page"),
    "an unknown type of block": (UNSAFE, "['procedure']", "['process']", "“process”, which is no type of block"),
    "words of neither kind": (ACTORS, "strict =", "stirct =", "“stirct” means nothing here"),
    "a wording that is no table": (FIXED, "en = {", "en = [] # {", "stands where names and values are expected"),
    "unknown readers": (UNFIT, '"adults"', '"grown-ups"', "readers is one of all, adults, not “grown-ups”"),
    "a limit that is no number": (READING, "longest = 10", 'longest = "ten"', "longest of a is a number, not “ten”"),
    "a limit left out": (READING, "lix = 24", "", "lix of a is a number, not “”"),
    "readers that are no band": (
        READING,
        "[en.neighbour]",
        "[en.patients]",
        "the entry en: nobody is called “patients”",
    ),
    "a block that is none": (CRITICAL, '"gethelp"', '"help"', "“help”, which is no type of block"),
    "something else that is critical": (CRITICAL, "parts =", "part =", "“part” means nothing here"),
}


@pytest.fixture
def made(project) -> Project:
    return project("Naked.\n")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_refused_with_file_and_line(made: Project, name: str) -> None:
    path, old, new, message = FAULTS[name]
    text = (made.folder / path).read_text(encoding="utf-8")
    assert old in text
    made.write(path, text.replace(old, new, 1))

    with pytest.raises(Problem, match=message) as caught:
        read_lists(made.folder)

    assert {finding.location.path for finding in caught.value.findings} == {path}
    assert all(finding.location.line for finding in caught.value.findings)


def found(made: Project) -> list[Finding]:
    return [each for each in run_checks(made.settings, "authoring", today=date(2026, 11, 22)) if "Naked" in str(each)]


def test_words_that_are_no_patterns_are_named_together(made: Project) -> None:
    made.write(SENSITIVE, "[metaphors]\nwords = ['a(']\n\n[danger]\nwords = ['b', 'c[']\n")

    with pytest.raises(Problem) as caught:
        found(made)

    assert [str(each.location) for each in caught.value.findings] == [f"{SENSITIVE}:2", f"{SENSITIVE}:5"]


def test_a_guideline_that_has_no_lists_of_sensitive_content_is_not_held_to_its_rules(made: Project) -> None:
    assert [each.check for each in found(made)] == ["sc-01-sexual-detail"]

    (made.folder / SENSITIVE).unlink()

    assert found(made) == []


def test_without_lists_nothing_is_known(made: Project) -> None:
    shutil.rmtree(made.folder / FOLDER)

    lists = read_lists(made.folder)

    assert not lists.is_sensitive
    assert lists.actors.found("Call the police.", "en") == ()
    assert lists.words_of("danger").words == ()
    assert found(made) == []


def test_another_guideline_has_readers_and_limits_of_its_own(made: Project) -> None:
    made.write("source/editions.toml", '[[band]]\nid = "patients"\n')
    made.write(READING, "[en.patients]\nlongest = 12\nmean = 9\nlix = 30\n\n[en.a]\nlongest = 12\nmean = 9\nlix = 30\n")

    with pytest.raises(Problem) as caught:
        read_lists(made.folder)

    (finding,) = caught.value.findings
    assert str(finding.location) == f"{READING}:6"
    assert (finding.message, finding.hint) == (
        "the entry en: nobody is called “a”",
        "name one of patients, or declare it in source/editions.toml",
    )


def test_a_language_without_limits_has_none() -> None:
    assert LISTS.limits_of("sw") == {}
    assert LISTS.limits_of("fr-CA") == LISTS.limits_of("fr") != {}


def test_a_change_of_a_list_makes_everything_be_read_anew(made: Project) -> None:
    before = data_digest(made.settings)

    made.write(SENSITIVE, "[danger]\nwords = ['flood']\n")

    assert data_digest(made.settings) != before


@pytest.mark.parametrize("name", sorted(LISTS.words))
def test_every_list_of_words_is_looked_for_by_a_check(name: str) -> None:
    checks = ROOT / "builders/checks/source"

    assert any(f'"{name}"' in path.read_text(encoding="utf-8") for path in checks.glob("*.py"))
