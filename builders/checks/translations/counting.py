"""The numbers of a pair side by side: which of them stand for each other, and which stand alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from builders.catalogs.addresses import without_addresses
from builders.checks.translations.pairs import Pair
from builders.language.numbers import Kind, Value, carried, values
from builders.language.numerals.measures import length_of, unit_of
from builders.language.numerals.roman import romans
from builders.language.rules import LanguageRules
from builders.language.table import rules

Key = Fraction | str
PAIRS_KEPT = 1 << 17
"""Comparisons that are kept for the next check: those of a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of one text."""

    value: Value
    stands: str
    """As it is written there."""
    unit: str
    """Code of what it counts; empty where that is not known."""

    @property
    def length(self) -> Fraction | None:
        """How many minutes it is; None for what is no time."""
        return length_of(self.value, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The numbers of a text."""

    text: str
    numbers: tuple[Number, ...]
    table: LanguageRules

    def may_mean(self, value: Value) -> bool:
        """Whether words of the text that name no number may stand for *value*, or Roman numbers do."""
        known = carried(self.text, self.table) | {Fraction(number) for number in romans(self.text)}
        return not known.isdisjoint(value.keys)

    def has(self, value: Value) -> bool:
        """Whether the text names *value* somewhere."""
        return any(value.agrees(number.value) or value.value in number.value.parts for number in self.numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of the numbers of a source."""

    source: Counted
    target: Counted
    matched: tuple[tuple[Number, Number], ...] = ()
    """In the order of the source."""
    lost: tuple[Number, ...] = ()
    added: tuple[Number, ...] = ()


def compared(pair: Pair) -> Comparison | None:
    """Return the numbers of *pair* side by side; None where neither side has any."""
    return _compared(pair.source.text, pair.source.tag, pair.target.text, pair.target.tag)


@lru_cache(maxsize=PAIRS_KEPT)
def _compared(source: str, source_tag: str, target: str, target_tag: str) -> Comparison | None:
    own, other = counted(source, source_tag), counted(target, target_tag)
    if not (own.numbers or other.numbers):
        return None
    matched, lost, added = _matched(own.numbers, other.numbers)
    return Comparison(source=own, target=other, matched=matched, lost=lost, added=added)


def counted(text: str, tag: str) -> Counted:
    """Return the numbers of *text*; digits of addresses are none."""
    table, text = rules(tag), without_addresses(text)
    numbers = (
        Number(value=value, stands=text[slice(*value.span)].strip(), unit=unit_of(text, value, table.numbers))
        for value in values(text, table)
    )
    return Counted(text=text, numbers=tuple(numbers), table=table)


def _same(first: Number, other: Number) -> bool:
    return first.value.value == other.value.value and first.value.is_sure == other.value.is_sure


def _agreeing(first: Number, other: Number) -> bool:
    return first.value.agrees(other.value)


def _as_long(first: Number, other: Number) -> bool:
    return first.length is not None and first.length == other.length


_WAYS: tuple[Callable[[Number, Number], bool], ...] = (_same, _agreeing, _as_long)
"""How two numbers are found to be the same, the surest first."""


def _matched(
    own: Sequence[Number], other: Sequence[Number]
) -> tuple[tuple[tuple[Number, Number], ...], tuple[Number, ...], tuple[Number, ...]]:
    """Return those of *own* and *other* that stand for each other, and what is left of both."""
    left, free = dict(enumerate(own)), dict(enumerate(other))
    found: dict[int, Number] = {}
    for is_alike in _WAYS:
        for place, number in list(left.items()):
            partner = next((key for key, each in free.items() if is_alike(number, each)), None)
            if partner is not None:
                found[place] = free.pop(partner)
                del left[place]
    _take_apart(left, free)
    _take_apart(free, left)
    matched = tuple((own[place], found[place]) for place in sorted(found))
    return matched, tuple(left.values()), tuple(free.values())


def _take_apart(whole: dict[int, Number], single: dict[int, Number]) -> None:
    """Take out of *whole* what is made of numbers that are among *single*, and these: a date, a fraction."""
    for place, number in list(whole.items()):
        keys = list(_parts_among(number.value, single))
        if number.value.parts and len(keys) == len(number.value.parts):
            del whole[place]
            for key in keys:
                del single[key]


def _parts_among(value: Value, single: dict[int, Number]) -> Iterator[int]:
    free = dict(single)
    for part in value.parts:
        key = next((key for key, each in free.items() if part in each.value.keys), None)
        if key is not None:
            del free[key]
            yield key


