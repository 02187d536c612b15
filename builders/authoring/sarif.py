"""Findings as other programs read them: plain JSON, and SARIF for code review."""

import json
from collections.abc import Iterable
from typing import Any

from builders.checks.checking import Check
from builders.model.findings import Beside, Finding, Location, Severity

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
        **({"translation": _texts(finding.beside)} if finding.beside else {}),
    }


def _texts(beside: Beside) -> dict[str, Any]:
    return {
        "id": beside.id,
        "context": beside.context,
        "editions": list(beside.editions),
        "critical": beside.is_critical,
        "origin": {"path": beside.origin.path, "line": beside.origin.line},
        "texts": dict(zip(beside.tags, beside.texts, strict=True)),
        "marked": dict(zip(beside.tags, map(list, beside.marked), strict=True)),
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
    said = [finding.message, *(finding.beside.lines[:2] if finding.beside else ())]
    said += [f"hint: {finding.hint}"] if finding.hint else []
    result: dict[str, Any] = {
        "ruleId": finding.check,
        # A fault of the markup belongs to no rule; SARIF counts rules from 0, and -1 is none.
        "ruleIndex": places.get(finding.check, -1),
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(said)},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "properties": {"certainty": finding.certainty.value},
    }
    if finding.beside:
        result["relatedLocations"] = [
            {"id": 1, "physicalLocation": _place(finding.beside.origin), "message": {"text": "the source"}}
        ]
        result["properties"] |= _texts(finding.beside)
        # The line of a message moves with every update; its name does not.
        result["partialFingerprints"] = {"message/v1": f"{finding.check}:{finding.beside.id}:{finding.location.path}"}
    return result


def _place(location: Location) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": location.path, "uriBaseId": "%SRCROOT%"}}
    return place | ({"region": {"startLine": location.line}} if location.line else {})
