"""How wide the columns of a table are: as their author says, and wide enough for every word in them."""

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from builders.writers.docx.measures import longest_words
from builders.writers.docx.oxml import qualified

_DRAWING = qualified("w:drawing")


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
    """Return the width of the longest word of *blocks* in twentieths of a point, the running text having *points*."""
    return max(longest_words(blocks, points), default=0)


def holds_picture(blocks: Iterable[_Element]) -> bool:
    """Whether a picture stands in *blocks*, whose width is settled."""
    return any(next(block.iter(_DRAWING), None) is not None for block in blocks)
