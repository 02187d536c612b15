"""Numbers that are spelled out, to a hundred and beyond: twenty-five, quatre-vingt-dix, خمسة وعشرون, 二十五."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from builders.language.numerals.patterns import patterns
from builders.language.numerals.rules import NumberRules
from builders.language.numerals.value import Kind, Value, of_hundred

_LONGEST = 24
"""Characters of a number."""
_FEW = (2, 3)
"""Characters for digits in a row that are no number together."""
_TIMES = frozenset("次回天遍个")
"""What is counted behind a word for weeks, so that it begins no name of a day: 每周三次."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BETWEEN = re.compile(r"[ -]{1,2}\Z")
_IDIOMS = re.compile(
    "十分|万一|千万|万分|百般|万万|千百|一一|万事|万能|百姓|统一|唯一|单一|一旦|一样|一般|一起|一定|一直|一些"
    "|三三两两|丢三落四|七上八下|乱七八糟|四面八方|五花八门|三心二意|一五一十|接二连三|五颜六色|三言两语|一清二楚|独一无二|三番五次|一心一意"
)
"""Words of Chinese that are written with such characters and are no numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word that is part of a number."""

    value: int
    span: tuple[int, int]
    is_ordinal: bool = False
    is_scale: bool = False
    is_sure: bool = True
    is_joined: bool = False
    """Whether *and* is written together with it, as in وعشرون."""


def spelled(text: str, taken: Sequence[tuple[int, int]], rules: NumberRules) -> Iterator[Value]:
    """Yield the numbers of the plain *text* that are spelled out; *taken* is what numbers in digits stand on."""
    if rules.numeral:
        yield from (each for each in _characters(text, rules) if not _is_within(each.span, taken))
        return
    words = [each for each in _words(text, rules) if not _is_within(each.span, taken)]
    place = 0
    while place < len(words):
        used, value = _put_together(text, words, place, rules)
        place += used
        if percent := patterns(rules).percent.match(text, value.span[1]):
            value = replace(value, kind=Kind.PERCENT, span=(value.span[0], percent.end()), also=of_hundred(value.value))
            place = next((at for at in range(place, len(words)) if words[at].span[0] >= percent.end()), len(words))
        yield value


def may_carry(text: str, rules: NumberRules) -> frozenset[Fraction]:
    """Return what words of the plain *text* may stand for without naming it."""
    found: set[Fraction] = set()
    if rules.numeral:
        return frozenset().union(*(numbers for word, numbers in rules.carried.items() if word in text))
    whole, beginnings = _carriers(rules)
    if rules.dual and re.search(rf"(?<!\w)(?:{rules.dual})(?!\w)", text):
        found.add(Fraction(2))
    for word in set(_WORD.findall(text)):
        for form in {word, _without(word, rules), *re.split("'", word)}:
            found |= whole.get(form, frozenset())
            if form in rules.months:
                found.add(Fraction(rules.months[form]))
            for beginning, numbers in beginnings:
                if form.startswith(beginning):
                    found |= numbers
    return frozenset(found)


