"""Reads the content of a segment back to reStructuredText: codes become the markup that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from lxml import etree

from builders.catalogs.exchange.inline import Code, Piece, is_required, join, split
from builders.catalogs.inline import Kind


class _What(Enum):
    TEXT = "text"
    THING = "thing"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class _Event:
    """A step through a segment: a run of text, or a code."""

    what: _What
    text: str
    name: str = ""
    """Which start an end belongs to."""


@dataclass(slots=True)
class _Open:
    """A pair whose end has not come yet."""

    name: str
    start: str
    pieces: list[Piece] = field(default_factory=list)


def text_of(elements: Iterable[Any], data: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the text that the content of *elements* makes together, and what is wrong with its codes.

    *data* is the original data of the unit, by id. A pair may begin in one segment and end in another.
    """
    faults: list[str] = []
    open_pairs = [_Open("", "")]
    for event in (event for element in elements if element is not None for event in _events(element, data, faults)):
        pieces = open_pairs[-1].pieces
        if event.what is _What.TEXT:
            pieces.append(event.text)
        elif event.what is _What.THING:
            pieces.append(_thing(event.text))
        elif event.what is _What.START:
            open_pairs.append(_Open(event.name, event.text))
        elif len(open_pairs) > 1 and open_pairs[-1].name == event.name:
            pair = open_pairs.pop()
            open_pairs[-1].pieces += _pair(pair, event.text)
        else:
            faults.append(f"the end {event.text} stands without its start, or crosses another pair")
            pieces.append(event.text)
    while len(open_pairs) > 1:
        pair = open_pairs.pop()
        faults.append(f"the start {pair.start} stands without its end")
        open_pairs[-1].pieces += [pair.start, *pair.pieces]
    return join(_merged(open_pairs[0].pieces)), tuple(dict.fromkeys(faults))


def _events(element: Any, data: Mapping[str, str], faults: list[str]) -> Iterator[_Event]:
    """Yield the content of *element* in reading order; marks that a program has laid over the text are seen through."""
    if element.text:
        yield _Event(_What.TEXT, element.text)
    for child in element:
        yield from _child(child, data, faults)
        if child.tail:
            yield _Event(_What.TEXT, child.tail)


def _child(child: Any, data: Mapping[str, str], faults: list[str]) -> Iterator[_Event]:
    if child.tag is etree.Entity:
        faults.append(f"the entity {child.text} stands for nothing")
        return
    if child.tag is etree.PI:  # a word of one program to another
        return
    name = etree.QName(child).localname
    if name == "cp":
        yield _Event(_What.TEXT, _character(child.get("hex", "")))
    elif name == "ph":
        yield _Event(_What.THING, _data(child, "", data, faults))
    elif name == "pc":
        identifier = child.get("id", "")
        yield _Event(_What.START, _data(child, "Start", data, faults), identifier)
        yield from _events(child, data, faults)
        yield _Event(_What.END, _data(child, "End", data, faults), identifier)
    elif name == "sc":
        yield _Event(_What.START, _data(child, "", data, faults), child.get("id", ""))
    elif name == "ec":
        yield _Event(_What.END, _data(child, "", data, faults), child.get("startRef") or child.get("id", ""))
    elif name == "mrk":
        yield from _events(child, data, faults)
    elif name not in ("sm", "em"):
        faults.append(f"the element <{name}> has no place in a segment")


def _data(child: Any, side: str, data: Mapping[str, str], faults: list[str]) -> str:
    """Return what the code *child* stands for."""
    found = data.get(child.get(f"dataRef{side}", ""), child.get(f"disp{side}"))
    if found is None:
        faults.append(f"the code {child.get('id', '')} has lost what it stands for")
    return found or ""


def _character(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _thing(text: str) -> Piece:
    pieces = split(text)
    return pieces[0] if len(pieces) == 1 else text


def _pair(pair: _Open, end: str) -> list[Piece]:
    """Return the pair as markup; what only looks like a pair is text.

    White space at its edges goes out of it, for reStructuredText has none there; strong nothing is nothing.
    """
    inner = _merged(pair.pieces)
    found = split(f"{pair.start}x{end}")
    kind = found[0].kind if len(found) == 1 and isinstance(found[0], Code) else None
    if kind is None or not end or kind is Kind.LITERAL:
        return [pair.start + join(inner) + end]
    before, inner, after = _without_edges(inner)
    if not inner and not is_required(kind):
        return [before + after]
    return [before, Code(kind=kind, start=pair.start, end=end, inner=tuple(inner)), after]


def _without_edges(pieces: list[Piece]) -> tuple[str, list[Piece], str]:
    """Return *pieces* without white space before and behind, and that white space."""
    before = after = ""
    if pieces and isinstance(first := pieces[0], str):
        before, pieces = first[: len(first) - len(first.lstrip())], [first.lstrip(), *pieces[1:]]
    if pieces and isinstance(last := pieces[-1], str):
        after, pieces = last[len(last.rstrip()) :], [*pieces[:-1], last.rstrip()]
    return before, [piece for piece in pieces if piece], after


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Return *pieces* with neighbouring runs of text as one."""
    merged: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and merged and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged
