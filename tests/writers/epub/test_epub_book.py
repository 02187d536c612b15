"""A book is complete, in order, and the same every time."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from builders.model.editions import Format
from tests.writers.epub.conftest import NAMESPACES, XML_LANGUAGE


def test_the_media_type_comes_first_and_is_not_compressed(translations) -> None:
    with zipfile.ZipFile(translations.book().path) as archive:
        first = archive.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert translations.book().text("mimetype") == b"application/epub+zip"


def test_the_list_of_files_is_complete(translations) -> None:
    book = translations.book()
    listed = {item.get("href") for item in book.find("content.opf", "//opf:item")}

    assert listed == set(book.names()) - {"mimetype", "META-INF/container.xml", "content.opf"}


def test_pictures_are_listed_with_their_type(translations) -> None:
    types = {item.get("href"): item.get("media-type") for item in translations.book().find("content.opf", "//opf:item")}

    assert types["_images/sample.svg"] == "image/svg+xml"


def test_a_book_begins_with_its_cover_and_its_contents(translations) -> None:
    assert reading_order(translations.book()) == [
        "cover.xhtml",
        "nav.xhtml",
        "cubs/index.xhtml",
        "shared/page.xhtml",
    ]


def reading_order(book) -> list[str]:
    places = {item.get("id"): item.get("href") for item in book.find("content.opf", "//opf:item")}
    return [places[item.get("idref")] for item in book.find("content.opf", "//opf:itemref")]


def test_every_chapter_is_well_formed_and_names_its_language_twice(translations) -> None:
    for name in reading_order(translations.book("ar")):
        root = translations.book("ar").tree(name)
        assert (root.get("lang"), root.get(XML_LANGUAGE), root.get("dir")) == ("ar", "ar", "rtl")


def test_a_passage_that_fell_back_names_its_language_as_xml_wants_it(translations) -> None:
    marked = translations.book("ar").find("shared/page.xhtml", "//h:p[@lang]")

    assert marked
    assert {(element.get("lang"), element.get(XML_LANGUAGE), element.get("dir")) for element in marked} == {
        ("en", "en", "ltr")
    }


def test_footnotes_can_be_shown_in_place(translations) -> None:
    book = translations.book("en", "plan-makers")

    (reference,) = book.find("shared/page.xhtml", "//h:a[@epub:type='noteref']")
    (note,) = book.find("shared/page.xhtml", "//h:aside[@epub:type='footnote']")
    assert reference.get("href") == f"#{note.get('id')}"


def test_the_description_of_a_picture_needs_no_click(translations) -> None:
    assert translations.book().find(
        "shared/page.xhtml", "//h:div[@class='description']/h:p[text()='A hill with houses.']"
    )
    assert not translations.book().find("shared/page.xhtml", "//h:details[@class='description']")


def test_a_chapter_with_drawings_between_its_words_is_listed_as_such(translations) -> None:
    (chapter,) = translations.book().find("content.opf", "//opf:item[@href='shared/page.xhtml']")
    (opening,) = translations.book().find("content.opf", "//opf:item[@href='cubs/index.xhtml']")

    assert chapter.get("properties") == "svg"
    assert opening.get("properties") is None


def test_the_reply_to_an_option_is_behind_it(translations) -> None:
    options = translations.book().find("shared/page.xhtml", "//h:section[@id='qiz-gen-001']//h:details")

    assert ["".join(option.itertext()).split()[:3] for option in options] == [["A", "A", "tree."], ["B", "A", "child."]]
    assert not [option for option in options if option.get("open")]


def test_what_a_country_completes_stands_below_the_steps(translations) -> None:
    (missing,) = translations.book().find("shared/page.xhtml", "//h:section[@id='prc-gen-001']/h:ol/following::h:dd[1]")

    assert missing.getparent()[0].text == "Emergency number"


def test_every_id_of_a_chapter_stands_once(translations) -> None:
    ids = [element.get("id") for element in translations.book("ar").find("shared/page.xhtml", "//*[@id]")]

    assert len(ids) == len(set(ids))


def test_a_book_has_no_scripts_and_no_links_for_copying(translations) -> None:
    for name in reading_order(translations.book()):
        assert not translations.book().find(name, "//h:script | //h:a[@class='headerlink']")


def test_a_book_loads_nothing_from_elsewhere(translations) -> None:
    for name in reading_order(translations.book()):
        addresses = translations.book().tree(name).xpath("//h:img/@src | //h:link/@href", namespaces=NAMESPACES)
        assert not [address for address in addresses if re.match(r"(?:[a-z]+:)?//", address)]


def test_the_cover_says_its_title_in_words(translations) -> None:
    (picture,) = translations.book().find("cover.xhtml", "//h:img")
    (title,) = translations.book().find("cover.xhtml", "//h:h1")

    assert title.text == translations.project.settings.edition("cubs").title
    assert picture.get("alt") == f"Cover: {title.text}"


def test_the_cover_says_once_where_the_other_editions_are(translations) -> None:
    (link,) = translations.book().find("cover.xhtml", "//h:a")
    assert "".join(link.itertext()) == link.get("href") == "https://fixture.example.net/2026.1"
    assert "".join(link.getparent().itertext()).startswith("All editions: ")


def test_the_cover_picture_is_well_formed(translations) -> None:
    assert etree.QName(translations.book().tree("cover.svg")).localname == "svg"


def test_the_same_text_makes_the_same_bytes(translations) -> None:
    first = translations.book("ar").path.read_bytes()

    again = translations.project.build("ar", "cubs", Format.EPUB).paths[Format.EPUB]

    assert again.read_bytes() == first
