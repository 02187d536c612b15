"""What inline markup is: a message split into text, emphasis, references, links, footnotes, places and literals.

The rules are those of docutils (``docutils.parsers.rst.states.Inliner``), which stays the judge: a test compares the
two. The time this takes grows with the length of a message and no faster: nothing is looked for twice.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from builders.model.characters import DIRECTION_MARKS


def _table(name: str) -> Any:
    """Return the module *name* of ``docutils.utils``, loaded by itself."""
    package = find_spec("docutils")
    folder = Path((package and package.origin) or "").parent
    spec = spec_from_file_location(f"_docutils_{name}", folder / "utils" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"docutils has no table {name}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHARACTERS, SCHEMES = _table("punctuation_chars"), frozenset(_table("urischemes").schemes)


class Kind(Enum):
    """What a piece of a message is."""

    TEXT = "text"
    ROLE = "role"
    """A reference, a name or a value; also single backquotes alone, whose role has no name."""
    LINK = "link"
    """Words with the address that they lead to."""
    FOOTNOTE = "footnote"
    REFERENCE = "reference"  # a named one, which has no address in the text itself
    SUBSTITUTION = "substitution"
    LITERAL = "literal"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    PLACEHOLDER = "place"
    """A place that is filled in when the text is printed (``{page}``)."""
    ADDRESS = "address"  # it becomes a link by itself
    TARGET = "target"  # a place in the text that others refer to
    BROKEN = "broken"
    """A start without its end, which docutils refuses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a message; all parts together are the message, to the last byte."""

    kind: Kind
    source: str
    """How it is written."""
    start: int
    """Where it begins in the message."""
    text: str = ""
    """What readers see of it, as far as the message says it itself."""
    words: tuple[int, int] = (0, 0)
    """Where the words of its own stand in what is written; the same place twice where it has none."""
    role: str = ""
    target: str = ""
    """What it refers to: a code, a page, an address, a label."""


TEXT_ROLES = frozenset(
    {"abbr", "abbreviation", "command", "dfn", "emphasis", "file", "guilabel", "kbd", "menuselection", "program"}
    | {"samp", "strong", "sub", "subscript", "sup", "superscript", "title", "title-reference"}
)
"""Roles that dress words, and refer to nothing."""
LITERAL = "``"
MARKS = re.compile(r"\*\*|\*|``")
"""The marks of strong text, emphasis and literals."""
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
"""A place that is filled in when the text is printed."""
_BEFORE = rf"\s{CHARACTERS.openers}{CHARACTERS.delimiters}{DIRECTION_MARKS}"
_BEHIND = rf"(?=[\s\x00{CHARACTERS.closing_delimiters}{CHARACTERS.delimiters}{CHARACTERS.closers}{DIRECTION_MARKS}]|\Z)"
MAY_PRECEDE, MAY_FOLLOW = re.compile(f"[{_BEFORE}]"), re.compile(_BEHIND)
"""What may stand right before markup, and right behind it."""
_NAME = r"(?>[^\W_]+(?:[-._+:][^\W_]+)*)"
_CANDIDATE = rf"""(?:
    (?P<start> \*\*|\*(?!\*)|``|_`|\|(?!\|) )(?!\s)
  | (?P<role> (?::{_NAME}:)? )`(?![`\s])
  | \[(?P<label> [0-9]+|\#(?:{_NAME})?|\*|{_NAME} )\]_{_BEHIND}
)"""
_NAMED = rf"(?P<name>{_NAME})__?{_BEHIND}"
_HERE = re.compile(rf"{_CANDIDATE} | {_NAMED}", re.VERBOSE)
# A name is looked at from its head only; whether a part of it may begin a reference is asked then.
_NEXT = re.compile(rf"(?<![^{_BEFORE}]){_CANDIDATE} | (?<![^\W_])(?<![^\W_][-._+:]){_NAMED}", re.VERBOSE)
_MAY_BEGIN = re.compile(rf"(?<![^{_BEFORE}])[^\W_]")
_ENDS = {
    "**": (Kind.STRONG, re.compile(rf"(?<![\s\x00])\*\*{_BEHIND}")),
    "*": (Kind.EMPHASIS, re.compile(rf"(?<![\s\x00])\*{_BEHIND}")),
    "``": (Kind.LITERAL, re.compile(rf"(?<!\s)``{_BEHIND}")),
    "_`": (Kind.TARGET, re.compile(rf"(?<![\s\x00])`{_BEHIND}")),
    "|": (Kind.SUBSTITUTION, re.compile(rf"(?<![\s\x00])\|_{{0,2}}{_BEHIND}")),
    "`": (Kind.ROLE, re.compile(rf"(?<!(?<!\x00)[\s\x00])`(?P<role>:{_NAME}:)?(?P<reference>__?)?{_BEHIND}")),
}
_URI = r"[-_.!~*'()[\];/:@&=+$,%a-zA-Z0-9\x00]"
_URI_END = rf"(?:[_~*/=+a-zA-Z0-9]|{_URI}(?=>))"
_MAIL = r"[-_!~*'{|}/#?^`&=+$%a-zA-Z0-9\x00]"
# Bounded, so that no text makes it slow; no name of a post box is as long.
_LINKED = rf"""(?:
    (?P<scheme> [a-zA-Z][a-zA-Z0-9.+-]{{0,200}} ):
    (?://?)?{_URI}*{_URI_END} (?:\?{_URI}*{_URI_END})? (?:\#{_URI}*{_URI_END})?
  | {_MAIL}(?:\.?{_MAIL}){{0,200}}(?<!\x00)@{_MAIL}+(?:\.{_MAIL}*)*{_URI_END}
){_BEHIND}"""
_LINKED_HERE = re.compile(_LINKED, re.VERBOSE)
_LINKED_NEXT = re.compile(rf"(?<![^{_BEFORE}]){_LINKED}", re.VERBOSE)
_PLAIN = re.compile(r"(?:[^`*|_\\@:{]++|:(?!\S)|\|(?=\s)|_(?=\w)|(?<!\S)\*(?=\s))*")
"""Text, with signs that can neither begin nor end markup where they stand; a bracket begins some only before ``]_``."""


@lru_cache(maxsize=32768)
def split(message: str) -> tuple[Piece, ...]:
    """Return the pieces of *message*, in its order."""
    if is_plain(message):
        return (Piece(kind=Kind.TEXT, source=message, start=0, text=message),) if message else ()
    text, written = _nulled(message), 0
    pieces: list[Piece] = []
    for piece in _marked(text, message):
        pieces += _unmarked(text[written : piece.start], written, message)
        pieces.append(piece)
        written = piece.start + len(piece.source)
    return (*pieces, *_unmarked(text[written:], written, message))


def is_plain(message: str) -> bool:
    """Whether *message* is nothing but text, as most are, to be seen without looking any closer."""
    return _PLAIN.fullmatch(message) is not None


def split_words(message: str) -> tuple[Piece, ...]:
    """Return the pieces of *message*, the words of other markup: there is no markup in it, but addresses and places."""
    return tuple(_unmarked(_nulled(message), 0, message))


def shown(pieces: tuple[Piece, ...]) -> str:
    """Return what readers see of *pieces*; what comes from elsewhere is a space."""
    return "".join(piece.text or " " for piece in pieces)


def residue(text: str) -> list[str]:
    """Return the marks in *text*, which has no markup, that look like markup that was not read as such."""
    return re.findall(r"\*\*|`|>__?(?!\w)|(?<!\w)\*\w|\w\*(?!\w)|[^\W\x00-\u024f]\*\w|\w\*[^\W\x00-\u024f]", text)


def signature(message: str | Iterable[Piece]) -> Iterator[str]:
    """Yield what a translation must keep of *message*, or of its pieces: references, addresses, footnotes, places."""
    for piece in split(message) if isinstance(message, str) else message:
        match piece.kind:
            case Kind.ROLE if piece.role:
                yield f"the :{piece.role}: {'text' if piece.role in TEXT_ROLES else f'reference to {piece.target}'}"
            case Kind.FOOTNOTE:
                yield f"the footnote [{piece.target}]_"
            case Kind.LINK:
                yield f"the link to {piece.target}"
            case Kind.SUBSTITUTION | Kind.REFERENCE | Kind.TARGET | Kind.ADDRESS:
                yield f"the {piece.kind.value} {piece.source}"
            case Kind.PLACEHOLDER:
                yield f"the place {piece.source}"
        if piece.kind not in (Kind.TEXT, Kind.LITERAL, Kind.PLACEHOLDER):
            yield from (f"the place {place}" for place in PLACEHOLDER.findall(piece.text))


def _marked(text: str, message: str) -> Iterator[Piece]:
    """Yield the pieces of *text* that marks make; *text* is *message* with nulls for its backslashes."""
    begin = place = 0
    unended: set[str] = set()
    while match := (place == begin and _HERE.match(text, place)) or _NEXT.search(text, place):
        start, place = match.span()
        if match["name"] and start != begin:  # a name may only end in something that is a reference
            if not (found := _MAY_BEGIN.search(text, start, match.end("name"))):
                continue
            start = found.start()
        mark = match["start"] or ("" if match["name"] or match["label"] else "`")
        is_open = mark and start != begin and not match["role"]
        if is_open and (place == len(text) or (start > 0 and CHARACTERS.match_chars(text[start - 1], text[place]))):
            begin = place  # what is quoted begins nothing
            continue
        end = _ENDS[mark][1].search(text, place) if mark and mark not in unended else None
        if not mark:
            piece = _whole(match, start, message)
        elif end and end.start() > place:
            piece = _enclosed(text, message, start=start, inner=place, end=end, mark=mark, role=match["role"] or "")
        else:
            piece = Piece(kind=Kind.BROKEN, source=mark, start=place - len(mark), text=mark, target=mark)
            unended |= set() if end else {mark}
        yield piece
        begin = place = piece.start + len(piece.source)


def _whole(match: re.Match[str], start: int, message: str) -> Piece:
    source = message[start : match.end()]
    if match["label"]:
        return Piece(kind=Kind.FOOTNOTE, source=source, start=start, target=match["label"])
    name = source.rstrip("_")
    return Piece(kind=Kind.REFERENCE, source=source, start=start, text=name, target=name)


def _enclosed(text: str, message: str, *, start: int, inner: int, end: re.Match[str], mark: str, role: str) -> Piece:
    """Return the piece from *start*, whose content begins at *inner* and ends where *end* begins."""
    source = message[start : end.end()]
    content = text[inner : end.start()]
    words = (inner - start, end.start() - start)
    piece = Piece(kind=_ENDS[mark][0], source=source, start=start, text=_unescaped(content), words=words)
    if piece.kind is Kind.LITERAL:
        return replace(piece, text=message[inner : end.start()])
    if piece.kind is Kind.SUBSTITUTION:
        return replace(piece, text="", target=piece.text, words=(0, 0))
    if piece.kind is not Kind.ROLE:
        return piece
    if (role and end["role"]) or (end["reference"] and (role or end["role"])):
        return replace(piece, kind=Kind.BROKEN, text=source, target=mark, words=(0, 0))
    named = (role or end["role"] or "")[1:-1].lower()
    return _phrase(piece, content) if end["reference"] else _interpreted(piece, content, named)


def _interpreted(piece: Piece, content: str, role: str) -> Piece:
    """Return *piece* as what the *role* makes of its *content*: ``code``, or ``words <code>``."""
    if not role or role in TEXT_ROLES:
        return replace(piece, role=role, target="" if role else piece.text)
    opening = content.rfind("<")
    if opening > 0 and content.endswith(">") and content[opening - 1] != "\0":
        words = content[:opening].rstrip()
        at = (piece.words[0], piece.words[0] + len(words))
        target = _unescaped(content[opening + 1 : -1])
        return replace(piece, role=role, text=_unescaped(words), target=target, words=at)
    return replace(piece, role=role, text="", target=piece.text, words=(0, 0))


def _phrase(piece: Piece, content: str) -> Piece:
    """Return *piece* as the reference that it is: with an address in its *content*, or to a name."""
    opening = content.rfind("<")
    while opening > 0 and content[opening - 1] == "\0":
        opening = content.rfind("<", 0, opening)
    inside = content[opening + 1 : -1]
    is_address = inside.strip() == inside.strip("\0") == inside != "" and not re.search(r"(?<!\x00)[<>]", inside)
    if not is_address or not content.endswith(">") or opening < 0 or content[:opening][-1:] not in ("", " ", "\n"):
        return replace(piece, kind=Kind.REFERENCE, target=piece.text)
    target = _unescaped(" ".join("".join(part.split()) for part in re.split("\0[ \n]", inside)))
    words = content[:opening].rstrip(" \n")
    at = (piece.words[0], piece.words[0] + len(words)) if words else (0, 0)
    return replace(piece, kind=Kind.LINK, text=_unescaped(words) or target, target=target, words=at)


def _unmarked(text: str, start: int, message: str) -> Iterator[Piece]:
    """Yield the pieces of *text*, which has no marks and stands at *start* of *message*: text, addresses, places."""
    written = 0
    for kind, begin, end in _unmarked_things(text):
        for each, first, last in ((Kind.TEXT, written, begin), (kind, begin, end)):
            if first < last:
                source = message[start + first : start + last]
                seen = _unescaped(_nulled(source))
                target = "" if each is Kind.TEXT else seen
                yield Piece(kind=each, source=source, start=start + first, text=seen, target=target)
        written = end


def _unmarked_things(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield where every address and place of *text* stands, and in the end where it ends."""
    written = 0
    for begin, end in (*_addresses(text), (len(text), len(text))):
        yield from ((Kind.PLACEHOLDER, *place.span()) for place in PLACEHOLDER.finditer(text, written, begin))
        yield Kind.ADDRESS, begin, end
        written = end


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the addresses of *text* stand: docutils looks again at what is left before and behind each of them.

    So one may also begin where another ends, and end where another begins.
    """
    begin = 0
    while begin < len(text):
        found = [(len(text), len(text))]
        while match := _LINKED_HERE.match(text, begin, end := found[-1][0]) or _LINKED_NEXT.search(text, begin, end):
            if match["scheme"] and match["scheme"].lower() not in SCHEMES:
                break  # docutils looks no further either
            found.append(match.span())
        yield from reversed(found[1:])
        begin = found[1][1] if len(found) > 1 else len(text)


def _nulled(message: str) -> str:
    """Return *message* as docutils reads it: a null for every backslash that protects a character, place by place."""
    return re.sub(r"\\([\s\S]?)", "\0\\1", message)


def _unescaped(text: str) -> str:
    """Return *text* as printed: an escaped space is nothing, any other escaped character itself."""
    return re.sub(r"\x00[ \n]?", "", text)
