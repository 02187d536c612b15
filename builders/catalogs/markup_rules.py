"""The markup of a translation beside that of its source: a closed list, addresses and HTML included."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from builders.catalogs.addresses import addresses
from builders.catalogs.inline import PLACEHOLDER, Kind, Piece, residue, shown, signature
from builders.model.characters import as_seen

_APART = "write \\ and a space between the markup and a word, or close it"
_ONLY_OF_THE_SOURCE = "remove it; only what the source has is allowed"
_OPENED = {"``": "literal text", "`": "text in backquotes", "|": "substitution", "_`": "target"}
_OPENED |= {"**": "strong text", "*": "emphasis"}
_HTML = re.compile(
    r"(?i)&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|<!--|</[a-z][a-z0-9]*>|<[a-z][a-z0-9]*/[^<>\s]*=[^<>]*>|<[a-z][a-z0-9]*(?:\s[^<>=]*=[^<>]*|\s?/)>"
    r"|<(?:a|b|big|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|script|small|span|strong|su[bp]|t[dhr]|table|u|ul)>"
)
"""What readers would see of HTML; ``<name>`` alone may be a word of the text."""


def signature_faults(own: Sequence[Piece], other: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """Yield what *other*, the pieces of a translation, has lost and added to *own*."""
    wanted, found = Counter(signature(own)), Counter(signature(other))
    for item in sorted((wanted - found).elements()):
        advice = "copy it from the source, with its marks, as it stands there; a space, or a backslash and a space, "
        yield "markup-lost", lost(item), f"{advice}goes between it and a word"
    for item in sorted((found - wanted).elements()):
        yield "markup-added", added(item), _ONLY_OF_THE_SOURCE


def lost(item: str) -> str:
    """Return what is said of *item*, a part of a signature or an address, where a translation has lost it."""
    return f"the translation has lost {item}"


def added(item: str) -> str:
    """Return what is said of it where a translation adds it."""
    return f"the translation adds {item}"


def brace_faults(source: str, translation: str) -> Iterator[tuple[str, str, str]]:
    """Yield braces of *translation* that stand alone where *source* has places."""
    alone = [Counter(re.findall(r"[{}]", PLACEHOLDER.sub("", text))) for text in (source, translation)]
    if PLACEHOLDER.search(source) and alone[1] - alone[0]:
        yield "brace-alone", "a brace of the translation stands alone", "write places as the source does: {page}"


def mark_faults(own: Sequence[Piece], other: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """Marks of the translation that are not read as markup, or mean nothing, where the source has no such ones."""
    before, after = (Counter(_marks(pieces)) for pieces in (own, other))
    told = sorted((after - before).elements())
    # Words in single backquotes are translated where the source has as many.
    may_stand = _unnamed(own) >= _unnamed(other)
    yield from (fault for fault in told if not (may_stand and fault[0] == "single-backquotes"))
    left, stands = (
        [mark for piece in pieces if piece.kind is Kind.TEXT for mark in residue(piece.text)] for pieces in (other, own)
    )
    # The same mark may stand beside another letter.
    alone, known = (Counter(re.sub(r"\w", "", mark) for mark in marks) for marks in (left, stands))
    if after <= before and alone - known:
        what = f"“{min(set(left) - set(stands), default=min(left))}” of the translation is printed as it stands"
        yield "markup-open", what, _APART


def _unnamed(pieces: Sequence[Piece]) -> int:
    """Return how many of *pieces* stand in single backquotes, with no role."""
    return sum(piece.kind is Kind.ROLE and not piece.role for piece in pieces)


def _marks(pieces: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the marks of *pieces*: a start without its end, a role or no role before backquotes."""
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if piece.kind is Kind.BROKEN:
            what = f"the {_OPENED[piece.target]} of the translation is not closed"
            yield "markup-open", what, f"write {piece.target} before and after it"
        elif piece.kind is Kind.ROLE and not piece.role:
            if role := before and re.search(r":[\w.+-]+:$", before.source):
                yield "markup-open", f"“{role[0]}{piece.source}” of the translation is printed as it stands", _APART
            else:
                what = f"“{piece.text}” stands in single backquotes, which mean nothing"
                yield "single-backquotes", what, "use the quotation marks of your language, or *emphasis*"


def visible_faults(
    own: Sequence[Piece], other: Sequence[Piece], told: Sequence[tuple[str, str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield addresses and HTML that readers of *other* would see; what is *told* already is not told again."""
    seen, found = as_seen(shown(tuple(own))), as_seen(shown(tuple(other)))
    known = {*addresses(seen), *(piece.target for piece in own)}
    for address in sorted({*addresses(found)} - known):
        # In Chinese, the words around an address may touch it.
        is_known = known.issuperset(part.rstrip(".,;:!?") for part in re.findall(r"[!-~]+", address))
        if not is_known and not any(address in message for _, message, _ in told):
            yield "markup-added", added(f"the address {address}"), _ONLY_OF_THE_SOURCE
    for html in sorted((Counter(_HTML.findall(found)) - Counter(_HTML.findall(seen))).elements()):
        yield "html-shown", f"readers would see {html} as it stands", "write the character itself, without HTML"
