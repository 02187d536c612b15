"""Which words of two languages go together, learned from texts and their translations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from builders.language.lexicon import written
from builders.language.matching import WORD_PARTS
from builders.language.profiles import profile
from builders.language.table import rules

MOST = 4000
"""Texts that are learned from; of more, one in every so many is taken."""
BEGINNING = 5
"""Letters of a word that its forms have in common."""
LIKELY = 0.18
"""How often two words stand together (Dice) so that one may be the translation of the other."""
PARTNERS = 14


@lru_cache(maxsize=131072)
def beginnings(text: str, tag: str) -> frozenset[str]:
    """Return the words of *text*, each by its beginning; without spaces, characters and pairs of them."""
    folded = written(text)
    if not rules(tag).has_spaces:
        letters = "".join(letter if letter.isalpha() else " " for letter in folded)
        pairs = {letters[place : place + 2] for place in range(len(letters) - 1)}
        return frozenset(each for each in pairs | set(letters) if " " not in each)
    parts = (part for match in WORD_PARTS.finditer(folded) for part in match[0].replace("-", "'").split("'"))
    return frozenset(filter(None, (_beginning(part, tag) for part in parts)))


@lru_cache(maxsize=65536)
def _beginning(word: str, tag: str) -> str:
    if len(word) < 2 or word.isdigit() or word in _small(tag):
        return ""
    return rules(tag).without_clitics(word)[:BEGINNING]


@cache
def _small(tag: str) -> frozenset[str]:
    return frozenset(map(written, profile(tag).words))


@dataclass(frozen=True, eq=False)
class Association:
    """What the words of one language go together with in another."""

    tags: tuple[str, str]
    known: Mapping[tuple[str, str], tuple[frozenset[str], frozenset[str]]]
    """The words of every text and its translation that has been learned from."""
    counts: tuple[Counter[str], Counter[str]]
    """How many texts have a word, on either side."""
    together: Mapping[str, Counter[str]]

    @cached_property
    def partners(self) -> Mapping[str, tuple[str, ...]]:
        """The words that most often go together with a word of the source, the surest first."""
        return {word: tuple(self._partners(word)) for word in self.together}

    def _partners(self, word: str) -> Iterable[str]:
        own, others = self.counts
        rated = ((2 * n / (own[word] + others[other]), other) for other, n in self.together[word].items() if n > 1)
        return [other for rate, other in sorted(rated, reverse=True)[:PARTNERS] if rate >= LIKELY]

    def likeness(self, word: str, among: frozenset[str], pair: tuple[str, str]) -> float:
        """Return how likely one of the words *among* translates *word*, as everything but *pair* tells (0 to 1)."""
        mine, theirs = self.known.get(pair, (frozenset(), frozenset()))
        own, others = self.counts
        best = 0.0
        for other in self.partners.get(word, ()):
            if other in among:
                is_own = word in mine and other in theirs
                rest = self.together[word][other] - is_own
                if rest > 0:
                    texts = own[word] + others[other] - (word in mine) - (other in theirs) + 1
                    best = max(best, 2 * rest / texts)
        return best


@lru_cache(maxsize=4)
def learn(tags: tuple[str, str], pairs: tuple[tuple[str, str], ...]) -> Association:
    """Return what *pairs* of texts, in the two languages of *tags*, tell of their words."""
    chosen: Sequence[tuple[str, str]] = list(dict.fromkeys(pairs))
    chosen = chosen[:: -(-len(chosen) // MOST)] if len(chosen) > MOST else chosen
    known = {pair: (beginnings(pair[0], tags[0]), beginnings(pair[1], tags[1])) for pair in chosen}
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mine, theirs in known.values():
        counts[0].update(mine)
        counts[1].update(theirs)
    # What stands in one text alone goes together with nothing more than once.
    often = tuple(frozenset(word for word, number in each.items() if number > 1) for each in counts)
    for mine, theirs in known.values():
        others = theirs & often[1]
        for word in mine & often[0]:
            together[word].update(others)
    return Association(tags, known, counts, together)
