"""Reading bands: for whom a passage is written, and how long its sentences may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a text of a band keeps to, in one language."""

    longest: int
    """Words of a sentence; in Chinese, characters."""
    mean: float
    """Words a sentence over a whole document."""
    lix: float


ENGLISH: Mapping[Band, Limits] = MappingProxyType(
    {
        Band.A: Limits(longest=10, mean=8, lix=24),
        Band.B: Limits(longest=22, mean=15, lix=30),
        Band.C: Limits(longest=28, mean=20, lix=42),
        Band.PARENTS: Limits(longest=26, mean=18, lix=40),
        Band.INDUSTRY: Limits(longest=30, mean=18, lix=45),
        Band.POLICY: Limits(longest=32, mean=18, lix=48),
    }
)
"""Levels of different languages cannot be compared: each language has limits of its own.

The longest sentences come from the writing rules of each band; means and LIX were set on the
finished text, a little above its hardest page.
"""

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
