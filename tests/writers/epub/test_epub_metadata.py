"""A book says what it is, and claims nothing that it does not offer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docutils import nodes

from builders.model.editions import Unit
from builders.writers.epub.metadata import accessibility, identifier
from tests.conftest import SETTINGS
from tests.writers.epub.conftest import XML_LANGUAGE


@pytest.fixture(scope="module")
def settings():
    return SETTINGS


def feature(book, name: str) -> list[str]:
    return book.values(f"//opf:meta[@property='schema:{name}']")


def test_the_language_is_named_as_publishers_name_it(translations) -> None:
    assert translations.book("zh-Hans").values("//dc:language") == ["zh-Hans"]


def test_an_arabic_book_turns_its_pages_from_the_right(translations) -> None:
    (package,) = translations.book("ar").find("content.opf", "/opf:package")
    (spine,) = translations.book("ar").find("content.opf", "//opf:spine")

    assert (package.get("dir"), spine.get("page-progression-direction")) == ("rtl", "rtl")


def test_the_name_of_the_publisher_is_marked_as_english_in_every_place(translations) -> None:
    publisher, book = "The publisher of the fixture", translations.book("ar")
    places = book.find("content.opf", "//dc:creator | //dc:publisher")
    places += book.find("cover.xhtml", f"//*[text() = '{publisher}']")

    assert [place.text for place in places] == [publisher] * 3
    assert {(place.get(XML_LANGUAGE), place.get("dir")) for place in places} == {("en", "ltr")}


def test_the_name_of_the_publisher_is_in_the_language_of_the_book_where_there_is_one(translations) -> None:
    book = translations.book("fr")
    (cover,) = book.find("cover.xhtml", "//*[text() = 'L’éditeur de l’essai']")

    assert book.values("//dc:publisher") == ["L’éditeur de l’essai"]
    assert cover.get("lang") is None


def test_every_book_has_an_identifier_of_its_own_for_ever(settings) -> None:
    units = [
        Unit(language=language, edition=edition) for language in settings.languages for edition in settings.editions
    ]
    later = replace(settings, version="2027.1")
    identifiers = {identifier(unit, settings) for unit in units} | {identifier(units[0], later)}

    assert len(identifiers) == len(units) + 1
    assert identifier(units[0], settings) == "urn:uuid:05e12538-7473-5e3d-b3c3-6a38a7bf13ab"


def test_the_time_is_that_of_the_source(translations, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    translations.made.clear()

    assert translations.book().values("//opf:meta[@property='dcterms:modified']") == ["2023-11-14T22:13:20Z"]
    translations.made.clear()


def test_a_book_with_pictures_speaks_to_the_eye_and_can_be_read_without_it(translations) -> None:
    assert feature(translations.book(), "accessMode") == ["textual", "visual"]
    assert feature(translations.book(), "accessModeSufficient") == ["textual", "textual,visual"]
    assert {"alternativeText", "longDescription"} <= set(feature(translations.book(), "accessibilityFeature"))


def test_a_book_without_pictures_claims_no_alternative_texts() -> None:
    offer = accessibility([document(nodes.paragraph("", "Words."))])

    assert offer.modes == ("textual",)
    assert "alternativeText" not in offer.features


def test_one_picture_without_alternative_text_is_one_too_many() -> None:
    offer = accessibility([document(nodes.image(uri="a.svg", alt="A hill."), nodes.image(uri="b.svg", alt=""))])

    assert "alternativeText" not in offer.features
    assert offer.sufficient_modes == ("textual,visual",)


def test_no_conformance_is_claimed(translations) -> None:
    assert b"conformsTo" not in translations.book().text("content.opf")


def document(*children: nodes.Node) -> nodes.document:
    root = nodes.document(None, None)  # type: ignore[arg-type]
    root += list(children)
    return root
