"""Spaces: single, on the right side of every mark, and of the kind that the language asks for."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Translation
from builders.checks.translations.prose import Fault, around, in_class, remarks
from builders.language.typography import Typography

NO_BREAK = "\u00a0"
_SPACES = " \t\u00a0\u2009\u202f\u3000"
_LETTER = r"[^\W\d_]"

_BARE = r"[\w)\]»”’%\ufffc.…]"
"""What a mark may follow."""

_OF_SOURCE = ("a space at the edge of the text", "more than one space")
"""What a text may have from its source, whatever the languages."""

Replacement = str | Callable[[re.Match[str]], str]


@lru_cache(maxsize=64)
def _patterns(known: Typography) -> tuple[tuple[re.Pattern[str], str, Replacement], ...]:
    """Return what is looked for in the language: the pattern, what is wrong, what belongs there."""
    rows: list[tuple[str, str, Replacement]] = [
        (rf"^[{_SPACES}\n]+|[{_SPACES}\n]+$", "a space at the edge of the text", ""),
    ]
    if known.quotes or not known.is_known:
        rows.append((rf"[{_SPACES}](?<=\S.)[{_SPACES}]+(?=\S)|\t", "more than one space", _single))
    if not known.glued:
        rows += _spaced_rows(known)
    elif known.quotes:
        rows += _glued_rows(known)
    return tuple((re.compile(pattern), message, instead) for pattern, message, instead in rows)


def _before(match: re.Match[str]) -> str:
    return f" {match[0]}"


def _behind(match: re.Match[str]) -> str:
    return f"{match[0]} "


def _single(match: re.Match[str]) -> str:
    return next((space for space in match[0] if space in "\u00a0\u202f"), " ")


# Every pattern begins with what it takes, and looks back from behind it: so most of a text is passed over at once.


def _glued_rows(known: Typography) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of a language that writes its words together."""
    marks = in_class("".join(set(known.own) - set("·—…")) + "".join(known.quotes))
    own, space = known.script, f"[{_SPACES}]"
    yield rf"{space}(?<=[{own}].){space}*(?=[{own}])", "a space where the language has none", ""
    beside = rf"{space}(?<=[{marks}].){space}*(?=\S)|{space}(?<=\S.){space}*(?=[{marks}])"
    yield beside, "a space beside a mark", ""


def _spaced_rows(known: Typography) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of a language with spaces between words."""
    space = f"[{_SPACES}]"
    tight = rf"{space}(?<=[^\s(\[].){space}*(?=[{in_class(known.tight)}](?![\w.,]))"
    yield tight, "a space before a mark", ""
    if not known.quotes:
        return
    opening, closing = known.quotes[0][0], known.quotes[0][1]
    openers = in_class("([" + "".join(known.openers.values()) + ("" if known.spread else opening))
    closers = in_class(")]" + ("" if known.spread else closing))
    yield rf"{space}(?<=[{openers}].){space}*(?=\S)", "a space behind an opening mark", ""
    yield rf"{space}(?<=\S.){space}*(?=[{closers}])", "a space before a closing mark", ""
    yield from _missing_rows(known, in_class(opening), in_class(closing))
    yield from _wide_rows(known)


def _missing_rows(known: Typography, opening: str, closing: str) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of spaces that are not there."""
    # In a script with vowel signs, a sign may be the last character of a word.
    letter = _LETTER if known.letters else rf"[A-Za-zÀ-ÖØ-öø-ÿ{known.script}]"
    small = r"[^\W\d_A-Z]" if known.letters else letter
    starts = "(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])" if known.letters else rf"(?={letter}{{2}})"
    yield rf"[,;،؛](?<={letter}.)(?={letter})", "no space behind a mark", _behind
    yield rf"[.!?؟…](?<={small}{{3}}.){starts}", "no space behind a mark", _behind
    yield rf":(?<={letter}{{3}}.)(?={letter}{{3}})", "no space behind a mark", _behind
    yield rf"[{closing}](?<=\S.)(?={letter})", "no space behind a closing mark", _behind
    yield rf"\((?<=\s.)[^()]*\)(?={letter}{{2}})", "no space behind a closing mark", _behind
    yield rf"[{opening}](?<={letter}{{3}}.)", "no space before an opening mark", _before
    yield rf"\((?<={letter}{{3}}.)(?={letter}{{4}})", "no space before an opening mark", _before
    if known.apart:
        apart = in_class(known.apart)
        yield rf"[{apart}](?<={letter}.)(?=\s)", "no space beside a dash", _before
        yield rf"[{apart}](?<=\s.)(?={letter})", "no space beside a dash", _behind
        yield rf"—(?<={letter}.)(?={letter})", "no space beside a dash", lambda match: f" {match[0]} "


def _wide_rows(known: Typography) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of a language that sets no-break spaces beside marks."""
    ordinary = r"[ \t\u2009]"
    if known.wide:
        wide, colon = in_class(known.wide.replace(":", "")), ":" in known.wide
        before = rf"[{wide}]|:(?![\w/])" if colon else rf"[{wide}]"
        yield rf"{ordinary}(?<=\S.){ordinary}*(?={before})", "an ordinary space before a mark", NO_BREAK
        missing = rf"[{wide}](?<={_BARE}.)(?!\w)" + (rf"|:(?<={_BARE}.)(?=[\s\ufffc»)«]|$)" if colon else "")
        yield missing, "no no-break space before a mark", lambda match: f"{NO_BREAK}{match[0]}"
        closing = rf"[{in_class(known.quotes[0][1])}](?<=[!?].)"
        yield closing, "no no-break space before a mark", lambda match: f"{NO_BREAK}{match[0]}"
    if known.spread:
        opening = in_class(known.spread[0])
        yield rf"{ordinary}(?<=[{opening}].){ordinary}*(?=\S)", "an ordinary space behind a mark", NO_BREAK
        yield rf"[{opening}](?=\S)", "no no-break space behind a mark", lambda match: f"{match[0]}{NO_BREAK}"


def spacing_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every place of *text* where a space is wrong or missing; what its *source* has stays."""
    for pattern, message, instead in _patterns(known):
        if not (first := pattern.search(text)):
            continue
        if (message in _OF_SOURCE or not (known.wide or known.glued)) and pattern.search(source):
            continue
        for match in pattern.finditer(text, first.start()):
            new = instead if isinstance(instead, str) else instead(match)
            shown = around(text, *match.span())
            yield Fault(start=match.start(), end=match.end(), message=f"{message}: “{shown}”", instead=new)


@check("spacing")
def spacing(translation: Translation) -> Iterator[Remark]:
    """A translation has a space too many, too few, or of another kind than the language asks for."""
    yield from remarks(translation, spacing_faults)
