"""Two branches of a catalog made one, message by message.

A line-by-line merge sees a conflict wherever two people have touched neighbours.
Here a conflict is only what two people have written differently for the same message.
Everything else has an answer: what one side has done counts, and what is left over becomes obsolete.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial

from builders.catalogs.memory import format_memory, memory_language, parse_memory
from builders.catalogs.merge.joining import Joined, as_written, join, join_headers
from builders.catalogs.merge.suggestions import EMPTY, Slots, improved, improvements, slots_of, suggested_from
from builders.catalogs.merge.versions import Versions, merge_lines, merge_sets
from builders.catalogs.po.writing import format_entry
from builders.model.messages import Catalog, CatalogEntry, Key, Written

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"
"""The lines around the two texts of a conflict; a catalog that holds them is refused until somebody has decided."""

Slot = tuple[Key, bool]
"""The key of an entry, and whether it is obsolete; a catalog has every place once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A catalog out of two branches."""

    catalog: Catalog
    """Where both sides differ, an entry's lines are both texts between the marks of git."""
    conflicts: tuple[Key, ...] = ()
    """The messages that a person must decide on, in the order of the file."""
    left_over: tuple[Key, ...] = ()
    """Messages that one side translated while the other had no place for them any more: obsolete now."""


def merge_catalogs(catalogs: Versions[Catalog], *, show: Callable[[Joined], CatalogEntry] | None = None) -> Merged:
    """Return the catalog that both sides make of their common *catalogs*.base.

    *show* makes an entry of what both sides have written differently; by default, both stand between marks.

    The order is that of the side which has followed the source (its messages in use stand otherwise than in the base);
    where both have, that of ours, with the messages of theirs behind their neighbours: the next update sorts them.
    """
    leads = _leading(catalogs)
    pieces = _pieces(catalogs.of(slots_of), leads)
    order = list(_ordered(catalogs, leads, pieces))
    head = _head(catalogs)
    made = [head, *(pieces[place] for place in order)]
    first, *entries = (piece.entry if not piece.rivals else (show or between_marks)(piece) for piece in made)
    catalog = replace(
        catalogs.ours,
        header=first.msgstr,
        header_comments=first.comments,
        header_flags=first.flags,
        head=first,
        entries=tuple(entries),
        tail=_tail(catalogs.of(lambda catalog: catalog.tail)),
    )
    return Merged(
        catalog=catalog,
        conflicts=tuple(piece.entry.key for piece in made if piece.rivals),
        left_over=tuple(piece.entry.key for piece in made if piece.is_left_over),
    )


def merge_memories(files: Versions[bytes], name: str) -> bytes:
    """Return every pair of both translation memories, those of ours first; messages call the file *name*.

    A pair that only one side has is never taken out: the other side cannot say that it meant to.
    """
    language = next((found for each in (files.ours, files.theirs) if (found := memory_language(each, name))), None)
    if language is None:
        return files.ours
    sides = (parse_memory(each, language, name) for each in (files.ours, files.theirs))
    return format_memory(dict.fromkeys(pair for pairs in sides for pair in pairs), language)


def between_marks(piece: Joined) -> CatalogEntry:
    """Return an entry whose lines are those of both sides of *piece*, between the marks of a conflict."""
    theirs = "\n\n".join(map(format_entry, piece.rivals))
    lines = "\n".join([OURS, format_entry(piece.entry), BETWEEN, theirs, THEIRS])
    entry = replace(piece.entry, written=None)
    return replace(entry, written=Written(text=lines, before="\n" if entry.msgid else "", entry=entry))


def _leading(catalogs: Versions[Catalog]) -> str:
    for entries in (catalogs.of(lambda catalog: catalog.active), catalogs.of(lambda catalog: catalog.entries)):
        orders = entries.of(lambda each: [(entry.key, entry.is_obsolete) for entry in each])
        if orders.ours != orders.theirs:
            return "theirs" if orders.ours == orders.base else "ours"
    return "ours"


