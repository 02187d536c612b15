"""Reading level: sentences that readers of a band can hold in mind."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.bands import Band, strictest
from builders.checks.source.passages import TITLES
from builders.checks.source.source_text import SourceText
from builders.language.readability import measure
from builders.model.findings import Location

SMALLEST_SAMPLE = 100
"""Words; a formula says nothing about less."""


def _too_long(source: SourceText, *, for_children: bool) -> Iterator[Remark]:
    limits = source.lists.limits_of("en")
    for passage in source.passages:
        band = strictest(passage.bands, limits)
        if passage.role in TITLES or passage.is_for_children != for_children or band is None:
            continue
        longest = limits[band.value].longest
        for sentence in passage.sentences:
            if sentence.length > longest:
                opening = f"the sentence “{' '.join(sentence.text.split()[:5])} …” has {sentence.length} words"
                yield sentence.remark(f"{opening}, {longest} at most in band {band.value}")


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
    samples: dict[tuple[str, Band], list[str]] = {}
    known = source.lists.limits_of("en")
    for passage in source.passages:
        band = strictest(passage.bands, known)
        if passage.role not in (*TITLES, "alt") and band:
            samples.setdefault((passage.document, band), []).append(passage.text)
    for (document, band), texts in samples.items():
        reading, limits = measure(texts), known[band.value]
        place = Location(f"source/{document}.rst")
        if reading.words < SMALLEST_SAMPLE:
            continue
        if reading.mean > limits.mean:
            message = f"band {band.value}: {reading.mean:.1f} words a sentence, {limits.mean:g} at most"
            yield Remark(location=place, message=message)
        if reading.lix > limits.lix:
            yield Remark(location=place, message=f"band {band.value}: LIX {reading.lix:.0f}, {limits.lix:g} at most")
