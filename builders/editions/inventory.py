"""Where every typed block of the whole source stands, also those that a unit does not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.catalogs.termbase import DEFINITIONS, read_definitions
from builders.catalogs.translations import domain_of
from builders.catalogs.update.candidates import MessagePlace
from builders.editions.advice import READ_BY
from builders.editions.parsing import RawDoctrees, read_raw
from builders.editions.selection import select
from builders.markup.messages import translatable_texts
from builders.model.editions import Edition, Unit
from builders.model.messages import CatalogEntry
from builders.model.vocabulary import BLOCK_TYPES
from builders.settings import Settings

BLOCK = re.compile(r"^\s*\.\. (" + "|".join(BLOCK_TYPES) + r"):: +([a-z0-9-]+)\s*$", re.MULTILINE)
"""The first line of a typed block: its type and its identifier."""
_GLOSSARY = re.compile(r"^\s*\.\. terms::\s*$", re.MULTILINE)


def locate_blocks(settings: Settings) -> dict[str, str]:
    """Return the document name of every typed block, by its identifier."""
    places: dict[str, str] = {}
    for path in sorted(settings.source.rglob("*.rst")):
        document = path.relative_to(settings.source).with_suffix("").as_posix()
        text = path.read_text(encoding="utf-8", errors="replace")
        places |= {match[2]: document for match in BLOCK.finditer(text)}
        if _GLOSSARY.search(text):
            places |= {concept.block_id: document for concept in read_definitions(settings.locale / DEFINITIONS)}
    return places


def carrying_edition(identifier: str, document: str, unit: Unit, settings: Settings) -> Edition | None:
    """Return the edition, other than the unit's own, where readers find the block *identifier*.

    The edition that issued it comes first; a shared block is found in the first one that carries its document.
    """
    home = settings.home_edition(identifier)
    candidates = ([home] if home else []) + list(settings.editions)
    return next((edition for edition in candidates if edition != unit.edition and edition.carries(document)), None)


def carried(doctrees: RawDoctrees, edition: Edition) -> Iterator[MessagePlace]:
    """Yield every message of *edition* in reading order, as often as it stands there."""
    for docname in filter(edition.carries, doctrees):
        document = read_raw(doctrees[docname])
        select(document, edition)
        for text in translatable_texts(document):
            yield domain_of(docname), (text.context, text.text)


def carriers(doctrees: RawDoctrees, settings: Settings) -> dict[MessagePlace, tuple[str, ...]]:
    """Return the ids of the editions that carry each message of the source; a label has none."""
    found: dict[MessagePlace, dict[str, None]] = {}
    for edition in settings.editions:
        for place in carried(doctrees, edition):
            found.setdefault(place, {})[edition.id] = None
    return {place: tuple(editions) for place, editions in found.items()}


def carriers_said(message: CatalogEntry, settings: Settings) -> tuple[str, ...]:
    """Return the ids of the editions that *message* is for, as its template says: its text may have gone."""
    said = [line.removeprefix(READ_BY).removesuffix(".") for line in message.extracted if line.startswith(READ_BY)]
    titles = {title for line in said for title in line.split(", ")}
    pages = [page.removeprefix("source/").removesuffix(".rst") for page in message.references]
    return tuple(
        edition.id
        for edition in settings.editions
        if (edition.short_title in titles if said else any(map(edition.carries, pages)))
    )
