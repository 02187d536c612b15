"""Inline markup of a message as codes, so that a translator's program can move them but not break them.

A text is taken apart into plain text and codes, and put together again to the same bytes. A code is one thing
(``:see:`rec-abc-006```) or a pair around text (``**`` … ``**``). The white space that only reStructuredText needs
between a word and a code is left out, and comes back by itself: a translator who puts a code beside a word of a
script without spaces cannot make it unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from builders.catalogs import inline
from builders.catalogs.inline import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Inline markup: one thing, or a pair around pieces of text."""

    kind: Kind
    start: str
    """The whole of it, or the start of a pair."""
    end: str = ""
    """The end of a pair; empty when it is one thing."""
    inner: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        return self.start + join(self.inner) + self.end


Piece = str | Code

_SEPARATOR = "\\ "
"""White space for reStructuredText that nobody sees in print."""

_BEHIND_ADDRESS = re.compile(r"""[\s<>`"')\]\\.,;:!?。，、；：！？）」』》]""")

_THINGS = (Kind.PLACEHOLDER, Kind.ADDRESS)
"""What is a code without being markup, inside a pair too."""
_NO_CODES = (Kind.TEXT, Kind.BROKEN, Kind.TARGET)


def is_required(kind: Kind) -> bool:
    """Whether the gate refuses a translation without a code of this *kind*."""
    return kind not in (Kind.LITERAL, Kind.STRONG, Kind.EMPHASIS)


def split(text: str) -> tuple[Piece, ...]:
    """Return *text* as plain text and codes; ``join`` puts it together again, to the last byte."""
    pieces = tuple(_pieces(inline.split(text)))
    attempts = (tuple(_without_separators(pieces)), pieces)
    return next((attempt for attempt in attempts if join(attempt) == text), (text,))


def join(pieces: Iterable[Piece]) -> str:
    """Return the text that *pieces* make, with white space for reStructuredText where a code stands by a word."""
    text = ""
    last: Kind | None = None
    for piece in pieces:
        written, kind = str(piece), piece.kind if isinstance(piece, Code) else None
        if written:
            text += _gap(text, last, written, kind) + written
            last = kind
    return text


def codes_in(pieces: Iterable[Piece]) -> Iterator[Code]:
    """Yield every code of *pieces*, a pair before what stands inside it."""
    for piece in pieces:
        if isinstance(piece, Code):
            yield piece
            yield from codes_in(piece.inner)


def numbered(source: Iterable[Piece], translation: Iterable[Piece]) -> tuple[Sequence[int], Sequence[int]]:
    """Return the numbers of the codes of both texts, in reading order: twins have the same one."""
    free = list(enumerate(codes_in(source), start=1))
    numbers, added, found = [number for number, _ in free], count(len(free) + 1), []
    for code in codes_in(translation):
        own = (code.kind, code.start, code.end)
        twin = next((pair for pair in free if (pair[1].kind, pair[1].start, pair[1].end) == own), None)
        if twin:
            free.remove(twin)
        found.append(twin[0] if twin else next(added))
    return numbers, found


def _pieces(parts: Iterable[inline.Piece]) -> Iterator[Piece]:
    """Yield *parts* as text and codes; single backquotes without a role are text."""
    text = ""
    for part in parts:
        if part.kind in _NO_CODES or (part.kind is Kind.ROLE and not part.role):
            text += part.source
            continue
        if text:
            yield text
        text = ""
        yield _code(part)
    if text:
        yield text


def _code(part: inline.Piece) -> Code:
    """Return the code that *part* is: a pair around words of its own, or one thing."""
    start, end = part.words
    if start == end or part.kind is Kind.LITERAL:
        return Code(kind=part.kind, start=part.source)
    inner = tuple(_pieces(inline.split_words(part.source[start:end])))
    return Code(kind=part.kind, start=part.source[:start], end=part.source[end:], inner=inner)


def _gap(before: str, last: Kind | None, after: str, kind: Kind | None) -> str:
    """Return the white space without which a code at the border of two texts would not be read as one.

    *last* is the kind of code that *before* ends with, *kind* the one that *after* is; None for plain text.
    """
    if not before or not after:
        return ""
    may_precede = inline.MAY_PRECEDE.match(before[-1]) is not None
    may_follow = (_BEHIND_ADDRESS if last is Kind.ADDRESS else inline.MAY_FOLLOW).match(after[0]) is not None
    if (kind is Kind.ADDRESS and not may_precede) or (last is Kind.ADDRESS and not may_follow):
        return " "
    is_tight = (kind and kind not in _THINGS and not may_precede) or (last and last not in _THINGS and not may_follow)
    return _SEPARATOR if is_tight else ""


def _without_separators(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield *pieces* without the white space that ``join`` puts back."""
    for number, piece in enumerate(pieces):
        if not isinstance(piece, str):
            yield piece
            continue
        text = piece
        before, after = pieces[:number], pieces[number + 1 :]
        rest = text.removesuffix(_SEPARATOR)
        if rest != text and after and join([*before[-1:], rest, after[0]]).endswith(_SEPARATOR + str(after[0])):
            text = rest
        rest = text.removeprefix(_SEPARATOR)
        if rest != text and before and join([before[-1], rest, *after[:1]]).startswith(str(before[-1]) + _SEPARATOR):
            text = rest
        if text:
            yield text
