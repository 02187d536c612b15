"""Words of languages that have no rules of their own here, as the search compares them: whole, with their signs."""

from __future__ import annotations

import unicodedata

from sphinx.search import SearchLanguage

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
