"""Telephone numbers and addresses of a translation that its source has not, in whatever disguise."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from builders.catalogs.inline import Kind, split
from builders.checks.checking import Remark, check
from builders.checks.translations.counting import Counted, Number, counted
from builders.checks.translations.pairs import Pair, Side, Translation
from builders.language.disguises import leads_to, shown_addresses
from builders.language.numbers import Kind as NumberKind

LEAST_DIGITS, LEAST_WORDS = 6, 3
"""From how many digits on groups are a telephone number; from how many numbers in words on, read one after another."""
SHORT = 3
"""Digits of a number for emergencies that somebody reads one by one."""
TOLD = 10_000
"""An amount above it that people say in words has a round end."""
_GROUPS = re.compile(r"(?<![^\W_])\+?\(?[\doOоОlI|]{1,15}(?:[ .()/·•_-]{1,3}[\doOоОlI|]{1,15}){0,15}(?![^\W_])")
_LIKE_DIGITS = "[oOоОlI|]"
_LETTERS = str.maketrans("oOоОlI|", "0000111")
_APART = re.compile(r"[\s,;.·•،、，()\[\]/–—-]{0,3}(?:(?:and|et|y|и|و|puis|luego)\s)?")
"""What stands between the numbers of one that is read aloud."""


@check("phone-added")
def phone_added(translation: Translation) -> Iterator[Remark]:
    """The translation has a telephone number that the source has not, in digits or in words."""
    for pair in translation.pairs:
        for stands in telephones(pair):
            yield pair.remark(f"{stands} may be taken for a telephone number; the source has none", target=stands)


def telephones(pair: Pair) -> list[str]:
    """Return what readers of the translation of *pair* may take for a telephone number and the source has not."""
    if not (found := _read_out(pair.target)):
        return []
    own, known = counted(pair.source.text, pair.source.tag), _digits(pair.source.text)
    spoken = "".join(map(_digits_of, own.numbers))
    strange = (
        stands
        for stands, digits in found
        if digits not in known and digits not in spoken and not _is_amount(digits, own)
    )
    return list(dict.fromkeys(strange))


def _is_amount(digits: str, own: Counted) -> bool:
    return any(digits == str(key) for number in own.numbers for key in number.value.keys)


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1 << 15)
def _read_out(side: Side) -> tuple[tuple[str, str], ...]:
    """Return what looks like telephone numbers in the text of *side*, each with its digits."""
    numbers = counted(side.text, side.tag)
    grouped = [(each.stands, _digits(each.stands)) for each in numbers.numbers if each.value.kind is NumberKind.PHONE]
    if _DIGIT.search(side.text):
        grouped += _with_letters(numbers.text)
    return (*grouped, *_in_words(numbers))


def _with_letters(text: str) -> Iterator[tuple[str, str]]:
    """Yield groups of digits of which some are letters that look like digits."""
    for match in _GROUPS.finditer(text):
        groups = re.findall(r"[\w|]+", match[0])
        is_word = any(len(group) == 1 and not group.isdecimal() for group in groups)  # “10 o 12”
        digits = _digits(match[0].translate(_LETTERS))
        is_mixed = re.search(r"\d", match[0]) and re.search(_LIKE_DIGITS, match[0])
        if is_mixed and not is_word and len(digits) >= LEAST_DIGITS:
            yield match[0].strip(), digits


def _in_words(numbers: Counted) -> Iterator[tuple[str, str]]:
    """Yield what is a telephone number when it is read aloud: numbers in words, one right after another."""
    run: list[Number] = []
    for number in (*numbers.numbers, None):
        if number and not number.value.is_written and _follows(run, number, numbers.text):
            run.append(number)
            continue
        yield from _told(run, numbers.text)
        run = [number] if number and not number.value.is_written else []


def _follows(run: list[Number], number: Number, text: str) -> bool:
    between = text[run[-1].value.span[1] : number.value.span[0]] if run else "?"
    return _APART.fullmatch(between) is not None


def _told(run: list[Number], text: str) -> Iterator[tuple[str, str]]:
    digits = "".join(map(_digits_of, run))
    if len(digits) < SHORT:
        return
    stands = text[run[0].value.span[0] : run[-1].value.span[1]]
    is_called = digits[0] == "0" or len(digits) >= LEAST_DIGITS
    is_many = len(run) >= LEAST_WORDS and (is_called or len(set(digits)) < len(digits))
    is_few = len(run) == LEAST_WORDS - 1 and is_called
    is_row = len(stands) == len(digits) and "两" not in stands  # 一一九
    if ((is_many or is_few or is_row) and not _is_counting(run, digits)) or _is_glued(run):
        yield stands, digits


def _is_counting(run: list[Number], digits: str) -> bool:
    """Whether somebody counts: one, two, three."""
    read = [int(_digits_of(each) or 0) for each in run] if len(run) > 1 else list(map(int, digits))
    return {after - before for before, after in pairwise(read)} in ({1}, {-1})


def _is_glued(run: list[Number]) -> bool:
    """Whether words were put together to a number as nobody would say it: cent seize cent onze."""
    amounts = [each.value.value for each in run if each.value.is_sure and isinstance(each.value.value, Fraction)]
    return any(amount > TOLD and amount % 10 for amount in amounts)


def _digits_of(number: Number) -> str:
    return _digits(str(number.value.value))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())


@check("address-added")
def address_added(translation: Translation) -> Iterator[Remark]:
    """The translation shows an address that the source has not, or other than the one that its link leads to."""
    settings = translation.settings
    codes = [code for code in (*settings.variables, *settings.facts) if re.search(r"[.-]", code)]
    named = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, codes)) or '(?!)'})(?![\w-])")
    for pair in translation.pairs:
        misleading = dict(_misleading(pair))
        for stands, target in misleading.items():
            yield pair.remark(f"the link shows {stands} and leads to {target}", target=stands)
        for stands in _strange(pair):
            if stands not in misleading:
                yield pair.remark(f"the source has no address {stands}", target=stands)
        for code in sorted({*named.findall(pair.target.text)} - {*named.findall(pair.source.text)}):
            yield pair.remark(f"readers would see the code {code}", target=code)


def _strange(pair: Pair) -> Iterator[str]:
    """Yield addresses that readers of the translation see, and that the source neither shows nor leads to."""
    if not (found := shown_addresses(pair.target.text)):
        return
    known = {*shown_addresses(pair.source.text).values()}
    targets = [piece.target for piece in split(pair.source.message) if piece.kind is Kind.LINK]
    for stands, address in found.items():
        if address not in known and not any(leads_to(address, target) for target in targets):
            yield stands


def _misleading(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield links whose words are another address than the one that they lead to: what they show, and that one."""
    if "<" not in pair.target.message:
        return
    own = {(piece.text, piece.target) for piece in split(pair.source.message)}
    for piece in split(pair.target.message):
        if piece.kind is Kind.LINK and (piece.text, piece.target) not in own:
            for stands, address in shown_addresses(piece.text).items():
                if not leads_to(address, piece.target):
                    yield stands, piece.target
