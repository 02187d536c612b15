"""What plants a defect, and the plants that come from the tables of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from benchmarks.defects.corpus import Corpus, Entry
from benchmarks.defects.texts import Span, is_open, put, sentences, whole_words

Changes = Mapping[str, str]
"""New translations, by the id of their message."""
Planter = Callable[[Entry, Random, Corpus], Changes | None]
"""Plants one defect at an entry, or tells that the entry has no place for it."""
Rewrite = Callable[[Entry, Random], str | None]
"""Returns another translation of an entry."""


def alone(rewrite: Rewrite) -> Planter:
    """Return what plants the defect of *rewrite*, which concerns one entry."""

    def plant(entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
        text = rewrite(entry, random)
        return None if text is None or text == entry.text else {entry.pair.id: text}

    return plant


def replaced(table: str, *, asks: str = "", forbids: str = "", everywhere: bool = False) -> Planter:
    """Return what puts something else for words that *table* lists, where the English says what *asks* looks for.

    Where both sides have as many sentences, it is the same sentence that must say it, and must not say *forbids*.
    """

    def plant(entry: Entry, random: Random, corpus: Corpus) -> Changes | None:
        spans = list(_asked(entry, asks, forbids))
        places = [
            (match, right)
            for left, right in corpus.words[table].items()
            for match in whole_words(left, entry.tag).finditer(entry.text)
            if is_open(entry.text, match.span()) and any(a <= match.start() and match.end() <= b for a, b in spans)
        ]
        if not places:
            return None
        longest = _apart(places)
        chosen = longest if everywhere else [random.choice(longest)]
        text = entry.text
        for match, right in sorted(chosen, key=lambda each: -each[0].start()):
            new = right if isinstance(right, str) else random.choice(right)
            text = put(text, match.span(), match.expand(new))
        is_lost = not text.strip() or "****" in text
        return None if is_lost or text == entry.text else {entry.pair.id: text}

    return plant


def _apart(places: list[tuple[re.Match[str], str | list[str]]]) -> list[tuple[re.Match[str], str | list[str]]]:
    """Return of *places* those that do not overlap, the longest first."""
    taken: list[tuple[re.Match[str], str | list[str]]] = []
    for place in sorted(places, key=lambda each: each[0].start() - each[0].end()):
        start, end = place[0].span()
        if all(other[0].end() <= start or end <= other[0].start() for other in taken):
            taken.append(place)
    return taken


def _asked(entry: Entry, asks: str, forbids: str) -> Iterator[Span]:
    """Yield the parts of the translation whose English says what is asked."""
    theirs, ours = sentences(entry.english), sentences(entry.text)
    pairs = list(zip(theirs, ours, strict=True)) if len(theirs) == len(ours) else []
    for (start, end), span in pairs or [((0, len(entry.english)), (0, len(entry.text)))]:
        said = entry.english[start:end]
        if re.search(asks, said, re.IGNORECASE) and not (forbids and re.search(forbids, said, re.IGNORECASE)):
            yield span


def before_end(text: str, addition: str, random: Random) -> str | None:
    """Return *text* with an *addition* at the end of one of its sentences, before the full stop."""
    ends = [end for start, end in sentences(text) if text[end - 1] in ".。" and is_open(text, (end - 1, end))]
    if not ends:
        return None
    place = random.choice(ends) - 1
    return text[:place] + addition + text[place:]
