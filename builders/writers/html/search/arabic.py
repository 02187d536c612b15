"""Arabic words as the search compares them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from sphinx.search import SearchLanguage

TATWEEL = "\u0640"

_STOPWORDS = "في من على إلى عن أن إن أو ما لا هو هي هذا هذه التي الذي مع ثم قد كل بين عند"

_LETTERS = str.maketrans({TATWEEL: None, "ى": "ي", "ة": "ه"})

# "Parents" begins like "and the": it keeps its beginning.
_PARENTS = r"والد(?:ين|ان|ي|يه|يها|يهم|ك|ه|ها|هم)?$"

# In this order: the article and what is written together with it, the ending, and a lone "and", "with" or "for";
# each only where enough of the word remains.
_ARTICLE = re.compile(rf"^(?!{_PARENTS})[وف]?(?:بال|كال|لل|ال)(?=\w{{3,}})")
_ENDING = re.compile(r"(?<=\w{3})(?:كم|هم|هن|كن|نا|ها|ون|ين|ات|ان|ه|ي|ك)$")
_LONE = re.compile(rf"^(?!{_PARENTS})[وبل](?=\w{{4,}})")


def stem_arabic(word: str) -> str:
    """Return *word* without vowel signs, variants of letters, article, and the commonest beginnings and endings."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return _LONE.sub("", _ENDING.sub("", _ARTICLE.sub("", letters.translate(_LETTERS))))


class ArabicSearch(SearchLanguage):
    """Finds an Arabic word however it is spelled and whatever is attached to it."""

    lang = "ar"
    language_name = "Arabic"
    stopwords = frozenset(_STOPWORDS.split()) | {stem_arabic(word) for word in _STOPWORDS.split()}
    js_stemmer_code = Path(__file__).with_name("arabic.js").read_text(encoding="utf-8")
    js_splitter_code = Path(__file__).with_name("arabic-split.js").read_text(encoding="utf-8")
    _word_re = re.compile(r"[\w\u0640\u064b-\u065f\u0670]+")

    def split(self, input: str) -> list[str]:
        """Return the words of *input*; vowel signs belong to their words."""
        return self._word_re.findall(input)

    def stem(self, word: str) -> str:
        """Return what *word* is compared by."""
        return stem_arabic(word)
