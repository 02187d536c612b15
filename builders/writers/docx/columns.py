"""How wide the columns of a table are: as their author says, and wide enough for every word in them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from builders.writers.docx.oxml import qualified
from builders.writers.docx.styles import STYLES

_PARAGRAPH, _TEXT, _HYPHEN, _BREAK = (qualified(tag) for tag in ("w:p", "w:t", "w:noBreakHyphen", "w:br"))
_STYLE, _VAL, _BOLD, _DRAWING = (
    qualified("w:pStyle"),
    qualified("w:val"),
    f"{qualified('w:rPr')}/{qualified('w:b')}",
    qualified("w:drawing"),
)
_NO_BREAK_HYPHEN = "\u2011"

_BREAKABLE = re.compile(r"[ \t\n\u200b]+|(?<=-)(?=\w)|(?<=[–—/])")
"""Where programs end a line: at a space, and behind a hyphen, a dash or a stroke."""

_ADDRESS = re.compile(r"\S+://\S+")

_NARROW, _WIDE = frozenset("ijltfrI.,:;'’!|()[]-‑ "), frozenset("mwMWшщжюмфыШЩЖЮМФЫ@%")
_BOLDER = 1.08
"""How much wider bold letters are."""


def fitted(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return *widths*, none below what is *least* for its column; what is missing comes from those with room to spare.

    Where all together have too little, each gives up the same share.
    """
    available = sum(widths)
    if sum(least) >= available:
        return [available * each // sum(least) for each in least]
    missing = sum(max(0, low - own) for own, low in zip(widths, least, strict=True))
    spare = sum(max(0, own - low) for own, low in zip(widths, least, strict=True))
    return [low if own <= low else own - missing * (own - low) // spare for own, low in zip(widths, least, strict=True)]


def least_width(blocks: Iterable[_Element], points: float) -> int:
    """Return the width of the longest word of *blocks* in twentieths of a point, the running text having *points*.

    A guess that errs on the wide side: nobody knows which typeface a reader has. An address is no word, for it may end
    a line anywhere.
    """
    return max((_longest(one, points) for block in blocks for one in block.iter(_PARAGRAPH)), default=0)


def holds_picture(blocks: Iterable[_Element]) -> bool:
    """Whether a picture stands in *blocks*, whose width is settled."""
    return any(next(block.iter(_DRAWING), None) is not None for block in blocks)


def _longest(paragraph: _Element, points: float) -> int:
    text = _ADDRESS.sub(" ", "".join(_signs(paragraph)))
    found = paragraph.find(f".//{_STYLE}")
    style = STYLES.get(str(found.get(_VAL))) if found is not None else None
    size = (style.size or 1 if style else 1) * points
    is_bold = bool(style and style.bold) or paragraph.find(f".//{_BOLD}") is not None
    ems = max((_ems(word) for word in _BREAKABLE.split(text)), default=0)
    return round(ems * size * 20 * (_BOLDER if is_bold else 1))


def _signs(paragraph: _Element) -> Iterable[str]:
    for part in paragraph.iter(_TEXT, _HYPHEN, _BREAK):
        yield part.text or "" if part.tag == _TEXT else _NO_BREAK_HYPHEN if part.tag == _HYPHEN else "\n"


def _ems(word: str) -> float:
    """Return the width of *word* in the size of its type; an ideograph is a word of its own, with a mark behind it."""
    if any(unicodedata.east_asian_width(sign) == "W" for sign in word):
        pieces = re.split(r"(?<=[\u2e80-\u9fff\uf900-\uffef])|(?=[\u2e80-\u9fff])", word)
        return max((_ems(piece) for piece in pieces if not _is_ideographic(piece)), default=0) + 2
    return sum(map(_em, word))


def _is_ideographic(piece: str) -> bool:
    return not piece or all(unicodedata.east_asian_width(sign) in "WF" for sign in piece)


def _em(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    if sign in _WIDE:
        return 0.92
    if sign in _NARROW:
        return 0.33
    return 0.68 if sign.isupper() else 0.6
