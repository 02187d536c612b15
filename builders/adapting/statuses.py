"""How the changes of an adaptation stand, on the terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from builders.editions.adapted_source import AdaptedText, LayerText
from builders.model.adaptations import Drift, Status
from builders.model.findings import Finding, Severity
from builders.publishing.reports import count


def status_lines(text: AdaptedText, found: Sequence[Finding]) -> Iterator[str]:
    """Yield how every change of *text* stands that is not as it was, and what was *found* to keep it from readers."""
    for layer in text.layers:
        yield _head(layer, text)
        for drift in _by_weight(layer.drifts):
            if drift.status is not Status.FRESH or drift.why:
                yield f"    {drift.status.value:8}  {drift.change.key}: {drift.why} ({drift.change.place})"
    warnings = [each for layer in text.layers for each in layer.findings if each.severity is Severity.WARNING]
    for finding in (*found, *warnings):
        yield str(finding)
    name = text.settings.adaptation
    yield f"{name}: {count(len(found), 'fault')} to mend before it can be published" if found else f"{name}: sound"


def _head(layer: LayerText, text: AdaptedText) -> str:
    settings, number = layer.settings, Counter(drift.status for drift in layer.drifts)
    stands = ", ".join(f"{number[status]} {status.value}" for status in Status if number[status])
    base = text.guidelines.settings.version
    changes = count(len(layer.drifts), "change")
    return f"{settings.adaptation} {settings.version} on {base}: {changes}{f', {stands}' if stands else ''}"


_WEIGHT = list(Status)


def _by_weight(drifts: Sequence[Drift]) -> list[Drift]:
    """Return *drifts* with what has to be done first at the top."""
    return sorted(drifts, key=lambda each: (-_WEIGHT.index(each.status), each.change.key))


def status_data(text: AdaptedText, found: Sequence[Finding]) -> dict[str, Any]:
    """Return how every change of *text* stands, and what was *found*, as programs read it."""
    return {
        "adaptation": text.settings.adaptation,
        "version": text.settings.version,
        "base": text.guidelines.settings.version,
        "layers": [
            {"id": layer.settings.adaptation, "changes": [_drift(each) for each in layer.drifts]}
            for layer in text.layers
        ],
        "degrees": {edition.id: text.degree(edition).value for edition in text.settings.editions},
        "faults": [{"check": each.check, "place": str(each.location), "message": each.message} for each in found],
    }


def _drift(drift: Drift) -> dict[str, Any]:
    return {
        "change": drift.change.key,
        "status": drift.status.value,
        "why": drift.why,
        "place": str(drift.change.place),
        "accepted": drift.is_accepted,
        "parts": [{"part": each.part, "then": each.then, "now": each.now} for each in drift.parts],
    }


def as_json(data: object) -> str:
    """Return *data* as JSON that people can read, too."""
    return json.dumps(data, ensure_ascii=False, indent=2)
