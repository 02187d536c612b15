"""Findings as a report of tests, which build servers show: JUnit's XML."""

from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from builders.checks.checking import Check
from builders.model.characters import fit
from builders.model.findings import Finding, Severity


def as_junit(findings: Sequence[Finding], checks: Iterable[Check[Any]], *, profile: str) -> str:
    """Return *findings* of the *checks* of a *profile* as a report of tests.

    A check that finds nothing is a test that has passed. Every finding is a test of its own: errors have failed, what
    weighs less was skipped.
    """
    failures = sum(each.severity is Severity.ERROR for each in findings)
    speaking = {each.check for each in findings}
    passed = [each for each in checks if each.id not in speaking]
    total = {"tests": str(len(passed) + len(findings)), "failures": str(failures), "errors": "0"}
    suites = ET.Element("testsuites", {"name": "cop check", **total})
    skipped = str(len(findings) - failures)
    suite = ET.SubElement(suites, "testsuite", {"name": profile, **total, "skipped": skipped})
    for each in passed:
        ET.SubElement(suite, "testcase", {"name": each.id, "classname": f"{profile}.{each.id}"})
    for finding in findings:
        case = {"name": fit(f"{finding.location}: {finding.message}"), "classname": f"{profile}.{finding.check}"}
        kind = "failure" if finding.severity is Severity.ERROR else "skipped"
        said = {"type": finding.severity.value, "message": fit(finding.message)}
        ET.SubElement(ET.SubElement(suite, "testcase", case), kind, said).text = fit(str(finding))
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