def _is_within(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether *span* and one of *taken*, which are in order, have a character in common."""
    place = bisect_left(taken, (span[1], 0))
    return place > 0 and taken[place - 1][1] > span[0]


@lru_cache(maxsize=32)
def _carriers(rules: NumberRules) -> tuple[dict[str, frozenset[Fraction]], list[tuple[str, frozenset[Fraction]]]]:
    whole = {word: numbers for word, numbers in rules.carried.items() if not word.endswith("*")}
    return whole, [(word[:-1], numbers) for word, numbers in rules.carried.items() if word.endswith("*")]


@lru_cache(maxsize=32)
def _prefix(rules: NumberRules) -> re.Pattern[str]:
    return re.compile(rules.prefix)


def _without(word: str, rules: NumberRules) -> str:
    """Return *word* without what is written together with it in front."""
    if not rules.prefix:
        return word.rpartition("'")[2]
    match = _prefix(rules).match(word)
    return word[match.end() :] if match and len(word) - match.end() >= 2 else word


def _words(text: str, rules: NumberRules) -> Iterator[_Word]:
    """Yield the words of *text* that build numbers, those of two parts (dix-sept) as one."""
    lexicon, last = _lexicon(rules), -1
    for token in _WORD.finditer(text):
        word, start, end = token[0], token.start(), token.end()
        if start < last:
            continue
        form, known = word, lexicon.get(word)
        if not known and (rules.prefix or "'" in word):
            form = _without(word, rules)
            known = lexicon.get(form)
        following = _WORD.match(text, end + 1) if text[end : end + 1] == "-" else None
        if following and (pair := lexicon.get(f"{form}-{following[0]}")):
            known, end = pair, following.end()
        if known:
            value, is_ordinal, is_scale, is_sure = known
            is_joined = bool(rules.unit_first) and word != form and word.startswith(rules.unit_first)
            yield _Word(
                value=value,
                span=(start, end),
                is_ordinal=is_ordinal,
                is_scale=is_scale,
                is_sure=is_sure,
                is_joined=is_joined,
            )
            last = end


@lru_cache(maxsize=32)
def _lexicon(rules: NumberRules) -> Mapping[str, tuple[int, bool, bool, bool]]:
    """Return what is known of every word of *rules*: its value, whether it is an ordinal, a scale, and sure."""
    tables = ((rules.scales, False, True), (rules.ordinals, True, False), (rules.words, False, False))
    return {
        word: (value, is_ordinal, is_scale, word not in rules.unsure)
        for table, is_ordinal, is_scale in tables
        for word, value in table.items()
    }


def _put_together(text: str, words: Sequence[_Word], place: int, rules: NumberRules) -> tuple[int, Value]:
    """Return how many of *words*, from *place* on, are one number, and that number: twenty-five, cent vingt."""
    first = words[place]
    # A scale alone is a number only as a hundred and a thousand are: «cent», «mil», сто.
    total, current, used = (0, first.value, 1)
    if first.is_scale and first.value >= 1000:
        total, current = first.value, 0
    last = first
    while place + used < len(words):
        word = words[place + used]
        if last.is_ordinal and not rules.unit_first and not _is_ordinal_pair(last, word):
            break
        between = text[last.span[1] : word.span[0]]
        is_joined = bool(rules.joiner) and between == f" {rules.joiner} "
        if not (is_joined or word.is_joined or _BETWEEN.match(between)):
            break
        joined = _added(current, word, last, rules, is_joined=is_joined or word.is_joined)
        if joined is None:
            break
        current, is_thousand = joined
        if is_thousand:
            total, current = total + current, 0
        last, used = word, used + 1
    kind = Kind.ORDINAL if last.is_ordinal or (rules.unit_first and first.is_ordinal) else Kind.CARDINAL
    is_sure = used > 1 or first.is_sure
    span = (first.span[0], last.span[1])
    return used, Value(value=Fraction(total + current), kind=kind, span=span, is_written=False, is_sure=is_sure)


def _is_ordinal_pair(tens: _Word, unit: _Word) -> bool:
    """Whether both together are one number: décimo tercero."""
    return unit.is_ordinal and tens.value in range(10, 100, 10) and unit.value < 10


def _added(current: int, word: _Word, last: _Word, rules: NumberRules, *, is_joined: bool) -> tuple[int, bool] | None:
    """Return *current* and *word* as one number, and whether thousands are complete with it; None for two numbers."""
    value = word.value
    if word.is_scale:
        if is_joined:
            return (current + value, False) if rules.unit_first and current > value else None
        return max(current, 1) * value, value >= 1000
    if last.is_ordinal and not rules.unit_first:
        return current + value, False
    if word.is_ordinal and value == 100 and 0 < current < 10:
        return current * value, False
    if rules.has_twenties and current % 100 == 4 and value == 20:
        return current - 4 + 80, False
    if rules.unit_first and is_joined and 0 < current % 100 < 10 and value in range(20, 100, 10):
        return current + value, False
    if rules.unit_first and not is_joined and 0 < current % 100 < 10 and value == 10:
        return current + value, False
    tens, room = current % 100, 20 if rules.has_twenties and current % 100 in (60, 80) else 10
    is_hundred = last.is_scale or (last.value and last.value % 100 == 0)
    if is_hundred and tens == 0 and value < (1000 if last.value >= 1000 else 100):
        return current + value, False
    if tens in range(20, 100, 10) and 0 < value < room and not rules.unit_first:
        return current + value, False
    return None


@lru_cache(maxsize=32)
def _runs(rules: NumberRules) -> re.Pattern[str]:
    run = rf"[{rules.numeral}]+"
    return re.compile(rf"(?P<below>{run})分之(?P<above>{run}|\d+)|(?P<sign>{rules.ordinal_sign})?(?P<run>{run})")


def _characters(text: str, rules: NumberRules) -> Iterator[Value]:
    """Yield the numbers of *text* that are built of characters: 二十五, 第三, 三分之二."""
    weekday = re.compile(rf"(?:{rules.weekday or '(?!)'})\Z")
    idioms = [match.span() for match in _IDIOMS.finditer(text)]
    for match in _runs(rules).finditer(text):
        if match["below"]:
            below = _counted(match["below"], rules)
            above = int(match["above"]) if match["above"].isdigit() else _counted(match["above"], rules)
            is_percent = match["below"] == "百"
            value = Fraction(above) if is_percent else Fraction(above, max(below, 1))
            kind = Kind.PERCENT if is_percent else Kind.FRACTION
            parts = () if is_percent else (Fraction(above), Fraction(below))
            also = of_hundred(value) if is_percent else frozenset()
            yield Value(value=value, kind=kind, span=match.span(), also=also, parts=parts, is_written=False)
            continue
        run, behind = match["run"], text[match.end() : match.end() + 1]
        if len(run) in _FEW and not match["sign"] and behind != "年" and _is_row(run, rules):
            yield from _one_by_one(match, rules)
            continue
        is_idiom = not match["sign"] and _is_within(match.span("run"), idioms)
        if len(run) == 1 and behind not in _TIMES and weekday.search(text, max(0, match.start() - 3), match.start()):
            continue
        is_number = not is_idiom and run != "一" and (len(run) > 1 or behind in rules.counted)
        kind = Kind.ORDINAL if match["sign"] else Kind.CARDINAL
        value = Fraction(_counted(run, rules))
        yield Value(
            value=value, kind=kind, span=match.span(), is_written=False, is_sure=is_number or bool(match["sign"])
        )


def _is_row(run: str, rules: NumberRules) -> bool:
    """Whether *run* is digits alone, as they are read one by one."""
    return not any(letter in rules.scales or rules.words.get(letter, 0) >= 10 for letter in run)


def _one_by_one(match: re.Match[str], rules: NumberRules) -> Iterator[Value]:
    """Yield the digits of *match*: 三四个 is three or four."""
    for place, letter in enumerate(match["run"], start=match.start("run")):
        number = Fraction(rules.words[letter])
        yield Value(value=number, kind=Kind.CARDINAL, span=(place, place + 1), is_written=False, is_sure=False)


def _counted(run: str, rules: NumberRules) -> int:
    """Return the value of the beginning of *run*; digits in a row are read one by one, as in a year."""
    run = run[:_LONGEST]
    if len(run) > 1 and _is_row(run, rules):
        return int("".join(str(rules.words[letter]) for letter in run))
    total = section = digit = 0
    for letter in run:
        scale = rules.scales.get(letter) or (10 if rules.words.get(letter) == 10 else 0)
        if not scale and rules.words[letter] > 10:  # 廿 is two tens in one
            section, digit = section + rules.words[letter], 0
        elif not scale:
            digit = rules.words[letter]
        elif scale >= 10000:
            total, section, digit = (total + section + digit or 1) * scale, 0, 0
        else:
            section, digit = section + (digit or 1) * scale, 0
    return total + section + digit
