"""Runs the checks of a profile over a source, and leaves out what is waived."""

from __future__ import annotations

from collections.abc import Iterator

from builders.checks.checking import in_order
from builders.checks.profiles import CHECKS, PROFILES, checks_of
from builders.checks.source.source_text import SourceText
from builders.checks.waivers import PATH, WAIVER_CHECKS, read_waivers, sift
from builders.model.findings import Finding, Location, Severity


def findings(source: SourceText, profile: str) -> tuple[Finding, ...]:
    """Return what the checks of *profile* find in *source*, and its faults, sorted by file and line.

    While a document is faulty, the checks that compare documents are left out; a finding on the document says so.
    """
    checks = [each for each in PROFILES[profile] if not (source.faults and each.needs_all)]
    of_waivers = [each for each in WAIVER_CHECKS if not (source.faults and each.needs_all)]
    known = CHECKS.keys() - {each.id for each in WAIVER_CHECKS}
    waivers = read_waivers(source.texts.get(PATH, ""), known)
    remarks = [(each.id, remark) for each in checks for remark in each.remarks(source)]
    left, waivers = sift(remarks, waivers, {each.id for each in checks})
    about_text = [CHECKS[name].finding(remark) for name, remark in left]
    about_waivers = [each.finding(remark) for each in of_waivers for remark in each.remarks(waivers)]
    return in_order([*source.faults, *_left_out(source, profile), *about_text, *about_waivers])


def _left_out(source: SourceText, profile: str) -> Iterator[Finding]:
    """Yield what has not been checked, for every faulty document of *source*."""
    names = ", ".join(each.id for each in checks_of(profile) if each.needs_all)
    for path in sorted({fault.location.path for fault in source.faults}):
        yield Finding(
            check="checks-left-out",
            location=Location(path),
            message=f"as long as this file is faulty, nobody checks its text, nor what needs every file: {names}",
            hint="mend the faults of this file first; docs/authors/blocks.rst says what every block takes",
            severity=Severity.WARNING,
        )
