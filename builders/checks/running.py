"""Runs the checks of a profile over a source, and leaves out what is waived."""

from __future__ import annotations

from builders.checks.checking import in_order
from builders.checks.profiles import CHECKS, PROFILES
from builders.checks.source_text import SourceText
from builders.checks.waivers import PATH, WAIVER_CHECKS, read_waivers, sift
from builders.model.findings import Finding


def findings(source: SourceText, profile: str) -> tuple[Finding, ...]:
    """Return what the checks of *profile* find in *source*, sorted by file and line."""
    checks = PROFILES[profile]
    known = CHECKS.keys() - {each.id for each in WAIVER_CHECKS}
    waivers = read_waivers(source.texts.get(PATH, ""), known)
    remarks = [(each.id, remark) for each in checks for remark in each.remarks(source)]
    left, waivers = sift(remarks, waivers, {each.id for each in checks})
    about_text = [CHECKS[name].finding(remark) for name, remark in left]
    about_waivers = [each.finding(remark) for each in WAIVER_CHECKS for remark in each.remarks(waivers)]
    return in_order([*about_text, *about_waivers])
