"""Words as the search compares them: a block's number is one, and English passages have the English rules.

The same rules stand in ``search-rules.js``, for the words of a query. A test runs both on the same words.
"""

import re
from collections.abc import Iterator
from functools import cache

from sphinx import package_dir
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish

_NUMBER = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z]{3}-[A-Za-z0-9]{2,}-[0-9]{2,}(?![A-Za-z0-9_-])")

ENGLISH = "en"


def is_number(identifier: str) -> bool:
    """Whether *identifier* is one by which people cite a block (``rec-abc-014``)."""
    return bool(_NUMBER.fullmatch(identifier))


class Words:
    """Cuts texts of an edition into what is compared, by the rules of its language."""

    def __init__(self, rules: SearchLanguage) -> None:
        self._rules = rules
        english = rules if rules.lang == ENGLISH else SearchEnglish({})
        # The stemmers are slow, and an edition says most of its words on many pages.
        self._stem, self._english_stem = cache(rules.stem), cache(english.stem)

    def terms(self, text: str, tag: str) -> Iterator[str]:
        """Yield what each word of *text*, which is in the language *tag*, is found by."""
        stem = self._english_stem if tag == ENGLISH else self._stem
        for word in self.split(text):
            yield word.lower() if is_number(word) else stem(word).lower()

    def split(self, text: str) -> Iterator[str]:
        """Yield the words of *text*, whatever their language: the editions have one splitter each."""
        end = 0
        for number in _NUMBER.finditer(text):
            yield from self._rules.split(text[end : number.start()])
            yield number[0]
            end = number.end()
        yield from self._rules.split(text[end:])


def english_stemmer(rules: SearchLanguage) -> str:
    """Return the script that brings the English rules beside *rules*; nothing where those are the English ones."""
    if rules.lang == ENGLISH:
        return ""
    folder = package_dir / "search" / "minified-js"
    names = ("base-stemmer.js", SearchEnglish.js_stemmer_rawcode)
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
