"""Reads a catalog that comes back, from Poedit, OmegaT or any other program for gettext."""

from __future__ import annotations

import codecs

from builders.catalogs.exchange.returned import Returned, ReturnedUnit
from builders.catalogs.notes import CHANGED
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.reviews import PREFIX, review_of, standing
from builders.model.findings import Location


def parse_po(data: bytes, name: str, domain: str) -> Returned:
    """Return the messages of the catalog in *data*, which messages call *name*; it is of the text domain *domain*."""
    # Programs for Windows write a byte order mark; in our catalogs it is neither needed, nor lost.
    catalog = parse_catalog(data.removeprefix(codecs.BOM_UTF8), name, is_foreign=True)
    units = (
        ReturnedUnit(
            domain=domain,
            context=entry.context,
            source=entry.msgid,
            target=entry.msgstr,
            standing=standing(entry),
            location=Location(name, entry.line),
            comments=tuple(line for line in entry.comments if line.strip() and not line.startswith((PREFIX, CHANGED))),
            review=review_of(entry),
        )
        for entry in catalog.active
    )
    return Returned(language=catalog.header_field("Language"), units=tuple(units))
