"""All cases are read and checked once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from builders.authoring.check_command import run_checks
from builders.checks.checking import in_order
from builders.checks.profiles import PROFILES
from builders.model.findings import Finding
from tests.checks.case_files import Case, all_cases, write_cases

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    project = write_cases(tmp_path_factory.mktemp("cases"))
    settings = project.settings
    return in_order(
        finding
        for profile in PROFILES
        if profile != "catalogs"
        for finding in run_checks(settings, profile, today=TODAY)
    )


@pytest.fixture
def found_for(found: tuple[Finding, ...]) -> Callable[[Case], list[str]]:
    """Return what the check of a case found in its page, or in files that are no pages."""

    def lines(case: Case) -> list[str]:
        own = f"source/{case.document}.rst"
        others = {f"source/{other.document}.rst" for other in all_cases()} - {own}
        return sorted(
            f"{finding.location.line if finding.location.path == own else finding.location.path}: {finding.message}"
            for finding in found
            if finding.check == case.check and finding.location.path not in others
        )

    return lines
