"""French, Russian and Spanish: letters that people leave out or exchange when they type a query."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping

from sphinx.search import SearchLanguage
from sphinx.search.es import SearchSpanish
from sphinx.search.fr import SearchFrench
from sphinx.search.ru import SearchRussian

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
