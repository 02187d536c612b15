"""A query finds a page whatever form its words take, in the index and in the browser alike."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from sphinx import package_dir
from sphinx.search import SearchLanguage, js_index
from sphinx.search.en import SearchEnglish

from builders.model.languages import Language
from builders.writers.html import search
from builders.writers.html.search import SEARCH_LANGUAGES, search_language
from builders.writers.html.search.rules import (
    ArabicSearch,
    ChineseSearch,
    FrenchSearch,
    PlainSearch,
    RussianSearch,
    SpanishSearch,
)
from builders.writers.html.search.visible import passages
from builders.writers.html.search.words import Words, english_stemmer
from tests.conftest import GUIDELINE, make_project
from tests.writers.html.sample import Sample

OPENING = (GUIDELINE / "source/plan-makers/index.rst").read_text(encoding="utf-8")


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
    (SpanishSearch, "niño", "nino"),
]
"""Rules, a word of a page, and the same word as a reader may type it."""

DIFFERENT = [
    (ArabicSearch, "طفل", "قانون"),
    (SpanishSearch, "año", "edad"),
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
    "AI网络 rec-pla-001",
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
    script = (
        f"{stemmer_script(rules)}\n{rules.js_splitter_code}\n"
        "const search = new Stemmer();\n"
        "const compared = (query) => splitQuery(query).map((word) => search.stemWord(word.toLowerCase()));\n"
        f"answer({json.dumps(queries)}.map(compared));\n"
    )
    answer: list[list[str]] = run_node(script)
    return answer


def stemmer_script(rules: type[SearchLanguage]) -> str:
    """Return the script that stems words by *rules*."""
    if not rules.js_stemmer_rawcode:
        return rules.js_stemmer_code
    folder = package_dir / "search" / "minified-js"
    scripts = [folder / "base-stemmer.js", folder / rules.js_stemmer_rawcode]
    stemmer = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    return f"{stemmer}\nwindow.Stemmer = {rules.language_name}Stemmer;"


@pytest.mark.needs("node")
@pytest.mark.parametrize("rules", [SearchEnglish, *SEARCH_LANGUAGES])
def test_a_number_is_one_word_in_every_language(rules) -> None:
    text = "见REC-PLA-014条 (REC-PLA-015), covid-19 وREC-PLA-016"

    numbers = {"rec-pla-014", "rec-pla-015", "rec-pla-016"}
    assert numbers <= set(Words(rules({})).terms(text, rules.lang))
    assert not {"rec", "pla", "014"} & set(Words(rules({})).terms(text, rules.lang))
    assert numbers <= {term for terms in wanted_in_browser(rules, text) for term in terms}


@pytest.mark.needs("node")
@pytest.mark.parametrize("rules", SEARCH_LANGUAGES)
def test_a_query_is_compared_by_the_english_rules_too(rules) -> None:
    text = "Regulators' helplines and strategies"

    wanted = wanted_in_browser(rules, text)
    in_english_passages = list(Words(rules({})).terms(text, "en"))
    assert all(english in terms for english, terms in zip(in_english_passages, wanted, strict=True))
    assert "regul" in in_english_passages


def wanted_in_browser(rules: type[SearchLanguage], query: str) -> list[list[str]]:
    """Return for each word of *query* what the search page, with the scripts of *rules*, looks for."""
    search_page = builtin_scripts(rules) + our_script(english_stemmer(rules({})))
    return run_node(search_page + f"\nanswer(searchRules.split({json.dumps(query)}).map(searchRules.terms));")


def builtin_scripts(rules: type[SearchLanguage]) -> str:
    """Return the rules for words and Sphinx's search, as an edition's search page has them."""
    search = (package_dir / "themes/basic/static/searchtools.js").read_text(encoding="utf-8")
    return f"{stemmer_script(rules)}\n{rules.js_splitter_code}\nconst stopwords = new Set();\n{search}\n"


def our_script(stemmer: str) -> str:
    theme = Path(search.__file__).parents[1] / "theme" / "static"
    return (theme / "search-rules.js.jinja").read_text(encoding="utf-8").replace("{{ english_stemmer }}", stemmer)


def run_node(script: str) -> Any:
    """Return what *script* gives to ``answer``, run without a page."""
    stubs = (
        "const window = globalThis, document = { getElementById: () => null }, SPHINX_HIGHLIGHT_ENABLED = false;\n"
        "const _ready = () => {}, answer = (value) => console.log(JSON.stringify(value));\n"
    )
    done = subprocess.run(["node", "-"], input=stubs + script, capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


def in_search_page(folder: Path, query: str, answer: str) -> Any:
    """Return what *answer* makes of the ``found`` results of *query* on the search page of *folder*, the best first."""
    names = ("_static/language_data.js", "_static/searchtools.js", "_static/search-rules.js", "searchindex.js")
    scripts = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    find = f"Search._performSearch(...Search._parseQuery(searchRules.joined({json.dumps(query)}, Search._index.terms)))"
    return run_node(f"{scripts}\nconst found = {find}.reverse();\nanswer({answer});")


def results(folder: Path, query: str) -> list[str]:
    """Return the addresses that the search page of *folder* finds for *query*, the best first."""
    return list(in_search_page(folder, query, "found.map(([page, , anchor]) => page + anchor)"))


@pytest.fixture(scope="session")
def advice(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Two pages of advice that name each other's numbers, and a page that says a word more often."""
    project = make_project(tmp_path_factory.mktemp("advice"), ADVICE, dict.fromkeys(ADVICE_IDS, "recommendation"))
    project.write("source/shared/again.rst", AGAIN)
    project.write("source/plan-makers/index.rst", OPENING + "   /shared/again\n")
    project.catalog("ar", "labels", 'msgctxt "who/regulator"\nmsgid "Regulator"\nmsgstr "الجهة الناظمة"\n')
    return Sample(project)


