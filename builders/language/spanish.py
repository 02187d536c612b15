"""Spanish."""

import re
import unicodedata
from functools import lru_cache

from builders.language.numerals.spanish import SPANISH_NUMBERS
from builders.language.rules import Flesch, LanguageRules, by_stem, vowel_groups


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return the folded *word* without accents and the endings of gender and number."""
    word = "".join(letter for letter in unicodedata.normalize("NFD", word) if letter != "\u0301")
    word = unicodedata.normalize("NFC", word)
    if len(word) > 5 and word.endswith("ces"):
        return f"{word[:-3]}z"
    return re.sub(r"(?:os|as|es|o|a|e|s)$", "", word) if len(word) > 4 else word


SPANISH = LanguageRules(
    numbers=SPANISH_NUMBERS,
    abbreviations=("art", "etc", "núm", "p. ej"),
    stem=stem,
    is_form=by_stem(stem),
    plural="(?:e?s)?",
    syllables=vowel_groups("aeiouáéíóúü"),
    # Fernández Huerta 1959, in the corrected form (both weights per unit).
    flesch=Flesch(constant=206.84, sentence=1.02, word=60.0),
    # The ñ too, though it makes another word: many keyboards lack it, and whoever has none must find niños.
    letters=dict(zip("áéíóúüñ", "aeiouun", strict=True)),
)
