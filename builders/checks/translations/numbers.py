"""Numbers of a translation, by value and in their order, in digits and in words.

What digits alone tell for certain the gate has refused already (``catalogs/number_rules.py``). Here words count too,
each number once, in its place, with what it counts.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from builders.checks.checking import Remark, check
from builders.checks.translations.contacts import telephones
from builders.checks.translations.counted_things import exchanged, is_beside_its_own
from builders.checks.translations.counting import Comparison, Number, as_long, compared
from builders.checks.translations.pairs import OUTSIDE, Pair, Translation
from builders.language.numbers import Kind, Value
from builders.language.numerals.measures import MINUTES
from builders.language.numerals.patterns import patterns
from builders.language.table import PLAIN
from builders.model.findings import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
SMALL = (0, 1, 2)
"""Words for these are left out and put in by every language: both, a pair, another, none."""
_TOLD_BY_KIND = (Kind.DATE, Kind.TIME, Kind.PERCENT)
SHORTER = tuple(unit for unit in MINUTES if unit != "year")
"""Units of time that no translation adds; a number without a unit may be an age."""


@check("number-changed")
def number_changed(translation: Translation) -> Iterator[Remark]:
    """A number is another one in the translation, or numbers have changed places."""
    for pair, numbers in _counted_pairs(translation):
        changed = list(_changed(numbers))
        for own, other, severity in changed:
            yield _remark(pair, f"the translation has {other.stands} for {own.stands}", own, other, severity)
        if not changed:
            moved = list(_moved(pair, numbers))
            yield from moved or _exchanged(pair, numbers)


@check("number-lost")
def number_lost(translation: Translation) -> Iterator[Remark]:
    """A number of the source is missing from the translation."""
    for pair, numbers in _counted_pairs(translation):
        gone = {id(own) for own, _, _ in _changed(numbers)}
        for number in numbers.lost:
            if id(number) in gone or any(_is_one_more(number, other, numbers) for other in numbers.added):
                continue
            if severity := _weight_of_loss(number, numbers):
                yield _remark(pair, f"the translation has lost {number.stands}", number, None, severity)
        bare = patterns(numbers.target.table.numbers).bare
        for match in bare.finditer(numbers.target.text) if bare and numbers.source.numbers else ():
            yield pair.remark(f"no number stands before {match[0]} in the translation", target=match[0])


@check("number-added")
def number_added(translation: Translation) -> Iterator[Remark]:
    """The translation has a number that the source has not."""
    for pair, numbers in _counted_pairs(translation):
        gone = {id(other) for _, other, _ in _changed(numbers)}
        for number in numbers.added:
            if id(number) in gone or any(number.stands in each for each in telephones(pair)):
                continue
            if _is_hidden(number, pair) or any(_is_one_more(own, number, numbers) for own in numbers.lost):
                continue
            if severity := _weight_of_addition(number, numbers):
                yield _remark(pair, f"the translation adds {number.stands}", None, number, severity)


@check("unit-of-number")
def unit_of_number(translation: Translation) -> Iterator[Remark]:
    """A number counts something else in the translation: days for hours."""
    for pair, numbers in _counted_pairs(translation):
        for own, other in numbers.matched:
            if own.unit and other.unit and own.unit != other.unit and not as_long(own, other):
                names = f"{other.stands} counts {other.unit}s in the translation, and {own.unit}s in the source"
                yield _remark(pair, names, own, other, _ERROR)
            elif not own.unit and _is_new(other, numbers):
                names = f"{other.stands} counts {other.unit}s in the translation, and none in the source"
                yield _remark(pair, names, own, other, _WARNING)
            elif Kind.PERCENT in (own.value.kind, other.value.kind) and _is_bare(own, other, numbers):
                yield _remark(pair, f"{other.stands} stands for {own.stands}", own, other, _ERROR)


def _is_new(number: Number, numbers: Comparison) -> bool:
    """Whether *number* counts in a unit of which the source does not speak."""
    is_count = number.value.is_sure and number.value.kind is not Kind.TIME
    return is_count and number.unit in SHORTER and not numbers.source.counts_in(number.unit)


def _counted_pairs(translation: Translation) -> Iterator[tuple[Pair, Comparison]]:
    for pair in translation.pairs:
        if numbers := compared(pair):
            yield pair, numbers


def _remark(pair: Pair, message: str, own: Number | None, other: Number | None, severity: Severity) -> Remark:
    source, target = own.stands if own else (), other.stands if other else ()
    return pair.remark(message, source=source, target=target, severity=severity)


def _changed(numbers: Comparison) -> Iterator[tuple[Number, Number, Severity]]:
    """Yield the numbers that stand in the place of others."""
    lost = [number for number in numbers.lost if number.value.is_sure]
    lost.sort(key=lambda number: _is_repeated(number, numbers))
    added = [number for number in numbers.added if number.value.is_sure and not _is_extra(number, numbers)]
    for own, other in zip(lost, added, strict=False):
        if _is_one_more(own, other, numbers):
            continue
        excused = numbers.target.may_mean(own) and numbers.source.may_mean(other)
        if _is_repeated(own, numbers):
            yield own, other, _WARNING
        elif not excused or (own.value.is_written and other.value.is_written):
            yield own, other, _ERROR
    yield from _half_days(numbers)
    yield from _unsure_changed(numbers, added[len(lost) :])


def _is_one_more(own: Number, other: Number, numbers: Comparison) -> bool:
    """Whether the translation says by how many times something is more where the source says how many times it is."""
    times, here, there = numbers.target.table.numbers.times, own.value.value, other.value.value
    if not times or not isinstance(here, Fraction) or not isinstance(there, Fraction) or here != there + 1:
        return False
    return re.match(rf"\s?(?:{times})", numbers.target.text[other.value.span[1] :]) is not None


def _half_days(numbers: Comparison) -> Iterator[tuple[Number, Number, Severity]]:
    """Yield times of the morning that have become times of the evening."""
    before: Number | None = None
    for own, other in numbers.matched:
        is_other = own.value.kind is other.value.kind is Kind.TIME and own.value.value != other.value.value
        if is_other and not (before and numbers.target.is_range(before, other)):
            yield own, other, _ERROR
        before = other if other.value.kind is Kind.TIME and str(other.value.value) >= "12" else None


def _unsure_changed(numbers: Comparison, added: list[Number]) -> Iterator[tuple[Number, Number, Severity]]:
    """Yield what stands for *one*, *first* and *second*, which are not always numbers."""
    ordinals = [each for each in numbers.added if each not in added and each.value.kind is Kind.ORDINAL]
    others = [*added, *ordinals]
    for own in numbers.lost:
        if own.value.is_sure:
            continue
        other = next((each for each in others if _may_replace(own.value, each.value)), None)
        if other and (own.value.kind is Kind.ORDINAL or not numbers.source.may_mean(other)):
            others.remove(other)
            yield own, other, _WARNING


def _may_replace(own: Value, other: Value) -> bool:
    kinds = (Kind.RANGE_END, own.kind)
    return other.kind in kinds and (other.is_sure or own.kind is Kind.ORDINAL) and not own.agrees(other)


def _is_repeated(number: Number, numbers: Comparison) -> bool:
    """Whether a word for *number* stands in the translation once less than in the source, or not needed there."""
    value = number.value
    return not value.is_written and (numbers.target.has(value) or value.value in (0, 1))


def _is_extra(number: Number, numbers: Comparison) -> bool:
    value = number.value
    return not value.is_written and (numbers.source.has(value) or value.value in (0, 1))


def _weight_of_loss(number: Number, numbers: Comparison) -> Severity | None:
    value = number.value
    if not value.is_sure or _is_repeated(number, numbers) or numbers.target.may_mean(number):
        return None
    if not value.is_written and numbers.target.table.numbers == PLAIN.numbers:
        return None  # nobody knows its words for numbers
    if numbers.target.has_part(value):
        return None
    if value.is_written and numbers.target.has(value):
        return _WARNING
    return _WARNING if value.value in SMALL else _ERROR


def _weight_of_addition(number: Number, numbers: Comparison) -> Severity | None:
    value = number.value
    if not value.is_sure or _is_extra(number, numbers) or numbers.source.may_mean(number):
        return None
    if numbers.source.has_part(value):
        return None
    if value.is_written:
        return _WARNING if numbers.source.has(value) else _ERROR
    if value.value in SMALL:
        return Severity.REVIEW
    return _ERROR if isinstance(value.value, Fraction) and value.value > 100 and value.value % 100 else _WARNING


def _is_hidden(number: Number, pair: Pair) -> bool:
    """Whether the markup of the source names *number*, which a translation may show: RFC 2518, sqlite3."""
    if not number.value.is_written or OUTSIDE not in pair.source.text:
        return False
    return re.search(rf"(?<!\d){re.escape(number.stands)}(?!\d)", pair.source.message) is not None


def _is_bare(own: Number, other: Number, numbers: Comparison) -> bool:
    """Whether one of two numbers is a per cent, and its whole other text says nothing of per cent."""
    if Kind.FRACTION in (own.value.kind, other.value.kind):
        return False  # a quarter of them
    kinds = [{each.value.kind for each in side.numbers} for side in (numbers.source, numbers.target)]
    signs = ["%" in side.text or "‰" in side.text or "٪" in side.text for side in (numbers.source, numbers.target)]
    ends = [any(map(_ends_in_percent, side.numbers)) for side in (numbers.source, numbers.target)]
    told = [Kind.PERCENT in kind or sign or end for kind, sign, end in zip(kinds, signs, ends, strict=True)]
    return own.value.is_written and told[0] != told[1] and Kind.RANGE_END not in (own.value.kind, other.value.kind)


def _ends_in_percent(number: Number) -> bool:
    """Whether *number* is the end of a range and stands with a word for per cent, which holds for its beginning too."""
    return number.value.kind is Kind.RANGE_END and not number.stands[-1:].isdecimal()


def _moved(pair: Pair, numbers: Comparison) -> Iterator[Remark]:
    """Yield numbers that stand in another order, where what they count does not go along with them."""
    sure = [(own, other) for own, other in numbers.matched if own.value.is_sure and other.value.is_sure]
    for (first, one), (second, two) in pairwise(sure):
        if one.value.agrees(two.value):
            continue
        if second.value.kind is two.value.kind is Kind.RANGE_END and _begins_otherwise(one, two, numbers):
            yield _remark(pair, f"the range up to {two.stands} begins with another number", first, one, _ERROR)
            continue
        if one.value.span <= two.value.span:
            if numbers.source.is_part(first, second) and numbers.target.is_whole(one, two):
                yield _remark(pair, f"{two.stands} is a part of {one.stands} in the translation", first, one, _ERROR)
            continue
        units = (first.unit, second.unit)
        if units[0] != units[1] and units == (one.unit, two.unit):
            continue  # had they been exchanged, what they count would stand beside the other one
        if _keep_their_kinds((first, second), (one, two)):
            continue
        links = numbers.source.is_part(first, second), numbers.target.is_part(two, one)
        if links == (True, False):
            continue
        is_range = Kind.RANGE_END in (second.value.kind, one.value.kind)
        if is_beside_its_own(numbers, (first, one), (second, two)):
            continue
        severity = _ERROR if is_range or all(links) or _have_moved_units(units, (one, two)) else _WARNING
        yield _remark(pair, f"{one.stands} stands behind {two.stands} in the translation", first, one, severity)


def _keep_their_kinds(own: tuple[Number, Number], other: tuple[Number, Number]) -> bool:
    """Whether one of two numbers is a date, a time or a per cent, and the same one still is: it has moved whole."""
    kinds = own[0].value.kind, own[1].value.kind
    told = kinds[0] is not kinds[1] and any(kind in _TOLD_BY_KIND for kind in kinds)
    return told and kinds == (other[0].value.kind, other[1].value.kind)


def _begins_otherwise(one: Number, two: Number, numbers: Comparison) -> bool:
    """Whether another number than *one* stands before *two*, the end of a range."""
    before = [each for each in numbers.target.numbers if each.value.span < two.value.span]
    return bool(before) and before[-1] is not one and before[-1].value.is_written


def _exchanged(pair: Pair, numbers: Comparison) -> Iterator[Remark]:
    """Yield numbers that count what another number counts in the source."""
    for own, other, is_both in exchanged(numbers):
        message = f"{other.stands} stands beside another word than in the source"
        yield _remark(pair, message, own, other, _ERROR if is_both else _WARNING)


def _have_moved_units(units: tuple[str, str], other: tuple[Number, Number]) -> bool:
    """Whether what is counted has stayed in its place."""
    return any(units) and units[0] != units[1] and units == (other[1].unit, other[0].unit)
