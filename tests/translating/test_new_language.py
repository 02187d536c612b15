"""A new language is data: one command makes it, and its editions stand at once, in English that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree, html
from sphinx.search import js_index

from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.catalogs.po.reading import read_catalog
from builders.cli.menu import main
from builders.editions.collation import sort_key
from builders.model.artifacts import Artifact
from builders.model.editions import Format, Unit
from builders.model.languages import Direction
from builders.model.messages import MessageState
from builders.model.progress import Coverage
from builders.problems import Problem
from builders.publishing.building import UnitResult
from builders.publishing.portal import portal_files
from builders.translating.language_tags import read_tag
from builders.translating.new_language import NOT_TRANSLATED, describe, start_language
from builders.translating.update_command import make_templates, update_language
from builders.writers.html.search import search_language
from tests.conftest import Project
from tests.writers.docx.docx_reading import W, part
from tests.writers.epub.conftest import XML_LANGUAGE, Book

LATIN = re.compile(r"[A-Za-z]{2,}")
CODES = re.compile(r"[A-Z]{3}-[A-Z]{3}-\d+|EPUB|DOCX|COP Guidelines project")
"""What is the same in every language."""

PAGE = """
    .. recommendation:: rec-gen-001
       :strength: must
       :who: school
       :risks: done.mockery
       :instruments: crc.12, ungp
       :ages: all
       :disability: none
       :adaptation: localise
       :variables: curriculum.link

       Listen to *every* child (:entity:`coe`, :instrument:`crc.12`, :fact:`gc25-children`).

    .. keymessage:: key-gen-001

       Nobody is alone. See :see:`rec-gen-001`.

    .. episode:: epi-gen-001
       :title: The green dot
       :ages: c
       :characters: yana, sai

       Two friends keep each other awake.

       .. scene:: scn-gen-001
          :title: Night
          :seconds: 30

          The phone lights up.

          .. line:: lin-gen-001
             :who: yana

             Still there?

          :setting: A bedroom.

          :description: She turns the phone over.

          :sign: The signer stands on the left.
    """

IDENTIFIERS = {
    "rec_gen_001": "recommendation",
    "key_gen_001": "keymessage",
    "epi_gen_001": "episode",
    "scn_gen_001": "scene",
    "lin_gen_001": "line",
}
two_beyond_the_six = pytest.mark.parametrize("tag", ["pt", "fa"])


def started(project: Project, tag: str) -> Project:
    """Return *project* with a new language."""
    start_language(project.settings, tag)
    return project


@pytest.fixture
def page(project) -> Project:
    made: Project = project(PAGE, **IDENTIFIERS)
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# The entry and the catalogs ---------------------------------------------------------------------------------------


def test_the_entry_is_added_at_the_end_and_says_what_cldr_knows(page) -> None:
    before = (page.folder / "locale/languages.toml").read_bytes()

    started(page, "ur")

    after = (page.folder / "locale/languages.toml").read_bytes()
    assert after.startswith(before)
    assert page.settings.languages[-1] == describe(read_tag("ur"))


def test_every_message_waits_in_a_catalog_and_an_update_finds_nothing_to_do(page) -> None:
    started(page, "pt")

    settings = page.settings
    language = settings.language("pt")
    catalogs = read_catalogs(settings, language)
    assert {domain: len(catalog.entries) for domain, catalog in catalogs.items()} == {
        domain: len(template.entries) for domain, template in make_templates(settings).items()
    }
    states = {entry.state for catalog in catalogs.values() for entry in catalog.entries}
    assert states == {MessageState.UNTRANSLATED}
    assert update_language(settings, make_templates(settings), language).changed_files == 0


def test_a_catalog_names_language_plural_rule_and_state(page) -> None:
    started(page, "fa")

    catalog = read_catalog(page.folder / "locale/fa/LC_MESSAGES/shared.po")

    assert catalog.header_field("Language") == "fa"
    assert catalog.header_field("Plural-Forms") == "nplurals=1; plural=0;"
    assert catalog.header_field("X-Review-State") == NOT_TRANSLATED


def test_the_state_in_the_catalogs_follows_the_entry(page) -> None:
    started(page, "fa")
    register = page.folder / "locale/languages.toml"
    register.write_text(register.read_text(encoding="utf-8").replace(NOT_TRANSLATED, "begun"), encoding="utf-8")

    update_language(page.settings, make_templates(page.settings), page.settings.language("fa"))

    assert read_catalog(page.folder / "locale/fa/LC_MESSAGES/shared.po").header_field("X-Review-State") == "begun"


def test_nothing_of_the_other_languages_is_touched(page) -> None:
    page.catalog("fr", "shared", 'msgid "Page"\nmsgstr "La page"\n')
    before = files(page.folder)

    started(page, "pt")

    after = files(page.folder)
    changed = {name for name, data in before.items() if after.get(name) != data}
    assert changed == {"locale/languages.toml"}
    assert {name.split("/")[1] for name in after.keys() - before.keys() if name.startswith("locale/")} == {"pt"}


def test_what_somebody_has_translated_before_stays(page) -> None:
    page.catalog("pt", "shared", 'msgid "Page"\nmsgstr "A página"\n')

    update = start_language(page.settings, "pt").update

    assert update.report.kept == 1
    assert 'msgstr "A página"' in (page.folder / "locale/pt/LC_MESSAGES/shared.po").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("tag", "locale", "region_tag", "direction", "font"),
    [
        ("pt", "pt", "pt-BR", Direction.LTR, ""),
        ("pt_br", "pt_BR", "pt-BR", Direction.LTR, ""),
        ("es-419", "es_419", "es-419", Direction.LTR, ""),
        ("zh-Hant", "zh_TW", "zh-TW", Direction.LTR, "Noto Sans CJK TC"),
        ("sr-Latn", "sr_Latn", "sr-Latn-RS", Direction.LTR, ""),
        ("fa", "fa", "fa-IR", Direction.RTL, "Noto Naskh Arabic"),
        ("he", "he", "he-IL", Direction.RTL, "Noto Sans Hebrew"),
        ("hi", "hi", "hi-IN", Direction.LTR, "Noto Sans Devanagari"),
    ],
)
def test_a_tag_is_enough(tag, locale, region_tag, direction, font) -> None:
    language = describe(read_tag(tag))

    assert (language.locale, language.region_tag, language.direction) == (locale, region_tag, direction)
    assert not font or font in (language.fonts.complex_script, language.fonts.east_asian)
    assert language.has_italics is (language.script in ("Latn", "Cyrl"))


# What will not do -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "code", "says"),
    [
        ("Portuguese", "language-tag", "write pt"),
        ("", "language-tag", "pt, zh-Hant, pt-BR"),
        ("de-1996", "language-tag", "pt, zh-Hant, pt-BR"),
        ("../pt", "language-tag", "pt, zh-Hant, pt-BR"),
        ("iw", "language-tag", "write he"),
        ("pt-Latn", "language-tag", "write pt"),
        ("zh-TW", "language-tag", "write zh-Hant"),
        ("pa-PK", "language-tag", "write pa-Arab"),
        ("xx", "language-tag-unknown", "no language “xx”"),
        ("pt-XX", "language-tag-unknown", "no region “XX”"),
        ("pt-Xxxx", "language-tag-unknown", "no script “Xxxx”"),
        ("fr", "language-exists", "translate in locale/fr"),
        ("fr-FR", "language-exists", "fr-FR is the same language"),
        ("zh", "language-exists", "zh-Hans"),
        ("zh_CN", "language-exists", "locale/zh_CN"),
        ("en-US", "language-exists", "written in"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_written(page, tag, code, says) -> None:
    before = files(page.folder)

    with pytest.raises(Problem, match=re.escape(says)) as raised:
        start_language(page.settings, tag)

    assert raised.value.code == code
    assert files(page.folder) == before


def test_a_language_that_is_there_in_another_region_is_said(page) -> None:
    assert [language.tag for language in start_language(page.settings, "fr-CA").relatives] == ["fr"]


def test_the_command_says_what_comes_next(page, monkeypatch) -> None:
    monkeypatch.chdir(page.folder)

    result = CliRunner().invoke(main, ["new", "language", "pt"])

    assert result.exit_code == 0
    assert re.search(r"locale/languages\.toml:\d+: pt \(Português\)", result.output)
    assert ".venv/bin/cop preview -l pt" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["language"], "the tag of the language is missing"),
        (["language", "pt", "--in", "shared/page"], "takes neither --in nor --id"),
        (["recommendation"], "the document that gets the block is missing"),
        (["recommendation", "pt", "--in", "shared/page"], "“pt” is too much"),
    ],
)
def test_a_half_command_says_the_whole_one(page, monkeypatch, arguments, says) -> None:
    monkeypatch.chdir(page.folder)

    result = CliRunner().invoke(main, ["new", *arguments])

    assert result.exit_code == 2
    assert says in result.output


# The editions -----------------------------------------------------------------------------------------------------


def built(page: Project, tag: str) -> UnitResult:
    result = started(page, tag).build(tag, "plan-makers", *Format)
    assert result.findings == ()
    return result


def unmarked(root: etree._Element, tag: str) -> Iterator[str]:
    """Yield the words in Latin letters below *root* that pass for words of the language *tag*."""
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in ("script", "style", "title", "link", "meta"):
            continue
        for owner, text in ((element, element.text), *((element, child.tail) for child in element)):
            said = next(filter(None, (place.get("lang") for place in (owner, *owner.iterancestors()))), "")
            if said == tag and text and LATIN.search(CODES.sub("", text)):
                yield " ".join(text.split())


@two_beyond_the_six
def test_pages_are_in_the_language_and_their_passages_in_english(page, tag) -> None:
    result = built(page, tag)
    language = page.settings.language(tag)

    root = html.parse(str(result.paths[Format.HTML] / "shared/page.html")).getroot()

    assert (root.get("lang"), root.get("dir")) == (tag, language.direction.value)
    texts = root.xpath("//main//*[self::p or @class='advice'][contains(., 'Listen to') or contains(., 'Nobody is')]")
    assert [(each.get("lang"), each.get("dir")) for each in texts] == [("en", "ltr")] * 2
    speaker = root.xpath("//b[@class='speaker']/span")
    assert [(each.text, each.get("lang")) for each in speaker] == [("Yana", "en")]
    instruments = root.xpath("//li/span[contains(., 'Convention on the Rights of the Child')]")
    assert [each.get("lang") for each in instruments] == ["en"]


def test_no_english_passes_for_persian(page) -> None:
    result = built(page, "fa")

    pages = [html.parse(str(path)).getroot() for path in result.paths[Format.HTML].rglob("*.html")]
    book = Book(result.paths[Format.EPUB])
    pages += [book.tree(name) for name in book.names() if name.endswith(".xhtml")]

    found = [text for root in pages for text in unmarked(root, "fa")]
    assert [text for text in found if text != page.settings.address] == []


@two_beyond_the_six
def test_a_book_says_its_language_and_its_direction(page, tag) -> None:
    result = built(page, tag)
    direction = page.settings.language(tag).direction.value

    book = Book(result.paths[Format.EPUB])
    package, chapter = book.tree("content.opf"), book.tree("shared/page.xhtml")

    assert package.findtext(".//{*}language") == tag
    assert package.find("{*}spine").get("page-progression-direction") == direction
    assert (chapter.get("lang"), chapter.get(XML_LANGUAGE), chapter.get("dir")) == (tag, tag, direction)
    (advice,) = chapter.xpath("//*[@class='advice' and contains(., 'Listen to')]")
    assert (advice.get("lang"), advice.get(XML_LANGUAGE), advice.get("dir")) == ("en", "en", "ltr")


@pytest.mark.slow
@two_beyond_the_six
def test_a_word_file_says_which_runs_are_english(page, tag) -> None:
    result = built(page, tag)
    language = page.settings.language(tag)

    document, styles = (part(result.paths[Format.DOCX], f"word/{name}.xml") for name in ("document", "styles"))

    slot = "bidi" if language.is_rtl else "val"
    assert styles.find(f".//{W}rPrDefault//{W}lang").get(f"{W}{slot}") == language.region_tag
    assert (document.find(f".//{W}sectPr/{W}bidi") is not None) is language.is_rtl
    (advice,) = (p for p in document.iter(f"{W}p") if "Listen to" in "".join(p.itertext()))
    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in advice.iter(f"{W}r")} == {"en-GB"}
    bidi = advice.find(f"{W}pPr/{W}bidi")
    assert bidi is not None and bidi.get(f"{W}val") == "0" if language.is_rtl else bidi is None


def test_the_portal_marks_what_is_english(page) -> None:
    settings = started(page, "fa").settings
    unit = Unit(language=settings.language("fa"), edition=settings.edition("cubs"))
    place = {"path": "fa/cubs/html", "files": 1, "size": 1, "sha256": "0"}
    artifact = Artifact(unit=unit, format=Format.HTML, coverage=Coverage(translated=0, total=9), **place)

    root = html.fromstring(portal_files([artifact], (), settings)["index.html"])

    assert root.xpath("//section/@dir") == ["rtl"]
    assert list(unmarked(root, "fa")) == []


# The rest ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("pt", ["abuso", "água", "apoio", "criança", "ética", "família"]),
        ("fa", ["آب", "پدر", "چای", "رنج", "کودک", "گفتگو", "هوش"]),
    ],
)
def test_words_are_sorted(tag: str, words: list[str]) -> None:
    language = describe(read_tag(tag))

    shuffled = words[::-1]

    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == words


@pytest.mark.parametrize(("tag", "rules"), [("pt", "pt"), ("fa", "plain"), ("zh-Hant", "zh")])
def test_the_search_has_rules(tag: str, rules: str) -> None:
    assert search_language(describe(read_tag(tag))) == rules


def test_a_page_in_the_new_language_is_found(page) -> None:
    made = started(page, "fa")
    folder = catalog_folder(made.settings, made.settings.language("fa"))
    shared = (folder / "shared.po").read_text(encoding="utf-8")
    text = shared.replace('msgid "Page"\nmsgstr ""', 'msgid "Page"\nmsgstr "صفحهٔ کودکان"')
    (folder / "shared.po").write_text(text, encoding="utf-8")

    result = made.build("fa", "plan-makers")

    assert result.findings == ()
    index = js_index.loads((result.paths[Format.HTML] / "searchindex.js").read_text(encoding="utf-8"))
    assert "کودکان" in index["titleterms"]
