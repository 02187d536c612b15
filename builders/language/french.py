"""French."""

import re
from functools import lru_cache

from builders.language.numerals.french import FRENCH_NUMBERS
from builders.language.rules import Flesch, LanguageRules, by_stem, vowel_groups


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return the folded *word* without elided article and the endings of gender and number."""
    word = re.sub(r"^(?:[cdjlmnst]|qu)'", "", word)
    word = re.sub(r"aux$", "al", word) if len(word) > 4 else word
    return re.sub(r"(?:es|e|s|x)$", "", word) if len(word) > 4 else word


FRENCH = LanguageRules(
    numbers=FRENCH_NUMBERS,
    abbreviations=("art", "etc", "p. ex"),
    stem=stem,
    is_form=by_stem(stem),
    plural="(?:e?s)?",
    syllables=vowel_groups("aeiouyàâäéèêëîïôöùûüœæ", silent=r"(?:e|es|ent)$"),
    flesch=Flesch(constant=207.0, sentence=1.015, word=73.6),  # Kandel and Moles 1958
    letters=dict(zip("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy", strict=True)) | {"œ": "oe", "æ": "ae"},
)
