"""What an edit means for adaptations, in words: Markdown for a pull request, or records for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from builders.translating.markdown import cell, head, plain, row

if TYPE_CHECKING:
    from builders.translating.national_impact import NationalImpact

COSTS: Mapping[str, str] = {
    "to_translate": "to translate",
    "to_check": "to check",
    "waiting": "national text that may change",
}
"""The fields of a cost, and their columns."""


def national_lines(found: Sequence[NationalImpact]) -> Iterator[str]:
    """Yield the part of the report that is about adaptations, nothing where the edit touches none."""
    if not found:
        return
    yield from ("", "## Adaptations", "", "Changes that the edit touches; cop adapt diff shows their texts.", "")
    for each in found:
        if each.fault:
            yield f"* {plain(each.adaptation)}: nobody can say what it means for it: {plain(each.fault)}"
        for drift in each.drifts:
            said = f"{drift.status.value}, {drift.change.key}: {drift.why} ({drift.change.place})"
            yield f"* {plain(each.adaptation)}: {plain(said)}"
        if not (each.fault or each.drifts):
            yield f"* {plain(each.adaptation)}: none of its changes, but catalogs of its own"
    costs = [(each.adaptation, cost) for each in found for cost in each.costs]
    if costs:
        yield from ("", "What it costs their translators, in messages and words of their own catalogs.", "")
        yield from head("adaptation, language", COSTS.values())
    for name, cost in costs:
        language = f"{plain(name)}, {cost.language.english_name} ({cost.language.tag})"
        yield row(language, (cell(getattr(cost, field)) for field in COSTS))


def national_record(impact: NationalImpact) -> dict[str, Any]:
    """Return *impact* for programs."""
    return {
        "adaptation": impact.adaptation,
        "fault": impact.fault,
        "changes": [
            {
                "change": drift.change.key,
                "status": drift.status.value,
                "why": drift.why,
                "place": str(drift.change.place),
                "parts": [{"part": part.part, "then": part.then, "now": part.now} for part in drift.parts],
            }
            for drift in impact.drifts
        ],
        "languages": [
            {"language": cost.language.tag, **{name: asdict(getattr(cost, name)) for name in COSTS}}
            for cost in impact.costs
        ],
    }
