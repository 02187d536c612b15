"""Reads the content of a segment back to reStructuredText: codes become the markup that they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from builders.catalogs.exchange.inline import Code, Piece, is_required, join, split
from builders.catalogs.inline import Kind


@dataclass(frozen=True, slots=True)
class _Open:
    """A pair whose end has not come yet."""

    name: str
    start: str
    pieces: list[Piece] = field(default_factory=list)


_BRACKETS = str.maketrans("‹›", "<>")
"""What shows a code that has lost its data has other brackets than the code."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What grows while the segments of a unit are read."""

    data: Mapping[str, str]
    """The original data of the unit, by id."""
    faults: list[str] = field(default_factory=list)
    pairs: list[_Open] = field(default_factory=lambda: [_Open("", "")])
    """What is open, the outermost first; that one is the text itself."""

    def add(self, *pieces: Piece) -> None:
        """Put *pieces* into what was opened last; neighbouring runs of text are one."""
        own = self.pairs[-1].pieces
        for piece in pieces:
            if isinstance(piece, str) and own and isinstance(own[-1], str):
                own[-1] += piece
            else:
                own.append(piece)

    def end(self, name: str, text: str) -> None:
        """Close the pair *name*, whose end is *text*."""
        if len(self.pairs) > 1 and self.pairs[-1].name == name:
            self.add(*_pair(self.pairs.pop(), text))
        else:
            self.faults.append(f"the end {text} stands without its start, or crosses another pair")
            self.add(text)

    def stands_for(self, child: Any, side: str = "") -> str:
        """Return what the code *child* stands for."""
        found = self.data.get(child.get(f"dataRef{side}", ""))
        if found is None and (shown := child.get(f"disp{side}")) is not None:
            found = shown.translate(_BRACKETS)
        if found is None:
            self.faults.append(f"the code {child.get('id', '')} has lost what it stands for")
        return found or ""


def text_of(elements: Iterable[Any], data: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the text that the content of *elements* makes together, and what is wrong with its codes.

    *data* is the original data of the unit, by id. A pair may begin in one segment and end in another.
    """
    read = _Reading(data)
    for element in elements:
        if element is not None:
            _read(element, read)
    while len(read.pairs) > 1:
        pair = read.pairs.pop()
        read.faults.append(f"the start {pair.start} stands without its end")
        read.add(pair.start, *pair.pieces)
    return join(read.pairs[0].pieces), tuple(dict.fromkeys(read.faults))


def _read(element: Any, read: _Reading) -> None:
    """Read the content of *element*, in its order; marks that a program has laid over the text are seen through."""
    if element.text:
        read.add(element.text)
    for child in element:
        _read_child(child, read)
        if child.tail:
            read.add(child.tail)


def _read_child(child: Any, read: _Reading) -> None:
    if child.tag is etree.Entity:
        read.faults.append(f"the entity {child.text} stands for nothing")
        return
    if child.tag is etree.PI:  # a word of one program to another
        return
    name, identifier = etree.QName(child).localname, child.get("id", "")
    if name == "cp":
        read.add(_character(child.get("hex", "")))
    elif name == "ph":
        text = read.stands_for(child)
        pieces = split(text)
        read.add(pieces[0] if len(pieces) == 1 else text)
    elif name == "pc":
        read.pairs.append(_Open(identifier, read.stands_for(child, "Start")))
        _read(child, read)
        read.end(identifier, read.stands_for(child, "End"))
    elif name == "sc":
        read.pairs.append(_Open(identifier, read.stands_for(child)))
    elif name == "ec":
        read.end(child.get("startRef") or identifier, read.stands_for(child))
    elif name == "mrk":
        _read(child, read)
    elif name not in ("sm", "em"):
        read.faults.append(f"the element <{name}> has no place in a segment")


def _character(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _pair(pair: _Open, end: str) -> list[Piece]:
    """Return the pair as markup; what only looks like a pair is text.

    White space at its edges goes out of it, for reStructuredText has none there; strong nothing is nothing.
    """
    found = split(f"{pair.start}x{end}")
    kind = found[0].kind if len(found) == 1 and isinstance(found[0], Code) else None
    if kind is None or not end or kind is Kind.LITERAL:
        return [pair.start + join(pair.pieces) + end]
    before, inner, after = _without_edges(pair.pieces)
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
