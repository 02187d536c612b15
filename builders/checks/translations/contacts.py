"""Telephone numbers and addresses of a translation that its source has not, in whatever disguise."""

import re
from collections.abc import Iterator
from functools import lru_cache

from builders.catalogs.inline import Kind, split
from builders.checks.checking import Remark, check
from builders.checks.translations.counting import Counted, Number, counted
from builders.checks.translations.pairs import OUTSIDE, Pair, Side, Translation
from builders.language.disguises import plain_address, shown_addresses
from builders.language.numbers import Kind as NumberKind

LEAST_DIGITS, LEAST_WORDS = 6, 3
"""From how many digits on groups are a telephone number; from how many numbers in words on, read one after another."""
SHORT = 3
"""Digits of a number for emergencies that somebody reads one by one."""
_GROUPS = re.compile(r"(?<![^\W_])\+?\(?[\doOоОlI|]{1,15}(?:[ .()/·•_-]{1,3}[\doOоОlI|]{1,15}){0,15}(?![^\W_])")
_LETTERS = str.maketrans("oOоОlI|", "0000111")
_APART = re.compile(r"[\s,;.·•،、，()\[\]/–—-]{0,3}(?:(?:and|et|y|и|و|puis|luego)\s)?")
"""What stands between the numbers of one that is read aloud."""
_ONLY = re.compile(r"\D")


@check("phone-added")
def phone_added(translation: Translation) -> Iterator[Remark]:
    """The translation has a telephone number that the source has not, in digits or in words."""
    for pair in translation.pairs:
        for stands in dict.fromkeys(_telephones(pair)):
            yield pair.remark(f"{stands} may be taken for a telephone number; the source has none", target=stands)


def _telephones(pair: Pair) -> Iterator[str]:
    found = _read_out(pair.target)
    if not found:
        return
    own, known = counted(pair.source.text, pair.source.tag), _digits(pair.source.text)
    spoken = "".join(map(_digits_of, own.numbers))
    for stands, digits in found:
        if digits not in known and digits not in spoken and not _is_amount(digits, own):
            yield stands


def _is_amount(digits: str, own: Counted) -> bool:
    return any(digits == str(key) for number in own.numbers for key in number.value.keys)


@lru_cache(maxsize=1 << 15)
def _read_out(side: Side) -> tuple[tuple[str, str], ...]:
    """Return what looks like telephone numbers in the text of *side*, each with its digits."""
    numbers = counted(side.text, side.tag)
    grouped = [(each.stands, _digits(each.stands)) for each in numbers.numbers if each.value.kind is NumberKind.PHONE]
    if any(letter.isdecimal() for letter in side.text):
        grouped += _with_letters(numbers.text)
    return (*grouped, *_in_words(numbers))


def _with_letters(text: str) -> Iterator[tuple[str, str]]:
    """Yield groups of digits of which some are letters that look like digits."""
    for match in _GROUPS.finditer(text):
        digits = _digits(match[0].translate(_LETTERS))
        has_both = re.search(r"\d", match[0]) and re.search(r"[oOоОlI|]", match[0])
        if has_both and len(digits) >= LEAST_DIGITS:
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
    if not run:
        return
    digits = "".join(map(_digits_of, run))
    stands = text[run[0].value.span[0] : run[-1].value.span[1]]
    is_many = len(run) >= LEAST_WORDS and (len(digits) >= LEAST_DIGITS - 1 or len(set(digits)) < len(digits))
    is_long = len(run) == 1 and len(digits) >= SHORT and len(stands) == len(digits)  # 一一九
    if (is_many and not _is_counting(run)) or is_long or (len(digits) >= LEAST_DIGITS - 1 and _is_glued(run)):
        yield stands, digits


def _is_counting(run: list[Number]) -> bool:
    """Whether *run* goes up or down by one: somebody counts."""
    steps = {str(after.value.value - before.value.value) for before, after in zip(run, run[1:], strict=False)
             if not isinstance(after.value.value, str) and not isinstance(before.value.value, str)}  # fmt: skip
    return steps in ({"1"}, {"-1"})


def _is_glued(run: list[Number]) -> bool:
    """Whether words were put together to a number that has no round end: cent seize cent onze."""
    return any(not isinstance(each.value.value, str) and each.value.value % 1000 and "100" not in str(each.value.value)
               and each.value.value > 10_000 for each in run)  # fmt: skip


def _digits_of(number: Number) -> str:
    return _digits(str(number.value.value))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())


@check("address-added")
def address_added(translation: Translation) -> Iterator[Remark]:
    """Readers of the translation see an address that the source has not, or a link that leads elsewhere than it says."""
    for pair in translation.pairs:
        yield from _strange(pair)
        yield from _misleading(pair)
        yield from _named(pair, translation)


def _strange(pair: Pair) -> Iterator[Remark]:
    found = shown_addresses(pair.target.text)
    if not found:
        return
    known = {*shown_addresses(pair.source.text).values()}
    known |= {plain_address(piece.target) for piece in split(pair.source.message) if piece.kind is Kind.LINK}
    for stands, address in found.items():
        if address not in known:
            yield pair.remark(f"the source has no address {stands}", target=stands)


def _misleading(pair: Pair) -> Iterator[Remark]:
    if "<" not in pair.target.message:
        return
    for piece in split(pair.target.message):
        if piece.kind is Kind.LINK and piece.text != piece.target:
            for stands, address in shown_addresses(piece.text).items():
                if not plain_address(piece.target).startswith(address):
                    yield pair.remark(f"the link shows {stands} and leads to {piece.target}", target=stands)


def _named(pair: Pair, translation: Translation) -> Iterator[Remark]:
    """Yield codes of variables and facts that readers would see, in the place of their values."""
    text = pair.target.text
    if OUTSIDE not in pair.source.text and "." not in text and "-" not in text:
        return
    for code in (*translation.settings.variables, *translation.settings.facts):
        if re.search(r"[.-]", code) and code in text and code not in pair.source.text:
            if re.search(rf"(?<![\w.-]){re.escape(code)}(?![\w-])", text):
                yield pair.remark(f"readers would see the code {code}", target=code)
