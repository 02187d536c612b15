"""A book is complete, in order, and the same every time."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from builders.model.editions import Format
from tests.writers.epub.conftest import NAMESPACES, XML_LANGUAGE


def test_the_media_type_comes_first_and_is_not_compressed(shelf) -> None:
    with zipfile.ZipFile(shelf.book().path) as archive:
        first = archive.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert shelf.book().text("mimetype") == b"application/epub+zip"


def test_the_list_of_files_is_complete(shelf) -> None:
    book = shelf.book()
    listed = {item.get("href") for item in book.find("content.opf", "//opf:item")}

    assert listed == set(book.names()) - {"mimetype", "META-INF/container.xml", "content.opf"}


def test_pictures_are_listed_with_their_type(shelf) -> None:
    types = {item.get("href"): item.get("media-type") for item in shelf.book().find("content.opf", "//opf:item")}

    assert types["_images/sample.svg"] == "image/svg+xml"


def test_a_book_begins_with_its_cover_and_its_contents(shelf) -> None:
    assert reading_order(shelf.book()) == ["cover.xhtml", "nav.xhtml", "children/index.xhtml", "shared/page.xhtml"]


def reading_order(book) -> list[str]:
    places = {item.get("id"): item.get("href") for item in book.find("content.opf", "//opf:item")}
    return [places[item.get("idref")] for item in book.find("content.opf", "//opf:itemref")]


def test_every_chapter_is_well_formed_and_names_its_language_twice(shelf) -> None:
    for name in reading_order(shelf.book("ar")):
        root = shelf.book("ar").tree(name)
        assert (root.get("lang"), root.get(XML_LANGUAGE), root.get("dir")) == ("ar", "ar", "rtl")


def test_a_passage_that_fell_back_names_its_language_as_xml_wants_it(shelf) -> None:
    marked = shelf.book("ar").find("shared/page.xhtml", "//h:p[@lang]")

    assert marked
    assert {(element.get("lang"), element.get(XML_LANGUAGE), element.get("dir")) for element in marked} == {
        ("en", "en", "ltr")
    }


def test_footnotes_can_be_shown_in_place(shelf) -> None:
    book = shelf.book("en", "policy-makers")

    (reference,) = book.find("shared/page.xhtml", "//h:a[@epub:type='noteref']")
    (note,) = book.find("shared/page.xhtml", "//h:aside[@epub:type='footnote']")
    assert reference.get("href") == f"#{note.get('id')}"


def test_the_description_of_a_picture_needs_no_click(shelf) -> None:
    assert shelf.book().find("shared/page.xhtml", "//h:div[@class='description']/h:p[text()='A hill with houses.']")
    assert not shelf.book().find("shared/page.xhtml", "//h:details[@class='description']")


def test_a_chapter_with_drawings_between_its_words_is_listed_as_such(shelf) -> None:
    (chapter,) = shelf.book().find("content.opf", "//opf:item[@href='shared/page.xhtml']")
    (opening,) = shelf.book().find("content.opf", "//opf:item[@href='children/index.xhtml']")

    assert chapter.get("properties") == "svg"
    assert opening.get("properties") is None


def test_the_reply_to_an_option_is_behind_it(shelf) -> None:
    options = shelf.book().find("shared/page.xhtml", "//h:section[@id='qiz-gen-001']//h:details")

    assert ["".join(option.itertext()).split()[:3] for option in options] == [["A", "A", "tree."], ["B", "A", "child."]]
    assert not [option for option in options if option.get("open")]


def test_every_id_of_a_chapter_stands_once(shelf) -> None:
    ids = [element.get("id") for element in shelf.book("ar").find("shared/page.xhtml", "//*[@id]")]

    assert len(ids) == len(set(ids))


def test_a_book_has_no_scripts_and_no_links_for_copying(shelf) -> None:
    for name in reading_order(shelf.book()):
        assert not shelf.book().find(name, "//h:script | //h:a[@class='headerlink']")


def test_a_book_loads_nothing_from_elsewhere(shelf) -> None:
    for name in reading_order(shelf.book()):
        addresses = shelf.book().tree(name).xpath("//h:img/@src | //h:link/@href", namespaces=NAMESPACES)
        assert not [address for address in addresses if re.match(r"(?:[a-z]+:)?//", address)]


def test_the_cover_says_its_title_in_words(shelf) -> None:
    (picture,) = shelf.book().find("cover.xhtml", "//h:img")
    (title,) = shelf.book().find("cover.xhtml", "//h:h1")

    assert title.text == shelf.project.settings.edition("children").title
    assert picture.get("alt") == f"Cover: {title.text}"


def test_the_cover_picture_is_well_formed(shelf) -> None:
    assert etree.QName(shelf.book().tree("cover.svg")).localname == "svg"


def test_the_same_text_makes_the_same_bytes(shelf) -> None:
    first = shelf.book("ar").path.read_bytes()

    again = shelf.project.build("ar", "children", Format.EPUB).paths[Format.EPUB]

    assert again.read_bytes() == first
