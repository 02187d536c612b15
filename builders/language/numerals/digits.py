"""Numbers that stand in digits: dates, times, telephone numbers, fractions, per cent, amounts."""

import re
from collections.abc import Iterator
from fractions import Fraction

from builders.language.numerals.patterns import Patterns, patterns
from builders.language.numerals.rules import NumberRules
from builders.language.numerals.value import Kind, Value, of_hundred

_START = re.compile(r"\+?[ (]{0,2}(?<!\d)\d")
_CHAIN = re.compile(r"(?:(?:(?!--)[ .)/-]{1,2}|(?<!\d{4}) ?\((?=\d+\)))\d+(?![^\W\d_])){0,20}")
"""Groups of digits behind others; a bracket that opens among them closes behind its group."""
_ISO = re.compile(r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})(?!\d)")
_HAN_DATE = re.compile(r"(?:(?P<y>\d{4}) ?年 ?)?(?P<m>0?[1-9]|1[0-2])(?!\d) ?月(?: ?(?P<d>\d{1,2}) ?[日号號])?")
_HAN_DECADE = re.compile(r"(?P<c>\d{1,2}) ?世[纪紀] ?(?P<d>\d)0 ?年代")
_CLOCK = re.compile(r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_SLASHED = re.compile(r"(?P<a>\d{1,9}) ?/ ?(?P<b>\d{1,9})(?![\d/])")
_POINTED = re.compile(r"\d+(?:\.\d+){2,}")
_DIGITS = re.compile(r"\d+")
_LONGEST = 40
"""Digits of a number; what is longer is no amount, and compared as it stands."""
_TELEPHONE, _LONGEST_TELEPHONE = 6, 20
"""How many digits are a telephone number when they stand in groups."""


def written(text: str, rules: NumberRules) -> Iterator[Value]:
    """Yield the numbers of the plain *text* that stand in digits."""
    own = patterns(rules)
    named = own.month_first.finditer(text) if own.month_first else iter(())
    month = next(named, None)
    place = 0
    while match := _START.search(text, place):
        start = match.end() - 1
        while month and month.end() <= start:
            month = next(named, None)
        if month and month.start() <= start:
            value = _dated(month, rules)
        else:
            value = _read(text, start, rules, own, is_called=match[0].startswith("+"))
        yield value
        place = value.span[1]


def _read(text: str, start: int, rules: NumberRules, own: Patterns, *, is_called: bool) -> Value:
    """Return the number of *text* that begins at *start*; *is_called* when a plus sign stands before it."""
    for pattern in (_ISO, _DAY_FIRST, own.day_first, _HAN_DATE if own.has_characters else None):
        if pattern and (match := pattern.match(text, start)) and (not match["m"].isdigit() or 0 < int(match["m"]) < 32):
            # “Those aged 13 to 17 may join” holds no date.
            if not own.month_word or match.groupdict().get("y") or not own.month_word.fullmatch(match["m"]):
                return _dated(match, rules)
            if own.dated_by and own.dated_by.search(text, max(0, start - 12), start):
                return _dated(match, rules)
            if own.dated_till and own.dated_till.match(text, match.end()):
                return _dated(match, rules)
    for pattern in (_CLOCK, own.hour):
        if pattern and (match := pattern.match(text, start)):
            return _timed(match, text, own)
    if own.has_characters and (match := _HAN_DECADE.match(text, start)):
        year, decade = Fraction(int(match["c"]) * 100 - 100 + int(match["d"]) * 10), Fraction(int(match["d"]) * 10)
        return Value(value=year, kind=Kind.ORDINAL, span=match.span(), also=frozenset({decade}))
    whole = _DIGITS.match(text, start)
    end = whole.end() if whole else start + 1
    chain = _CHAIN.match(text, end)
    stop = chain.end() if chain else end
    if _is_telephone(text[start:stop], is_called=is_called):
        digits = re.sub(r"\D", "", text[start:stop])
        sure = frozenset((Fraction(digits),)) if not (is_called or digits[0] == "0") else frozenset()
        return Value(value=digits, kind=Kind.PHONE, span=(start, stop), also=sure)
    if (match := _POINTED.match(text, start)) and not own.grouped.fullmatch(match[0]):
        parts = tuple(Fraction(part) for part in match[0].split(".") if len(part) <= _LONGEST)
        return Value(value=match[0], kind=Kind.CODE, span=match.span(), parts=parts)
    if (match := _SLASHED.match(text, start)) and int(match["b"]):
        parts = (Fraction(match["a"]), Fraction(match["b"]))
        return Value(value=parts[0] / parts[1], kind=Kind.FRACTION, span=match.span(), parts=parts)
    return _amount(text, start, rules, own)


def _is_telephone(chain: str, *, is_called: bool) -> bool:
    """Whether *chain*, groups of digits with little between them, is a telephone number and no other number."""
    groups = _DIGITS.findall(chain)
    signs = set(re.findall(r"[^\d ]", chain))
    digits = sum(map(len, groups))
    if not _TELEPHONE <= digits <= _LONGEST_TELEPHONE:
        return False
    if is_called or (chain[0] == "0" and digits > _TELEPHONE and (len(groups) != 2 or "." not in signs)):
        return True
    if len(groups) < 2 or (not signs and re.fullmatch(r"\d{1,3}(?: \d{3})+", chain)):
        return False
    if signs == {"."}:
        return len(groups) > 3 and all(len(group) == 2 for group in groups)
    if len(groups) == 2:
        return groups[1][0] == "0" and not signs & {"/", "."}
    return "/" not in signs


def _amount(text: str, start: int, rules: NumberRules, own: Patterns) -> Value:
    """Return the amount that begins at *start* of *text*, with what stands behind it: million, per cent, st."""
    match = own.grouped.match(text, start) or own.decimal.match(text, start) or _DIGITS.match(text, start)
    assert match
    readings = _readings(match[0], rules, own)
    end, kind = match.end(), Kind.CARDINAL
    if not readings:
        return Value(value=match[0], kind=Kind.CODE, span=(start, end))
    value, also = readings[0], set[Fraction | str](readings[1:])
    if start and text[start - 1] == "." and not text[start - 2 : start - 1].isalnum() and match[0].isdigit():
        also.add(Fraction(f"0.{match[0]}"))
    if scale := own.scale and own.scale.match(text, end):
        also |= {value}
        value, end = value * rules.scales[scale["scale"]], scale.end()
    if percent := own.percent.match(text, end):
        kind, end = Kind.PERCENT, percent.end()
    elif text[max(0, start - 3) : start].endswith(("百分之", "%")):
        kind = Kind.PERCENT
    elif own.ordinal and (suffix := own.ordinal.match(text, end)):
        kind, end = Kind.ORDINAL, suffix.end()
        if suffix[0].endswith("s") and value >= 1000:
            also |= {value % 100}
    elif own.sign and own.sign.search(text, max(0, start - 3), start):
        kind = Kind.ORDINAL
    also |= of_hundred(value) if kind is Kind.PERCENT else frozenset()
    return Value(value=value, kind=kind, span=(start, end), also=frozenset(also))


def _readings(number: str, rules: NumberRules, own: Patterns) -> list[Fraction]:
    """Return what *number* may be, the likeliest first; nothing for what is too long to be an amount."""
    if len(number) > _LONGEST:
        return []
    found = []
    if own.grouped.fullmatch(number):
        mark = re.search(r"\D", number)
        whole, _, part = number.rpartition(own.fraction_of(number)) if own.fraction_of(number) else (number, "", "")
        found = [Fraction(re.sub(r"\D", "", whole) + (f".{part}" if part else ""))]
        is_one = len(re.findall(r"\D", number)) == 1
        if mark and is_one and mark[0] in rules.decimals:
            found.append(Fraction(number.replace(mark[0], ".")))
            if mark[0] == rules.decimals[0] and rules.decimals[0] not in rules.groups:
                found.reverse()
    elif number.isdigit():
        found = [Fraction(number)]
    else:
        found = [Fraction(re.sub(r"\D", ".", number))]
    return found


def _dated(match: re.Match[str], rules: NumberRules) -> Value:
    """Return the date of *match*."""
    given = match.groupdict()
    year, day = given.get("y") or given.get("z") or "", given.get("d") or ""
    name = match["m"]
    month = int(name) if name.isdigit() else rules.months[name.removesuffix(".")]
    if month > 12:
        month, day = int(day), str(month)
    parts = tuple(Fraction(part) for part in (year, day, month if name.isdigit() else "") if part)
    date = f"{year or '-'}-{month:02}" + (f"-{int(day):02}" if day else "")
    also = set()
    if name.isdigit() and day and 0 < int(day) < 13:
        also = {f"{year or '-'}-{int(day):02}-{month:02}"}
    return Value(value=date, kind=Kind.DATE, span=match.span(), parts=parts, also=frozenset(also))


def _timed(match: re.Match[str], text: str, own: Patterns) -> Value:
    """Return the time of *match*, a clock of 24 hours; what says that it is after noon stands behind or before it."""
    groups = match.groupdict()
    hour, minute = int(match["h"]), int(match["m"] or groups.get("n") or groups.get("k") or 0)
    end, written_hour = match.end(), int(match["h"])
    half = own.half_of_day and (own.half_of_day.match(text, end) or own.half_before(text, match.start()))
    if half:
        end = max(end, half.end())
        hour += 12 if half["pm"] and hour < 12 else -12 if half["am"] and hour == 12 else 0
    also: set[Fraction | str] = {f"{written_hour:02}:{minute:02}"}
    also |= set() if minute else {Fraction(written_hour), Fraction(hour)}
    if groups.get("k"):  # “1.50 h” may be an hour and a half
        also.add(Fraction(f"{written_hour}.{groups['k']}"))
    parts = (Fraction(written_hour), *((Fraction(minute),) if minute else ()))
    return Value(
        value=f"{hour:02}:{minute:02}", kind=Kind.TIME, span=(match.start(), end), also=frozenset(also), parts=parts
    )
