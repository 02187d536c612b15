"""What a text stresses: whether slanted words are a fault, and whether a translation stresses other words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builders.catalogs.inline import Kind, Piece, split
from builders.checks.translations.likeness import MAY_TRANSLATE, Likeness, key_of
from builders.checks.translations.pairs import Pair
from builders.language.association import beginnings
from builders.language.numbers import numbers
from builders.language.profiles import profile
from builders.language.sentences import WORD
from builders.language.table import rules

STRESSED = (Kind.EMPHASIS, Kind.STRONG)
_QUOTED = re.compile('[“«„「『《〈]|"[^"]*"')
_END = re.compile(r"[.!?:。！？：؟…]")
_LATIN = re.compile("[A-Za-z]")


def set_apart(pieces: Sequence[Piece]) -> int:
    """Return how many passages of *pieces* are stressed, literal, or in quotation marks."""
    marked = sum(piece.kind in (*STRESSED, Kind.LITERAL) for piece in pieces)
    return marked + sum(len(_QUOTED.findall(piece.text)) for piece in pieces)


def is_slanted(pair: Pair) -> bool:
    """Whether the translation slants words that are neither borrowed, nor a title, nor set apart in the source."""
    own, other = split(pair.source.message), split(pair.target.message)
    if set_apart(other) <= set_apart(own):
        return False
    slanted = [piece for piece in other if piece.kind is Kind.EMPHASIS]
    return any(not _is_borrowed(piece.text, pair) and not _is_title(piece, pair) for piece in slanted)


def _is_borrowed(text: str, pair: Pair) -> bool:
    """Whether *text* is in another language: in Latin letters where those are foreign, or as the source has it."""
    own = profile(pair.target.tag)
    if own.script != "Latn":
        return _LATIN.search(text) is not None
    parts = re.findall(r"[^\W\d_]+", text.lower())
    here = set(WORD.findall(pair.source.text.lower()))
    if not parts or here.issuperset(parts):
        return True
    return text.isascii() and own.alike | own.latin >= set(parts)


def _is_title(piece: Piece, pair: Pair) -> bool:
    """Whether *piece* begins with a capital letter within a sentence, as the title of a work does."""
    before = pair.target.message[: piece.start].rstrip()
    return piece.text[:1].isupper() and bool(before) and before[-1] not in ".!?…:«“¡¿—"


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is stressed."""

    text: str
    is_first: bool
    """Whether the text begins with it."""
    is_lead: bool
    """Whether it is a lead: it is the first, and a sentence or its part ends with it."""


def moved_stress(pair: Pair, known: Likeness) -> tuple[str, str] | None:
    """Return what the source stresses and what the translation stresses instead, or nothing.

    What leads a text in leads its translation in. Other passages must say nothing that the source stresses, but
    something that it does not stress, while what it stresses stands elsewhere in the translation.
    """
    own, other = split(pair.source.message), split(pair.target.message)
    mine, theirs = list(_passages(own)), list(_passages(other))
    if mine and mine[0].is_lead and not any(each.is_first for each in theirs):
        return mine[0].text, theirs[0].text
    stressed = " ".join(each.text for each in mine)
    for each in theirs:
        if not _says_same(stressed, each.text, pair, known) and _is_moved(stressed, each.text, (own, other), known):
            return stressed, each.text
    return None


def _passages(pieces: Sequence[Piece]) -> Iterator[_Passage]:
    before = ""
    for piece, behind in zip(pieces, (*pieces[1:], None), strict=True):
        if piece.kind in STRESSED:
            is_first = not re.search(r"\w", before)
            ends = f"{piece.text.rstrip()[-1:]}{behind.text.lstrip()[:1] if behind else ''}"
            yield _Passage(piece.text, is_first, is_first and behind is not None and bool(_END.search(ends)))
        before += piece.text or "x"


def _says_same(mine: str, theirs: str, pair: Pair, known: Likeness) -> bool:
    """Whether two passages have a concept, a number or a name in common, or words that go together."""
    if known.source and known.target and known.source.concepts(mine).keys() & known.target.concepts(theirs).keys():
        return True
    if set(numbers(mine)) & set(numbers(theirs)) or set(_words(mine)) & set(_words(theirs)):
        return True
    among = beginnings(theirs, known.association.tags[1])
    words = beginnings(mine, known.association.tags[0])
    return any(known.association.likeness(word, among, key_of(pair)) >= MAY_TRANSLATE / 2 for word in words)


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _is_moved(mine: str, theirs: str, pieces: tuple[Sequence[Piece], Sequence[Piece]], known: Likeness) -> bool:
    """Whether *theirs* says what the source does not stress, and the rest of the translation what it does."""
    if not (known.source and known.target):
        return False
    calm, rest = (" ".join(piece.text for piece in each if piece.kind not in STRESSED) for each in pieces)
    says = known.target.concepts(theirs).keys()
    if not says & known.source.concepts(calm).keys():
        return False
    said = known.source.concepts(mine).keys()
    if said:
        return bool(said & known.target.concepts(rest).keys())
    # Of a small word nobody knows the translation; what is written together with others may be stressed with them.
    is_single = len(_words(theirs)) == 1 and len(theirs) < 24
    return (
        is_single
        and len(_words(mine)) == 1
        and not rules(known.target.tag).prefixes
        and rules(known.target.tag).has_spaces
    )
