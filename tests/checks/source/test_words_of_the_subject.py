"""Rules of English prose take the words of the subject from the guideline, and know none of their own."""

from __future__ import annotations

from datetime import date

import pytest

from builders.authoring.check_command import run_checks
from tests.conftest import Project

PROSE = "source/checks/prose.toml"
TOOL = "Count the shears before you lock the shed."
DANGER = "Is anybody bleeding? Then care for them first."
CASES = {
    "openings": (TOOL, "Growers lock the shed.", "[openings]\nwords = ['growers?']\n", "imperative-opening"),
    "counted": (
        "Old walls leave",
        "A third of beds, old walls leave",
        "[counted]\nwords = ['beds']\n",
        "sc-10-numbers",
    ),
}


def checks_that_speak(garden: Project) -> set[str]:
    return {finding.check for finding in run_checks(garden.settings, "authoring", today=date(2026, 4, 1))}


@pytest.mark.parametrize("name", ["openings", "counted"])
def test_what_the_list_names_is_found(garden: Project, name: str) -> None:
    right, wrong, words, check = CASES[name]
    garden.write("source/checks/sensitive.toml", "")
    for page in (garden.folder / "source").rglob("*.rst"):
        page.write_text(page.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    before = checks_that_speak(garden)

    garden.write(PROSE, words)

    assert check not in before
    assert check in checks_that_speak(garden)


def test_what_is_endangered_without_danger_to_anybody_is_no_danger(garden: Project) -> None:
    garden.write("source/checks/sensitive.toml", "[danger]\nwords = ['at risk']\n")
    page = garden.folder / "source/growers/work.rst"
    steps = "Lock the shed.\n   #. Look whether a bed is at risk."
    page.write_text(page.read_text(encoding="utf-8").replace(DANGER, steps), encoding="utf-8")
    before = checks_that_speak(garden)

    garden.write(PROSE, "[things]\nwords = ['bed']\n")

    assert "harm-order" in before
    assert "harm-order" not in checks_that_speak(garden)
