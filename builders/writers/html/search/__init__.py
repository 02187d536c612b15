"""Search in every language without a server: how words of a page and words of a query become the same.

The rules stand twice, here for the index and in a script for the query. A test
runs both on the same words.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.search import SearchLanguage, languages

from builders.markup.blocks import BlockTitle
from builders.markup.recommendation import Recommendation
from builders.model.identifiers import printed
from builders.model.languages import Language
from builders.writers.html.search.arabic import ArabicSearch
from builders.writers.html.search.chinese import ChineseSearch
from builders.writers.html.search.folding import FrenchSearch, RussianSearch, SpanishSearch
from builders.writers.html.search.plain import PlainSearch

SEARCH_LANGUAGES: tuple[type[SearchLanguage], ...] = (
    ArabicSearch,
    ChineseSearch,
    FrenchSearch,
    PlainSearch,
    RussianSearch,
    SpanishSearch,
)
"""Languages with rules of ours; Sphinx brings others, English among them."""


def search_language(language: Language) -> str:
    """Return the name by which Sphinx knows the rules for *language*."""
    name = language.tag.partition("-")[0]
    known = {search.lang for search in SEARCH_LANGUAGES} | set(languages)
    return name if name in known else PlainSearch.lang


def searchable(document: nodes.document) -> nodes.document:
    """Return a copy of *document* whose blocks can be found by their title or number.

    Sphinx's index leads to sections only, by their titles.
    """
    copy = document.deepcopy()
    for title in list(copy.findall(BlockTitle)):
        title.replace_self(nodes.title("", "", *title.children))
    for recommendation in copy.findall(Recommendation):
        recommendation.insert(0, nodes.title("", printed(recommendation["block_id"])))
    return copy
