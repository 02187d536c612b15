"""What the numbers of a pair count, by the words beside them, and whether two of them have each other's words."""

import re
from collections.abc import Iterator
from itertools import combinations

from builders.checks.translations.counting import Comparison, Counted, Number
from builders.language.lexicon import lexicon
from builders.language.table import LANGUAGES

_WORDS = re.compile(r"[^.;:!?()。；：！？（）«»“”\d]*")
_BEHIND, _BEHIND_CHARACTERS = 3, 6
"""Words, or characters, behind a number among which that is which it counts."""


def exchanged(numbers: Comparison) -> Iterator[tuple[Number, Number, bool]]:
    """Yield numbers that stand beside what another one counts in the source, and whether that one does so, too."""
    sure = [(own, other) for own, other in numbers.matched if own.value.is_written and other.value.is_written]
    if len(sure) < 2:
        return
    source, target = _tag(numbers.source), _tag(numbers.target)
    counts = {id(own): _things(numbers.source, own, source) for own, _ in sure}
    beside = {id(other): _things(numbers.target, other, target) for _, other in sure}
    for (first, one), (second, two) in combinations(sure, 2):
        if one.value.agrees(two.value) or not (counts[id(first)] or counts[id(second)]):
            continue
        wrong = [
            bool(counts[id(own)] & beside[id(others)]) and not counts[id(own)] & beside[id(its)]
            for own, its, others in ((first, one, two), (second, two, one))
        ]
        right = [bool(counts[id(own)] & beside[id(its)]) for own, its in ((first, one), (second, two))]
        if any(wrong) and not any(right):
            yield first, one, all(wrong)
            return


def is_beside_its_own(numbers: Comparison, *pairs: tuple[Number, Number]) -> bool:
    """Whether one of *pairs* of numbers stands beside the same word on both sides."""
    source, target = _tag(numbers.source), _tag(numbers.target)
    return any(
        _things(numbers.source, own, source) & _things(numbers.target, other, target)
        or _label(numbers.source, own, source) & _label(numbers.target, other, target)
        for own, other in pairs
    )


def _tag(counted: Counted) -> str:
    """Return the language of the rules by which numbers were counted."""
    return next((tag for tag, each in LANGUAGES.items() if each is counted.table), "")


def _things(counted: Counted, number: Number, tag: str) -> frozenset[str]:
    """Return the concepts of the words behind *number*, up to the next number and the end of the clause."""
    words = lexicon(tag) if tag else None
    if words is None or number.unit:
        return frozenset()
    match = _WORDS.match(counted.text, number.value.span[1])
    behind = match[0] if match else ""
    if not counted.table.has_spaces:
        return frozenset(words.concepts(re.split("[，、]", behind)[0][:_BEHIND_CHARACTERS]))
    return frozenset(words.concepts(" ".join(re.split("[,،]", behind)[0].split()[:_BEHIND])))


def _label(counted: Counted, number: Number, tag: str) -> frozenset[str]:
    """Return the concepts of the word right before *number*: Article 9."""
    words, before = lexicon(tag) if tag else None, counted.text[: number.value.span[0]].split()
    if words is None or not before or not counted.table.has_spaces:
        return frozenset()
    return frozenset(words.concepts(before[-1]))
