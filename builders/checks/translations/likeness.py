"""How well a text and its translation go together: by words learned from the catalogs, by concepts, and by length."""

import math
import re
import statistics
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from builders.checks.translations.pairs import Pair, Translation
from builders.language.association import Association, beginnings, learn
from builders.language.lexicon import STRICT, Lexicon, lexicon, shared
from builders.language.numbers import numbers
from builders.language.profiles import profile
from builders.language.sentences import WORD

SHORT = 25
"""Characters of a text below which its length says nothing."""
PRIOR = 30
"""As many pairs the built-in length of a language counts for, beside those of the catalogs."""
PRIOR_SPREAD = 0.17
FREQUENT = 3
"""In how many other texts a word stands of which its translation is to be known."""
BACK = 0.3
"""What the words of a translation weigh beside those of its source, of which there are as many as ideas."""
UNKNOWN_WORD = 0.14
"""What a frequent word without its translation takes away."""
MAY_TRANSLATE = 0.5
"""From which likeness on a word may be the translation of another."""

MOST = 0.6
"""Share of the concepts of a text that its translation has at least, where all is well."""

Key = tuple[str, str]
"""A text and its translation."""


@dataclass(frozen=True, eq=False)
class Likeness:
    """What is known of two languages, from tables and from the catalogs."""

    tags: tuple[str, str]
    texts: tuple[Key, ...]
    """What is learned from."""
    source: Lexicon | None
    target: Lexicon | None
    centre: float
    """Logarithm of how long a translation is beside its source, in the middle."""
    spread: float

    @cached_property
    def association(self) -> Association:
        """What the words of the source go together with in the translations."""
        return learn(self.tags, self.texts)

    @cached_property
    def back(self) -> Association:
        """What the words of the translations go together with in the source."""
        return learn(self.tags[::-1], tuple((target, source) for source, target in self.texts))

    def oddness(self, source: str, target: str) -> float:
        """Return by how many deviations *target* is longer than its *source* lets one expect (below zero: shorter)."""
        long = size(source)
        ratio = math.log(max(1, size(target)) / max(1, long))
        return (ratio - self.centre) / math.sqrt(self.spread**2 + 1.6 / max(1, long))

    def lost(self, key: Key, source: str, target: str) -> Mapping[str, str]:
        """Return the concepts of *source* that nothing in *target* may carry, each with its word."""
        if not (self.source and self.target and self.source.tag in STRICT):
            return {}
        there, here = self.target.concepts(target), self.source.concepts(source)
        gone = {concept: word for concept, word in here.items() if concept not in there}
        if not gone:
            return gone
        # A word that is the translation of another one is no witness for what only stands beside it.
        among = beginnings(target, self.target.tag) - beginnings(
            self.target.words(target, here.keys()), self.target.tag
        )
        return {concept: word for concept, word in gone.items() if not self._is_carried(word, among, key)}

    def _is_carried(self, word: str, among: frozenset[str], key: Key) -> bool:
        own = beginnings(word, self.association.tags[0])
        return any(self.association.likeness(each, among, key) >= MAY_TRANSLATE for each in own)

    def fits(self, source: str, target: str) -> bool:
        """Whether most of what *source* says is in *target*, as far as the tables tell: no need to look any closer."""
        if not (self.source and self.target):
            return False
        here = self.source.concepts(source).keys()
        shared = len(here & self.target.concepts(target).keys())
        return shared > 1 and shared >= MOST * len(here)

    def score(self, key: Key, source: str, target: str) -> float:
        """Return how much speaks for *target* as the translation of *source* (above zero) or against it."""
        return self._by_words(key, source, target) + self._by_concepts(source, target) + _by_anchors(source, target)

    def _by_words(self, key: Key, source: str, target: str) -> float:
        here, there = (beginnings(text, tag) for text, tag in zip((source, target), self.association.tags, strict=True))
        forth = _worth(self.association, key, here, there)
        return forth + BACK * _worth(self.back, key[::-1], there, here)

    def _by_concepts(self, source: str, target: str) -> float:
        if not (self.source and self.target):
            return 0.0
        here, there = self.source.concepts(source), self.target.concepts(target)
        shared = here.keys() & there.keys()
        said = len(shared), len(here) - len(shared)
        if self.source.tag not in STRICT:  # one of the things that a word may mean is enough
            words = _by_word(here)
            known = sum(not concepts.isdisjoint(shared) for concepts in words)
            said = known, len(words) - known
        unsaid = sum(concepts.isdisjoint(shared) for concepts in _by_word(there))
        return 0.45 * said[0] - 0.4 * said[1] - 0.12 * unsaid


def _by_word(concepts: Mapping[str, str]) -> Collection[set[str]]:
    """Return what each word may mean, of *concepts* with the word of each."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for concept, word in concepts.items():
        found[word].add(concept)
    return found.values()


def _worth(association: Association, key: Key, words: frozenset[str], among: frozenset[str]) -> float:
    """Return how much speaks for every frequent one of *words* having its translation *among* others."""
    own, _ = association.counts
    return sum(association.likeness(word, among, key) - UNKNOWN_WORD for word in words if own[word] > FREQUENT)


def _by_anchors(source: str, target: str) -> float:
    here, there = set(numbers(source)), set(numbers(target))
    same = 0.5 * len(here & there) - 0.4 * len(here ^ there)
    return same + 0.25 * ((source.rstrip("”»\"’' ")[-1:] in "?") == (target.rstrip("”»\"’' ")[-1:] in "?？؟"))


@lru_cache(maxsize=65536)
def size(text: str) -> int:
    """Return how many letters and digits *text* has."""
    return sum(map(str.isalnum, text))


def likeness(translation: Translation) -> Likeness:
    """Return what is known of the two languages of *translation*, whose sources are all in one."""
    sources = {pair.source.tag for pair in translation.pairs}
    assert len(sources) == 1, "of_one_source divides what a country says beside the guidelines"
    tags = (*sources, translation.language.tag)
    return _known(tags, tuple((pair.source.text, pair.target.text) for pair in translation.pairs))


def key_of(pair: Pair) -> Key:
    """Return the texts of *pair*, by which it is left out where its own words are judged."""
    return pair.source.text, pair.target.text


@lru_cache(maxsize=4)
def _known(tags: tuple[str, str], texts: tuple[Key, ...]) -> Likeness:
    expected = math.log(profile(tags[1]).length / profile(tags[0]).length)
    centre, spread = _distribution(texts, expected)
    return Likeness(tags, texts, shared(*tags), lexicon(tags[1]), centre, spread)


def _distribution(texts: Iterable[Key], expected: float) -> tuple[float, float]:
    """Return middle and spread of the lengths of translations, the built-in ones for a catalog with few texts."""
    ratios = [
        math.log(max(1, size(target)) / size(source))
        for source, target in texts
        if len(source) > SHORT and size(source) and source != target
    ]
    middle = statistics.median([*ratios, *[expected] * PRIOR])
    near = [abs(ratio - middle) for ratio in ratios]
    own = 1.4826 * statistics.median(near) if near else PRIOR_SPREAD
    return middle, (own * len(near) + PRIOR_SPREAD * PRIOR) / (len(near) + PRIOR)


def plain_letters(text: str) -> str:
    """Return the words of *text* in lowercase, whatever stands between them."""
    return " ".join(WORD.findall(re.sub("[\u064b-\u0652]", "", text.lower())))
