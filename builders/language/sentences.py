"""Divides text into sentences and words, in any language."""

import re
from collections.abc import Iterator
from functools import lru_cache

from builders.language.table import rules

WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
"""A word where spaces stand between words; what an apostrophe or a hyphen joins is one."""

_END = re.compile(r"(?P<stop>[.!?…؟۔।።។။。！？])(?P<quotes>(?:\s?»|[\"”’)\]』」])*(?:\s?\ufffc)*)(?P<gap>\s*)")
"""What ends a sentence: a stop, quotation marks, and marks of notes and sources, each of which stands as U+FFFC."""
_START = re.compile(r"[\"“‘«(\[¿¡『「—–\s-]*\w")
_SPACELESS = re.compile(r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
"""Characters of the scripts that put no spaces between words."""
_FARTHEST = 100
"""Characters of speech that stands within a sentence."""
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


def sentences(text: str, tag: str = "en") -> Iterator[tuple[int, str]]:
    """Yield every sentence of *text* and where in it the sentence begins.

    A full stop, question or exclamation mark ends a sentence unless a lowercase letter
    follows; so speech and what introduces it stay one sentence (“Why?” asks Ana). Where
    a language has no small letters, words that introduce speech tell it (“为什么？”安娜问。).
    """
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match, tag):
            yield from _trimmed(text, start, match.end("quotes"))
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, match: re.Match[str], tag: str) -> bool:
    if match.end() == len(text):
        return True
    known = rules(tag)
    if not known.has_spaces:
        is_introduced = known.speech and match["quotes"] and _goes_on(text, match, known.speech)
        return match["stop"] in "。！？…!?។။" and not is_introduced
    short = (*known.abbreviations, *(known.before_numbers if text[match.end()].isdigit() else ()))
    if not match["gap"] or (short and _pattern(short).search(text, 0, match.end("stop"))):
        return False
    if not known.has_capitals:
        return True
    follows = _START.match(text, match.end())
    return follows is not None and not follows[0][-1].islower()


@lru_cache
def _pattern(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, abbreviations))})\.$")


def _goes_on(text: str, match: re.Match[str], speech: str) -> bool:
    """Whether a sentence goes on behind the speech that ends at *match*: with who has spoken, or around the speech."""
    start = text.rfind("“", max(0, match.start() - _FARTHEST), match.start())
    is_within = start > 0 and text[start - 1].isalpha() and text[match.end()] not in "“「『"
    return is_within or _speakers(speech).match(text, match.end()) is not None


@lru_cache
def _speakers(speech: str) -> re.Pattern[str]:
    """Return the pattern of what says who has spoken, and no more."""
    return re.compile(rf"[^\W\d_]{{0,12}}?(?:{speech})[。，：]")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    if WORD.search(piece):
        yield start + len(piece) - len(piece.lstrip()), " ".join(piece.split())


def words(text: str, tag: str = "en") -> list[str]:
    """Return the words of *text*; in a language without spaces between them, its characters.

    Arabic vowel signs do not count as letters.
    """
    if not rules(tag).has_spaces:
        return [character for character in _SPACELESS.findall(text) if character.isalpha()]
    return WORD.findall(_MARKS.sub("", text))
