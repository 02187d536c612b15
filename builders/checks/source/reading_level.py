"""Reading level: sentences that readers of a band can hold in mind."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.bands import limits_of, strictest
from builders.checks.source.passages import TITLES, Passage
from builders.checks.source.source_text import SourceText
from builders.language.readability import measure
from builders.language.reading_limits import ReadingLimits
from builders.model.findings import Location
from builders.model.readers import Band

SMALLEST_SAMPLE = 100
"""Words; a formula says nothing about less."""


def _limited(source: SourceText) -> Iterator[tuple[Passage, Band, ReadingLimits]]:
    """Yield the passages of *source* whose readers have limits."""
    known = source.lists.limits_of("en")
    for passage in source.passages:
        band = strictest(passage.bands, known)
        limits = limits_of(band, known) if band else None
        if band and limits and passage.role not in TITLES:
            yield passage, band, limits


def _too_long(source: SourceText, *, for_children: bool) -> Iterator[Remark]:
    for passage, band, limits in _limited(source):
        for sentence in passage.sentences if passage.is_for_children == for_children else ():
            if sentence.length > limits.longest:
                opening = f"the sentence “{' '.join(sentence.text.split()[:5])} …” has {sentence.length} words"
                yield sentence.remark(f"{opening}, {limits.longest} at most in band {band.name}")


@check("sentence-too-long-for-children")
def sentence_too_long_for_children(source: SourceText) -> Iterator[Remark]:
    """A sentence is longer than children of its band can follow."""
    yield from _too_long(source, for_children=True)


@check("sentence-too-long")
def sentence_too_long(source: SourceText) -> Iterator[Remark]:
    """A sentence for adults is longer than its readers should have to follow."""
    yield from _too_long(source, for_children=False)


@check("reading-level")
def reading_level(source: SourceText) -> Iterator[Remark]:
    """A document is harder to read than its readers' band allows."""
    samples: dict[tuple[str, Band, ReadingLimits], list[str]] = {}
    for passage, band, limits in _limited(source):
        if passage.role != "alt":
            samples.setdefault((passage.document, band, limits), []).append(passage.text)
    for (document, band, limits), texts in samples.items():
        reading, place = measure(texts), Location(f"source/{document}.rst")
        # The pages that list the changes of an adaptation are made, and quote what is written elsewhere.
        if reading.words < SMALLEST_SAMPLE or place.path not in source.texts:
            continue
        if reading.mean > limits.mean:
            message = f"band {band.name}: {reading.mean:.1f} words a sentence, {limits.mean:g} at most"
            yield Remark(location=place, message=message)
        if reading.lix > limits.lix:
            yield Remark(location=place, message=f"band {band.name}: LIX {reading.lix:.0f}, {limits.lix:g} at most")
