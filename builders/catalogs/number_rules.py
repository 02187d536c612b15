"""Numbers of a translation beside those of its source, by value; the gate refuses only what is certain.

Words that may be numbers excuse what is missing and accuse nobody: whether *sixteen* was translated is for the checks.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, takewhile

from builders.catalogs.addresses import without_addresses
from builders.language.numbers import Kind, Value, carried, may_have_dates, values
from builders.language.numerals.roman import romans
from builders.language.rules import LanguageRules

Fault = tuple[str, str, str]
Key = Fraction | str
_DIGITS = (
    r"\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u32bf"
    "\U0001f100-\U0001f10c"
)
_RUN = re.compile(rf"[{_DIGITS}]+(?:[^\w]{{0,3}}[{_DIGITS}]+)*[%٪]?")
_DIGIT = re.compile(rf"[{_DIGITS}]+")
_ASCII_RUN = re.compile(r"[0-9]+(?:\W{0,3}[0-9]+)*%?", re.ASCII)
"""Digits with little between them, as they stand; the same is found sooner where there are no other digits."""
_HTML = re.compile(r"&#x?[0-9a-fA-F]{1,7};|<[a-zA-Z][^<>]{0,200}=[^<>]{0,200}>")
"""Told by the rule on HTML."""
_NAMES = re.compile(r"(?<![^\W_])(?:[A-Z]{2,12}-?\d{1,2}|[A-Z]\d{1,3}[A-Z])(?![^\W_])|(?<=[A-Za-z_]\()[01](?=\))")
"""UTF-8, I18N, ``block(0)``."""
_LONGEST_NAME = 14
_MANY_DIGITS = 600
"""Digits of a message from which on it is no text: they are compared as they stand, which takes no time."""
_MANY = 64
"""Runs of digits that are one number, at most."""
_ONLY = "write only numbers of the source"


def number_faults(seen: str, found: str, source: str, tables: tuple[LanguageRules, LanguageRules]) -> Iterator[Fault]:
    """Yield what digits of *found* have lost, changed or added to those of *seen*; both are what readers see.

    The message as it is written, *source*, may hold further numbers, which a translation may show.
    """
    runs = _runs(seen)
    if runs == _runs(found) and not (runs and may_have_dates(seen, tables[0])):
        return
    if _has_many_digits(seen) or _has_many_digits(found):
        what = "the translation has hundreds of digits, and not those of the source"
        yield "number-added", what, "copy them from the source as they stand"
        return
    seen, found = (unicodedata.normalize("NFC", without_addresses(_HTML.sub(" ", text))) for text in (seen, found))
    own, other = values(seen, tables[0]), values(found, tables[1])
    copied = frozenset(_runs(seen)) & frozenset(_runs(found))
    added = _strangers(_not_copied(other, found, copied), _keys(own), (seen, source), tables[0])
    added = [value for value in added if not _is_named(value, found)]
    for value in added:
        yield "number-added", f"the translation adds the number {_shown(value, found)}", _ONLY
    for value in _strangers(_not_copied(own, seen, copied), _keys(other), (found,), tables[1]):
        if _can_be_missed(value, tables[1]):
            what = f"the translation has lost the number {_shown(value, seen)}"
            yield "number-lost", what, "write it as the source does, in digits or as a word"
    if not added:
        yield from _turned(own, other)
        yield from _other_months(own, other, seen, found)


def _runs(text: str) -> list[str]:
    return (_ASCII_RUN if text.isascii() else _RUN).findall(text)


def _has_many_digits(text: str) -> bool:
    return len(text) > _MANY_DIGITS < sum(map(len, _DIGIT.findall(text)))


def _strangers(
    found: Sequence[Value], known: frozenset[Key], texts: Sequence[str], table: LanguageRules
) -> list[Value]:
    """Return those of *found* that are none of *known*, nor meant by other words and digits of *texts*."""
    if not (strangers := [value for value in found if not _is_among(value, known)]):
        return []
    for text in texts:
        known |= carried(text, table) | {Fraction(number) for number in romans(text)}
    for text in texts[1:]:
        known |= _keys(values(text, table))
    return [value for value in strangers if not _is_among(value, known)]


def _not_copied(found: Sequence[Value], text: str, copied: frozenset[str]) -> list[Value]:
    """Return the digits of *found*, numbers of *text*, that do not stand in both texts just so: those are right."""
    runs = [(match.span(), match[0] in copied) for match in _RUN.finditer(text)]
    spans = [span for span, _ in runs]

    def is_copied(value: Value) -> bool:
        first = max(0, bisect_right(spans, (value.span[0], len(text))) - 1)
        over = takewhile(lambda run: run[0][0] < value.span[1], runs[first : first + _MANY])
        return all(is_known for span, is_known in over if span[1] > value.span[0])

    return [value for value in found if value.is_written and not is_copied(value)]


def _is_named(value: Value, text: str) -> bool:
    """Whether *value* is a part of a name in *text*, as in UTF-8, or *no* and *yes* of a program: ``block(0)``."""
    start, end = value.span
    names = _NAMES.finditer(text, max(0, start - _LONGEST_NAME), end + 3)
    return any(name.start() <= start and end <= name.end() for name in names)


def _keys(found: Sequence[Value]) -> frozenset[Key]:
    """Return all that *found* may be."""
    return frozenset(key for value in found for key in (*value.keys, *value.parts))


def _is_among(value: Value, keys: frozenset[Key]) -> bool:
    """Whether *value*, or all the numbers that it is made of, are among *keys*."""
    if not keys.isdisjoint(value.keys):
        return True
    if value.kind is Kind.PHONE or value.kind is Kind.CODE:
        return False
    return bool(value.parts) and keys.issuperset(value.parts)


def _can_be_missed(value: Value, table: LanguageRules) -> bool:
    """Whether the loss of *value* is certain: one is often no word at all, and an unknown language has any words."""
    if not isinstance(value.value, Fraction):
        return True
    return value.value > 100 if not table.numbers.words else value.value not in (0, 1)


def _turned(own: Sequence[Value], other: Sequence[Value]) -> Iterator[Fault]:
    """Yield ranges whose ends have changed places."""
    theirs = set(_range_ends(own))
    for first, last in _range_ends(other):
        if (last, first) in theirs and (first, last) not in theirs and first != last:
            what = f"the translation turns the range {last} to {first} round"
            yield "number-added", what, "write the numbers in the order of the source"


def _other_months(own: Sequence[Value], other: Sequence[Value], seen: str, found: str) -> Iterator[Fault]:
    """Yield dates that keep day and year of the source, and name another month."""
    dates = [value for value in own if value.kind is Kind.DATE]
    known = {key for date in dates for key in date.keys}
    ours = {_without_month(date.value) for date in dates}
    for date in other:
        if date.kind is not Kind.DATE or found[slice(*date.span)] in seen:
            continue
        if known.isdisjoint(date.keys) and _without_month(date.value) in ours:
            yield "number-changed", f"the date {_shown(date, found)} of the translation is another one", _ONLY


def _without_month(date: Key) -> str:
    return re.sub(r"-\d{2}(?=-|$)", "", str(date), count=1)


def _range_ends(found: Sequence[Value]) -> Iterable[tuple[Key, Key]]:
    return [(first.value, last.value) for first, last in pairwise(found) if last.kind is Kind.RANGE_END]


def _shown(value: Value, text: str) -> str:
    """Return *value* as people look for it in *text*: a whole number in digits alone, anything else as it stands."""
    is_whole = isinstance(value.value, Fraction) and value.value.denominator == 1 and value.kind is not Kind.TIME
    stands = text[slice(*value.span)].strip()
    return f"{value.value}" if value.kind is Kind.PHONE or (is_whole and stands[:1] != "0") else stands
