"""Weighs a change of the source: what a translator, and whoever merges the change, should know."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from builders.catalogs.inline import MARKS, Kind, shown, signature, split
from builders.language.english import ENGLISH
from builders.model.impact import Change, ChangeKind

_ANY_NUMBER_WORD = "|".join((*ENGLISH.number_words, "half", "twice", "once"))
_ANY_MONTH = "|".join(ENGLISH.months)
_ANY_MODAL = "|".join((*ENGLISH.duties, *ENGLISH.advice, *ENGLISH.permissions))
_MODALS = re.compile(rf"\b({_ANY_MODAL}|ought|will|would|needs? to|cannot|can’t)\b", re.IGNORECASE)
_NEGATIONS = re.compile(rf"\b({'|'.join((*ENGLISH.negations, 'unless', 'except'))})\b", re.IGNORECASE)
_NUMBERS = re.compile(
    rf"\d+(?:[.,:/]\d+|\s?[-–]\s?\d+)*|\b(?:{_ANY_NUMBER_WORD})\b(?:-(?:{_ANY_NUMBER_WORD})\b)?", re.IGNORECASE
)
_DATES = re.compile(rf"\b\d{{1,2}} (?:{_ANY_MONTH})\b(?:,? \d{{2,4}})?|\b(?:{_ANY_MONTH}) \d{{1,4}}\b")
_IDENTIFIERS = re.compile(r"\b[a-z]{3}-[a-z]{3}-\d{2,3}\b", re.IGNORECASE)
"""Identifiers of blocks that have numbers, where they stand in the words themselves."""
Finder = Callable[[str], Iterable[str]]


def _matches(pattern: re.Pattern[str]) -> Finder:
    """Return what finds *pattern* in what readers see: ``who-2022-one`` in a reference is a name, and no number."""
    return lambda text: (re.sub(r"\s?[-–]\s?", "-", match[0].lower()) for match in pattern.finditer(_seen(text)))


@lru_cache(maxsize=512)
def _seen(text: str) -> str:
    """Return what readers see of *text*, without addresses and identifiers, which are references."""
    return _IDENTIFIERS.sub(" ", shown(tuple(piece for piece in split(text) if piece.kind is not Kind.ADDRESS)))


def _references(text: str) -> Iterator[str]:
    yield from signature(text)
    plain = (piece.text for piece in split(text) if piece.kind is not Kind.ADDRESS)
    yield from (f"the number {match[0].upper()}" for words in plain for match in _IDENTIFIERS.finditer(words))


_WEIGHTY: dict[str, Finder] = {
    **{"date": _matches(_DATES), "number": _matches(_NUMBERS), "modal": _matches(_MODALS)},
    **{"negation": _matches(_NEGATIONS), "reference": _references},
}
"""What makes a change substantive: each kind, and how its instances are found in English text."""
_SAME_TEXT = "the same text stands in another block"
SAME_TEXT = Change(kind=ChangeKind.EDITORIAL, reasons=(_SAME_TEXT,))
"""What a translation must be looked at for, although its text has not changed: there it may serve another purpose."""
_DRESS = ("markup", "punctuation", "spacing", "capitals")
_ACRONYMS = re.compile(r"\b[A-Z][A-Z0-9]+s?\b")
_PUNCTUATION = ".,;:!?…“”‘’\"'()[]–—-"


@lru_cache(maxsize=256)
def weigh(old: str, new: str, terms: frozenset[str] = frozenset()) -> Change:
    """Return what kind of change leads from the English text *old* to *new*.

    *terms* are the agreed English terms, in lower case: another term is another meaning. A question that becomes a
    statement is never cosmetic, nor is IT that becomes it.
    """
    reasons = [reason for name, find in _WEIGHTY.items() for reason in _difference(name, find(old), find(new))]
    reasons += _difference("term", _terms_in(old, terms), _terms_in(new, terms))
    if reasons:
        return Change(kind=ChangeKind.SUBSTANTIVE, reasons=tuple(reasons))
    is_same = old.count("?") == new.count("?") and Counter(_ACRONYMS.findall(old)) == Counter(_ACRONYMS.findall(new))
    if is_same and _words(old) == _words(new):
        return Change(kind=ChangeKind.COSMETIC, reasons=tuple(_cosmetics(old, new)))
    return Change(kind=ChangeKind.EDITORIAL)


def _difference(name: str, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    found = [*old], [*new]
    if found[0] == found[1]:
        return
    before, after = map(Counter, found)
    lost, added = sorted((before - after).elements()), sorted((after - before).elements())
    if lost and added:
        yield f"{name}: {', '.join(lost)} → {', '.join(added)}"
    elif lost:
        yield f"{name} taken out: {', '.join(lost)}"
    elif added:
        yield f"{name} added: {', '.join(added)}"


def _terms_in(text: str, terms: frozenset[str]) -> list[str]:
    return [match[0].removesuffix("s") for match in _pattern(terms).finditer(text.lower())] if terms else []


@lru_cache(maxsize=2)
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")s?\b")


def bare(text: str) -> str:
    """Return *text* without what only dresses it: emphasis, punctuation, spaces, capitals."""
    return " ".join(_words(text))


def _words(text: str, *, fold: Callable[[str], str] = str.lower) -> list[str]:
    text = text.replace("``", "").replace("*", "")
    for sign in _PUNCTUATION:  # a pattern takes four times as long, and an update asks for every message
        text = text.replace(sign, " ")
    return fold(text).split()


def _cosmetics(old: str, new: str) -> list[str]:
    """Return in what ways the dress of *old* and *new* differs."""
    looks: tuple[Callable[[str], object], ...] = (
        MARKS.findall,
        lambda text: re.sub(r"[\w\s]", "", MARKS.sub("", text)),
        lambda text: re.findall(r"\s+", text),
        lambda text: _words(text, fold=str),
    )
    found = [name for name, look in zip(_DRESS, looks, strict=True) if look(old) != look(new)]
    if found or old == new:
        return found
    return ["markup" if MARKS.sub("", old) == MARKS.sub("", new) else "punctuation"]
