"""Search in every language without a server: an index of what readers see, and how a query finds it.

The rules for words stand twice, here for the index and in a script for the
query. A test runs both on the same words.
"""

import json
import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import html
from sphinx.search import SearchLanguage, js_index, languages

from builders.model.languages import Language
from builders.writers.html.search import rules
from builders.writers.html.search.rules import PlainSearch
from builders.writers.html.search.visible import passages, places, visible_text
from builders.writers.html.search.words import Words

SEARCH_LANGUAGES: tuple[type[SearchLanguage], ...] = (
    *(rules.ArabicSearch, rules.ChineseSearch, rules.FrenchSearch),
    *(PlainSearch, rules.RussianSearch, rules.SpanishSearch),
)
"""Languages with rules of ours; Sphinx brings others, English among them."""

DIGITS = string.digits + string.ascii_lowercase
"""How often a page says a word, in one character; more often than these go, it counts no further."""


def search_language(language: Language) -> str:
    """Return the name by which Sphinx knows the rules for *language*."""
    name = language.tag.partition("-")[0]
    known = {search.lang for search in SEARCH_LANGUAGES} | set(languages)
    return name if name in known else PlainSearch.lang


def page_text(path: Path) -> html.HtmlElement:
    """Return the part of the written page *path* that is its text: what the search promises to find."""
    (main,) = html.document_fromstring(path.read_bytes()).iter("main")
    return main


def search_index(pages: Mapping[str, html.HtmlElement], words: Words, tag: str) -> dict[str, Any]:
    """Return the index of *pages*, the texts of an edition in the language *tag* by their addresses.

    It has the form of Sphinx's, and under ``times`` how often each of its pages says a term, where one says it twice;
    a title in another language than *tag* says which.
    """
    terms: dict[str, dict[int, int]] = defaultdict(dict)
    title_terms: dict[str, dict[int, None]] = defaultdict(dict)
    all_titles: dict[str, list[tuple[int | str | None, ...]]] = defaultdict(list)
    for number, main in enumerate(pages.values()):
        for passage in passages(main, tag):
            for term, times in Counter(words.terms(passage.text, passage.tag)).items():
                terms[term][number] = terms[term].get(number, 0) + times
                if passage.is_heading:
                    title_terms[term][number] = None
        for text, anchor, language in places(main, tag):
            all_titles[text].append((number, anchor) if language == tag else (number, anchor, language))
    return {
        "docnames": list(pages),
        "filenames": list(pages),
        "titles": [visible_text(next(main.iter("h1"), main)) for main in pages.values()],
        "terms": {term: _pages(found) for term, found in terms.items()},
        "times": {term: _digits(found.values()) for term, found in terms.items() if max(found.values()) > 1},
        "titleterms": {term: _pages(found) for term, found in title_terms.items()},
        "alltitles": all_titles,
        "indexentries": {},
        "objects": {},
        "objnames": {},
        "objtypes": {},
    }


def _pages(found: Iterable[int]) -> list[int] | int:
    numbers = list(found)
    return numbers if len(numbers) > 1 else numbers[0]


def _digits(times: Iterable[int]) -> str:
    return "".join(DIGITS[min(each, len(DIGITS) - 1)] for each in times)


def written_index(index: Mapping[str, Any]) -> str:
    """Return *index* as the script that gives it to the search page."""
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{js_index.PREFIX}{data}{js_index.SUFFIX}"
