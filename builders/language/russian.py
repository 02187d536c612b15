"""Russian."""

from builders.language.numerals.russian import RUSSIAN_NUMBERS
from builders.language.rules import Flesch, LanguageRules


def is_form(word: str, of: str) -> bool:
    """Compare by the beginning: endings take up to three letters, and a vowel before them may go."""
    if len(of) <= 3:
        return word == of
    stem = of[: max(3, len(of) - 3)] if len(of) >= 6 else of[:-1]
    return word.startswith(stem) and len(word) <= len(of) + 3


RUSSIAN = LanguageRules(
    numbers=RUSSIAN_NUMBERS,
    abbreviations=("т. е", "т. д", "т. п", "ст"),
    is_form=is_form,
    syllables=lambda word: max(1, sum(letter in "аеёиоуыэюя" for letter in word.lower())),
    flesch=Flesch(constant=206.835, sentence=1.3, word=60.1),  # Oborneva 2006
    letters={"ё": "е"},
)
