"""Takes in what comes back: a translation goes where domain, context and English text are still what they were.

Nothing is lost. What has no place any more, what would replace something better, and what is replaced itself goes to
the memory of the language; what the gate refuses stands in the catalog as fuzzy.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from builders.catalogs.exchange.returned import ReturnedUnit
from builders.catalogs.message_rules import check_catalog
from builders.catalogs.notes import CHANGED, own_words
from builders.catalogs.reviews import PREFIX, standing, with_review
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.xml_files import legible
from builders.model.characters import is_blank
from builders.model.findings import Finding, Severity
from builders.model.messages import FUZZY, Catalog, CatalogEntry, Pair, ReviewLevel, Standing, message_id

Refused = Mapping[tuple[str, str, str, str], tuple[Finding, ...]]
"""Domain, context, source and translation of what checks refuse, and why."""

_ORDER = tuple(Standing)
_SHOWN = 60
"""Characters of a name or a text in a line of a report."""
_LEVELS = {Standing.REVIEWED: ReviewLevel.REVIEWED, Standing.APPROVED: ReviewLevel.APPROVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRules:
    """On which terms a file is taken in."""

    on: date
    by: str = ""
    """Who vouches for what the file says is reviewed or final; without a name it comes in as translated."""
    replaces_approved: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
    """The tag of the language that the texts of a domain are written in, where it is not English."""
    aside: str = "the memory of the language"
    """Where translations wait that cannot be taken in."""
    takes_texts: bool = True
    """Whether translations are taken in; without them, only who has approved which, and what people have noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The catalogs and the memory of a language after a file was taken in, and what became of its units."""

    catalogs: Mapping[str, Catalog]
    memory: tuple[Pair, ...]
    counts: Mapping[str, int]
    """Units by what became of them, in words of a report."""
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Work:
    """What grows while units are taken in."""

    entries: dict[MessagePlace, CatalogEntry]
    by_name: dict[str, MessagePlace]
    terms: ImportRules
    refused: Refused
    seen: dict[MessagePlace, ReturnedUnit] = field(default_factory=dict)
    aside: list[Pair] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def report(self, unit: ReturnedUnit, message: str, hint: str, *, check: str) -> None:
        finding = Finding(check=check, location=unit.location, message=message, hint=hint, severity=Severity.WARNING)
        self.findings.append(finding)


def take_in(
    units: Iterable[ReturnedUnit],
    catalogs: Mapping[str, Catalog],
    memory: Iterable[Pair],
    terms: ImportRules,
    *,
    refused: Refused = MappingProxyType({}),
) -> Taken:
    """Return *catalogs* and *memory* with what *units* bring; the gate and *refused* decide what readers may see."""
    entries = {(domain, entry.key): entry for domain, catalog in catalogs.items() for entry in catalog.active}
    names = {message_id(*place): place for place in entries}
    work = _Work(entries=entries, by_name=names, terms=terms, refused=refused)
    for unit in units:
        _take(unit, work)
    result = {}
    for domain, catalog in catalogs.items():
        found = (each if each.is_obsolete else work.entries[domain, each.key] for each in catalog.entries)
        result[domain] = replace(catalog, entries=tuple(found))
    aside = remember(work.aside, result, memory)
    return Taken(catalogs=result, memory=aside, counts=dict(work.counts), findings=tuple(work.findings))


def remember(pairs: Iterable[Pair], catalogs: Mapping[str, Catalog], memory: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return *memory* with those of *pairs* that stand neither in it nor in *catalogs*."""
    known = {(entry.context, entry.msgid, entry.msgstr) for catalog in catalogs.values() for entry in catalog.entries}
    kept = {(pair.context, pair.source, pair.target): pair for pair in memory}
    for pair in pairs:
        texts = (pair.context, pair.source, pair.target)
        is_pair = not (is_blank(pair.source) or is_blank(pair.target))
        if is_pair and texts not in known and (texts not in kept or not pair.is_fuzzy):
            kept[texts] = pair
    return tuple(kept.values())


def _take(unit: ReturnedUnit, work: _Work) -> None:
    """Find the place of *unit* and put its translation there, or aside."""
    # As catalogs can hold it; what is no character is taken out and said.
    target, comments = legible(unit.target), tuple(map(legible, unit.comments))
    faults = unit.faults if target == unit.target else (*unit.faults, "it holds characters that no text needs")
    unit = replace(unit, source=legible(unit.source), target=target, comments=comments, faults=faults)
    place = _place(unit, work)
    if place is None:
        return
    entry = work.entries[place]
    people = (text for text in unit.comments if text.strip() and not text.startswith((PREFIX, CHANGED)))
    if said := [text for text in people if text not in entry.comments]:
        entry = replace(entry, comments=(*said, *entry.comments))
        work.counts["with a note"] += 1
    work.entries[place] = _decided(entry, unit, work) if unit.target else entry


def _place(unit: ReturnedUnit, work: _Work) -> MessagePlace | None:
    """Return the message that *unit* translates; None, once that is said, where there is no such message any more."""
    own = (unit.domain, (unit.context, unit.source))
    place = work.by_name.get(unit.identifier, own)
    shown = f"“{unit.source[:_SHOWN]}”"
    if place not in work.entries or place[1][1] != unit.source:
        if unit.target:
            _put_aside(unit, work)
            fault = "the English text is not the one of the catalog"
            message = f"{fault if place in work.entries else 'no message has this text and place any more'}: {shown}"
            hint = f"its translation waits in {work.terms.aside}"
            work.report(unit, message, hint, check="unit-without-place")
            work.counts["without a place"] += 1
        return None
    first = work.seen.setdefault(place, unit) if unit.target else unit
    if first.target != unit.target:
        _put_aside(unit, work)
        message = f"the message came back before, with another translation ({first.location}): {shown}"
        hint = f"the first one counts; this one waits in {work.terms.aside}"
        work.report(unit, message, hint, check="unit-twice")
        return None
    return place


