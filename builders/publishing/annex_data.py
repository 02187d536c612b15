"""The annex for programs: every deviation from the guidelines as a row of CSV, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from builders.catalogs.tables import for_spreadsheets
from builders.editions.adapted_source import AdaptedText
from builders.model.adaptations import Deviation
from builders.publishing.data import ANNEX
from builders.publishing.dist import adaptation_said

ANNEX_JSON = "annex.json"
"""What the file for programs is called in the folder of a version."""

COLUMNS = (
    *("layer", "id", "target", "do", "relation", "part", "decision", "reason", "basis", "instruments", "by", "on"),
    *("until", "status", "attributes", "editions", "language", "base_text", "national_text", "place"),
)
"""What the annex says of a deviation, in this order."""


def annex_files(text: AdaptedText) -> dict[str, bytes]:
    """Return the annex of *text* by the names of its files."""
    return {ANNEX: annex_csv(text), ANNEX_JSON: annex_json(text).encode()}


def annex_csv(text: AdaptedText) -> bytes:
    """Return the annex of *text* as CSV; what JSON has as a list stands in one cell, with semicolons between."""
    return for_spreadsheets([COLUMNS, *(_in_cells(record) for record in _records(text))])


def annex_json(text: AdaptedText) -> str:
    """Return the annex of *text* as JSON."""
    return json.dumps(annex_data(text), ensure_ascii=False, indent=2) + "\n"


def annex_data(text: AdaptedText) -> dict[str, Any]:
    """Return the annex of *text* with what it is an annex to, and the degree of every edition."""
    settings = text.settings
    return {
        "version": settings.version,
        "released": settings.released.isoformat(),
        "publisher": settings.guideline.publisher("en"),
        "licence": settings.guideline.licence.id,
        **adaptation_said(settings),
        "base_digest": text.guidelines.blocks.digest,
        "degrees": {edition.id: text.degree(edition).value for edition in settings.editions},
        "deviations": _records(text),
    }


def _records(text: AdaptedText) -> list[dict[str, Any]]:
    """Return every deviation of *text*, and every block that was adopted as it is."""
    return [_record(each, text) for each in text.annex]


def _record(each: Deviation, text: AdaptedText) -> dict[str, Any]:
    change = each.change
    values = (
        *(change.layer, change.block or change.target, change.target, change.do.value if change.do else ""),
        *(each.relation.value, each.part, change.decision.value, change.reason.value if change.reason else ""),
        *(change.basis, list(change.instruments), list(change.by), change.on.isoformat() if change.on else ""),
        *(change.until.isoformat() if change.until else "", each.status.value),
        [{"name": name, "was": was, "now": now} for name, (was, now) in each.attributes.items()],
        [edition.id for edition in text.settings.editions if edition.carries(each.document)],
        *(each.language, each.base_text, each.national_text, str(change.place)),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _in_cells(record: Mapping[str, Any]) -> list[str]:
    changed = (f"{each['name']}: {each['was']} → {each['now']}" for each in record["attributes"])
    flat = {**record, "attributes": list(changed)}
    return ["; ".join(value) if isinstance(value, list) else value for value in flat.values()]