def _places(catalog: Catalog) -> list[Slot]:
    return [(entry.key, entry.is_obsolete) for entry in catalog.entries]


def _pieces(slots: Versions[Slots], leads: str) -> dict[Slot, Joined]:
    """Return what becomes of every message."""
    keys = dict.fromkeys((*slots.ours, *slots.theirs))
    pieces = dict(piece for key in keys for piece in _pieces_of(key, slots, leads))
    for improvement in improvements(slots):
        place = (improvement.key, False)
        pieces[place] = replace(pieces[place], entry=improved(pieces[place].entry, improvement))
        if origin := pieces.get((improvement.origin, True)):
            pieces[improvement.origin, True] = replace(origin, is_left_over=False)
    return pieces


def _pieces_of(key: Key, slots: Versions[Slots], leads: str) -> Iterator[tuple[Slot, Joined]]:
    found = slots.of(lambda each: each.get(key, EMPTY))
    source = partial(suggested_from, slots=slots)
    stays = found.of(lambda slot: slot.is_in_use).settled(unsure=False)
    main = join(found.of(lambda slot: slot.main), stays=stays, source=source, leads=leads)
    spare = join(found.of(lambda slot: slot.spare), stays=False, source=source, leads=leads)
    if main and spare and not stays:
        main, spare = _one_of(main, spare), None
    if main:
        yield (key, not stays), main
    if spare:
        yield (key, True), spare


def _one_of(main: Joined, spare: Joined) -> Joined:
    """Return one piece for two obsolete entries of the same message; a catalog has room for one."""
    texts = dict.fromkeys((main.entry.msgstr, *(each.msgstr for each in (*main.rivals, spare.entry, *spare.rivals))))
    first, *others = filter(None, texts) if any(texts) else [""]
    added = tuple(line for line in spare.entry.comments if line not in main.entry.comments)
    entry = replace(main.entry, comments=(*main.entry.comments, *added), msgstr=first)
    return replace(main, entry=entry, rivals=tuple(replace(entry, msgstr=text) for text in others))


def _ordered(catalogs: Versions[Catalog], leads: str, wanted: Collection[Slot]) -> Iterator[Slot]:
    """Yield *wanted* in the order of the side that leads; what only the other has stands behind its neighbour there."""
    ours, theirs = _places(catalogs.ours), _places(catalogs.theirs)
    lead, other = (theirs, ours) if leads == "theirs" else (ours, theirs)
    known = {place for place in lead if place in wanted}
    start: list[Slot] = []
    end: list[Slot] = []
    behind: dict[Slot, list[Slot]] = {place: [] for place in known}
    bucket = {False: start, True: end}
    for place in other:
        if place in known:
            bucket[place[1]] = behind[place]
        elif place in wanted:
            bucket[place[1]].append(place)
    yield from start
    for place in lead:
        if place in known:
            yield place
            yield from behind[place]
    yield from end
    seen = {*lead, *other}
    yield from (place for place in wanted if place not in seen)


def _head(catalogs: Versions[Catalog]) -> Joined:
    heads = catalogs.of(_head_of)
    versions = join_headers(heads.of(lambda head: head.msgstr))
    comments, flags = heads.of(lambda head: head.comments), heads.of(lambda head: head.flags)
    common = replace(heads.ours, comments=merge_lines(comments), flags=merge_sets(flags), written=None)
    entry, *rivals = (as_written(replace(common, msgstr=text), heads) for text in versions)
    return Joined(entry=entry, rivals=tuple(rivals))


def _head_of(catalog: Catalog) -> CatalogEntry:
    return catalog.head or CatalogEntry(
        context="", msgid="", msgstr=catalog.header, comments=catalog.header_comments, flags=catalog.header_flags
    )


def _tail(tails: Versions[str]) -> str:
    merged = merge_lines(tails.of(lambda tail: tuple(tail.rstrip("\n").split("\n"))))
    return tails.settled(unsure="\n".join([*merged, ""]))