ADVICE_IDS = ("rec-gen-001", "rec-gen-002", "rec-gen-014")
ADVICE = "Advice\n======\n" + "".join(
    f"""
.. recommendation:: {identifier}
   :strength: must
   :who: {who}
   :risks: met.flattery
   :ages: all
   :disability: rel
   :adaptation: fixed

   Act early {place}.
"""
    for place, (identifier, who) in enumerate(zip(ADVICE_IDS, ("gov", "dpa", "regulator"), strict=True))
)
AGAIN = """\
Again
=====

What :see:`rec-gen-014` and :see:`rec-gen-002` say about helplines. Helplines listen. In 2030, helplines answer.
"""


@pytest.mark.needs("node")
@pytest.mark.parametrize("query", ["REC-GEN-014", "rec-gen-014", "rec gen 014", "REC\u2011GEN\u201114"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_leads_to_its_block_and_then_to_the_pages_that_name_it(advice, language, query) -> None:
    assert results(advice.folder(language), query) == ["shared/page#rec-gen-014", "shared/again"]


@pytest.mark.needs("node")
@pytest.mark.parametrize(
    ("language", "query", "pages"),
    [
        ("en", "regulator", ["shared/page"]),
        ("en", "2030", ["shared/again"]),
        ("en", "the helpline", ["shared/again"]),
        ("ar", "الناظمة", ["shared/page"]),
        ("ar", "helpline", ["shared/again"]),
        ("ar", "regulators", []),
        ("zh-Hans", "regulators", ["shared/page"]),
        ("fr", "helplines", ["shared/again"]),
        ("en", "helplines unicorn", []),
    ],
)
def test_what_readers_see_is_found(advice, language, query, pages) -> None:
    assert results(advice.folder(language), query) == pages


@pytest.mark.needs("node")
@pytest.mark.parametrize(("edition", "pages"), [("inventors", ["shared/page"]), ("plan-makers", [])])
def test_a_code_is_found_where_its_row_is_printed_and_nowhere_else(advice, edition, pages) -> None:
    assert results(advice.folder("en", edition), "Grooming") == pages


@pytest.mark.needs("node")
def test_plan_makers_find_the_advice_against_a_risk_by_its_table(project) -> None:
    risk = ".. risk:: rsk-gen-001\n   :code: met.flattery\n   :title: False friends\n   :ages: b\n\n   What it is.\n"
    made = project(ADVICE.partition("======\n")[2], **{name.replace("-", "_"): "recommendation" for name in ADVICE_IDS})
    made.write(
        "source/ids.csv", (made.folder / "source/ids.csv").read_text("utf-8") + "rsk-gen-001,risk,2026.1,active,\n"
    )
    made.write("source/shared/risks.rst", f"Risks\n=====\n\n.. overview:: risks\n\n{risk}")
    made.write("source/plan-makers/index.rst", OPENING + "   /shared/risks\n")

    sample = Sample(made)

    assert results(sample.folder(), "grooming")[0].startswith("shared/risks")
    links = sample.page(page="shared/risks").cssselect("table a")
    assert {"page.html#rec-gen-001", "page.html#rec-gen-014"} <= {link.get("href") for link in links}


@pytest.mark.needs("node")
def test_a_result_says_what_it_leads_to_each_part_in_its_own_language(advice) -> None:
    names = in_search_page(advice.folder("ar"), "REC-GEN-014", "found.map(namesOf)")

    assert [[(part["text"], part.get("language")) for part in name] for name in names] == [
        [("Advice", "en"), ("REC-GEN-014", None), ("Act early 2.", "en")],
        [("Again", "en")],
    ]


@pytest.mark.needs("node")
def test_the_page_that_says_a_word_most_comes_first(project) -> None:
    made = project("Sleep.\n")
    made.write("source/shared/zzz.rst", "Zzz\n===\n\nSleep, sleep and sleep.\n")
    made.write("source/plan-makers/index.rst", OPENING + "   /shared/zzz\n")

    assert results(Sample(made).folder(), "sleep") == ["shared/zzz", "shared/page"]


@pytest.mark.parametrize("language", ["en", "ar", "fr", "zh-Hans"])
def test_every_word_that_is_seen_on_a_page_is_in_the_index(sample, language) -> None:
    index = js_index.loads((sample.folder(language) / "searchindex.js").read_text(encoding="utf-8"))
    (main,) = sample.page(language).cssselect("main")

    own = {"en": SearchEnglish, "ar": ArabicSearch, "fr": FrenchSearch, "zh-Hans": ChineseSearch}[language]({})
    place = index["docnames"].index("shared/page")
    for text in main.xpath(".//text()[not(ancestor::*[@aria-hidden='true' or contains(@class, 'headerlink')])]"):
        (*_, tag) = text.getparent().xpath("ancestor-or-self::*/@lang")
        rules = SearchEnglish({}) if tag == "en" else own
        for word in own.split(re.sub(r"\w{3}-\w+-\d+", "", text)):
            pages = index["terms"][rules.stem(word).lower()]
            assert place in (pages if isinstance(pages, list) else [pages])


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


def test_text_that_nobody_sees_is_not_found_and_a_word_goes_on_behind_a_tag() -> None:
    main = html.fragment_fromstring(
        "<main>Chil<b>d</b>ren<p lang='en'>help</p><p hidden>gone</p><p aria-hidden='true'>gone</p>"
        "<script>gone</script><label class='unseen'>gone</label><dl><dt>Who</dt><dd>you</dd></dl></main>"
    )

    seen = [(passage.tag, passage.text.split()) for passage in passages(main, "fr") if passage.text.strip()]
    assert seen == [("fr", ["Children"]), ("en", ["help"]), ("fr", ["Who", "you"])]
