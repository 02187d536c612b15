"""Quotation marks: those of the language, in pairs, inner ones inside outer ones, and where the source has some."""

import re
from collections.abc import Iterator
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Translation
from builders.checks.translations.prose import Fault, around, in_class, remarks
from builders.checks.translations.spacing import NO_BREAK
from builders.language.typography import Typography
from builders.model.findings import Severity

_DOUBLE = '«»“”„‟"‹›「」『』〝〞〟＂❝❞'
_SINGLE = "‘’‚‛'`´"
_MARK = re.compile(f"[{re.escape(_DOUBLE + _SINGLE)}]|''")
_MANY = 40
"""Marks of which nobody can be sure any more."""
_JOINS = re.compile(r"(?<=\w)['’‘`´‛](?=\w)")
_LATIN_JOINS = re.compile(r"(?<=[A-Za-z])['’‘`´‛](?=[A-Za-z])")


def quotation_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every quotation mark of *text* that is none of the language, stands alone, or in the wrong depth."""
    if not known.quotes or not _MARK.search(text):
        return
    marks = list(_marks(text, known))
    foreign = [mark for mark in marks if mark[1] not in "".join(known.quotes)]
    if foreign:
        yield from _foreign_faults(text, foreign, known)
        return
    if _balance(source) == 0:
        yield from _order_faults(text, marks, known)


def _marks(text: str, known: Typography) -> Iterator[tuple[int, str]]:
    """Yield the quotation marks of *text* and their places, without apostrophes."""
    joins = {match.start() for match in (_LATIN_JOINS if known.glued else _JOINS).finditer(text)}
    inner = known.quotes[-1]
    opened = 0
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        if place in joins or mark in "`´":
            continue
        if mark in _SINGLE and mark == inner[1]:
            if not opened:
                continue
            opened -= 1
        elif mark == "’" and "’" not in "".join(known.quotes):
            continue  # an apostrophe at the end of a word
        opened += mark == inner[0]
        yield place, mark


def _foreign_faults(text: str, foreign: list[tuple[int, str]], known: Typography) -> Iterator[Fault]:
    pairs = list(zip(foreign[::2], foreign[1::2], strict=False))
    is_certain = len(foreign) % 2 == 0 and len(foreign) <= _MANY and all(_are_partners(text, *pair) for pair in pairs)
    outer = known.quotes[0]
    for index, (place, mark) in enumerate(foreign):
        message = f"the quotation mark {mark} is none of the language: “{around(text, place, place + 1)}”"
        is_outer = is_certain and not _is_inside(text, place, outer)
        instead = _own(known, is_opening=index % 2 == 0) if is_outer else None
        yield Fault(start=place, end=place + len(mark), message=message, instead=instead)


def _are_partners(text: str, first: tuple[int, str], second: tuple[int, str]) -> bool:
    """Whether two marks open and close what stands between them."""
    begins = re.match(r"\S", text[first[0] + len(first[1]) :]) and not re.match(r"\w", text[max(0, first[0] - 1) :])
    return bool(begins) and text[second[0] - 1 : second[0]].strip() != ""


def _is_inside(text: str, place: int, outer: str) -> bool:
    return text.count(outer[0], 0, place) > text.count(outer[1], 0, place)


def _balance(text: str) -> int:
    return text.count("“") - text.count("”")


def _order_faults(text: str, marks: list[tuple[int, str]], known: Typography) -> Iterator[Fault]:
    """Yield marks of the language without a partner, and inner ones that stand outside."""
    outer, partners = known.quotes[0], {pair[0]: pair[1] for pair in known.quotes}
    opened: list[tuple[int, str]] = []
    for place, mark in marks:
        if opened and partners[opened[-1][1]] == mark:
            first = opened.pop()
            if not opened and first[1] != outer[0]:
                yield _outside(text, first, known, is_opening=True)
                yield _outside(text, (place, mark), known, is_opening=False)
        elif mark in partners:
            opened.append((place, mark))
        else:
            yield _alone(text, place, mark)
    for place, mark in opened:
        yield _alone(text, place, mark)


def _outside(text: str, found: tuple[int, str], known: Typography, *, is_opening: bool) -> Fault:
    """Return the fault of an inner mark that stands outside: the outer one belongs there."""
    place, mark = found
    message = f"the mark {mark} stands only inside {known.quotes[0]}: “{around(text, place, place + 1)}”"
    own = _own(known, is_opening=is_opening)
    return Fault(start=place, end=place + 1, message=message, instead=own, severity=Severity.WARNING)


def _own(known: Typography, *, is_opening: bool) -> str:
    """Return the outer mark of the language, with the space that it has inside."""
    own, space = known.quotes[0][0 if is_opening else 1], NO_BREAK if known.spread else ""
    return f"{own}{space}" if is_opening else f"{space}{own}"


def _alone(text: str, place: int, mark: str) -> Fault:
    message = f"the quotation mark {mark} stands alone: “{around(text, place, place + 1, width=12)}”"
    return Fault(start=place, end=place + 1, message=message)


@check("quotation-marks")
def quotation_marks(translation: Translation) -> Iterator[Remark]:
    """A translation has quotation marks of another language, or one without its partner."""
    yield from remarks(translation, quotation_faults)


@lru_cache(maxsize=64)
def _opening(known: Typography) -> re.Pattern[str]:
    return re.compile(f"[{in_class(''.join(pair[0] for pair in known.quotes if pair[0] not in _SINGLE))}《]")


_SPEECH = re.compile(r"[—–]\s?[^\W\d]")
"""Begins what somebody says where a dash stands for quotation marks."""


def lost_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield that *text* quotes nothing though its *source* does."""
    if not known.quotes:
        return
    wanted, own = source.count("“"), len(_opening(known).findall(text))
    if source.startswith("“") and _SPEECH.match(text):
        return
    if wanted and not own and not re.search(f"[{re.escape(_DOUBLE)}‘‚]", text):
        yield Fault(start=0, end=0, message=f"no quotation marks, {wanted} in the source")


@check("quotation-lost")
def quotation_lost(translation: Translation) -> Iterator[Remark]:
    """The source quotes somebody or names a word between quotation marks, and its translation does not."""
    yield from remarks(translation, lost_faults)
