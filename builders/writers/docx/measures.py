"""How much room words take: guesses that err on the wide side, for nobody knows which typeface a reader has.

All measures are in twentieths of a point; *points* are the size of the running text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import ceil

from lxml.etree import _Element

from builders.writers.docx.oxml import qualified
from builders.writers.docx.styles import STYLES, Style

_PARAGRAPH, _TEXT, _HYPHEN, _BREAK = (qualified(tag) for tag in ("w:p", "w:t", "w:noBreakHyphen", "w:br"))
_STYLE, _VAL, _BOLD = qualified("w:pStyle"), qualified("w:val"), f"{qualified('w:rPr')}/{qualified('w:b')}"
_NO_BREAK_HYPHEN = "\u2011"

_BREAKABLE = re.compile(r"[ \t\n\u2002\u200b]+|(?<=-)(?=\w)|(?<=[–—/])")
"""Where programs end a line: at a space, and behind a hyphen, a dash or a stroke."""

_ADDRESS = re.compile(r"\S+://\S+")

_NARROW, _WIDE = frozenset("ijltfrI.,:;'’!|()[]-‑ "), frozenset("mwMWшщжюмфыШЩЖЮМФЫ@%")
_BOLDER = 1.08
"""How much wider bold letters are."""
_LINE = 1.6
"""The height of a line of running text in ems."""


def longest_words(blocks: Iterable[_Element], points: float) -> Iterator[int]:
    """Yield the width of the longest word of every paragraph in *blocks*; an address may end a line anywhere."""
    for paragraph in _paragraphs(blocks):
        text = _ADDRESS.sub(" ", "".join(_signs(paragraph)))
        yield round(max(map(_ems, _BREAKABLE.split(text)), default=0) * _em_of(paragraph, points))


def height(blocks: Iterable[_Element], width: int, points: float) -> int:
    """Return how high *blocks* are in a column of *width*."""
    total = 0.0
    for paragraph in _paragraphs(blocks):
        style, own = _style_of(paragraph), _em_of(paragraph, points)
        room = width - (style.indent + style.right if style else 0)
        lines = "".join(_signs(paragraph)).split("\n")
        count = sum(max(1, ceil(sum(map(_em, line)) * own / room)) for line in lines)
        total += count * _LINE * own + ((style.before or 0) + (style.after or 0) if style else 0)
    return round(total)


def _paragraphs(blocks: Iterable[_Element]) -> Iterator[_Element]:
    return (paragraph for block in blocks for paragraph in block.iter(_PARAGRAPH))


def _style_of(paragraph: _Element) -> Style | None:
    found = paragraph.find(f".//{_STYLE}")
    return STYLES.get(str(found.get(_VAL))) if found is not None else None


def _em_of(paragraph: _Element, points: float) -> float:
    """Return how wide and high the type of *paragraph* is: wider where it is bold."""
    style = _style_of(paragraph)
    is_bold = bool(style and style.bold) or paragraph.find(f".//{_BOLD}") is not None
    return ((style.points or (style.size or 1) * points) if style else points) * 20 * (_BOLDER if is_bold else 1)


def _signs(paragraph: _Element) -> Iterator[str]:
    for part in paragraph.iter(_TEXT, _HYPHEN, _BREAK):
        yield part.text or "" if part.tag == _TEXT else _NO_BREAK_HYPHEN if part.tag == _HYPHEN else "\n"


@lru_cache(maxsize=16384)
def _ems(word: str) -> float:
    """Return the width of *word* in the size of its type; an ideograph is a word of its own, with a mark behind it."""
    if any(unicodedata.east_asian_width(sign) == "W" for sign in word):
        pieces = re.split(r"(?<=[\u2e80-\u9fff\uf900-\uffef])|(?=[\u2e80-\u9fff])", word)
        return max((_ems(piece) for piece in pieces if not _is_ideographic(piece)), default=0) + 2
    return sum(map(_em, word))


def _is_ideographic(piece: str) -> bool:
    return not piece or all(unicodedata.east_asian_width(sign) in "WF" for sign in piece)


@cache
def _em(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1
    if sign in _WIDE:
        return 0.92
    if sign in _NARROW:
        return 0.33
    return 0.68 if sign.isupper() else 0.6
