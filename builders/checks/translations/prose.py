"""The running text of a message, and what is to be mended in it: as readers see it, each letter with its place."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from builders.catalogs.inline import PLACEHOLDER, Kind, is_plain, split
from builders.checks.checking import Remark
from builders.checks.translations.pairs import OUTSIDE, Translation
from builders.language.typography import Typography, plain_typography, typography
from builders.model.findings import Severity

UNKNOWN = -1
"""The place of what stands for something from elsewhere, for code and for addresses: nobody sets marks in them."""

_MASKED = (Kind.LITERAL, Kind.ADDRESS, Kind.FOOTNOTE, Kind.SUBSTITUTION, Kind.PLACEHOLDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What readers see of a message, without code and addresses."""

    text: str
    places: Sequence[int]
    """Where each character stands in the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong at a place of a text, and what belongs there."""

    start: int
    end: int
    message: str
    instead: str | None = None
    """What stands there when it is mended; None where only a person can tell."""
    severity: Severity | None = None
    """How much it weighs where that is less than the check says: some like it so."""


Rule = Callable[[str, str, Typography], Iterator[Fault]]
"""Yields the faults of a text in a language; the second text is its source."""


@lru_cache(maxsize=65536)
def prose(message: str, *, has_markup: bool = True) -> Prose:
    """Return the running text of *message*."""
    if has_markup and is_plain(message) and "\\" not in message and "{" not in message:
        return Prose(text=message, places=range(len(message)))
    letters: list[str] = []
    places: list[int] = []
    for character, place in _seen(message) if has_markup else _unmarked(message):
        letters.append(character)
        places.append(place)
    return Prose(text="".join(letters), places=places)


def _unmarked(message: str) -> Iterator[tuple[str, int]]:
    written = 0
    for match in PLACEHOLDER.finditer(message):
        yield from ((message[place], place) for place in range(written, match.start()))
        yield OUTSIDE, UNKNOWN
        written = match.end()
    yield from ((message[place], place) for place in range(written, len(message)))


def _seen(message: str) -> Iterator[tuple[str, int]]:
    for piece in split(message):
        if piece.kind in _MASKED or not piece.text:
            yield OUTSIDE, UNKNOWN
        elif piece.kind is Kind.TEXT:
            yield from _unescaped(message, piece.start, piece.start + len(piece.source))
        elif piece.words[1] > piece.words[0]:
            yield from _unescaped(message, piece.start + piece.words[0], piece.start + piece.words[1])
        else:
            yield from ((character, UNKNOWN) for character in piece.text)


def _unescaped(message: str, place: int, end: int) -> Iterator[tuple[str, int]]:
    while place < end:
        if message[place] == "\\" and place + 1 < end:
            place += 1
            if message[place] not in " \n":
                yield message[place], place
        else:
            yield message[place], place
        place += 1


_TYPED = re.compile(r"\"|[^\W\d_]'[^\W\d_]")
"""Marks of a typewriter."""
_FEW = 50
"""One text in so many with marks of a typewriter is a slip; more are a habit."""


def is_typed(translation: Translation) -> bool:
    """Whether the source is set as on a typewriter, by habit and not by a slip."""
    if translation.is_typed is not None:
        return translation.is_typed
    texts = (pair.source.text for pair in translation.pairs)
    typed = sum(1 for text in texts if ('"' in text or "'" in text) and _TYPED.search(text))
    return typed * _FEW > len(translation.pairs)


def conventions(translation: Translation) -> Typography:
    """Return how the language is set in this project: as it should be, or as on a typewriter, if the source is."""
    tag = translation.language.tag
    return plain_typography(tag) if is_typed(translation) else typography(tag)


def remarks(translation: Translation, rule: Rule) -> Iterator[Remark]:
    """Yield a remark for every fault that *rule* finds, the same one once a message."""
    known = conventions(translation)
    for pair in translation.pairs:
        told: set[str] = set()
        text = prose(pair.target.written, has_markup=pair.has_markup).text
        for fault in rule(text, pair.source.text, known):
            if fault.message not in told:
                told.add(fault.message)
                words = text[fault.start : fault.end]
                yield pair.remark(fault.message, target=words if words.strip() else (), severity=fault.severity)


_HABIT, _SLIPS = 0.01, 3
"""Share of the texts from which on a fault is a habit of the project, and how many slips are none."""


def weighed(found: Iterable[Remark], translation: Translation) -> Iterator[Remark]:
    """Yield what was *found*, as warnings where it is too frequent for a slip: then a project sets its marks so.

    What weighs less anyway counts for no slip.
    """
    remarks = list(found)
    is_habit = sum(each.severity is None for each in remarks) > max(_SLIPS, _HABIT * len(translation.pairs))
    yield from (replace(each, severity=each.severity or Severity.WARNING) if is_habit else each for each in remarks)


def around(text: str, start: int, end: int, *, width: int = 8) -> str:
    """Return the part of *text* from *start* to *end* with some of what stands around it, to be named in a message."""
    begin = max(0, start - width)
    while begin < start and unicodedata.combining(text[begin]):
        begin += 1
    return text[begin : end + width].replace("\u00a0", "␣").replace("\u202f", "␣").strip()


def mended(message: str, found: Iterable[Fault], places: Sequence[int]) -> str:
    """Return *message* with what is certain of *found* put right; what overlaps with another fault waits.

    *places* says where each character that the faults count stands in the message.
    """
    result, begin = message, len(message) + 1
    for fault in sorted(found, key=lambda each: (each.start, each.end), reverse=True):
        span = _span(places, fault)
        if fault.instead is not None and span is not None and span[1] <= begin:
            result = result[: span[0]] + fault.instead + result[span[1] :]
            begin = span[0]
    return result


def _span(places: Sequence[int], fault: Fault) -> tuple[int, int] | None:
    """Return the place of *fault* in the message, None where markup stands in between or nobody knows."""
    if fault.end == fault.start:
        if fault.start < len(places) and places[fault.start] != UNKNOWN:
            return (places[fault.start], places[fault.start])
        before = places[fault.start - 1] if fault.start else UNKNOWN
        return (before + 1, before + 1) if before != UNKNOWN else None
    own = places[fault.start : fault.end]
    if own[0] == UNKNOWN or list(own) != list(range(own[0], own[0] + len(own))):
        return None
    return (own[0], own[-1] + 1)


def in_class(characters: str) -> str:
    """Return *characters* for a class of a pattern; one that nothing matches where there are none."""
    return re.escape(characters) if characters else "\ud800"
