"""Inline markup of a message as codes, so that a translator's program can move them but not break them.

A text is taken apart into plain text and codes, and put together again to the same bytes. A code is one thing
(``:see:`rec-pol-006```) or a pair around text (``**`` … ``**``). The white space that only reStructuredText needs
between a word and a code is left out, and comes back by itself: a translator who puts a code beside a word of a
script without spaces cannot make it unreadable.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from docutils.utils.punctuation_chars import closers, closing_delimiters, delimiters, openers

from builders.catalogs.gate import signature


class CodeKind(Enum):
    """What a code stands for."""

    ROLE = "role"
    """A reference, a name or a value; as a pair, a reference with words of its own."""
    LINK = "link"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    """A named reference, which has no address in the text itself."""
    SUBSTITUTION = "substitution"
    LITERAL = "literal"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    PLACE = "place"
    """A place that is filled in when the text is printed (``{page}``)."""
    ADDRESS = "address"

    @property
    def is_markup(self) -> bool:
        """Whether reStructuredText has to recognise it, which needs white space or punctuation around it."""
        return self not in (CodeKind.PLACE, CodeKind.ADDRESS)

    @property
    def is_required(self) -> bool:
        """Whether the gate refuses a translation without it."""
        return self not in (CodeKind.LITERAL, CodeKind.STRONG, CodeKind.EMPHASIS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Inline markup: one thing, or a pair around pieces of text."""

    kind: CodeKind
    start: str
    """The whole of it, or the start of a pair."""
    end: str = ""
    """The end of a pair; empty when it is one thing."""
    inner: tuple[Piece, ...] = ()

    @property
    def is_pair(self) -> bool:
        """Whether it has text inside."""
        return bool(self.end)

    @property
    def sameness(self) -> tuple[CodeKind, str, str]:
        """What a code of a translation has in common with its twin in the source."""
        return (self.kind, self.start, self.end)

    @property
    def bare(self) -> str:
        """The code as it would stand around a single letter."""
        return f"{self.start}x{self.end}" if self.is_pair else self.start

    def __str__(self) -> str:
        return self.start + join(self.inner) + self.end


Piece = str | Code

_SEPARATOR = "\\ "
"""White space for reStructuredText that nobody sees in print."""

_MAY_PRECEDE = re.compile(rf"[\s{openers}{delimiters}]")
_MAY_FOLLOW = re.compile(rf"[\s{closing_delimiters}{delimiters}{closers}]")
_MAY_FOLLOW_ADDRESS = re.compile(r"""[\s<>`"')\]\\.,;:!?。，、；：！？）」』》]""")

_ROLE = r":[a-z][\w.+-]*:`"
_TITLE = r"(?!\s)(?:\\.|[^`<\\])+?(?<!\s)"
_BOLD_TEXT = r"(?:\\.|[^*\\])+?"

_CODE = re.compile(
    rf"""
      \\.
    | (?P<literal> ``(?![\s`]).*?(?<![\s`])``(?!`) )
    | (?P<role> (?P<role_start>{_ROLE}) (?P<role_title>{_TITLE}) (?P<role_end>\s*<[^`<>\\]+>`) )
    | (?P<link> (?P<link_start>(?<![:`])`) (?P<link_title>{_TITLE}) (?P<link_end>\s+<[^`<>\\]+>`__?) )
    | (?P<untitled_role> {_ROLE}[^`\\]+` )
    | (?P<untitled_link> (?<![:`])`<[^`<>\\]+>`__? )
    | (?P<reference> (?<![:`])`[^`<>\\]+`__? | (?<![\w`])\w+_(?=[\s.,;:!?)]|$) )
    | (?P<footnote> \[\#?[\w-]*\]_(?!\w) )
    | (?P<strong> (?P<strong_start>\*\*)(?![\s*]) (?P<strong_title>{_BOLD_TEXT}) (?P<strong_end>(?<!\s)\*\*(?!\*)) )
    | (?P<emphasis>
        (?P<emphasis_start>(?<!\*)\*)(?![\s*]) (?P<emphasis_title>{_BOLD_TEXT}) (?P<emphasis_end>(?<!\s)\*(?!\*)) )
    | (?P<substitution> \|[^|\s](?:[^|]*[^|\s])?\|(?:__?)? )
    | (?P<address>
        (?: (?i:\b(?:https?|ftp)://[^\s<>`"')\]\\。，、；：！？）」』》]+ | \bmailto:[^\s。，、；：！？）」』》]+)
          | \b[\w.+-]+@[\w-]+\.[\w.-]+ )(?<![.,;:!?]) )
    | (?P<place> \{{[a-z_]+\}} )
    """,
    re.VERBOSE | re.DOTALL,
)
_INSIDE = (CodeKind.PLACE, CodeKind.ADDRESS)
"""What is a code inside a pair too; reStructuredText has no markup in markup."""


