"""What an adaptation may not do is refused with file and line, and what it may do is accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders.checks.adaptations import adaptation_findings
from builders.editions.adapted_source import GuidelineText, read_adapted, read_guidelines
from builders.model.findings import Finding
from builders.problems import Problem
from tests.adaptations.cases_reading import BLOCKS, CASES, COUNTRY_FOLDER, Case, read_cases
from tests.conftest import Project, make_project

TODAY = date(2026, 12, 1)
HOSTILE, GOOD = read_cases("hostile.txt"), read_cases("good.txt")


@pytest.fixture(scope="module")
def guidelines(tmp_path_factory: pytest.TempPathFactory) -> GuidelineText:
    """Return a guideline of two pages with blocks of many types; every case has its own adaptations."""
    return two_pages(tmp_path_factory.mktemp("guideline"))


def two_pages(folder: Path) -> GuidelineText:
    pages = {name: (CASES / f"{name}.rst").read_text(encoding="utf-8") for name in ("base", "calm")}
    found = [line.split()[2] for text in pages.values() for line in text.splitlines() if line.startswith(".. ")]
    made = make_project(folder, pages["base"], {each: BLOCKS[each[:3]] for each in found})
    made.write("source/shared/calm.rst", pages["calm"])
    return read_guidelines(made.settings)


def findings(case: Case, guidelines: GuidelineText) -> list[Finding]:
    """Return what is said of *case*, but not that nobody has accepted it yet."""
    case.write(Project(guidelines.settings.project))
    try:
        text = read_adapted(guidelines, "exampleland", today=TODAY)
    except Problem as problem:
        return list(problem.findings)
    return list(adaptation_findings(text, today=TODAY))


def said(finding: Finding) -> str:
    inside = (
        str(finding.location)
        .removeprefix(f"{COUNTRY_FOLDER}/")
        .replace("adaptations/exampleregion", "../exampleregion")
    )
    return f"{inside} {finding.check} {finding.message}"


def meets(expected: str, line: str) -> bool:
    place, check, words = expected.split(" ", 2)
    return line.startswith(f"{place} {check} ") and words in line


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_a_hostile_overlay_is_refused_with_file_and_line(case: Case, guidelines: GuidelineText) -> None:
    lines = [said(finding) for finding in findings(case, guidelines)]

    assert case.expected
    assert [line for line in lines if not any(meets(each, line) for each in case.expected)] == []
    assert [each for each in case.expected if not any(meets(each, line) for line in lines)] == []


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_good_overlay_is_accepted(case: Case, guidelines: GuidelineText) -> None:
    assert [said(finding) for finding in findings(case, guidelines)] == []


def test_there_are_sixty_hostile_overlays_and_ten_good_ones() -> None:
    assert len({case.name for case in HOSTILE}) >= 60
    assert len({case.name for case in GOOD}) >= 10
