"""One entry, or one header, out of three versions of it, without a sentence lost on the way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from builders.catalogs.merge.suggestions import Source
from builders.catalogs.merge.versions import Versions, merge_lines, merge_sets
from builders.catalogs.notes import own_words
from builders.catalogs.po.headers import HELD, header_fields
from builders.catalogs.reviews import review_of, reviews_last
from builders.model.messages import FUZZY, CatalogEntry, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An entry after a merge."""

    entry: CatalogEntry
    rivals: tuple[CatalogEntry, ...] = ()
    """The entry of the other side, where both have written another translation."""
    is_left_over: bool = False
    """Whether one side had no place for the message any more while the other worked on its translation."""


def join(
    entries: Versions[CatalogEntry | None], *, stays: bool, source: Callable[[CatalogEntry], Source], leads: str
) -> Joined | None:
    """Return the entry that *entries* make; None where nobody has it, or one side took out what the other left alone.

    *stays* says whether the source has the message still; *source*, where a translation is only a copy that an update
    has laid there; *leads*, which side ("ours" or "theirs") has followed the source further.
    """
    ours, theirs = entries.ours, entries.theirs
    if ours is not None and theirs is not None:
        both = Versions(base=_ground(entries.base, (ours, theirs), source), ours=ours, theirs=theirs)
        return _joined(both, stays=stays, leads=leads)
    left = ours or theirs
    if left is None or (entries.base is not None and not _is_work(entries.base, left)):
        return None
    if entries.base is None or stays:
        return Joined(entry=left)
    return Joined(entry=replace(left, is_obsolete=True, extracted=(), references=()), is_left_over=True)


def as_written(merged: CatalogEntry, entries: Versions[CatalogEntry]) -> CatalogEntry:
    """Return *merged* as a side has written it that says the same; of both, the one that has laid it out anew."""
    same = [side for side in (entries.ours, entries.theirs) if replace(side, line=0) == replace(merged, line=0)]
    if len(same) == 2 and _lines(entries.ours) == _lines(entries.base):
        return entries.theirs
    return same[0] if same else merged


def _ground(
    base: CatalogEntry | None, sides: tuple[CatalogEntry, CatalogEntry], source: Callable[[CatalogEntry], Source]
) -> CatalogEntry:
    """Return what both sides started from; the suggestion of an update is such a start and nobody's work."""
    ground = base or CatalogEntry(context=sides[0].context, msgid=sides[0].msgid, msgstr="")
    by_source = {source(side): side for side in reversed(sides)}
    suggestion = by_source.get(Source.BASE) or by_source.get(Source.SIDE)
    if ground.msgstr or suggestion is None or not all(side.msgstr for side in sides):
        return ground
    people, added = own_words(suggestion.comments), suggestion.comments
    ground = replace(ground, comments=(*ground.comments, *(line for line in added if line not in people)))
    return replace(ground, msgstr=suggestion.msgstr, flags=suggestion.flags, previous=suggestion.previous)


def _is_work(base: CatalogEntry, entry: CatalogEntry) -> bool:
    """Whether somebody has worked on *entry* since *base*, or put it to use again, and it holds something to keep."""
    work = attrgetter("msgstr", "flags", "comments")
    is_revived = base.is_obsolete and not entry.is_obsolete
    return bool(entry.msgstr or entry.comments) and (is_revived or work(entry) != work(base))


def _joined(entries: Versions[CatalogEntry], *, stays: bool, leads: str) -> Joined:
    lead: CatalogEntry = getattr(entries, leads)
    texts = entries.of(lambda entry: entry.msgstr)
    comments = entries.of(lambda entry: entry.comments)
    merged_comments = merge_lines(comments)
    common = replace(
        lead,
        is_obsolete=not stays,
        extracted=entries.of(lambda entry: entry.extracted).settled(unsure=lead.extracted),
        references=entries.of(lambda entry: entry.references).settled(unsure=lead.references),
        comments=reviews_last(merged_comments) if comments.are_at_odds else merged_comments,
        written=None,
    )
    flags = merge_sets(entries.of(lambda entry: entry.flags - FUZZY))
    if texts.are_at_odds and texts.ours and texts.theirs:
        sides = entries.of(lambda side: (side.msgstr, flags | (side.flags & FUZZY), side.previous))
        made = sides.of(lambda side: replace(common, msgstr=side[0], flags=side[1], previous=side[2]))
        return Joined(entry=as_written(made.ours, entries), rivals=(as_written(made.theirs, entries),))
    text = texts.settled(unsure=texts.ours or texts.theirs)
    saved = "" if text else _vouched_text(entries)
    is_fuzzy = bool(saved) or texts.are_at_odds or _is_fuzzy(entries, text)
    if not text:
        text = saved or (_retired_text(entries) if not stays else "")
    previous, flags = _previous(entries, lead, is_fuzzy=is_fuzzy), flags | FUZZY if is_fuzzy else flags
    merged = replace(common, msgstr=text, flags=flags, previous=previous)
    return Joined(entry=as_written(merged, entries), is_left_over=_is_left_over(entries, text, stays=stays))