def split(text: str) -> tuple[Piece, ...]:
    """Return *text* as plain text and codes; ``join`` puts it together again, to the last byte."""
    pieces = tuple(_pieces(text, tuple(CodeKind)))
    bare = tuple(_without_separators(pieces))
    for attempt in (bare, pieces):
        if join(attempt) == text:
            return attempt
    return (text,)


def join(pieces: Iterable[Piece]) -> str:
    """Return the text that *pieces* make, with white space for reStructuredText where a code stands by a word."""
    text = ""
    last: CodeKind | None = None
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
    numbers = list(range(1, len(list(codes_in(source))) + 1))
    free = list(zip(codes_in(source), numbers, strict=True))
    highest = len(numbers)
    found = []
    for code in codes_in(translation):
        twin = next((pair for pair in free if pair[0].sameness == code.sameness), None)
        if twin:
            free.remove(twin)
            found.append(twin[1])
        else:
            highest += 1
            found.append(highest)
    return numbers, found


def unread(source: str, translation: str) -> Iterator[str]:
    """Yield what *source* refers to and *translation* only seems to: it would be printed as it stands."""
    wanted, found = (
        Counter(item for code in codes_in(split(text)) for item in signature(code.bare))
        for text in (source, translation)
    )
    yield from sorted((wanted - found).elements())


def _pieces(text: str, kinds: tuple[CodeKind, ...]) -> Iterator[Piece]:
    """Yield *text* in pieces; only what reStructuredText recognises at its place is a code."""
    written = place = 0
    while match := _CODE.search(text, place):
        code = _code(match)
        if code is None or code.kind not in kinds or not _stands_free(match, code.kind):
            place = match.end() if code is None else match.start() + 1
            continue
        if match.start() > written:
            yield text[written : match.start()]
        yield code
        written = place = match.end()
    if written < len(text):
        yield text[written:]


def _code(match: re.Match[str]) -> Code | None:
    """Return the code that *match* has found, None for an escaped character."""
    name = match.lastgroup
    if name is None:
        return None
    kind = CodeKind(name.removeprefix("untitled_"))
    if f"{name}_title" not in match.re.groupindex:
        return Code(kind=kind, start=match[name])
    inner = tuple(_pieces(match[f"{name}_title"], _INSIDE))
    return Code(kind=kind, start=match[f"{name}_start"], end=match[f"{name}_end"], inner=inner)


def _stands_free(match: re.Match[str], kind: CodeKind) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    return not _gap(before, None, match[0], kind) and not _gap(match[0], kind, after, None)


def _gap(before: str, last: CodeKind | None, after: str, kind: CodeKind | None) -> str:
    """Return the white space without which a code at the border of two texts would not be read as one.

    *last* is the kind of code that *before* ends with, *kind* the one that *after* is; None for plain text.
    """
    if not before or not after:
        return ""
    may_precede = _MAY_PRECEDE.match(before[-1]) is not None
    may_follow = (_MAY_FOLLOW_ADDRESS if last is CodeKind.ADDRESS else _MAY_FOLLOW).match(after[0]) is not None
    if (kind is CodeKind.ADDRESS and not may_precede) or (last is CodeKind.ADDRESS and not may_follow):
        return " "
    is_tight = (kind and kind.is_markup and not may_precede) or (last and last.is_markup and not may_follow)
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
