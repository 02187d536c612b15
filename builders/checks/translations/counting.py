"""The numbers of a pair side by side: which of them stand for each other, and which stand alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from builders.catalogs.addresses import without_addresses
from builders.checks.translations.pairs import Pair
from builders.language.numbers import Kind, Value, carried, values
from builders.language.numerals.measures import MINUTES, length_of, unit_of, without_units
from builders.language.numerals.roman import romans
from builders.language.numerals.rules import plain
from builders.language.rules import LanguageRules
from builders.language.table import rules

PAIRS_KEPT = 1 << 17
"""Comparisons that are kept for the next check: those of a language."""
PART_OF_DAY = 24
"""Characters in which the name of a part of the day stands."""


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
    tag: str
    """BCP 47 tag."""
    numbers: tuple[Number, ...]
    table: LanguageRules

    def may_mean(self, number: Number) -> bool:
        """Whether words of the text that name no number may stand for *number*, or Roman numbers do.

        A year may be twelve months, and is never twelve years.
        """
        keys = number.value.keys
        if not keys.isdisjoint(Fraction(each) for each in romans(self.text)):
            return True
        if keys.isdisjoint(carried(self.text, self.table)):
            return False
        rest = without_units(self.text, (number.unit,) if number.unit else tuple(MINUTES), self.table.numbers)
        return not keys.isdisjoint(carried(rest, self.table))

    def may_carry(self, parts: Sequence[Fraction]) -> bool:
        """Whether words of the text may stand for one of *parts*."""
        return not carried(self.text, self.table).isdisjoint(parts)

    def is_part(self, first: Number, second: Number) -> bool:
        """Whether *first* is a part and *second* its whole: three out of ten."""
        return self._has_between(first, second, rf"\s(?:\w+\s)?(?:{self.table.numbers.among})\s")

    def is_whole(self, first: Number, second: Number) -> bool:
        """Whether *first* is the whole of which *second* is a part, where a language puts it in front."""
        return bool(self.table.numbers.whole) and self._has_between(first, second, self.table.numbers.whole)

    def is_range(self, first: Number, second: Number) -> bool:
        """Whether *first* is the beginning of a range, and *second* its end."""
        to = self.table.numbers.to
        return self._has_between(first, second, rf"\s?(?:[-–—~～]{f'|{to}' if to else ''})\s?")

    def _has_between(self, first: Number, second: Number, pattern: str) -> bool:
        between = plain(self.text[first.value.span[1] : second.value.span[0]])[0]
        return re.fullmatch(pattern, between) is not None

    def counts_in(self, unit: str) -> bool:
        """Whether a word for *unit* stands in the text."""
        rules = self.table.numbers
        return without_units(self.text, (unit,), rules) != plain(self.text)[0]

    def has(self, value: Value) -> bool:
        """Whether the text names *value* somewhere."""
        return any(value.agrees(number.value) for number in self.numbers)

    def has_part(self, value: Value) -> bool:
        """Whether *value* is a part of a number of the text: a day of a date."""
        return any(not value.keys.isdisjoint(number.value.parts) for number in self.numbers)


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
    matched, lost, added = _matched(own, other)
    return Comparison(source=own, target=other, matched=matched, lost=lost, added=added)


@lru_cache(maxsize=PAIRS_KEPT)
def counted(text: str, tag: str) -> Counted:
    """Return the numbers of *text*; digits of addresses are none."""
    table, text = rules(tag), without_addresses(text)
    numbers = (
        Number(value=value, stands=text[slice(*value.span)].strip(), unit=unit_of(text, value, table.numbers))
        for value in (_timed(each, text, table) for each in values(text, table))
    )
    return Counted(text=text, tag=tag, numbers=tuple(numbers), table=table)


def _timed(value: Value, text: str, table: LanguageRules) -> Value:
    """Return *value*, and as a time too where it stands as a word before a part of the day: eight in the evening."""
    hour = value.value
    if value.is_written or value.kind is not Kind.CARDINAL or not isinstance(hour, Fraction) or not 0 < hour < 12:
        return value
    rest = plain(text[value.span[1] : value.span[1] + PART_OF_DAY])[0]
    for words, later in ((table.numbers.afternoon, 12), (table.numbers.morning, 0)):
        if words and re.match(rf"\s*(?:{words})(?!\w)", rest):
            return replace(value, also=value.also | {f"{int(hour) + later:02}:00"})
    return value


def _same(first: Number, other: Number) -> bool:
    return first.value.is_sure == other.value.is_sure and _same_kind(first, other)


def _same_unit(first: Number, other: Number) -> bool:
    """Whether both are written and count the same: “1 hour” is “1 heure”, and no “une” before it."""
    is_written = first.value.is_written and other.value.is_written
    return is_written and first.unit != "" and first.unit == other.unit and _agreeing(first, other)


def _same_day(first: Number, other: Number) -> bool:
    """Whether both are the same day, of which the year stands further on in the source: “3 March to 15 June 2027”."""
    if not first.value.kind is other.value.kind is Kind.DATE:
        return False
    ends = [{str(key).partition("-")[2].lstrip("-") for key in each.value.keys} for each in (first, other)]
    return str(first.value.value).startswith("-") and not ends[0].isdisjoint(ends[1])


def _same_kind(first: Number, other: Number) -> bool:
    return first.value.kind is other.value.kind and _agreeing(first, other)


def _agreeing(first: Number, other: Number) -> bool:
    """Whether both may be the same; *the first* is no *un*."""
    one, two = first.value, other.value
    return one.agrees(two) and (one.is_sure or two.is_sure or one.kind is two.kind)


def as_long(first: Number, other: Number) -> bool:
    """Whether both are as long; in some languages one week is eight days, and two are fifteen."""
    if first.length is None or other.length is None:
        return False
    are_weeks = {first.unit, other.unit} == {"week", "day"} and max(first.length, other.length) in _DAYS_OF_WEEKS
    return first.length == other.length or (are_weeks and abs(first.length - other.length) == MINUTES["day"])


_DAYS_OF_WEEKS = (8 * MINUTES["day"], 15 * MINUTES["day"])
_WAYS: tuple[Callable[[Number, Number], bool], ...] = (_same, _same_unit, _same_kind, _agreeing, _same_day, as_long)
"""How two numbers are found to be the same, the surest first."""


def _matched(
    own: Counted, other: Counted
) -> tuple[tuple[tuple[Number, Number], ...], tuple[Number, ...], tuple[Number, ...]]:
    """Return those of *own* and *other* that stand for each other, and what is left of both."""
    left, free = dict(enumerate(own.numbers)), dict(enumerate(other.numbers))
    found: dict[int, Number] = {}
    for is_alike in _WAYS:
        for place, number in list(left.items()):
            partner = next((key for key, each in free.items() if is_alike(number, each)), None)
            if partner is not None:
                found[place] = free.pop(partner)
                del left[place]
    _leave_copies(left, free, (own.text, other.text))
    _leave_copies(free, left, (other.text, own.text))
    _take_apart(left, free, other)
    _take_apart(free, left, own)
    matched = tuple((own.numbers[place], found[place]) for place in sorted(found))
    return matched, tuple(left.values()), tuple(free.values())


def _leave_copies(left: dict[int, Number], free: dict[int, Number], texts: tuple[str, str]) -> None:
    """Take out of *free* what the first of *texts* has as often as its own, and of *left* how that is read: (1,2)."""
    for place, number in list(free.items()):
        times, own_times = (text.count(number.stands) for text in texts)
        if number.value.is_written and not number.stands.isalnum() and times >= own_times:
            del free[place]
            for digits in re.findall(r"\d+", number.stands):
                key = next((key for key, each in left.items() if each.stands == digits), None)
                if key is not None:
                    del left[key]


def _take_apart(whole: dict[int, Number], single: dict[int, Number], among: Counted) -> None:
    """Take out of *whole* what is made of numbers that are in *single*, and these: a date, a fraction.

    A part of it may stand in the text *among* as a word: three quarters.
    """
    for place, number in list(whole.items()):
        keys = list(_parts_in(number.value, single))
        rest = len(number.value.parts) - len(keys)
        if keys and (not rest or (rest == 1 and among.may_carry(number.value.parts))):
            del whole[place]
            for key in keys:
                del single[key]


def _parts_in(value: Value, single: dict[int, Number]) -> Iterator[int]:
    free = {key: each for key, each in single.items() if each.value.kind not in (Kind.DATE, Kind.TIME)}
    for part in value.parts:
        key = next((key for key, each in free.items() if part in each.value.keys), None)
        if key is not None:
            del free[key]
            yield key
