"""Reading bands: for whom a passage is written, and how long its sentences may be."""

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType

from builders.language.reading_limits import ReadingLimits


class Band(Enum):
    """Readers of one kind; the first three are the age bands of the children's set."""

    A = "a"
    B = "b"
    C = "c"
    PARENTS = "parents"
    INDUSTRY = "industry"
    POLICY = "policy"

    @property
    def is_for_children(self) -> bool:
        """Whether children read it, or have it read to them."""
        return self in (Band.A, Band.B, Band.C)


def strictest(bands: Iterable[Band], limits: Mapping[str, ReadingLimits]) -> Band | None:
    """Return the one of *bands* with the shortest sentences by *limits*; None where none of them has any."""
    known = (band for band in bands if band.value in limits)
    return min(known, key=lambda band: limits[band.value].longest, default=None)


BLOCK_BANDS: Mapping[str, Band] = MappingProxyType(
    {
        **{"teachernote": Band.PARENTS, "episode": Band.C, "card": Band.B, "quiz": Band.B, "activity": Band.B},
        **{"storypage": Band.A, "character": Band.A},
    }
)
"""Bands of blocks of the children's set; an age band that the block names itself comes first."""

ADULT_PARTS = ("safeguarding",)
"""Parts that speak to the adult beside the child."""

DECISIVE = ("storypage", "episode", "card", "quiz", "activity", "teachernote")
"""The first of these that a document holds decides the band of the text between its blocks."""


def band_of_document(types: Iterable[str], ages: Iterable[str] = ()) -> Band:
    """Return the band of the text for children in a document that holds blocks of *types*.

    *ages* are those that its key messages name; they count where no block decides, and the youngest readers come first.
    """
    held = set(types)
    otherwise = next((Band(age) for age in _bands_among(ages)), Band.A)
    return next((BLOCK_BANDS[name] for name in DECISIVE if name in held), otherwise)


def band_of_block(types: Iterable[str], ages: Iterable[str], role: str, otherwise: Band) -> Band:
    """Return the band of a passage for children.

    *types* are those of the blocks it stands in, the innermost first; *ages* the age bands
    that these blocks name. The youngest readers decide.
    """
    around = [BLOCK_BANDS[name] for name in types if name in BLOCK_BANDS]
    if role in ADULT_PARTS or Band.PARENTS in around:
        return Band.PARENTS
    named = _bands_among(ages)
    return Band(named[0]) if named and around else next(iter(around), otherwise)


def _bands_among(ages: Iterable[str]) -> list[str]:
    """Return those of *ages* that are bands, the youngest first."""
    return sorted(age for age in ages if age in ("a", "b", "c"))
