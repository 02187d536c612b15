"""How hard a text is to read: published formulas, computed without any dictionary.

Formulas see the length of words and sentences. They do not prove that anybody
understands a text; they show where to look.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builders.checks.sentences import SPACELESS, base, sentences, words

LONG_WORD = 6
"""Letters; a word with more is long (LIX: Björnsson 1968)."""

LONG_ARABIC_WORD = 5
"""Letters without article and prefixes; Arabic writes them together with the word."""

VOWELS = MappingProxyType(
    {"en": "aeiouy", "fr": "aeiouyàâäéèêëîïôöùûüœæ", "es": "aeiouáéíóúü", "ru": "аеёиоуыэюя"},
)
"""Letters that make a syllable, alone or (but in Russian) as a group."""

FLESCH: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "en": (206.835, 1.015, 84.6),
        "fr": (207.0, 1.015, 73.6),
        "es": (206.84, 1.02, 60.0),
        "ru": (206.835, 1.3, 60.1),
    }
)
"""Constant, weight of words per sentence, weight of syllables per word.

English: Flesch 1948. French: Kandel and Moles 1958. Spanish: Fernández Huerta 1959, in
the corrected form (both weights per unit). Russian: Oborneva 2006.
"""

CLITICS = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")
"""What Arabic writes together with the next word: and, so, with, for, as, the; the longest first."""

SHORTEST_CORE = 3
"""Letters of an Arabic word that remain at least when a prefix is taken away."""

_SILENT_E = re.compile(r"[^laeiouy]e$")
_SILENT_FRENCH = re.compile(r"(?:e|es|ent)$")


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
        lix=_lix(everything, mean, base(tag)),
        flesch=_flesch(everything, mean, base(tag)),
    )


def _lix(everything: list[str], mean: float, language: str) -> float:
    if language in SPACELESS or not everything:
        return 0.0
    return mean + 100 * sum(is_long(word, language) for word in everything) / len(everything)


def is_long(word: str, tag: str = "en") -> bool:
    """Whether *word* counts as long in LIX."""
    if base(tag) == "ar":
        return len(without_clitics(word)) > LONG_ARABIC_WORD
    return len(word) > LONG_WORD


def without_clitics(word: str) -> str:
    """Return the Arabic *word* without what is written together with it in front."""
    for clitic in CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= SHORTEST_CORE:
            return word[len(clitic) :]
    return word


def _flesch(everything: list[str], mean: float, language: str) -> float | None:
    if language not in FLESCH or not everything:
        return None
    constant, sentence_weight, word_weight = FLESCH[language]
    syllables_a_word = sum(syllables(word, language) for word in everything) / len(everything)
    return constant - sentence_weight * mean - word_weight * syllables_a_word


def syllables(word: str, tag: str = "en") -> int:
    """Return how many syllables *word* has, by its vowel letters (an estimate, but in Russian exact)."""
    language, lower = base(tag), word.lower()
    vowels = VOWELS[language]
    if language == "ru":
        return max(1, sum(letter in vowels for letter in lower))
    count = len(re.findall(f"[{vowels}]+", lower))
    silent = {"en": _SILENT_E, "fr": _SILENT_FRENCH}.get(language)
    if silent and count > 1 and silent.search(lower):
        count -= 1
    return max(1, count)
