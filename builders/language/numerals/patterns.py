"""The patterns by which numbers in digits are found, made of what is known of a language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from builders.language.numerals.rules import NumberRules

# In “25,50,100” the commas are those of a list.
_GROUPED = r"\d{1,3}(?P<g>GROUPS)\d{3}(?:(?P=g)\d{3}){0,8}(?!\d|(?P=g)\d)(?:(?!(?P=g))DECIMALS\d+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The patterns of one language; None where it has no such words."""

    grouped: re.Pattern[str]
    """An amount in groups of three digits, with or without a decimal fraction."""
    decimal: re.Pattern[str]
    percent: re.Pattern[str]
    day_first: re.Pattern[str] | None
    """``1 December 2024``, of which the year may be missing."""
    month_first: re.Pattern[str] | None
    """``December 1, 2024`` and ``December 2024``."""
    hour: re.Pattern[str] | None
    """``17 h 30``, ``5 p.m.``"""
    half_of_day: re.Pattern[str] | None
    scale: re.Pattern[str] | None
    ordinal: re.Pattern[str] | None
    sign: re.Pattern[str] | None
    dated: tuple[re.Pattern[str], ...]
    """The name of a month, in small letters; beside a digit where it is a word of another meaning."""
    month_word: re.Pattern[str] | None
    """Names of months with another meaning."""
    dated_by: re.Pattern[str] | None
    """What makes a date of a day and such a name, from the front."""
    dated_till: re.Pattern[str] | None
    """What does it from behind."""
    bare: re.Pattern[str] | None
    """A unit whose number is missing."""
    has_characters: bool
    """Whether numbers are built of characters that are no words."""

    def fraction_of(self, number: str) -> str:
        """Return the mark between the groups of *number* and its decimal fraction; nothing where it has none."""
        marks = re.findall(r"\D", number)
        return marks[-1] if len(set(marks)) > 1 else ""

    def half_before(self, text: str, place: int) -> re.Match[str] | None:
        """Return what says before *place* of *text* in which half of the day it is, where a language puts it there."""
        if not (self.has_characters and self.half_of_day):
            return None
        found = list(self.half_of_day.finditer(text, max(0, place - 4), place))
        return found[-1] if found and found[-1].end() == place else None


@lru_cache(maxsize=64)
def patterns(rules: NumberRules) -> Patterns:
    """Return the patterns for a language of *rules*."""
    groups, decimals = (f"[{re.escape(marks)}]" for marks in (rules.groups, rules.decimals))
    has_characters = bool(rules.numeral)
    after = "" if has_characters else r"(?!\w)"
    half = rf"(?:(?P<pm>{rules.afternoon})|(?P<am>{rules.morning})){after}" if rules.afternoon else ""
    hour = ""
    if rules.hours:
        minutes = r"(?:\s?(?P<m>[0-5]\d)\s?分?)?" if has_characters else r"(?:\s?(?P<m>[0-5]\d)(?!\d))?"
        of_day = rf"|(?:[.:](?P<n>[0-5]\d))?(?=\s{{0,2}}(?:{rules.afternoon}|{rules.morning}){after})"
        of_day += rf"|\.(?P<k>[0-5]\d)(?=\s?(?:{rules.hours}){after})"
        hour = rf"(?P<h>[01]?\d|2[0-4])(?!\d)(?:\s?(?:{rules.hours}){after}{minutes}{'' if has_characters else of_day})"
    return Patterns(
        grouped=re.compile(rf"(?<!\d[,;]){_GROUPED}".replace("GROUPS", groups).replace("DECIMALS", decimals)),
        decimal=re.compile(rf"(?<!\d,)\d+[{re.escape(rules.decimals)}]\d+(?!,\d)"),
        percent=re.compile(rf"\s?[%‰]|\s?(?:{rules.percent})(?!\w)" if rules.percent else r"\s?[%‰]"),
        day_first=_days(rules),
        month_first=_months(rules),
        hour=re.compile(hour) if hour else None,
        half_of_day=re.compile(rf"\s{{0,2}}{half}") if half else None,
        scale=re.compile(rf"[\s-]?[多余几]?(?P<scale>{_any(rules.scales)})(?:(?<=[\u3400-\u9fff])|(?!\w))")
        if rules.scales
        else None,
        ordinal=re.compile(rf"(?:{rules.suffixes})(?!\w)") if rules.suffixes else None,
        sign=re.compile(rf"(?:{rules.ordinal_sign})\s?\Z") if rules.ordinal_sign else None,
        dated=_dated(rules),
        month_word=re.compile(rf"(?:{rules.month_words})") if rules.month_words else None,
        dated_by=re.compile(rf"(?<!\w)(?:{rules.dated_by})\s\Z") if rules.dated_by else None,
        dated_till=re.compile(rf"(?:{rules.dated_till})") if rules.dated_till else None,
        bare=re.compile(rules.bare) if rules.bare else None,
        has_characters=has_characters,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _days(rules: NumberRules) -> re.Pattern[str] | None:
    if not rules.months or rules.numeral:
        return None
    suffix = rf"(?:{rules.suffixes})?" if rules.suffixes else ""
    month, of = _month(rules), rules.of
    return re.compile(rf"(?P<d>\d{{1,2}}){suffix}(?:{of}|\s){month}(?:(?:{of}|,?\s)(?P<y>\d{{4}})(?!\d))?")


def _months(rules: NumberRules) -> re.Pattern[str] | None:
    if not rules.months or rules.numeral:
        return None
    suffix = rf"(?:{rules.suffixes})?" if rules.suffixes else ""
    month, of = _month(rules), rules.of
    day = rf"\s(?P<d>\d{{1,2}})(?!\d){suffix}(?!\s?[:%])(?:,?\s(?P<y>\d{{4}})(?!\d))?"
    # “They may 5 times …” is no day.
    is_word = rf"(?!(?:{rules.month_words})\s\d{{1,2}}(?!\d)(?!,?\s\d{{4}}))" if rules.month_words else ""
    return re.compile(rf"(?<!\w){rules.prefix}{is_word}{month}(?:(?:{of}|\s)(?P<z>\d{{4}})(?!\d)|{day})")


def _dated(rules: NumberRules) -> tuple[re.Pattern[str], ...]:
    if not rules.months:
        return ()
    words = re.compile(rf"(?:{rules.month_words or '(?!)'})\Z")
    sure = re.compile(rf"(?:{_any(name for name in rules.months if not words.match(name))})(?!\w)")
    if not rules.month_words:
        return (sure,)
    return (
        sure,
        re.compile(rf"\d\W{{1,2}}(?:{rules.month_words})(?!\w)"),
        re.compile(rf"(?:{rules.month_words})\W{{1,2}}\d"),
    )


def _month(rules: NumberRules) -> str:
    return rf"(?P<m>{_any(rules.months)})\.?(?!\w)"
