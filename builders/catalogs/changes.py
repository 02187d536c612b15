"""Weighs a change of the source: what a translator, and whoever merges the change, should know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from builders.catalogs.gate import signature
from builders.model.changes import Change, ChangeKind

_MODALS = re.compile(
    r"\b(must|shall|should|may|might|can|could|will|would|ought|(?:has|have|need|needs) to|cannot|can’t)\b",
    re.IGNORECASE,
)
_NEGATIONS = re.compile(
    r"\b(not|never|no|nobody|nothing|none|nor|neither|without|unless|except|cannot|\w+n[’']t)\b", re.IGNORECASE
)
_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|twice|once"
)
_NUMBERS = re.compile(rf"\d+(?:[.,:/]\d+)*|\b(?:{_NUMBER_WORDS})\b(?:-(?:{_NUMBER_WORDS})\b)?", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})\b(?:,? \d{{2,4}})?|\b(?:{_MONTHS}) \d{{1,4}}\b")

Finder = Callable[[str], Iterable[str]]


def _matches(pattern: re.Pattern[str]) -> Finder:
    return lambda text: (match[0].lower() for match in pattern.finditer(text))


_WEIGHTY: Mapping[str, Finder] = MappingProxyType(
    {
        "date": _matches(_DATES),
        "number": _matches(_NUMBERS),
        "modal": _matches(_MODALS),
        "negation": _matches(_NEGATIONS),
        "reference": signature,
    }
)
"""What makes a change substantive: each kind, and how its instances are found in English text."""

_EMPHASIS = re.compile(r"\*\*|\*|``")
_PUNCTUATION = re.compile(r"[\s.,;:!?…“”‘’\"'()\[\]–—-]+")


def weigh(old: str, new: str, terms: frozenset[str] = frozenset()) -> Change:
    """Return what kind of change leads from the English text *old* to *new*.

    *terms* are the agreed English terms, in lower case: another term is another meaning. A question that becomes a
    statement is never cosmetic.
    """
    reasons = [reason for name, find in _WEIGHTY.items() for reason in _difference(name, find(old), find(new))]
    reasons += _difference("term", _terms_in(old, terms), _terms_in(new, terms))
    if reasons:
        return Change(kind=ChangeKind.SUBSTANTIVE, reasons=tuple(reasons))
    if _words(old) == _words(new) and ("?" in old) == ("?" in new):
        return Change(kind=ChangeKind.COSMETIC, reasons=tuple(_cosmetics(old, new)))
    return Change(kind=ChangeKind.EDITORIAL)


def _difference(name: str, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    before, after = Counter(old), Counter(new)
    lost, added = sorted((before - after).elements()), sorted((after - before).elements())
    if lost and added:
        yield f"{name}: {', '.join(lost)} → {', '.join(added)}"
    elif lost:
        yield f"{name} taken out: {', '.join(lost)}"
    elif added:
        yield f"{name} added: {', '.join(added)}"


def _terms_in(text: str, terms: frozenset[str]) -> list[str]:
    return [match[0].lower().removesuffix("s") for match in _pattern(terms).finditer(text)] if terms else []


@lru_cache(maxsize=2)
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")s?\b", re.IGNORECASE)


def _words(text: str) -> list[str]:
    """Return *text* without what only dresses it: emphasis, punctuation, spaces, capitals."""
    return _PUNCTUATION.sub(" ", _EMPHASIS.sub("", text)).lower().split()


def _cosmetics(old: str, new: str) -> Iterator[str]:
    if _EMPHASIS.findall(old) != _EMPHASIS.findall(new):
        yield "markup"
    marks = [re.sub(r"[\w\s*`]", "", text) for text in (old, new)]
    if marks[0] != marks[1]:
        yield "punctuation"
    if [len(run) for run in re.findall(r"\s+", old)] != [len(run) for run in re.findall(r"\s+", new)]:
        yield "spacing"
    if old.lower() == new.lower():
        yield "capitals"
