"""Reading level: sentences that readers of a band can hold in mind."""

from __future__ import annotations

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.bands import ENGLISH, Band
from builders.checks.source.passages import TITLES, Passage, Sentence
from builders.checks.source.source_text import SourceText
from builders.language.readability import measure
from builders.model.findings import Certainty, Location, Severity

SMALLEST_SAMPLE = 100
"""Words; a formula says nothing about less."""


def _too_long(source: SourceText, *, for_children: bool) -> Iterator[Remark]:
    for passage in source.passages:
        if passage.role in TITLES or passage.is_for_children != for_children:
            continue
        band = strictest(passage)
        for sentence in passage.sentences:
            if sentence.length > ENGLISH[band].longest:
                yield _remark(sentence, band)


def strictest(passage: Passage) -> Band:
    """Return the band of *passage* with the shortest sentences."""
    return min(passage.bands, key=lambda band: ENGLISH[band].longest)


def _remark(sentence: Sentence, band: Band) -> Remark:
    limit = ENGLISH[band].longest
    opening = " ".join(sentence.text.split()[:5])
    return sentence.remark(
        f"the sentence “{opening} …” has {sentence.length} words, {limit} at most in band {band.value}"
    )


@check(
    "sentence-too-long-for-children",
    rationale="""
    A child of five listens to ten words at once, one of nine reads about twenty. A longer sentence is lost, and with
    it the advice. What the programs fill in (names of instruments, facts, variables) does not count.
    """,
    hint="make two sentences of it: one idea each",
)
def sentence_too_long_for_children(source: SourceText) -> Iterator[Remark]:
    """A sentence is longer than children of its band can follow."""
    yield from _too_long(source, for_children=True)


@check(
    "sentence-too-long",
    severity=Severity.WARNING,
    rationale="""
    Long sentences are read twice or not at all, and translations of them grow by a third. A passage that several
    editions carry keeps to the limit of the strictest one.
    """,
    hint="make two sentences of it, or a list",
)
def sentence_too_long(source: SourceText) -> Iterator[Remark]:
    """A sentence for adults is longer than its readers should have to follow."""
    yield from _too_long(source, for_children=False)


@check(
    "reading-level",
    severity=Severity.WARNING,
    certainty=Certainty.POSSIBLE,
    rationale="""
    Mean sentence length and LIX (sentence length and share of long words) separate texts that parents read in
    the evening from texts that only lawyers finish. The limits come from samples of each band. They do not prove that
    anybody understands: that only readers can show.
    """,
    hint="look for the longest sentences and for words that have a shorter brother",
)
def reading_level(source: SourceText) -> Iterator[Remark]:
    """A document is harder to read than its readers' band allows."""
    samples: dict[tuple[str, Band], list[str]] = {}
    for passage in source.passages:
        if passage.role not in (*TITLES, "alt"):
            samples.setdefault((passage.document, strictest(passage)), []).append(passage.text)
    for (document, band), texts in samples.items():
        reading, limits = measure(texts), ENGLISH[band]
        place = Location(f"source/{document}.rst")
        if reading.words < SMALLEST_SAMPLE:
            continue
        if reading.mean > limits.mean:
            message = f"band {band.value}: {reading.mean:.1f} words a sentence, {limits.mean:g} at most"
            yield Remark(location=place, message=message)
        if reading.lix > limits.lix:
            yield Remark(location=place, message=f"band {band.value}: LIX {reading.lix:.0f}, {limits.lix:g} at most")
