"""Every check of other projects' catalogs speaks in some test, and is in the profile with those that hold anywhere."""

from __future__ import annotations

from builders.checks.profiles import CHECKS, EVERY_PROFILE, FOREIGN, NEVER_WAIVED, PROFILES, TRANSLATION, checks_of
from tests.conftest import ROOT


def test_every_check_of_other_projects_has_a_test() -> None:
    tests = (ROOT / "tests/authoring/test_foreign.py").read_text(encoding="utf-8")

    assert [each.id for each in FOREIGN if each.id not in tests] == []


def test_the_profile_holds_all_that_needs_no_project_of_ours() -> None:
    assert set(EVERY_PROFILE) - set(PROFILES) == {"catalogs"}
    assert {each.id for each in checks_of("catalogs")} == {
        each.id for each in CHECKS.values() if each in (*FOREIGN, *TRANSLATION) and each not in NEVER_WAIVED
    }
