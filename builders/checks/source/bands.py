"""Reading bands: for whom a passage is written, and how long its sentences may be."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from builders.language.reading_limits import ReadingLimits
from builders.model.readers import ANYBODY, Band
from builders.model.vocabulary import AGES

YOUNGEST, MIDDLE, OLDEST = AGES
ADULTS = ""
"""What a passage has in the place of an age that speaks to the adult beside the child."""

BLOCK_AGES: Mapping[str, str] = MappingProxyType(
    {
        **{"teachernote": ADULTS, "episode": OLDEST, "card": MIDDLE, "quiz": MIDDLE, "activity": MIDDLE},
        **{"storypage": YOUNGEST, "character": YOUNGEST},
    }
)
"""To whom blocks speak in an edition for children; an age that the block names itself comes first."""

ADULT_PARTS = ("safeguarding",)
"""Parts that speak to the adult beside the child."""

DECISIVE = ("storypage", "episode", "card", "quiz", "activity", "teachernote")
"""The first of these that a document holds decides to whom the text between its blocks speaks."""


def limits_of(band: Band, limits: Mapping[str, ReadingLimits]) -> ReadingLimits | None:
    """Return those of *limits* that hold for *band*: of its age, where it has some; None where nobody has set any."""
    return limits.get(band.age) or limits.get(band.id)


def strictest(bands: Iterable[Band], limits: Mapping[str, ReadingLimits]) -> Band | None:
    """Return the one of *bands* with the shortest sentences by *limits*; None where none of them has any."""
    known = {band: found.longest for band in bands if (found := limits_of(band, limits))}
    return min(known, key=known.__getitem__, default=None)


def readers_of(age: str, editions: Iterable[Band], bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return who reads a passage in editions for the bands *editions*, when it speaks to *age* in one for children.

    What is for adults there is for those of *bands* who are beside the children.
    """
    beside = next((band for band in bands if band.beside_children), ANYBODY)
    return tuple(band if not band.are_children else replace(band, age=age) if age else beside for band in editions)


def age_of_document(types: Iterable[str], ages: Iterable[str] = ()) -> str:
    """Return the age of the children to whom a document speaks that holds blocks of *types*.

    *ages* are those that its key messages name; they count where no block decides, and the youngest readers come first.
    """
    held = set(types)
    otherwise = next(iter(_ages_among(ages)), YOUNGEST)
    return next((BLOCK_AGES[name] for name in DECISIVE if name in held), otherwise)


def age_of_block(types: Iterable[str], ages: Iterable[str], role: str, otherwise: str) -> str:
    """Return the age of the children to whom a passage speaks; ADULTS where it speaks to the adult beside them.

    *types* are those of the blocks it stands in, the innermost first; *ages* the age bands
    that these blocks name. The youngest readers decide.
    """
    around = [BLOCK_AGES[name] for name in types if name in BLOCK_AGES]
    if role in ADULT_PARTS or ADULTS in around:
        return ADULTS
    named = _ages_among(ages)
    return named[0] if named and around else next(iter(around), otherwise)


def _ages_among(ages: Iterable[str]) -> list[str]:
    """Return those of *ages* that are ages of children, and not all, the youngest first."""
    return sorted(age for age in ages if age in AGES)
