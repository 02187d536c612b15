"""Sentences of a translation that children of their band, and parents, can hold in mind."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from builders.checks.checking import Remark, check
from builders.checks.source.bands import limits_of, strictest
from builders.checks.source.reading_level import SMALLEST_SAMPLE
from builders.checks.translations.pairs import OUTSIDE, Pair, Translation
from builders.language.readability import Reading, measure
from builders.language.reading_limits import ReadingLimits
from builders.language.sentences import words
from builders.model.findings import Location
from builders.model.readers import Band


def _limited(translation: Translation) -> Iterator[tuple[Pair, Band, ReadingLimits]]:
    """Yield the running texts of *translation* whose readers have limits in its language."""
    english, own = (translation.lists.limits_of(tag) for tag in ("en", translation.language.tag))
    for pair in translation.pairs:
        band = strictest(pair.bands, english)
        limits = limits_of(band, own) if band else None
        if band and limits and pair.is_sentence:
            yield pair, band, limits


@check("sentence-too-long-translated")
def sentence_too_long_translated(translation: Translation) -> Iterator[Remark]:
    """A sentence of a translation is longer than its readers, children or parents, can follow."""
    for pair, band, limits in _limited(translation):
        unit = "words" if translation.target.has_spaces else "characters"
        for sentence in pair.target.sentences:
            length = len(words(sentence, pair.target.tag))
            if length > limits.longest:
                opening = _opening(sentence, has_spaces=translation.target.has_spaces)
                message = f"the sentence “{opening} …” has {length} {unit}, {limits.longest} at most"
                yield pair.remark(f"{message} in band {band.name}", target=sentence)


def _opening(sentence: str, *, has_spaces: bool) -> str:
    return " ".join(sentence.split()[:5]) if has_spaces else sentence[:10]


@dataclass(slots=True)
class _Page:
    """The texts of one page for readers of one band."""

    location: Location
    texts: list[str] = field(default_factory=list)


@check("reading-level-translated")
def reading_level_translated(translation: Translation) -> Iterator[Remark]:
    """A page is harder to read in a translation than its readers' band allows."""
    tag = translation.language.tag
    pages: dict[tuple[str, Band, ReadingLimits], _Page] = {}
    for pair, band, limits in _limited(translation):
        if pair.role != "alt":
            page = pages.setdefault((pair.origin.path, band, limits), _Page(pair.location))
            page.texts.append(pair.target.text.replace(OUTSIDE, " "))
    for (path, band, limits), page in pages.items():
        reading = measure(page.texts, tag)
        if reading.words >= SMALLEST_SAMPLE:
            for said in _above(reading, limits):
                yield Remark(location=page.location, message=f"{path}, band {band.name}: {said}")


def _above(reading: Reading, limits: ReadingLimits) -> Iterator[str]:
    if reading.mean > limits.mean:
        yield f"{reading.mean:.1f} a sentence, {limits.mean:g} at most"
    if limits.lix and reading.lix > limits.lix:
        yield f"LIX {reading.lix:.0f}, {limits.lix:g} at most"
