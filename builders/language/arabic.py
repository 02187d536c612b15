"""Arabic: what is written together with a word, and what it ends with."""

import re
import unicodedata
from functools import lru_cache

from builders.language.numerals.arabic import ARABIC_NUMBERS
from builders.language.rules import LanguageRules

CLITICS = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")
"""And, so, with, for, as, the, written together with the next word; the longest first."""

SHORTEST_CORE = 3
"""Letters of a word that remain at least when a prefix is taken away."""

ENDINGS = ("ها", "هم", "هن", "ات", "ون", "ين", "ان", "ة", "ه", "ا", "ي")
"""Possession, number and gender at the end of a noun."""

PREFIXES = "(?:و|ف)?(?:ب|ل|ك)?(?:ال|لل)?"
"""The pattern of everything that may be written together with a noun in front."""

SUFFIXES = f"(?:{'|'.join(ENDINGS)})?"
"""The pattern of what may follow it."""

_NOUN_ENDING = re.compile(f"(?:{'|'.join((*ENDINGS, 'ت', 'و'))})$")
_SEARCHED_LETTERS = str.maketrans({"\u0640": None, "ى": "ي", "ة": "ه"})

# "Parents" begins like "and the": it keeps its beginning.
_PARENTS = r"والد(?:ين|ان|ي|يه|يها|يهم|ك|ه|ها|هم)?$"

# In this order: the article and what is written together with it, the ending, and a lone "and", "with" or "for";
# each only where enough of the word remains.
_ARTICLE = re.compile(rf"^(?!{_PARENTS})[وف]?(?:بال|كال|لل|ال)(?=\w{{3,}})")
_ENDING = re.compile(r"(?<=\w{3})(?:كم|هم|هن|كن|نا|ها|ون|ين|ات|ان|ه|ي|ك)$")
_LONE = re.compile(rf"^(?!{_PARENTS})[وبل](?=\w{{4,}})")


def without_clitics(word: str) -> str:
    """Return *word* without what is written together with it in front."""
    for clitic in CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= SHORTEST_CORE:
            return word[len(clitic) :]
    return word


@lru_cache(maxsize=32768)
def _core(word: str) -> str:
    core = without_clitics(word)
    return _NOUN_ENDING.sub("", core) if len(core) > 3 else core


def is_form(word: str, of: str) -> bool:
    """Whether the folded *word* is a form of *of*: the same core, or one that goes on for two letters at most."""
    core, wanted = _core(word), _core(of)
    return core == wanted or (len(wanted) >= 3 and core.startswith(wanted) and len(core) <= len(wanted) + 2)


def searched(word: str) -> str:
    """Return what the search compares *word* by: no vowel signs, variants of letters, article or common endings.

    The script of the search page does the same to a query.
    """
    letters = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return _LONE.sub("", _ENDING.sub("", _ARTICLE.sub("", letters.translate(_SEARCHED_LETTERS))))


ARABIC = LanguageRules(
    has_capitals=False, is_form=is_form, without_clitics=without_clitics, long_word=5, numbers=ARABIC_NUMBERS
)
