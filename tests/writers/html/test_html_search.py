"""A query finds a page whatever form its words take, in the index and in the browser alike."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from sphinx import package_dir
from sphinx.search import SearchLanguage, js_index

from builders.model.languages import Language
from builders.writers.html.search import SEARCH_LANGUAGES, search_language
from builders.writers.html.search.arabic import ArabicSearch
from builders.writers.html.search.chinese import ChineseSearch
from builders.writers.html.search.folding import FrenchSearch, RussianSearch, SpanishSearch
from builders.writers.html.search.plain import PlainSearch

SAME = [
    (ArabicSearch, "الأطفال", "والأطفال"),
    (ArabicSearch, "الأطفال", "الاطفال"),
    (ArabicSearch, "الأطفال", "للأطفال"),
    (ArabicSearch, "أطفال", "أطفالهم"),
    (ArabicSearch, "حماية", "حِمَايَة"),
    (ArabicSearch, "حماية", "الحمايه"),
    (ArabicSearch, "إنترنت", "الانترنت"),
    (ArabicSearch, "بيانات", "البيانات"),
    (ArabicSearch, "والدين", "الوالدين"),
    (ArabicSearch, "طفل", "والطفل"),
    (ArabicSearch, "حماية", "بحماية"),
    (ArabicSearch, "برنامج", "البرنامج"),
    (ArabicSearch, "إستراتيجية", "استراتيجيه"),
    (FrenchSearch, "éducation", "Education"),
    (FrenchSearch, "enfants", "enfant"),
    (FrenchSearch, "cœur", "coeur"),
    (RussianSearch, "ребёнка", "ребенка"),
    (RussianSearch, "законы", "закон"),
    (SpanishSearch, "protección", "proteccion"),
    (SpanishSearch, "niños", "niño"),
]
"""Rules, a word of a page, and the same word as a reader may type it."""

DIFFERENT = [
    (ArabicSearch, "طفل", "قانون"),
    (SpanishSearch, "año", "ano"),
    (RussianSearch, "закон", "школа"),
]


def compared(rules: type[SearchLanguage], text: str) -> list[str]:
    """Return what the index keeps of *text*."""
    search = rules({})
    return [search.stem(word).lower() for word in search.split(text)]


@pytest.mark.parametrize(("rules", "word", "query"), SAME)
def test_forms_of_a_word_are_the_same(rules, word, query) -> None:
    assert compared(rules, word) == compared(rules, query)


@pytest.mark.parametrize(("rules", "word", "query"), DIFFERENT)
def test_other_words_stay_other_words(rules, word, query) -> None:
    assert compared(rules, word) != compared(rules, query)


@pytest.mark.parametrize("query", ["网络欺凌", "欺凌", "儿童", "个人数据", "AI"])
def test_chinese_is_found_by_any_part(query) -> None:
    index = set(compared(ChineseSearch, "防止网络欺凌，保护儿童的个人数据和AI服务"))

    pairs = [query[place : place + 2] for place in range(len(query) - 1)] if query != "AI" else ["ai"]
    assert set(pairs) <= index


def test_a_single_chinese_character_can_be_found() -> None:
    assert "童" in compared(ChineseSearch, "儿童")


def test_a_language_without_rules_compares_whole_words() -> None:
    swahili = Language(tag="sw", locale="sw", endonym="Kiswahili", english_name="Swahili")

    assert search_language(swahili) == "plain"


def test_a_word_without_rules_keeps_its_signs_and_needs_no_joiner() -> None:
    assert compared(PlainSearch, "हिन्दी, मदद") == ["हिन्दी", "मदद"]
    assert compared(PlainSearch, "می\u200cخواهم") == compared(PlainSearch, "میخواهم")


def test_a_language_is_known_by_its_first_part() -> None:
    chinese = Language(tag="zh-Hans", locale="zh_CN", endonym="中文", english_name="Chinese")

    assert search_language(chinese) == "zh"


QUERIES = [
    *(query for _, _, query in SAME),
    "网络欺凌",
    "人",
    "AI网络 rec-pol-001",
    "L'éducation, aujourd’hui",
    "ПРАВО ребёнка",
]


@pytest.mark.needs("node")
@pytest.mark.parametrize("rules", SEARCH_LANGUAGES)
def test_the_browser_splits_and_compares_as_the_index_does(rules) -> None:
    in_browser = run_in_browser(rules, QUERIES)

    for query, words in zip(QUERIES, in_browser, strict=True):
        index = compared(rules, query)
        # The Chinese index also holds single characters, for queries of one character.
        assert set(words) <= set(index) if rules is ChineseSearch else words == index


@pytest.mark.needs("node")
def test_the_browser_keeps_the_signs_of_a_word_together() -> None:
    queries = ["می\u200cخواهم کمک", "हिन्दी में मदद"]

    assert run_in_browser(PlainSearch, queries) == [compared(PlainSearch, query) for query in queries]


def run_in_browser(rules: type[SearchLanguage], queries: list[str]) -> list[list[str]]:
    """Return what the scripts of *rules* make of *queries*."""
    stemmer = rules.js_stemmer_code
    if rules.js_stemmer_rawcode:
        folder = package_dir / "search" / "minified-js"
        scripts = [folder / "base-stemmer.js", folder / rules.js_stemmer_rawcode]
        stemmer = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
        stemmer += f"\nwindow.Stemmer = {rules.language_name}Stemmer;"
    script = (
        "const window = globalThis;\n"
        f"{stemmer}\n{rules.js_splitter_code}\n"
        f"const queries = {json.dumps(queries)};\n"
        "const search = new Stemmer();\n"
        "const compared = (query) => splitQuery(query).map((word) => search.stemWord(word.toLowerCase()));\n"
        "console.log(JSON.stringify(queries.map(compared)));\n"
    )
    done = subprocess.run(["node", "-e", script], capture_output=True, check=True, encoding="utf-8")
    answer: list[list[str]] = json.loads(done.stdout)
    return answer


def test_the_index_leads_to_pages_where_they_are_published(sample) -> None:
    index = js_index.loads((sample.folder() / "searchindex.js").read_text(encoding="utf-8"))

    assert index["docnames"] == ["index", "shared/page"]


def test_a_block_is_found_by_its_title_or_number(sample) -> None:
    index = js_index.loads((sample.folder() / "searchindex.js").read_text(encoding="utf-8"))

    assert index["alltitles"]["Grooming"] == [[1, "rsk-gen-001"]]
    assert index["alltitles"]["REC-GEN-001"] == [[1, "rec-gen-001"]]


def test_every_word_that_the_search_shows_is_ours(sample) -> None:
    script = (package_dir / "themes/basic/static/searchtools.js").read_text(encoding="utf-8")
    calls = re.findall(r'(?:\b_|gettext|ngettext)\(\s*"((?:[^"\\]|\\.)+)"', script)
    ours = (sample.folder() / "_static" / "search-labels.js").read_text(encoding="utf-8")

    assert len(calls) >= 5
    assert [words for words in calls if f'"{words}":' not in ours] == []


def test_queries_are_not_kept(sample) -> None:
    options = (sample.folder() / "_static" / "search-options.js").read_text(encoding="utf-8")

    assert "SPHINX_HIGHLIGHT_ENABLED = false" in options
    assert not (sample.folder() / "_static" / "sphinx_highlight.js").exists()
