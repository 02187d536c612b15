"""What the numbers of a pair count, by the words beside them, and whether two of them have each other's words."""

import re
from collections.abc import Iterator
from itertools import combinations

from builders.checks.translations.counting import Comparison, Counted, Number
from builders.language.lexicon import lexicon

_WORDS = re.compile(r"[^.;:!?()。；：！？（）«»“”\d]*")
_BEHIND, _BEHIND_CHARACTERS = 3, 6
"""Words, or characters, behind a number among which that is which it counts."""


def exchanged(numbers: Comparison) -> Iterator[tuple[Number, Number, bool]]:
    """Yield numbers that stand beside what another one counts in the source, and whether that one does so, too."""
    sure = [(own, other) for own, other in numbers.matched if own.value.is_written and other.value.is_written]
    if len(sure) < 2:
        return
    counts = {id(own): _things(numbers.source, own) for own, _ in sure}
    beside = {id(other): _things(numbers.target, other) for _, other in sure}
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
    return any(
        _things(numbers.source, own) & _things(numbers.target, other)
        or _label(numbers.source, own) & _label(numbers.target, other)
        for own, other in pairs
    )


def _things(counted: Counted, number: Number) -> frozenset[str]:
    """Return the concepts of the words behind *number*, up to the next number and the end of the clause."""
    words = lexicon(counted.tag)
    if words is None or number.unit:
        return frozenset()
    match = _WORDS.match(counted.text, number.value.span[1])
    behind = match[0] if match else ""
    if not counted.table.has_spaces:
        return frozenset(words.concepts(re.split("[，、]", behind)[0][:_BEHIND_CHARACTERS]))
    return frozenset(words.concepts(" ".join(re.split("[,،]", behind)[0].split()[:_BEHIND])))


def _label(counted: Counted, number: Number) -> frozenset[str]:
    """Return the concepts of the word right before *number*: Article 9."""
    words, before = lexicon(counted.tag), counted.text[: number.value.span[0]].split()
    if words is None or not before or not counted.table.has_spaces:
        return frozenset()
    return frozenset(words.concepts(before[-1]))
