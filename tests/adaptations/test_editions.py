"""Readers see whose text a passage is, in which language it is, and what their country does not adopt and why."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from builders.model.editions import Format
from tests.adaptations.national import build, country, own_catalog, page, settings_of
from tests.adaptations.overlays import adapt
from tests.conftest import Project

STATEMENT = "Publier les règles avec des mots simples."
TRANSLATED = f'msgctxt "rec-gen-001/text"\nmsgid "{STATEMENT}"\nmsgstr "Publish the rules in simple words."\n'


@pytest.fixture(scope="module")
def exampleland(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return country(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def english(exampleland: Project) -> html.HtmlElement:
    """Return the page in English, into which nothing of the country has been translated."""
    return html.fromstring(page(exampleland, "en", "plan-makers"))


@pytest.fixture(scope="module")
def french(exampleland: Project) -> html.HtmlElement:
    return html.fromstring(page(exampleland, "fr", "plan-makers"))


def block(document: html.HtmlElement, identifier: str) -> html.HtmlElement:
    (found,) = document.xpath(f'//section[@id="{identifier}"]')
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_national_text_in_another_language_says_which_one_it_is(english: html.HtmlElement) -> None:
    (advice,) = block(english, "rec-gen-001").find_class("advice")

    assert (advice.get("lang"), advice.get("dir")) == ("fr", "ltr")
    assert words(advice) == f"National text {STATEMENT}"


def test_the_mark_is_in_the_language_of_the_reader(english: html.HtmlElement) -> None:
    (mark,) = block(english, "rec-gen-001").xpath('.//h2//span[contains(@class, "national-mark")]')

    assert (mark.get("lang"), mark.text_content()) == ("en", "National text")


def test_the_page_says_in_which_language_it_is_not_translated(english: html.HtmlElement) -> None:
    (note,) = english.find_class("page-note-fallback")

    assert words(note) == "Not yet translated. Language of the passage: French."


def test_national_text_in_its_own_language_has_no_mark_of_another(french: html.HtmlElement) -> None:
    (advice,) = block(french, "rec-gen-001").find_class("advice")
    (explanation,) = block(french, "rec-gen-001").xpath('./p[contains(., "nobody reads")]')

    assert advice.get("lang") is None
    assert explanation.get("lang") == "en"


def test_a_translation_of_national_text_is_shown(tmp_path: Path) -> None:
    made = country(tmp_path)
    own_catalog(made, "en", "changes", TRANSLATED)

    (advice,) = block(html.fromstring(page(made, "en", "plan-makers")), "rec-gen-001").find_class("advice")

    assert (advice.get("lang"), words(advice)) == (None, "National text Publish the rules in simple words.")


def test_a_catalog_of_the_country_goes_before_that_of_the_guidelines(tmp_path: Path) -> None:
    made = country(tmp_path)
    entry = 'msgctxt "rec-gen-001/text"\nmsgid "Rules that nobody reads protect nobody."\nmsgstr "{}"\n'
    made.catalog("fr", "shared", entry.format("Des règles que nul ne lit ne protègent personne."))
    own_catalog(made, "fr", "shared", entry.format("Une règle que nul ne lit ne protège personne."))

    assert "Une règle que nul ne lit" in page(made, "fr", "plan-makers")
    assert "Des règles que nul ne lit" in made.page("fr", "plan-makers")


def test_national_text_in_its_own_language_counts_as_translated(exampleland: Project) -> None:
    messages = {each.id: each for each in build(exampleland, "fr", "plan-makers").messages}
    own = [each for each in messages.values() if each.domain == "exampleland/changes"]

    assert own
    assert all(each.lack is None for each in own)


def test_the_outline_says_what_is_not_translated(exampleland: Project) -> None:
    def said(language: str) -> dict[str, bool]:
        entries = build(exampleland, language, "plan-makers").outline.entries
        return {entry.text: entry.is_translated for entry in entries if entry.text in (STATEMENT, "Page")}

    assert said("fr") == {STATEMENT: True, "Page": False}
    assert said("en") == {STATEMENT: False, "Page": True}


def test_a_note_is_named_for_the_eye_and_for_screen_readers(english: html.HtmlElement) -> None:
    (note,) = block(english, "rec-gen-001").find_class("national-note")

    assert note.get("role") == "note"
    assert words(note) == "National text Au pays d’exemple, elles sont affichées."


def test_what_is_not_adopted_keeps_number_and_text_and_says_why(english: html.HtmlElement) -> None:
    withdrawn = block(english, "rec-gen-002")

    assert words(withdrawn.find_class("number")[0]) == "REC-GEN-002"
    assert words(withdrawn.find_class("advice")[0]) == "Not adopted in this edition Invite families to an evening."
    assert [words(each) for each in withdrawn.findall(".//s")] == [
        "Invite families to an evening.",
        "It need not be long.",
    ]
    assert words(withdrawn.find_class("national-reason")[0]) == "Reason Les écoles n’ont pas de salle."


def test_a_block_of_the_country_stands_behind_the_one_it_names(english: html.HtmlElement) -> None:
    names = [each.get("id") for each in english.xpath("//section[@id][contains(@class, 'recommendation')]")]

    assert names == ["rec-gen-001", "rec-exl-001", "rec-gen-002"]


def test_every_page_names_the_country_and_what_it_stands_on(english: html.HtmlElement) -> None:
    (imprint,) = english.find_class("imprint")

    assert words(english.find_class("country")[0]) == "Exampleland"
    assert words(english.find_class("page-note-demonstration")[0]).startswith("Demonstration: this edition is made up")
    assert "Ministry of Exampleland" in words(imprint)
    assert "has neither checked nor endorsed it" in words(imprint)
    assert imprint.xpath(".//a/@href")[-1] == "../../../../../../../2026.1/index.html"


def test_the_annex_is_the_last_page_and_gives_both_texts(exampleland: Project) -> None:
    result = build(exampleland, "en", "plan-makers")
    pages = result.paths[Format.HTML]
    opening = html.fromstring((pages / "index.html").read_text(encoding="utf-8"))
    annex = html.fromstring((pages / "differences.html").read_text(encoding="utf-8"))
    entries = annex.find_class("deviation")
    fields = dict(zip(map(words, entries[0].iter("dt")), map(words, entries[0].iter("dd")), strict=True))

    assert opening.xpath("//nav[@id='contents']//a/@href")[-1] == "differences.html"
    assert len(entries) == 4
    assert fields["Text of the base edition:"] == "Publish the rules in plain words."
    assert fields["Text of this edition:"] == STATEMENT
    assert (fields["Reason:"], fields["Date:"]) == ("Culture", "20 November 2026")


def test_children_read_one_sentence_in_place_of_the_annex(exampleland: Project) -> None:
    pages = build(exampleland, "en", "cubs").paths[Format.HTML]

    assert not list(pages.rglob("differences.html"))
    assert "Some passages of this book were written for one country or region." in page(exampleland, "en", "cubs")


def document_text(path: Path, *names: str) -> str:
    with ZipFile(path) as book:
        parts = [etree.fromstring(book.read(name)) for name in names]
    return " ".join("".join(part.itertext()) for part in parts)


def test_a_word_file_strikes_what_is_not_adopted_and_says_so_in_words(exampleland: Project) -> None:
    path = build(exampleland, "en", "plan-makers", Format.DOCX).paths[Format.DOCX]
    with ZipFile(path) as book:
        body = book.read("word/document.xml").decode()
        (name,) = [each for each in book.namelist() if each.startswith("word/header")]
        header = book.read(name).decode()
    struck = "".join(re.findall(r"<w:strike/>.*?<w:t[^>]*>([^<]*)", body, re.DOTALL))

    assert struck == "Invite families to an evening.It need not be long."
    assert "Not adopted in this edition" in body
    assert "Demonstration: this edition is made up" in header


def test_a_book_names_the_country_and_its_publisher(exampleland: Project) -> None:
    path = build(exampleland, "en", "plan-makers", Format.EPUB).paths[Format.EPUB]

    cover = document_text(path, "cover.xhtml")

    assert "Exampleland" in cover
    assert "Ministry of Exampleland" in cover
    assert "Demonstration" in cover


def _files(result_path: Path) -> dict[str, bytes]:
    if result_path.is_file():
        return {"": result_path.read_bytes()}
    return {
        path.relative_to(result_path).as_posix(): path.read_bytes()
        for path in sorted(result_path.rglob("*"))
        if path.is_file()
    }


def test_an_adaptation_that_changes_nothing_gives_the_same_bytes(tmp_path: Path) -> None:
    made = country(tmp_path, changes="")
    for name in ("exampleregion", "exampleland"):
        path = made.folder / "adaptations" / name / "adaptation.toml"
        text = re.sub(r'version = ".*"', 'version = "2026.1"', path.read_text(encoding="utf-8"))
        text = re.sub(r"languages = .*", 'languages = ["en", "fr", "es", "ar", "zh-Hans", "ru"]', text)
        path.write_text(re.sub(r"\[values.*?review-by = \S+\n", "", text, flags=re.DOTALL), encoding="utf-8")
    formats = (Format.HTML, Format.EPUB, Format.DOCX)

    base, own = made.build("en", "plan-makers", *formats), build(made, "en", "plan-makers", *formats)

    assert settings_of(made).is_unchanged
    for format_ in formats:
        assert _files(own.paths[format_]) == _files(base.paths[format_])


def test_a_value_is_shown_in_the_language_of_the_reader(tmp_path: Path) -> None:
    made = country(tmp_path, changes=adapt("rec-gen-001", "note", "Les heures\u00a0: :variable:`helpline.hours`."))

    assert "every day" in page(made, "en", "plan-makers")
    assert "tous les jours" in page(made, "fr", "plan-makers")


def test_the_guidelines_themselves_know_nothing_of_it(exampleland: Project) -> None:
    pages = exampleland.build("en", "plan-makers").paths[Format.HTML]
    text = (pages / "shared" / "page.html").read_text(encoding="utf-8")

    assert "adapted.css" not in text
    assert not (pages / "_static" / "adapted.css").exists()
    assert "country" not in text


def test_it_is_published_in_a_folder_of_its_own(exampleland: Project) -> None:
    place = settings_of(exampleland).dist.relative_to(exampleland.folder)

    assert place.as_posix() == "dist/adaptations/exampleland/2026.1-exl.1"


def style_of(book: Path) -> str:
    with ZipFile(book) as file:
        return file.read("_static/book.css").decode()


def test_a_book_shows_in_shape_whose_text_it_is_and_that_of_the_guidelines_has_no_such_rules(
    exampleland: Project,
) -> None:
    national = style_of(build(exampleland, "fr", "plan-makers", Format.EPUB).paths[Format.EPUB])
    own = style_of(exampleland.build("fr", "plan-makers", Format.EPUB).paths[Format.EPUB])

    for name in (".national-note", ".not-adopted .national-mark", ".deviation"):
        assert name in national
        assert name not in own
