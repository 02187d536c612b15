"""What a number counts: hours, days, euros; and how long that is."""

import re
from fractions import Fraction
from functools import lru_cache

from builders.language.numerals.rules import NumberRules, plain
from builders.language.numerals.value import Kind, Value

MINUTES = {
    "second": Fraction(1, 60),
    "minute": Fraction(1),
    "hour": Fraction(60),
    "day": Fraction(1440),
    "week": Fraction(10080),
    "month": Fraction(43200),
    "year": Fraction(518400),
}
"""How long units of time are, as people reckon: a month is thirty days, a year twelve months."""
_SIGNS = {"$": "dollar", "€": "euro"}


def unit_of(text: str, value: Value, rules: NumberRules) -> str:
    """Return the code of what *value*, a number of *text*, counts; nothing where no unit stands beside it."""
    if value.kind in (Kind.DATE, Kind.PHONE, Kind.CODE):
        return ""
    before = text[: value.span[0]].rstrip()[-1:]
    if before in _SIGNS:
        return _SIGNS[before]
    start, end = value.span
    behind, _ = plain(text[start : end + 40])
    if value.kind is Kind.TIME:
        if ":" in behind[: end - start] or not (digits := re.match(r"\d+", behind)):
            return ""
        end = start + digits.end()
    match = _units(rules).match(behind, end - start) if rules.units else None
    return (match.lastgroup or "") if match else ""


def length_of(value: Value, unit: str) -> Fraction | None:
    """Return how many minutes *value* of *unit* are; None where it is no time."""
    amount = next((each for each in (value.value, *value.also) if isinstance(each, Fraction)), None)
    return amount * MINUTES[unit] if amount is not None and unit in MINUTES else None


def without_units(text: str, units: tuple[str, ...], rules: NumberRules) -> str:
    """Return *text* without the words for *units*."""
    pattern = _words_for(units, rules)
    return pattern.sub(lambda match: match["kept"] or " ", plain(text)[0]) if pattern else text


@lru_cache(maxsize=256)
def _words_for(units: tuple[str, ...], rules: NumberRules) -> re.Pattern[str] | None:
    """Return the pattern of the words for *units*; as *kept*, of longer words that they are a part of: 全天候."""
    words = "|".join(rules.units[unit] for unit in units if unit in rules.units)
    if not words:
        return None
    if not rules.numeral:
        return re.compile(rf"(?P<kept>(?!))|(?<!\w)(?:{words})(?!\w)")
    whole = [re.escape(word) for word in rules.carried if len(word) > 1 and not re.fullmatch(words, word)]
    return re.compile(rf"(?P<kept>{'|'.join(whole) or '(?!)'})|{words}")


@lru_cache(maxsize=32)
def _units(rules: NumberRules) -> re.Pattern[str]:
    named = "|".join(rf"(?P<{code}>{words})" for code, words in rules.units.items())
    end = "" if rules.numeral else r"(?!\w)"
    return re.compile(rf"(?:[\s-]{{0,2}}|{rules.unit_gap})(?:{named}){end}")
