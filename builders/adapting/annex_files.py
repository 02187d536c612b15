"""The annex for programs: every deviation as a row of CSV or as JSON."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from builders.adapting.statuses import as_json
from builders.editions.adapted_source import AdaptedText
from builders.model.adaptations import Deviation

COLUMNS = (
    *("layer", "id", "do", "relation", "part", "decision", "reason", "basis", "instruments", "by", "on", "until"),
    *("status", "strength", "added", "editions", "language", "base-text", "national-text", "place"),
)
"""What a row of the annex holds, in this order."""


def annex_rows(text: AdaptedText) -> list[dict[str, str]]:
    """Return a row for every deviation of *text* from the guidelines, and for every block that was adopted as it is."""
    return [_row(each, text) for each in text.annex]


def _row(each: Deviation, text: AdaptedText) -> dict[str, str]:
    change = each.change
    was, now = each.attributes.get("strength", ("", ""))
    added = (f"{name}: {', '.join(codes)}" for name, codes in change.added.items())
    values = (
        *(change.layer, change.block or change.target, change.do.value if change.do else "", each.relation.value),
        *(each.part, change.decision.value, change.reason.value if change.reason else "", change.basis),
        *(", ".join(change.instruments), "; ".join(change.by), change.on.isoformat() if change.on else ""),
        *(change.until.isoformat() if change.until else "", each.status.value, f"{was} → {now}" if now else ""),
        "; ".join(added),
        ", ".join(edition.id for edition in text.settings.editions if edition.carries(each.document)),
        *(each.language, each.base_text, each.national_text, str(change.place)),
    )
    return dict(zip(COLUMNS, values, strict=True))


def annex_csv(text: AdaptedText) -> str:
    """Return the annex of *text* as CSV."""
    file = StringIO()
    rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    rows.writeheader()
    rows.writerows(annex_rows(text))
    return file.getvalue()


def annex_data(text: AdaptedText) -> dict[str, Any]:
    """Return the annex of *text* with what it is an annex to, and the degree of every edition."""
    settings = text.settings
    return {
        "adaptation": settings.adaptation,
        "version": settings.version,
        "base": text.guidelines.settings.version,
        "base-digest": text.guidelines.blocks.digest,
        "degrees": {edition.id: text.degree(edition).value for edition in settings.editions},
        "deviations": annex_rows(text),
    }


def annex_json(text: AdaptedText) -> str:
    """Return the annex of *text* as JSON."""
    return as_json(annex_data(text)) + "\n"
