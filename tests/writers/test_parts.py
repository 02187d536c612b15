"""Contents lists with a title divide an edition into parts, in every format and language."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from builders.editions.source_reading import parse_source
from builders.markup.messages import translatable_texts
from builders.markup.raw_doctrees import read_raw
from builders.model.editions import Format
from builders.publishing.building import UnitResult
from builders.translating.update_command import make_templates
from tests.conftest import Project, make_project
from tests.writers.docx.docx_reading import W, part, words
from tests.writers.epub.conftest import NAMESPACES, Book

OPENING = """\
Opening
=======

.. toctree::

   /shared/page

.. toctree::
   :caption: For families

   /shared/home
   /shared/talk

.. toctree::
   :caption: For schools
   :hidden:

   /shared/school
"""
PAGES = {
    "home": "Home\n====\n\nOne.\n\n.. toctree::\n\n   /shared/evening\n",
    "evening": "Evening\n=======\n\nTwo.\n",
    "talk": "Talk\n====\n\nThree.\n\nA section\n---------\n\nFour.\n",
    "school": "School\n======\n\nFive.\n",
}
FAMILIES = "للأسر"
NAMES = ["For families", "For schools"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_project(tmp_path_factory.mktemp("parts"), "Page\n====\n\nText.\n", {})
    project.write("source/people-and-neighbours/index.rst", OPENING)
    for name, text in PAGES.items():
        project.write(f"source/shared/{name}.rst", text)
    project.catalog("ar", "people-and-neighbours", f'msgid "For families"\nmsgstr "{FAMILIES}"\n')
    return project


@pytest.fixture(scope="module")
def built(made: Project) -> dict[str, UnitResult]:
    results = {tag: made.build(tag, "people-and-neighbours", *Format) for tag in ("en", "ar")}
    assert [result.findings for result in results.values()] == [(), ()]
    return results


def page(result: UnitResult, name: str) -> html.HtmlElement:
    return html.parse(str(result.paths[Format.HTML] / f"{name}.html")).getroot()


def book(result: UnitResult, name: str, path: str) -> list[etree._Element]:
    return Book(result.paths[Format.EPUB]).find(name, path)


def style_of(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def document(path: Path) -> etree._Element:
    return part(path, "word/document.xml")


def test_the_title_of_a_part_is_a_message(made: Project) -> None:
    opening = read_raw(parse_source(made.settings)["people-and-neighbours/index"])

    assert [text.text for text in translatable_texts(opening)] == ["Opening", *NAMES]
    (families,) = [
        entry
        for entry in make_templates(made.settings)["people-and-neighbours"].entries
        if entry.msgid == "For families"
    ]
    assert any("Title of a part" in line for line in families.extracted)


def test_the_outline_has_it_in_the_language_of_the_unit(built: dict[str, UnitResult]) -> None:
    texts = {entry.text: entry.is_translated for entry in built["ar"].outline.entries if entry.kind == "message"}

    assert (texts[FAMILIES], texts["For schools"]) == (True, False)


def test_it_stands_above_its_pages_in_the_navigation_and_in_the_text(built: dict[str, UnitResult]) -> None:
    english = page(built["en"], "shared/talk")
    (navigation,) = english.cssselect("nav.contents")
    said = [each.text_content().strip() for each in navigation.cssselect(".caption, .toctree-l1 > a")]
    assert said == ["Opening", "Page", "For families", "Home", "Talk", "For schools", "School"]

    (text,) = page(built["en"], "index").cssselect("main")
    assert [each.text_content().strip() for each in text.cssselect(".caption")] == ["For families"]


def test_what_falls_back_to_english_says_so(built: dict[str, UnitResult]) -> None:
    (navigation,) = page(built["ar"], "shared/talk").cssselect("nav.contents")

    marks = [(each.text_content(), each.get("lang"), each.get("dir")) for each in navigation.cssselect(".caption-text")]
    assert marks == [(FAMILIES, None, None), ("For schools", "en", "ltr")]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("page", "../index.html", "home.html"), ("evening", "home.html", "talk.html"), ("school", "talk.html", None)],
)
def test_reading_goes_on_from_part_to_part(
    built: dict[str, UnitResult], name: str, before: str, after: str | None
) -> None:
    links = {each.get("rel"): each.get("href") for each in page(built["en"], f"shared/{name}").cssselect("head link")}

    assert (links.get("prev"), links.get("next")) == (before, after)


def test_the_contents_of_a_book_hold_what_belongs_to_a_part_below_its_title(built: dict[str, UnitResult]) -> None:
    top = book(built["en"], "nav.xhtml", "//h:nav[@epub:type='toc']/h:ol/h:li")

    tree = {"".join(item[0].itertext()): [link.text for link in item[1:] for link in link.iter("{*}a")] for item in top}
    assert tree == {
        "Opening": [],
        "Page": [],
        "For families": ["Home", "Evening", "Talk", "A section"],
        "For schools": ["School"],
    }
    spans = book(built["ar"], "nav.xhtml", "//h:nav[@epub:type='toc']//h:span")
    assert [(span.text, span.get("lang")) for span in spans] == [(FAMILIES, None), ("For schools", "en")]


def test_old_reading_systems_reach_a_part_by_its_first_chapter(built: dict[str, UnitResult]) -> None:
    points = book(built["en"], "toc.ncx", "//ncx:navPoint")

    found = {
        point.findtext("ncx:navLabel/ncx:text", namespaces=NAMESPACES): (
            point.find("ncx:content", NAMESPACES).get("src"),
            int(point.get("playOrder")),
        )
        for point in points
    }
    assert found["For families"] == found["Home"] == ("shared/home.xhtml", 3)
    assert found["For schools"] == found["School"]
    identifiers = [point.get("id") for point in points]
    assert len(identifiers) == len(set(identifiers))
    (levels,) = book(built["en"], "toc.ncx", "//ncx:meta[@name='dtb:depth']")
    assert levels.get("content") == "3"


@pytest.mark.parametrize(("tag", "names"), [("en", NAMES), ("ar", [FAMILIES, "For schools"])])
def test_a_word_file_prints_it_before_its_chapters_and_lists_it(
    built: dict[str, UnitResult], tag: str, names: list[str]
) -> None:
    paragraphs = list(document(built[tag].paths[Format.DOCX]).iter(f"{W}p"))

    headings = [words(each) for each in paragraphs if style_of(each) in ("PartTitle", "Heading1")]
    chapters = ["Opening", "Page", names[0], "Home", "Evening", "Talk", names[1], "School"]
    assert headings == chapters
    listed = [words(each) for each in paragraphs if style_of(each) in ("ContentsPart", "TOC1")]
    assert listed == chapters
    root = document(built[tag].paths[Format.DOCX])
    inside = {each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")} - {None}
    assert inside
    assert inside <= {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}


def test_the_direction_of_a_title_is_that_of_its_language(built: dict[str, UnitResult]) -> None:
    paragraphs = document(built["ar"].paths[Format.DOCX]).iter(f"{W}p")

    marks = [each.find(f"{W}pPr/{W}bidi") for each in paragraphs if style_of(each) == "PartTitle"]
    assert [mark.get(f"{W}val") for mark in marks] == [None, "0"]
