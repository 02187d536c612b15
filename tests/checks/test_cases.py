"""Every check finds what its case breaks, and is silent about its neighbour."""

from __future__ import annotations

import pytest

from builders.checks.profiles import CHECKS, FOREIGN, TRANSLATION
from builders.model.findings import Finding
from tests.checks.case_files import CASES, Case, all_cases


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.check)
def test_a_check_finds_what_its_case_breaks_and_nothing_else(case: Case, found_for) -> None:
    assert found_for(case) == case.expected


def test_every_check_has_a_case_and_every_case_a_check() -> None:
    assert {path.stem for path in CASES.glob("*.rst")} == CHECKS.keys() - {each.id for each in (*TRANSLATION, *FOREIGN)}


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.check)
def test_every_case_expects_something(case: Case) -> None:
    assert case.expected


def test_findings_come_in_the_order_of_files_and_lines(found: tuple[Finding, ...]) -> None:
    assert list(found) == sorted(found, key=lambda finding: finding.location)


def test_no_case_is_so_faulty_that_checks_are_left_out(found: tuple[Finding, ...]) -> None:
    assert [str(finding) for finding in found if finding.check not in CHECKS] == []
