"""Divides text into sentences and words, in the six languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

SPACELESS = ("zh",)
"""Languages that are written without spaces between words, by the first part of their tag."""

CASELESS = ("zh", "ar")
"""Languages without capital letters: every full stop ends a sentence."""

_ABBREVIATION = re.compile(r"(?<!\w)(?:e\.g|i\.e|etc|art|No|núm|p\. ex|т\. е|т\. д)\.$")
"""What ends with a full stop and goes on."""

_END = re.compile(r"(?P<stop>[.!?…؟。！？])(?P<quotes>(?:\s?»|[\"”’)\]』」])*)(?P<gap>\s*)")
_START = re.compile(r"[\"“‘«(\[¿¡『「—–\s-]*\w")
_WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


def base(tag: str) -> str:
    """Return the language of *tag* without script and region (``zh`` for ``zh-Hans``)."""
    return tag.partition("-")[0]


def sentences(text: str, tag: str = "en") -> Iterator[tuple[int, str]]:
    """Yield every sentence of *text* and where in it the sentence begins.

    A full stop, question or exclamation mark ends a sentence unless a lowercase letter
    follows; so speech and what introduces it stay one sentence (“Why?” asks Leo).
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
    if base(tag) == "zh":
        return match["stop"] in "。！？…!?"
    if not match["gap"] or _ABBREVIATION.search(text, 0, match.end("stop")):
        return False
    if base(tag) in CASELESS:
        return True
    follows = _START.match(text, match.end())
    return follows is not None and not follows[0][-1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    if _WORD.search(piece):
        yield start + len(piece) - len(piece.lstrip()), " ".join(piece.split())


def words(text: str, tag: str = "en") -> list[str]:
    """Return the words of *text*; in Chinese, its characters.

    What an apostrophe or a hyphen joins is one word; Arabic vowel signs do not count as letters.
    """
    if base(tag) in SPACELESS:
        return _HAN.findall(text)
    return _WORD.findall(_MARKS.sub("", text))
