"""Places in a message where a defect can stand: outside markup, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random

Span = tuple[int, int]

KEPT = re.compile(r":[\w:-]+:`[^`]*`|``.*?``|`[^`]*`_{0,2}|\|[^|\s]+\||\{\w+\}|\*+|\\ ?|\ufffc")
"""Markup, and what is filled in: a change there is a defect of another kind."""
SIGNS = "\u064b-\u0652\u0670"
"""Arabic vowel signs, which belong to the letter before."""
_SENTENCE = re.compile(r"\S.*?(?:[.!?…؟]+(?:\s?»|[”\"’)\]*]|\.)*(?=\s|$)|[。！？]+[”’）」*]*|$)", re.DOTALL)
_NO_END = re.compile(r"[’\s]\)?$")
"""Ends of patterns that a word may follow directly."""


def kept(message: str) -> list[Span]:
    """Return where the markup of *message* stands."""
    return [match.span() for match in KEPT.finditer(message)]


def is_open(message: str, span: Span) -> bool:
    """Whether nothing of *span* is markup."""
    return all(end <= span[0] or span[1] <= start for start, end in kept(message))


def sentences(message: str) -> list[Span]:
    """Return where the sentences of *message* stand."""
    return [match.span() for match in _SENTENCE.finditer(message)]


@lru_cache(maxsize=4096)
def whole_words(expression: str, tag: str) -> re.Pattern[str]:
    """Return a pattern for *expression* as whole words of the language *tag*."""
    if tag.startswith("zh"):
        return re.compile(expression)
    end = "" if _NO_END.search(expression) else rf"(?![\w{SIGNS}])"
    return re.compile(rf"(?<![\w{SIGNS}])(?:{expression}){end}")


def words(message: str, shortest: int = 1) -> list[Span]:
    """Return where the words of *message* stand that have at least so many letters, outside markup."""
    found = re.finditer(rf"(?:[^\W\d_][{SIGNS}]*){{{shortest},}}", message)
    return [match.span() for match in found if is_open(message, match.span())]


def cut(message: str, span: Span) -> str:
    """Return *message* without *span*, and without the space that would be left over."""
    before, after = message[: span[0]], message[span[1] :]
    if before.endswith((" ", "")) and (not before or before[-1] == " ") and after[:1] in (" ", ""):
        after = after[1:] if before else after.lstrip(" ")
    if not after:
        before = before.rstrip(" ")
    elif before.endswith(" ") and after[0] in ",.;:!?،؛":
        before = before[:-1]
    return before + after


def put(message: str, span: Span, text: str) -> str:
    """Return *message* with *text* instead of *span*, with a capital where one stood; without *text*, it is cut out."""
    if not text.strip():
        left, start = cut(message, span), span[0]
        return left[:start] + capital(left[start:]) if message[start].isupper() else left
    if message[span[0] : span[1]][:1].isupper() and text[:1].islower():
        text = text[0].upper() + text[1:]
    return message[: span[0]] + text + message[span[1] :]


def capital(text: str) -> str:
    """Return *text* with a capital in front."""
    return text[:1].upper() + text[1:]


def choice(random: Random, places: Iterator[Span] | list[Span]) -> Span | None:
    """Return one of *places*, if there is one."""
    listed = list(places)
    return random.choice(listed) if listed else None