def _is_left_over(entries: Versions[CatalogEntry], text: str, *, stays: bool) -> bool:
    in_use = [side for side in (entries.ours, entries.theirs) if not side.is_obsolete]
    return not stays and len(in_use) == 1 and in_use[0].msgstr == text != entries.base.msgstr


def _retired_text(entries: Versions[CatalogEntry]) -> str:
    """Return the translation that one side has just put among the obsolete ones while the other has emptied it."""
    sides = (entries.ours, entries.theirs)
    retired = (side.msgstr for side in sides if side.is_obsolete and not entries.base.is_obsolete)
    return next(filter(None, retired), "")


def _vouched_text(entries: Versions[CatalogEntry]) -> str:
    """Return the translation that one side has emptied while a person on the other side has said that it is good."""
    base = entries.base
    vouched = (
        side.msgstr
        for side in (entries.ours, entries.theirs)
        if (base.is_fuzzy and not side.is_fuzzy) or review_of(side) not in (None, review_of(base))
    )
    return next(filter(None, vouched), "")


def _is_fuzzy(entries: Versions[CatalogEntry], text: str) -> bool:
    """Whether a person must look at *text*: one who has cleared the mark has spoken for the text of then only."""
    ours, theirs = entries.ours, entries.theirs
    if ours.is_fuzzy == theirs.is_fuzzy:
        return ours.is_fuzzy
    cleared, marked = (theirs, ours) if ours.is_fuzzy else (ours, theirs)
    is_cleared = entries.base.is_fuzzy and cleared.msgstr == text and marked.msgstr in (entries.base.msgstr, text)
    return not is_cleared


def _previous(entries: Versions[CatalogEntry], lead: CatalogEntry, *, is_fuzzy: bool) -> Key | None:
    previous = entries.of(lambda entry: entry.previous)
    marked = [entry.previous for entry in (entries.ours, entries.theirs) if entry.is_fuzzy]
    if is_fuzzy and len(marked) == 1:
        return marked[0]
    return previous.settled(unsure=lead.previous if is_fuzzy else None)


def _lines(entry: CatalogEntry) -> str:
    return entry.written.before + entry.written.text if entry.written else ""


def join_headers(headers: Versions[str]) -> tuple[str, ...]:
    """Return the header that both sides make, field by field; ours and theirs, two, where a field of HELD differs."""
    if not headers.are_at_odds:
        return (headers.settled(unsure=""),)
    lines = headers.of(_lines_by_field)
    later = lines.theirs if _saved(headers.theirs) > _saved(headers.ours) else lines.ours
    return tuple(dict.fromkeys(_joined_header(lines, side, later) for side in (lines.ours, lines.theirs)))


def _joined_header(lines: Versions[dict[str, str]], side: dict[str, str], later: dict[str, str]) -> str:
    names = dict.fromkeys((*lines.ours, *lines.theirs))
    return "".join(_header_line(lines, name, side if name in HELD else later) for name in names)


def _header_line(lines: Versions[dict[str, str]], name: str, right: dict[str, str]) -> str:
    return lines.of(lambda each: each.get(name, "")).settled(unsure=right.get(name, ""))


def _lines_by_field(header: str) -> dict[str, str]:
    return {line.partition(":")[0].strip(): f"{line}\n" for line in header.splitlines()}


def _saved(header: str) -> float:
    """Return when a translator's tool saved the catalog, in seconds; 0 where it does not say."""
    day = dict(header_fields(header)).get("PO-Revision-Date", "")
    try:
        return datetime.strptime(day, "%Y-%m-%d %H:%M%z").timestamp()
    except ValueError:
        return 0.0
