"""Reads XLIFF that comes back: every unit with its texts, its codes as the markup that they stand for, its state."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from builders.catalogs.exchange.codes import text_of
from builders.catalogs.exchange.returned import Returned, ReturnedUnit, is_source, source_names
from builders.catalogs.exchange.xliff import FOLDER_MARK, FUZZY, NOTES, STATES
from builders.catalogs.exchange.xliff1_reading import NAMESPACE as VERSION_1
from builders.catalogs.exchange.xliff1_reading import parse_xliff_1
from builders.catalogs.xml_files import one_line, parse_xml, unreadable
from builders.model.findings import Location
from builders.model.messages import Standing

_NAMESPACE = re.compile(r"\{(urn:oasis:names:tc:xliff:document:2\.\d)\}xliff")

_STANDINGS = {state: where for where, state in STATES.items() if state != "initial"}
"""Where a message stands, by the state of its segment; “initial” is unfinished."""


def parse_xliff(
    data: bytes, name: str, *, trusts_initial: bool = False, sources: Collection[str] = ("en",)
) -> Returned:
    """Return the units of the XLIFF in *data*, of version 1 or 2, which messages call *name*.

    Some programs keep no states; with *trusts_initial*, a translation that went out as none is a finished one.
    Raises a Problem when it is no XLIFF, or its source language is none of *sources*.
    """
    root = parse_xml(data, name)
    if VERSION_1.fullmatch(str(root.tag)):
        return parse_xliff_1(root, name, trusts_initial=trusts_initial, sources=sources)
    match = _NAMESPACE.fullmatch(str(root.tag))
    if match is None:
        advice = "let the program save XLIFF 1.2, 2.0 or 2.1"
        raise unreadable(name, f"this is no XLIFF but <{root.tag}>", next_step=advice)
    if not is_source(root.get("srcLang", ""), sources):
        raise unreadable(name, f"the source language is “{root.get('srcLang', '')}”, not {source_names(sources)}")
    space = f"{{{match[1]}}}"
    read = _Reading(name=name, space=space, initial=Standing.TRANSLATED if trusts_initial else Standing.FUZZY)
    units = (
        _unit(unit, file.get("id", "").replace(FOLDER_MARK, "/"), read)
        for file in root.iterchildren(f"{space}file")
        for unit in file.iter(f"{space}unit")
    )
    return Returned(language=root.get("trgLang", ""), units=tuple(units))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What holds for a whole file."""

    name: str
    space: str
    """The namespace, in braces."""
    initial: Standing
    """What a translation in the state “initial” is."""


def _unit(unit: Any, domain: str, read: _Reading) -> ReturnedUnit:
    space = read.space
    data = {each.get("id"): text_of([each], {})[0] for each in unit.iter(f"{space}data")}
    parts = [part for part in unit.iterchildren() if part.tag in (f"{space}segment", f"{space}ignorable")]
    source, _ = text_of([part.find(f"{space}source") for part in parts], data)
    places = [_place(part, place, len(parts), space) for place, part in enumerate(parts, start=1)]
    target, faults = text_of(_targets(parts, places, space), data)
    if sorted(places) != [*range(1, len(parts) + 1)]:
        faults = (*faults, "nothing says in which order its parts come in the translation")
    missing = [part for part in parts if part.tag == f"{space}segment" and not _has_text(part.find(f"{space}target"))]
    if target and missing:
        faults = (*faults, f"{len(missing)} of its {len(parts)} parts have no translation")
    return ReturnedUnit(
        domain=domain,
        context=unit.get("name", ""),
        source=source,
        target=target,
        standing=_standing(parts, read) if target else Standing.UNTRANSLATED,
        location=Location(read.name, unit.sourceline or 0),
        identifier=unit.get("id", ""),
        comments=tuple(_comments(unit, space)),
        faults=faults,
    )


def _place(part: Any, place: int, count: int, space: str) -> int:
    """Return the place of *part* in the translation, its own *place* by default; 0 where none of *count* is named."""
    target = part.find(f"{space}target")
    order = (target.get("order") if target is not None else None) or str(place)
    # Python reads no number of thousands of digits.
    return int(order) if order.isdecimal() and len(order) <= len(str(count)) and int(order) <= count else 0


def _targets(parts: Iterable[Any], places: Iterable[int], space: str) -> list[Any]:
    """Return the target of every part that has one, in the order of their *places*."""
    found: list[tuple[int, Any]] = []
    for part, place in zip(parts, places, strict=True):
        target = part.find(f"{space}target")
        if target is None and part.tag == f"{space}ignorable":
            target = part.find(f"{space}source")
        if target is not None:
            found.append((place, target))
    return [target for _, target in sorted(found, key=lambda pair: pair[0])]


def _has_text(element: Any) -> bool:
    return element is not None and bool("".join(element.itertext()) or len(element))


def _standing(parts: Iterable[Any], read: _Reading) -> Standing:
    """Return how far the least finished segment is."""
    standings = (
        Standing.FUZZY if part.get("subState") == FUZZY else _STANDINGS.get(part.get("state", ""), read.initial)
        for part in parts
        if part.tag == f"{read.space}segment"
    )
    return min(standings, key=tuple(Standing).index, default=Standing.FUZZY)


def _comments(unit: Any, space: str) -> Iterator[str]:
    """Yield the notes that are not ours."""
    for note in unit.iterfind(f"{space}notes/{space}note"):
        text = one_line("".join(note.itertext()))
        if note.get("category") not in NOTES and text:
            yield text
