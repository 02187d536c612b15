"""English, the language of the source."""

import re
from functools import lru_cache

from builders.language.numerals.english import ENGLISH_NUMBERS
from builders.language.rules import Flesch, LanguageRules, by_stem, vowel_groups


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return the folded *word* without the endings of plural and possession."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and re.search(r"(?:s|x|z|ch|sh)es$", word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def name_forms(name: str) -> str:
    """Return the pattern of the folded *name*, which may own something."""
    return rf"{re.escape(name)}(?:'s?)?"


ENGLISH = LanguageRules(
    numbers=ENGLISH_NUMBERS,
    name_forms=name_forms,
    abbreviations=("e.g", "i.e", "etc", "art"),
    before_numbers=("No",),
    stem=stem,
    is_form=by_stem(stem),
    plural="(?:e?s)?",
    syllables=vowel_groups("aeiouy", silent=r"[^laeiouy]e$"),
    flesch=Flesch(constant=206.835, sentence=1.015, word=84.6),  # Flesch 1948
    negations=(
        *("not", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without", "cannot", r"\w+n[’']t"),
    ),
    duties=("must", "shall", "(?:has|have) to"),
    advice=("should", "ought to"),
    permissions=("may", "might", "can", "could"),
    number_words=(
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty"),
        *("forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million"),
    ),
    months=(
        *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
        *("November", "December"),
    ),
)
