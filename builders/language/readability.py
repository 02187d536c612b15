"""How hard a text is to read: published formulas, computed without any dictionary.

Formulas see the length of words and sentences. They do not prove that anybody
understands a text; they show where to look.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builders.language.sentences import sentences, words
from builders.language.table import rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Measures of one text."""

    words: int
    """In Chinese: characters."""
    sentences: int
    mean: float
    """Words a sentence; in Chinese, characters a sentence."""
    longest: int
    """Words of the longest sentence; in Chinese, characters."""
    lix: float
    """Words a sentence plus the percentage of long words; 0 in Chinese, which has no such formula."""
    flesch: float | None
    """0 to 100, the higher the easier; None where the language has no formula of the kind."""


def measure(texts: Sequence[str], tag: str = "en") -> Reading:
    """Return the measures of *texts*, passages in the language *tag*; a sentence never crosses a passage."""
    found = [words(sentence, tag) for text in texts for _, sentence in sentences(text, tag)]
    lengths = [len(each) for each in found if each]
    everything = [word for each in found for word in each]
    mean = sum(lengths) / len(lengths) if lengths else 0.0
    return Reading(
        words=len(everything),
        sentences=len(lengths),
        mean=mean,
        longest=max(lengths, default=0),
        lix=_lix(everything, mean, tag),
        flesch=_flesch(everything, mean, tag),
    )


def _lix(everything: list[str], mean: float, tag: str) -> float:
    if not rules(tag).has_spaces or not everything:
        return 0.0
    return mean + 100 * sum(is_long(word, tag) for word in everything) / len(everything)


def is_long(word: str, tag: str = "en") -> bool:
    """Whether *word* counts as long in LIX."""
    known = rules(tag)
    return len(known.without_clitics(word)) > known.long_word


def _flesch(everything: list[str], mean: float, tag: str) -> float | None:
    formula, syllables = rules(tag).flesch, rules(tag).syllables
    if formula is None or syllables is None or not everything:
        return None
    return formula.constant - formula.sentence * mean - formula.word * sum(map(syllables, everything)) / len(everything)
