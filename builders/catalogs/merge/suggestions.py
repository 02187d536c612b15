"""Copies of a translation that an update has laid under a changed or moved message, and that nobody has touched yet.

Such a copy is nobody's work: on the other branch, a translation of the same message goes before it, and an
improvement of its original goes into it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from builders.catalogs.merge.versions import Versions
from builders.catalogs.notes import CARRIED
from builders.model.messages import FUZZY, Catalog, CatalogEntry, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What a catalog has for one message."""

    main: CatalogEntry | None = None
    """The entry in use, or else the obsolete one."""
    spare: CatalogEntry | None = None
    """The obsolete entry that stands beside the one in use."""

    @property
    def is_in_use(self) -> bool:
        """Whether the source has the message."""
        return self.main is not None and not self.main.is_obsolete

    @property
    def text(self) -> str:
        """The translation, empty where there is none."""
        return self.main.msgstr if self.main else ""


EMPTY = Slot()


class Source(Enum):
    """Where a suggestion is taken from."""

    BASE = auto()
    """From what both sides started from: whatever the other side has made of it is better."""
    SIDE = auto()
    """From what a side has written itself before its update."""
    NOWHERE = auto()
    """It is no suggestion; somebody has written it for this message."""


Slots = Mapping[Key, Slot]


def slots_of(catalog: Catalog) -> Slots:
    """Return what *catalog* has for each of its messages."""
    slots: dict[Key, Slot] = {}
    for entry in catalog.entries:
        known = slots.get(entry.key, EMPTY).main
        is_main = known is None or not entry.is_obsolete
        slots[entry.key] = Slot(main=entry, spare=known) if is_main else Slot(main=known, spare=entry)
    return slots


def suggested_from(entry: CatalogEntry, slots: Versions[Slots]) -> Source:
    """Return which of *slots* has, word for word, the translation of its former text that *entry* only suggests."""
    former = entry.previous
    if former in (None, entry.key) or not (entry.is_fuzzy and entry.msgstr):
        return Source.NOWHERE
    for source, each in ((Source.BASE, slots.base), (Source.SIDE, slots.ours), (Source.SIDE, slots.theirs)):
        origin = each.get(former, EMPTY).main
        if origin and origin.msgstr == entry.msgstr and not origin.previous:
            return source
    return Source.NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """A better translation for a copy that only one side has."""

    key: Key
    origin: Key
    """The message that it was made for."""
    better: CatalogEntry


def improvements(slots: Versions[Slots]) -> Iterator[Improvement]:
    """Yield what one side has made of translations that the other side has laid under new messages meanwhile."""
    for own, other in ((slots.ours, slots.theirs), (slots.theirs, slots.ours)):
        retired = _retired(slots.base, own)
        for key, slot in own.items():
            if key in slots.base or key in other or slot.main is None or not (slot.text and slot.is_in_use):
                continue
            origin = _origin(slot.main, slots.base, retired)
            better = other.get(origin, EMPTY).main if origin else None
            if origin and better and better.msgstr and own.get(origin, EMPTY).text in ("", slot.text):
                yield Improvement(key=key, origin=origin, better=better)


def improved(entry: CatalogEntry, improvement: Improvement) -> CatalogEntry:
    """Return *entry* with the better translation, fuzzy where one of the two is."""
    better = improvement.better
    flags = entry.flags | FUZZY if better.is_fuzzy else entry.flags
    return entry if entry.msgstr == better.msgstr else replace(entry, msgstr=better.msgstr, flags=flags)


def _retired(base: Slots, own: Slots) -> dict[str, Key | None]:
    """Return the messages that *own* no longer uses, by their translation; None where two have the same one."""
    retired: dict[str, Key | None] = {}
    for key, slot in base.items():
        if slot.text and slot.is_in_use and not own.get(key, EMPTY).is_in_use:
            retired[slot.text] = None if slot.text in retired else key
    return retired


def _origin(entry: CatalogEntry, base: Slots, retired: Mapping[str, Key | None]) -> Key | None:
    """Return the message whose translation *entry* has a copy of; None where somebody may have made it for this one."""
    if entry.previous and base.get(entry.previous, EMPTY).text == entry.msgstr:
        return entry.previous
    origin = retired.get(entry.msgstr)
    if origin is None:
        return None
    is_moved = origin[1] == entry.msgid
    is_carried = CARRIED in " ".join(entry.comments)
    # Where both suggest what was made for the same former text, the source has changed twice and nobody has looked.
    former = base[origin].main if entry.is_fuzzy and entry.previous else None
    is_offered_on = former and former.is_fuzzy and former.previous == entry.previous
    return origin if is_moved or is_carried or is_offered_on else None
