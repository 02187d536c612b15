"""Every translation of a language, by the ways in which a message can find it again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from rapidfuzz import fuzz, process

from builders.catalogs.update.weighing import bare
from builders.model.messages import FUZZY, Catalog, CatalogEntry, Key, Pair

NEAR_ENOUGH = 75
"""Similarity in per cent (Indel, rapidfuzz) from which a translation that has lost its place is suggested."""

NEAR_ENOUGH_IN_USE = 85
"""The same for a translation that another message still uses: the two are meant to differ."""

SHORTEST = 4
"""Characters of a text that is worth comparing; shorter ones resemble everything."""

MessagePlace = tuple[str, Key]
"""A text domain, and the key of a message in it."""

MEMORY = ""
"""Stands for the text domain of what only the translation memory has."""

Holder = tuple[str, CatalogEntry]
"""An entry, and the text domain of the catalog that has it."""


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
    origin: Key = ("", "")
    """The message that it was made for: not its own where it is itself a suggestion that nobody has touched."""


class Pool:
    """Looks translations up: at their place, anywhere in the language, in the memory, and by likeness.

    A text has vanished when no catalog wants its message any more; where one does, what another catalog or the
    memory has of it is older, and no better than a suggestion for other messages. What is itself only suggested to a
    message in use is given to no other: whoever updates twice, or half and then whole, gets the same.
    """

    def __init__(self, catalogs: Mapping[str, Catalog], memory: Iterable[Pair], wanted: set[MessagePlace]) -> None:
        self._places = wanted
        self._wanted = {key for _, key in wanted}
        self._active: dict[MessagePlace, CatalogEntry] = {}
        self._obsolete: dict[MessagePlace, CatalogEntry] = {}
        self._by_key: dict[Key, list[Holder]] = {}
        self._vanished: dict[str, list[Holder]] = {}
        self._in_use: dict[str, list[Holder]] = {}
        self._holders: dict[bool, list[Holder]] = {True: [], False: []}
        for domain, catalog in catalogs.items():
            for entry in catalog.entries:
                place = (domain, entry.key)
                (self._obsolete if entry.is_obsolete else self._active)[place] = entry
                self._add(domain, entry)
        for pair in reversed(list(memory)):  # the memory grows at its end: a later translation is the better one
            entry = CatalogEntry(context=pair.context, msgid=pair.source, msgstr=pair.target, is_obsolete=True)
            self._add(MEMORY, replace(entry, flags=FUZZY) if pair.is_fuzzy else entry)

    def _add(self, domain: str, entry: CatalogEntry) -> None:
        if entry.msgstr:
            holder, is_vanished = (domain, entry), entry.key not in self._wanted
            table = self._vanished if is_vanished else self._in_use
            table.setdefault(entry.msgid, []).append(holder)
            self._by_key.setdefault(entry.key, []).append(holder)
            self._holders[is_vanished].append(holder)

    @cached_property
    def _vanished_by_words(self) -> dict[str, list[Holder]]:
        """What has vanished, by the bare words of its text."""
        return _by_words(self._holders[True])

    @cached_property
    def _in_use_by_words(self) -> dict[str, list[Holder]]:
        """What has not vanished, by the bare words of its text; the fuzzy serve nobody else."""
        return _by_words(holder for holder in self._holders[False] if not holder[1].is_fuzzy)

    def find(self, domain: str, source: CatalogEntry) -> Found:
        """Return the best translation for *source*, a message of the template of *domain*."""
        here = (domain, source.key)
        entry = self._active.get(here)
        if entry is not None and entry.msgstr:
            return Found(how=How.KEPT, entry=entry)
        found = next(self._candidates(domain, source), None)
        if found is None:
            commented = self._obsolete.get(here)
            return Found(how=How.NONE, entry=entry or (replace(commented, is_obsolete=False) if commented else source))
        if entry is not None:  # a comment on a message that had no translation yet stays with it
            comments = (*entry.comments, *(line for line in found.entry.comments if line not in entry.comments))
            found = replace(found, entry=replace(found.entry, comments=comments))
        return found

    def _candidates(self, domain: str, source: CatalogEntry) -> Iterator[Found]:
        for other, entry in _best_first(self._by_key.get(source.key, ()), domain, source):
            if self.origin(entry) == entry.key or entry.is_obsolete or (other, entry.key) not in self._places:
                yield _again(How.REVIVED if other in (domain, MEMORY) else How.MOVED, entry)
        for _, entry in _best_first(self._vanished.get(source.msgid, ()), domain, source):
            yield _again(How.MOVED, entry)
        words = bare(source.msgid)
        yield from self._offers(How.NEAR, self._vanished_by_words.get(words, ()), domain, source)
        yield from self._offers(How.SAME, self._in_use.get(source.msgid, ()), domain, source)
        yield from self._offers(How.NEAR, _nearest(words, self._vanished_by_words, NEAR_ENOUGH), domain, source)
        yield from self._offers(How.NEAR, _nearest(words, self._in_use_by_words, NEAR_ENOUGH_IN_USE), domain, source)

    def _offers(self, how: How, holders: Iterable[Holder], domain: str, source: CatalogEntry) -> Iterator[Found]:
        for _, entry in _best_first(holders, domain, source):
            is_vanished, origin = entry.key not in self._wanted, self.origin(entry)
            if is_vanished or origin == entry.key:
                yield Found(how=how, entry=entry, is_vanished=is_vanished, origin=origin)

    def origin(self, entry: CatalogEntry) -> Key:
        """Return the message that the translation of *entry* was made for: another one where it is suggested only."""
        former = entry.previous if entry.is_fuzzy else None
        if former and any(holder.msgstr == entry.msgstr for _, holder in self._by_key.get(former, ())):
            return former
        return entry.key


def _again(how: How, entry: CatalogEntry) -> Found:
    return Found(how=how, entry=replace(entry, is_obsolete=False), is_vanished=True)


def _best_first(holders: Iterable[Holder], domain: str, source: CatalogEntry) -> list[Holder]:
    """Return *holders*: catalogs before the memory, what a person has looked at first, then what stands nearest."""

    def rank(holder: Holder) -> tuple[bool, ...]:
        other, entry = holder
        is_elsewhere = (entry.context != source.context, role(entry.context) != role(source.context), other != domain)
        return (other == MEMORY, entry.is_fuzzy, *is_elsewhere, entry.is_obsolete and entry.key == source.key)

    return sorted(holders, key=rank)


def role(context: str) -> str:
    """Return what a text with *context* is to its block: ``title`` of ``rec-abc-014/title``."""
    return context.rpartition("/")[2]


def _by_words(holders: Iterable[Holder]) -> dict[str, list[Holder]]:
    table: dict[str, list[Holder]] = {}
    for holder in holders:
        if words := bare(holder[1].msgid):
            table.setdefault(words, []).append(holder)
    return table


def _nearest(words: str, table: Mapping[str, list[Holder]], enough: int) -> Iterable[Holder]:
    """Return what *table* has for the words that are most like *words*, nothing when none are like *enough*."""
    if len(words) < SHORTEST:
        return ()
    best = process.extractOne(words, table.keys(), scorer=fuzz.ratio, score_cutoff=enough)
    return table[best[0]] if best else ()
