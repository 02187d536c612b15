"""The contents of a book lead to every chapter and section, for every reading system."""

from __future__ import annotations

from builders.writers.epub.contents import Entry, cut, depth, numbered, reading_order

TREE = (
    Entry(text="One", address="one", children=(Entry(text="Deep", address="one#deep"),)),
    Entry(text="Two", address="two"),
)


def test_documents_are_read_in_the_order_of_their_contents() -> None:
    includes = {"root": ["a", "c"], "a": ["b"], "c": ["a"]}

    assert list(reading_order("root", includes)) == ["root", "a", "b", "c"]


def test_a_tree_can_be_cut() -> None:
    assert [entry.children for entry in cut(TREE, 1)] == [(), ()]
    assert (depth(TREE), depth(cut(TREE, 1))) == (2, 1)


def test_addresses_are_numbered_in_reading_order() -> None:
    assert numbered(TREE) == {"one": 1, "one#deep": 2, "two": 3}


def test_the_contents_lead_to_sections(translations) -> None:
    links = translations.book("en", "plan-makers").find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a")

    assert [(link.text, link.get("href")) for link in links] == [
        ("Opening", "plan-makers/index.xhtml"),
        ("A page with everything", "shared/page.xhtml"),
        ("A section", "shared/page.xhtml#a-section"),
    ]


def test_a_heading_that_fell_back_is_marked_in_the_contents(translations) -> None:
    links = translations.book("ar", "plan-makers").find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a")

    assert [link.get("lang") for link in links] == ["en", None, "en"]


def test_landmarks_lead_to_cover_contents_and_text(translations) -> None:
    links = translations.book().find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a")

    assert [link.get("href") for link in links] == ["cover.xhtml", "nav.xhtml#toc", "cubs/index.xhtml"]


def test_old_reading_systems_find_the_same_contents(translations) -> None:
    book = translations.book("en", "plan-makers")

    names = [text.text for text in book.find("toc.ncx", "//ncx:navPoint/ncx:navLabel/ncx:text")]
    assert names == ["Opening", "A page with everything", "A section"]
    (identifier,) = book.find("toc.ncx", "//ncx:meta[@name='dtb:uid']")
    assert [identifier.get("content")] == book.values("//dc:identifier")
