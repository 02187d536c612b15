"""Every translation of a language, by the ways in which a message can find it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from rapidfuzz import fuzz, process

from builders.model.messages import Catalog, CatalogEntry, Key, Pair

NEAR_ENOUGH = 75
"""Similarity in per cent (Indel, rapidfuzz) from which a translation that has lost its place is offered."""

NEAR_ENOUGH_IN_USE = 85
"""The same for a translation that another message still uses: the two are meant to differ."""

SHORTEST = 4
"""Characters of a text that is worth comparing; shorter ones resemble everything."""

Place = tuple[str, Key]
"""A text domain, and the key of a message in it."""


class How(Enum):
    """How a message has found its translation; the value is the counter of the report."""

    KEPT = "kept"
    MOVED = "moved"
    REVIVED = "revived"
    CARRIED = "carried"
    SAME = "same"
    """The same text stands in another block, which keeps its translation."""
    NEAR = "fuzzy"
    NONE = "untranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A translation, and how it was found."""

    how: How
    entry: CatalogEntry
    is_vanished: bool = False
    """Whether the source has no place for it any more."""


class Pool:
    """Looks translations up: at their place, anywhere in the language, in the memory, and by likeness."""

    def __init__(self, catalogs: Mapping[str, Catalog], memory: Iterable[Pair], wanted: set[Place]) -> None:
        self._wanted = wanted
        self._active: dict[Place, CatalogEntry] = {}
        self._obsolete: dict[Place, CatalogEntry] = {}
        self._by_key: dict[Key, list[tuple[str, CatalogEntry]]] = {}
        self._vanished: dict[str, list[CatalogEntry]] = {}
        self._in_use: dict[str, list[CatalogEntry]] = {}
        for domain, catalog in catalogs.items():
            for entry in catalog.entries:
                self._add(domain, entry)
        for pair in memory:
            entry = CatalogEntry(context=pair.context, msgid=pair.source, msgstr=pair.target, is_obsolete=True)
            self._by_key.setdefault(entry.key, []).append(("", entry))
            self._vanished.setdefault(entry.msgid, []).append(entry)

    def _add(self, domain: str, entry: CatalogEntry) -> None:
        place = (domain, entry.key)
        (self._obsolete if entry.is_obsolete else self._active)[place] = entry
        if not entry.msgstr:
            return
        self._by_key.setdefault(entry.key, []).append((domain, entry))
        is_vanished = entry.is_obsolete or place not in self._wanted
        (self._vanished if is_vanished else self._in_use).setdefault(entry.msgid, []).append(entry)

    def find(self, domain: str, source: CatalogEntry) -> Found:
        """Return the best translation for *source*, a message of the template of *domain*."""
        here = (domain, source.key)
        entry = self._active.get(here)
        if entry is not None and entry.msgstr:
            return Found(how=How.KEPT, entry=entry)
        for found in self._candidates(domain, source):
            if entry is not None:  # a comment on a message that had no translation yet stays with it
                comments = (*entry.comments, *(line for line in found.entry.comments if line not in entry.comments))
                return replace(found, entry=replace(found.entry, comments=comments))
            return found
        return Found(how=How.NONE, entry=entry or self._obsolete_comment(here) or source)

    def _candidates(self, domain: str, source: CatalogEntry) -> Iterator[Found]:
        here = (domain, source.key)
        if here in self._obsolete and self._obsolete[here].msgstr:
            yield _again(How.REVIVED, self._obsolete[here])
        for other, entry in self._by_key.get(source.key, ()):
            yield _again(How.MOVED if other else How.REVIVED, entry)
        for entry in _best_first(self._vanished.get(source.msgid, ())):
            yield _again(How.MOVED, entry)
        for entry in _best_first(self._in_use.get(source.msgid, ())):
            yield Found(how=How.SAME, entry=entry)
        for table, enough in ((self._vanished, NEAR_ENOUGH), (self._in_use, NEAR_ENOUGH_IN_USE)):
            if near := _nearest(source.msgid, table, enough):
                yield Found(how=How.NEAR, entry=near, is_vanished=table is self._vanished)

    def _obsolete_comment(self, here: Place) -> CatalogEntry | None:
        entry = self._obsolete.get(here)
        return replace(entry, is_obsolete=False) if entry else None


def _again(how: How, entry: CatalogEntry) -> Found:
    return Found(how=how, entry=replace(entry, is_obsolete=False), is_vanished=True)


def _best_first(entries: Iterable[CatalogEntry]) -> list[CatalogEntry]:
    """Return *entries*, those that a person has looked at first."""
    return sorted(entries, key=lambda entry: entry.is_fuzzy)


def _nearest(text: str, table: Mapping[str, list[CatalogEntry]], enough: int) -> CatalogEntry | None:
    if len(text) < SHORTEST:
        return None
    best = process.extractOne(text, table.keys(), scorer=fuzz.ratio, score_cutoff=enough)
    return _best_first(table[best[0]])[0] if best else None
