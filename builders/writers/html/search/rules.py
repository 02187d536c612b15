"""Languages whose words the search compares by rules of ours.

French, Russian and Spanish have letters that people leave out or exchange when they type a query; Arabic words have
attachments; Chinese text has no spaces and is cut into pairs of neighbouring characters, without a dictionary.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from sphinx.search import SearchLanguage
from sphinx.search.es import SearchSpanish
from sphinx.search.fr import SearchFrench
from sphinx.search.ru import SearchRussian

from builders.language.arabic import searched
from builders.language.french import FRENCH
from builders.language.russian import RUSSIAN
from builders.language.spanish import SPANISH


def fold(text: str, letters: Mapping[str, str]) -> str:
    """Return *text* in small letters, each replaced as *letters* says."""
    return "".join(letters.get(char, char) for char in text.lower())


def splitter(letters: Mapping[str, str]) -> str:
    """Return the script that folds a query in the same way before it is split."""
    table = json.dumps(dict(letters), ensure_ascii=False, sort_keys=True)
    return (
        f"const foldedLetters = {table};\n"
        "var splitQuery = (query) =>\n"
        '  Array.from(query.toLowerCase(), (letter) => foldedLetters[letter] ?? letter).join("")\n'
        "    .split(/[^\\p{L}\\p{N}_]+/gu).filter((term) => term);\n"
    )


class FrenchSearch(SearchFrench):
    """French, with or without accents."""

    js_splitter_code = splitter(FRENCH.letters)

    def split(self, input: str) -> list[str]:
        """Return the words of *input*, folded."""
        return super().split(fold(input, FRENCH.letters))


class RussianSearch(SearchRussian):
    """Russian, with ё written as е or not."""

    js_splitter_code = splitter(RUSSIAN.letters)

    def split(self, input: str) -> list[str]:
        """Return the words of *input*, folded."""
        return super().split(fold(input, RUSSIAN.letters))


class SpanishSearch(SearchSpanish):
    """Spanish, with or without accents."""

    js_splitter_code = splitter(SPANISH.letters)

    def split(self, input: str) -> list[str]:
        """Return the words of *input*, folded."""
        return super().split(fold(input, SPANISH.letters))


JOINERS = {0x200C: None, 0x200D: None}
"""Invisible signs inside words of Persian, Hindi and others, which people leave out when they type."""


def split_words(text: str) -> list[str]:
    """Return the words of *text*; vowel signs belong to their words, joiners do not count."""
    return "".join(each if _is_of_word(each) else " " for each in text.translate(JOINERS)).split()


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


class PlainSearch(SearchLanguage):
    """Compares whole words, for languages without rules; Sphinx would take the English ones."""

    lang = "plain"
    language_name = "Plain"
    js_splitter_code = (
        "var splitQuery = (query) =>\n"
        '  query.replace(/[\\u200c\\u200d]/g, "").split(/[^\\p{L}\\p{M}\\p{N}_]+/gu).filter((term) => term);\n'
    )

    def split(self, input: str) -> list[str]:
        """Return the words of *input*."""
        return split_words(input)


_STOPWORDS = "في من على إلى عن أن إن أو ما لا هو هي هذا هذه التي الذي مع ثم قد كل بين عند"


class ArabicSearch(SearchLanguage):
    """Finds an Arabic word however it is spelled and whatever is attached to it."""

    lang = "ar"
    language_name = "Arabic"
    stopwords = frozenset(_STOPWORDS.split()) | {searched(word) for word in _STOPWORDS.split()}
    js_stemmer_code = Path(__file__).with_name("arabic.js").read_text(encoding="utf-8")
    js_splitter_code = Path(__file__).with_name("arabic-split.js").read_text(encoding="utf-8")
    _word_re = re.compile(r"[\w\u0640\u064b-\u065f\u0670]+")

    def split(self, input: str) -> list[str]:
        """Return the words of *input*; vowel signs belong to their words."""
        return self._word_re.findall(input)

    def stem(self, word: str) -> str:
        """Return what *word* is compared by."""
        return searched(word)


_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")


def split_chinese(text: str) -> list[str]:
    """Return every pair of neighbouring characters of *text*, every single one, and its other words."""
    words: list[str] = []
    for match in _RUN.finditer(text):
        run = match[0]
        if _IS_HAN.match(run):
            words.extend(first + second for first, second in pairwise(run))
            words.extend(run)
        else:
            words.append(run.lower())
    return words


class ChineseSearch(SearchLanguage):
    """Finds every part of a Chinese text; a query of one character finds that character."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = Path(__file__).with_name("chinese-split.js").read_text(encoding="utf-8")

    def split(self, input: str) -> list[str]:
        """Return what *input* is found by."""
        return split_chinese(input)
