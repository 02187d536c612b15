"""Which sentences of a translation go with which of its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from builders.checks.translations.likeness import Key, Likeness, key_of
from builders.checks.translations.pairs import Pair

MOST = 40
"""Sentences of a text; more are not compared one by one."""
ALONE = 0.33
"""What a sentence without a counterpart costs."""
JOINED = 0.3
"""What each further sentence for one costs."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that go together: numbers of the first and the last but one, on both sides."""

    source: tuple[int, int]
    target: tuple[int, int]

    @property
    def is_lost(self) -> bool:
        return self.target[0] == self.target[1]

    @property
    def is_added(self) -> bool:
        return self.source[0] == self.source[1]


_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))
BAND = 3
"""Sentences by which a counterpart may stand further on than its share of the text says."""


def align(pair: Pair, known: Likeness, *, is_complete: bool = False) -> tuple[float, tuple[Bead, ...]]:
    """Return the best alignment of the sentences of *pair* with its score; if *is_complete*, none may stay alone."""
    source, target, key = pair.source.sentences, pair.target.sentences, key_of(pair)
    steps = [step for step in _STEPS if not (is_complete and 0 in step)]
    best: dict[tuple[int, int], tuple[float, tuple[Bead, ...]]] = {(0, 0): (0.0, ())}
    for here in range(len(source) + 1):
        middle = here * len(target) / max(1, len(source))
        for there in range(max(0, int(middle) - BAND), min(len(target), int(middle) + BAND + 1) + 1):
            options = list(_options(best, steps, (here, there), (source, target), known, key))
            if options:
                best[here, there] = max(options, key=lambda option: option[0])
    return best.get((len(source), len(target)), (float("-inf"), ()))


def _options(
    best: dict[tuple[int, int], tuple[float, tuple[Bead, ...]]],
    steps: list[tuple[int, int]],
    place: tuple[int, int],
    texts: tuple[tuple[str, ...], tuple[str, ...]],
    known: Likeness,
    key: Key,
) -> Iterator[tuple[float, tuple[Bead, ...]]]:
    here, there = place
    for mine, theirs in steps:
        start = (here - mine, there - theirs)
        if start in best:
            score, beads = best[start]
            source, target = " ".join(texts[0][start[0] : here]), " ".join(texts[1][start[1] : there])
            bead = Bead((start[0], here), (start[1], there))
            yield score + _worth(known, key, source, target) - JOINED * max(0, mine + theirs - 2), (*beads, bead)


@lru_cache(maxsize=4096)
def _worth(known: Likeness, key: Key, source: str, target: str) -> float:
    if not source or not target:
        return -ALONE
    odd = known.oddness(source, target)
    return known.score(key, source, target) - min(odd * odd / 8, 2.5)
