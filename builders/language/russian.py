"""Russian."""

from builders.language.numerals.russian import RUSSIAN_NUMBERS
from builders.language.rules import Flesch, LanguageRules


def is_form(word: str, of: str) -> bool:
    """Compare by the beginning: endings take up to three letters, and a vowel before them may go."""
    if len(of) <= 3:
        return word == of
    stem = of[: max(3, len(of) - 3)] if len(of) >= 6 else of[:-1]
    return word.startswith(stem) and len(word) <= len(of) + 3


def name_forms(name: str) -> str:
    """Return the pattern of the folded *name* in all cases; of the adjective from it, too (``Ярин``)."""
    *first, last = name.split()
    if last[-1] in "ая":
        last = f"{last[:-1]}(?:а|я|ы|и|е|у|ю|ой|ою|ей|ею|ин\\w{{0,3}})"
    elif last[-1] in "йь":
        last = f"{last[:-1]}(?:й|ь|я|ю|ем|е|ев\\w{{0,3}})"
    elif last[-1] not in "оеиуюэы":
        last = f"{last}(?:а|у|ом|е|ов\\w{{0,3}})?"
    return r"\s+".join((*first, last))


RUSSIAN = LanguageRules(
    numbers=RUSSIAN_NUMBERS,
    abbreviations=("т. е", "т. д", "т. п", "ст"),
    is_form=is_form,
    name_forms=name_forms,
    syllables=lambda word: max(1, sum(letter in "аеёиоуыэюя" for letter in word.lower())),
    flesch=Flesch(constant=206.835, sentence=1.3, word=60.1),  # Oborneva 2006
    letters={"ё": "е"},
)
