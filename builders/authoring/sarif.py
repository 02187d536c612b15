"""Findings as other programs read them: plain JSON, and SARIF for code review."""

import json
from collections.abc import Iterable
from typing import Any

from builders.checks.checking import Check
from builders.model.findings import Finding, Severity

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REVIEW: "note"}
"""SARIF's words for our severities."""


def as_json(findings: Iterable[Finding]) -> str:
    """Return *findings* as a JSON list."""
    return json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=2)


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "certainty": finding.certainty.value,
        "path": finding.location.path,
        "line": finding.location.line,
        "message": finding.message,
        "hint": finding.hint,
    }


def as_sarif(findings: Iterable[Finding], checks: Iterable[Check[Any]], *, version: str) -> str:
    """Return *findings* of *checks* in the Static Analysis Results Interchange Format, version 2.1.0."""
    rules = list(checks)
    places = {each.id: place for place, each in enumerate(rules)}
    driver = {"name": "cop check", "version": version, "rules": [_rule(each) for each in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places) for finding in findings],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(each: Check[Any]) -> dict[str, Any]:
    return {
        "id": each.id,
        "shortDescription": {"text": each.summary},
        "fullDescription": {"text": each.rationale},
        "help": {"text": each.hint},
        "defaultConfiguration": {"level": LEVELS[each.severity]},
        "properties": {"certainty": each.certainty.value},
    }


def _result(finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": finding.location.path, "uriBaseId": "%SRCROOT%"}}
    if finding.location.line:
        place["region"] = {"startLine": finding.location.line}
    return {
        "ruleId": finding.check,
        # A fault of the markup belongs to no rule; SARIF counts rules from 0, and -1 is none.
        "ruleIndex": places.get(finding.check, -1),
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message + (f"\nhint: {finding.hint}" if finding.hint else "")},
        "locations": [{"physicalLocation": place}],
        "properties": {"certainty": finding.certainty.value},
    }
