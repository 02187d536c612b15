"""Numbers in running text, by their value: whatever digits, separators and words a language writes them with."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from builders.language.numerals.digits import written
from builders.language.numerals.patterns import patterns
from builders.language.numerals.rules import NumberRules, plain
from builders.language.numerals.spelled import may_carry, spelled
from builders.language.numerals.value import Kind, Value
from builders.language.rules import LanguageRules

__all__ = ["Kind", "Value", "carried", "may_have_dates", "numbers", "values"]

_AMOUNTS = frozenset({Kind.CARDINAL, Kind.ORDINAL, Kind.PERCENT})
_GROUP = " \u00a0\u2009\u202f.,'’٬"
_NUMBER = re.compile(rf"\d+(?:[{_GROUP}]\d{{3}}(?!\d))*(?:[.,٫:]\d+)*")
_GROUPED = re.compile(rf"(?P<whole>\d{{1,3}}(?P<mark>[{_GROUP}])\d{{3}}(?:(?P=mark)\d{{3}})*)(?:[.,٫](?P<part>\d+))?")


def values(text: str, table: LanguageRules) -> tuple[Value, ...]:
    """Return the numbers of *text*, written in the language of *table*, in their order, in digits and in words.

    The text is what readers see, without markup; spans are those of the text in the composed form (NFC).
    """
    read, places = plain(unicodedata.normalize("NFC", text))
    found = list(written(read, table.numbers))
    found += list(spelled(read, [each.span for each in found], table.numbers))
    found.sort(key=lambda each: each.span)
    return tuple(
        replace(each, span=(places[each.span[0]], places[each.span[1] - 1] + 1))
        for each in _ranges(read, list(_whole_dates(read, found, table.numbers)), table.numbers)
    )


def may_have_dates(text: str, table: LanguageRules) -> bool:
    """Whether the name of a month stands in *text*."""
    lower = text.lower()
    return any(pattern.search(lower) for pattern in patterns(table.numbers).dated)


def carried(text: str, table: LanguageRules) -> frozenset[Fraction]:
    """Return what words of *text* may stand for without naming it: *both* is 2, *half* 50 or ½, *a week* 7.

    It excuses a number that is missing on the other side; it accuses nobody.
    """
    return may_carry(plain(unicodedata.normalize("NFC", text))[0], table.numbers)


def _whole_dates(text: str, found: Sequence[Value], rules: NumberRules) -> Iterator[Value]:
    """Yield *found*, numbers of *text*, a day in words and the month behind it as one date: le vingt novembre 1989."""
    waiting: Value | None = None
    for value in found:
        if waiting and value.kind is Kind.DATE and (date := _with_day(text, waiting, value, rules)):
            waiting = date
            continue
        if waiting:
            yield waiting
        waiting = value
    if waiting:
        yield waiting


def _with_day(text: str, day: Value, date: Value, rules: NumberRules) -> Value | None:
    """Return *date* with the *day* that stands in words before it; None where that is none, or it has one."""
    is_day = not day.is_written and isinstance(day.value, Fraction) and day.value.denominator == 1
    if not is_day or not 0 < int(day.value) < 32 or not re.fullmatch(r"(?:\d{4}|-)-\d{2}", str(date.value)):
        return None
    if not re.fullmatch(rf"\s?(?:{rules.of or ' '})\s?", text[day.span[1] : date.span[0]]):
        return None
    number = Fraction(day.value)
    span = (day.span[0], date.span[1])
    return replace(date, value=f"{date.value}-{int(number):02}", span=span, parts=(*date.parts, number))


def _ranges(text: str, found: Sequence[Value], rules: NumberRules) -> Iterator[Value]:
    """Yield *found*, numbers of *text*, the second one of a range as its end."""
    to, between, also = _range_patterns(rules)
    start = -1
    for before, value in zip((None, *found), found, strict=False):
        is_range = before and before.kind in _AMOUNTS and value.kind in _AMOUNTS and start < before.span[0]
        if is_range and before:
            link = text[before.span[1] : value.span[0]]
            is_between = (
                also
                and also.fullmatch(link)
                and between
                and between.search(text, max(0, before.span[0] - 20), before.span[0])
            )
            if to.fullmatch(link) or is_between:
                start = value.span[0]
                yield replace(value, kind=Kind.RANGE_END)
                continue
        yield value


@lru_cache(maxsize=64)
def _range_patterns(rules: NumberRules) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what stands between the ends of a range, and what makes one of *and* from the front, with that *and*."""
    # The word that is counted may stand behind both: “13 years to 17 years”.
    words = rf"|(?:\s\w{{1,12}})?\s?(?:{rules.to})\s?" if rules.to else ""
    if not rules.between:
        return re.compile(rf"\s?[-–—~～]\s?{words}"), None, None
    between = re.compile(rf"(?<!\w)(?:{rules.between})\W+(?:\w+\W+)?\Z|(?<!\w)(?:{rules.between})\s\Z")
    return re.compile(rf"\s?[-–—~～]\s?{words}"), between, re.compile(rf"\s(?:{rules.also_to})\s?")


def numbers(text: str) -> list[str]:
    """Return the numbers of *text* in their order, each in plain digits, where nothing is known of its language.

    ``2,500``, ``2 500``, ``2.500`` and ``٢٬٥٠٠`` are all ``2500``: three digits behind a separator are a group of
    thousands. Any other comma is the mark of a decimal fraction (``1,5`` is ``1.5``).
    """
    return [_plain(match[0]) for match in _NUMBER.finditer(text)]


def _plain(written: str) -> str:
    digits = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in written)
    if grouped := _GROUPED.fullmatch(digits):
        whole = re.sub(r"\D", "", grouped["whole"])
        return f"{whole}.{grouped['part']}" if grouped["part"] else whole
    return re.sub(r"[,٫]", ".", digits)