def _decided(entry: CatalogEntry, unit: ReturnedUnit, work: _Work) -> CatalogEntry:
    """Return *entry* with the translation of *unit*, or as it is where that would make it worse."""
    old = standing(entry)
    is_no_better = _ORDER.index(unit.standing) <= _ORDER.index(old)
    if entry.msgstr != unit.target and not work.terms.takes_texts:
        return _not_taken(entry, unit, work)
    if entry.msgstr == unit.target and (is_no_better or unit.faults):
        work.counts["unchanged"] += 1
        return entry
    plain = replace(entry, flags=entry.flags - FUZZY, previous=None, comments=own_words(entry.comments))
    finished = replace(plain, msgstr=unit.target)
    faults = list(_faults(finished, unit, work))
    is_sound = not faults and unit.standing is not Standing.FUZZY
    work.findings += faults
    if entry.msgstr == unit.target:
        return _risen(finished if is_sound else entry, entry, unit, work)
    if old is Standing.APPROVED and not work.terms.replaces_approved:
        return _refused(entry, unit, work, "an approved translation is not replaced", check="unit-approved")
    if not is_sound and old not in (Standing.UNTRANSLATED, Standing.FUZZY):
        message = "a finished translation is not replaced by this one"
        return _refused(entry, unit, work, message, check="unit-unfinished")
    if entry.msgstr:
        context, source = (entry.is_fuzzy and entry.previous) or entry.key
        work.aside.append(Pair(context=context, source=source, target=entry.msgstr, is_fuzzy=entry.is_fuzzy))
    if not is_sound:
        work.counts["fuzzy"] += 1
        return replace(entry, msgstr=unit.target, flags=entry.flags | FUZZY)
    work.counts["translated"] += 1
    return _vouched(finished, unit, work)


def _not_taken(entry: CatalogEntry, unit: ReturnedUnit, work: _Work) -> CatalogEntry:
    """Return *entry*, whose translation is not the one of *unit*; say so where somebody has vouched for that."""
    if unit.standing in _LEVELS:
        message = f"another translation is {unit.standing.value} than the catalog has: “{unit.source[:_SHOWN]}”"
        hint = "take the translations in first, then the approvals"
        work.report(unit, message, hint, check="unit-otherwise")
    work.counts["with another translation"] += 1
    return entry


def _risen(finished: CatalogEntry, entry: CatalogEntry, unit: ReturnedUnit, work: _Work) -> CatalogEntry:
    """Return *entry*, whose translation has not changed, as far as *unit* says that it is now."""
    if entry.is_fuzzy and not finished.is_fuzzy:
        work.counts["no longer fuzzy"] += 1
        return _vouched(finished, unit, work)
    vouched = entry if entry.is_fuzzy else _vouched(entry, unit, work)
    work.counts["unchanged" if vouched is entry else "reviewed"] += 1
    return vouched


def _vouched(entry: CatalogEntry, unit: ReturnedUnit, work: _Work) -> CatalogEntry:
    """Return *entry* with the review that *unit* speaks of, where somebody has put their name to it."""
    level = _LEVELS.get(unit.standing)
    if level is None:
        return entry
    said = unit.review or work.terms
    if not said.by:
        work.counts["without a name"] += 1
        return entry
    return with_review(entry, level, by=said.by, on=said.on)


def _refused(entry: CatalogEntry, unit: ReturnedUnit, work: _Work, message: str, *, check: str) -> CatalogEntry:
    _put_aside(unit, work)
    hint = f"the catalog keeps its own; this one waits in {work.terms.aside}"
    work.report(unit, f"{message}: “{unit.source[:_SHOWN]}”", hint, check=check)
    work.counts["kept aside"] += 1
    return entry


def _put_aside(unit: ReturnedUnit, work: _Work) -> None:
    entry = CatalogEntry(context=unit.context, msgid=unit.source, msgstr=unit.target)
    is_fuzzy = unit.standing is Standing.FUZZY or any(_faults(entry, unit, work))
    work.aside.append(Pair(context=unit.context, source=unit.source, target=unit.target, is_fuzzy=is_fuzzy))


def _faults(entry: CatalogEntry, unit: ReturnedUnit, work: _Work) -> Iterator[Finding]:
    """Yield what keeps the translation of *unit* from readers, at its line in the file."""
    for fault in unit.faults:
        name = unit.identifier[:_SHOWN] or unit.context or unit.domain
        message = f"the unit {name} came back damaged: {fault}"
        hint = "compare it with the English text in your program"
        yield Finding(check="unit-damaged", location=unit.location, message=message, hint=hint)
    at_unit = replace(entry, line=unit.location.line)
    domain = work.by_name.get(unit.identifier, (unit.domain, entry.key))[0]
    alone = Catalog(path=unit.location.path, header="", entries=(at_unit,))
    yield from check_catalog(alone, source=work.terms.sources.get(domain, "en"))
    refused = work.refused.get((domain, *entry.key, entry.msgstr), ())
    yield from (replace(each, location=unit.location) for each in refused)
