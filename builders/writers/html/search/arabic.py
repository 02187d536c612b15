"""Arabic words as the search compares them."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.search import SearchLanguage

from builders.language.arabic import searched

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
