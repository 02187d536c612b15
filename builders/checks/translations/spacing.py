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

Replacement = str | Callable[[re.Match[str]], str]


@lru_cache(maxsize=64)
def _patterns(known: Typography) -> tuple[tuple[re.Pattern[str], str, Replacement], ...]:
    """Return what is looked for in the language: the pattern, what is wrong, what belongs there."""
    rows: list[tuple[str, str, Replacement]] = [
        (rf"(?<=\S)[{_SPACES}]{{2,}}(?=\S)|\t", "more than one space", _single),
        (rf"^[{_SPACES}\n]+|[{_SPACES}\n]+$", "a space at the edge of the text", ""),
    ]
    rows += _glued_rows(known) if known.glued else _spaced_rows(known)
    return tuple((re.compile(pattern), message, instead) for pattern, message, instead in rows)


def _single(match: re.Match[str]) -> str:
    return next((space for space in match[0] if space in "\u00a0\u202f"), " ")


def _glued_rows(known: Typography) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of a language that writes its words together."""
    marks = in_class("".join(set(known.own) - set("·—…")) + "".join(known.quotes))
    own = known.script
    yield rf"(?<=[{own}])[{_SPACES}]+(?=[{own}])", "a space where the language has none", ""
    yield rf"(?<=[{marks}])[{_SPACES}]+(?=\S)|(?<=\S)[{_SPACES}]+(?=[{marks}])", "a space beside a mark", ""


def _spaced_rows(known: Typography) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of a language with spaces between words."""
    yield rf"(?<=[^\s(\[])[{_SPACES}]+(?=[{in_class(known.tight)}](?![\w.,]))", "a space before a mark", ""
    if not known.is_known:
        return
    # In a script with vowel signs, a sign may be the last character of a word.
    letter = _LETTER if known.letters else rf"[A-Za-zÀ-ÖØ-öø-ÿ{known.script}]"
    small = r"[^\W\d_A-Z]" if known.letters else letter
    opening, closing = (known.quotes[0][0], known.quotes[0][1]) if known.quotes else ("", "")
    openers = in_class("([" + "".join(known.openers.values()) + ("" if known.spread else opening))
    closers = in_class(")]" + ("" if known.spread else closing))
    yield rf"(?<=[{openers}])[{_SPACES}]+(?=\S)", "a space behind an opening mark", ""
    yield rf"(?<=\S)[{_SPACES}]+(?=[{closers}])", "a space before a closing mark", ""
    yield rf"(?<={letter})[,;،؛](?={letter})", "no space behind a mark", lambda match: f"{match[0]} "
    starts = "(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])" if known.letters else rf"(?={letter}{{2}})"
    yield rf"(?<={small}{{3}})[.!?؟…]{starts}", "no space behind a mark", lambda match: f"{match[0]} "
    yield rf"(?<={letter}{{3}}):(?={letter}{{3}})", "no space behind a mark", lambda match: f"{match[0]} "
    yield rf"(?<=\S[{in_class(closing)}])(?={letter})", "no space behind a closing mark", " "
    yield rf"(?<=\s)\([^()]*\)(?={letter}{{2}})", "no space behind a closing mark", lambda match: f"{match[0]} "
    yield rf"(?<={letter}{{3}})(?=[{in_class(opening)}]|\({letter}{{4}})", "no space before an opening mark", " "
    if known.apart:
        apart = in_class(known.apart)
        yield rf"(?<={letter})(?=[{apart}]\s)|(?<=\s[{apart}])(?={letter})", "no space beside a dash", " "
        yield rf"(?<={letter})—(?={letter})", "no space beside a dash", lambda match: f" {match[0]} "
    yield from _wide_rows(known)


def _wide_rows(known: Typography) -> Iterator[tuple[str, str, Replacement]]:
    """Yield the rows of a language that sets no-break spaces beside marks."""
    if known.wide:
        wide = in_class(known.wide.replace(":", ""))
        before = rf"(?=[{wide}]|:(?![\w/]))" if ":" in known.wide else rf"(?=[{wide}])"
        yield rf"(?<=\S)[ \t\u2009]+{before}", "an ordinary space before a mark", NO_BREAK
        missing = rf"(?=[{wide}](?!\w)|:(?=[\s\ufffc»)«]|$))" if ":" in known.wide else before
        yield rf"(?<=[\w)\]»”’%\ufffc.…]){missing}", "no no-break space before a mark", NO_BREAK
        yield rf"(?<=[!?])(?=[{in_class(known.quotes[0][1])}])", "no no-break space before a mark", NO_BREAK
    if known.spread:
        opening = in_class(known.spread[0])
        yield rf"(?<=[{opening}])[ \t\u2009]+(?=\S)", "an ordinary space behind a mark", NO_BREAK
        yield rf"(?<=[{opening}])(?=[^\s])", "no no-break space behind a mark", NO_BREAK


def spacing_faults(text: str, source: str, known: Typography) -> Iterator[Fault]:
    """Yield every place of *text* where a space is wrong or missing; what its *source* has stays."""
    for pattern, message, instead in _patterns(known):
        for match in pattern.finditer(text):
            start, end = match.span()
            if (pattern.search(source) and not known.wide) or (message[0:4] == "more" and "  " in source):
                break
            new = instead if isinstance(instead, str) else instead(match)
            shown = around(text, start, end)
            yield Fault(start=start, end=end, message=f"{message}: “{shown}”", instead=new)


@check("spacing")
def spacing(translation: Translation) -> Iterator[Remark]:
    """A translation has a space too many, too few, or of another kind than the language asks for."""
    yield from remarks(translation, spacing_faults)
