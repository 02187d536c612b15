"""The page of the checks has a section for every check of the table."""

from __future__ import annotations

import re
import sys
import tomllib

import pytest

from builders.checks.profiles import CHECKS, EVERY_PROFILE, checks_of
from tests.conftest import ROOT


@pytest.fixture
def sections(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "path", [str(ROOT / "docs" / "_ext"), *sys.path])
    import checkpages

    return "\n".join(checkpages.sections())


def test_every_check_has_a_section(sections: str) -> None:
    assert re.findall(r"^([a-z0-9-]+)\n~+$", sections, re.MULTILINE) == list(CHECKS)


def test_every_rule_belongs_to_a_check() -> None:
    rules = tomllib.loads((ROOT / "builders" / "checks" / "rules.toml").read_text(encoding="utf-8"))
    assert rules.keys() == CHECKS.keys()


def test_the_page_is_made_from_the_table() -> None:
    assert ".. generated:: checks\n" in (ROOT / "docs" / "checks.rst").read_text(encoding="utf-8")


@pytest.mark.parametrize("each", CHECKS.values(), ids=lambda check: check.id)
def test_a_check_says_why_and_what_to_do(each) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each.id)
    assert each.summary.endswith(".")
    assert len(each.rationale) > 60
    assert each.rationale.endswith(".")
    assert each.hint
    assert not each.hint.endswith(".")


@pytest.mark.parametrize("profile", EVERY_PROFILE)
def test_a_profile_runs_each_of_its_checks_once(profile: str) -> None:
    checks = checks_of(profile)

    assert len(checks) == len(set(checks))
