"""What is marked is marked in every format: code, abbreviations, names of fields, pictures that are links."""

from __future__ import annotations

import pytest
from lxml import etree, html
from openxml_audit import OpenXmlValidator

from builders.model.editions import Format
from builders.problems import Problem
from builders.publishing.building import UnitResult
from tests.conftest import Project, make_project
from tests.pictures import SVG, png
from tests.writers.docx.docx_reading import part
from tests.writers.epub.conftest import Book

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
PAGE = """
A :abbr:`NGO (small group)` writes ``12 (3)`` and::

   block = "12"

:Who I am: A parent.
"""
PICTURE = ".. image:: {}\n   :alt: Lamp\n   :target: https://example.org/\n"
PLACES = (
    "{}",
    "* One.\n\n  {}",
    "*\n  {}",
    ".. list-table::\n\n   * - One\n     -\n       {}",
    "Before.\n\n   {}",
    ".. note::\n\n   {}",
    ".. keymessage:: key-gen-001\n\n   Words.\n\n   {}",
    "Word\n   {}",
    ":Field:\n   {}",
    "Text. [#a]_\n\n.. [#a] Note.\n\n   {}",
)
"""Alone, in a list, as an item, in a cell, a quotation, a box, a block, a definition, a field and a footnote."""


def chapter(result: UnitResult, format_: Format) -> etree._Element:
    """Return the tree of the page in *format_*."""
    path = result.paths[format_]
    if format_ is Format.HTML:
        return html.parse(str(path / "shared" / "page.html")).getroot()
    return Book(path).tree("shared/page.xhtml") if format_ is Format.EPUB else part(path, "word/document.xml")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> UnitResult:
    made = make_project(tmp_path_factory.mktemp("arabic"), f"Page\n====\n{PAGE}", {})
    made.catalog("ar", "shared", 'msgid "A parent."\nmsgstr "أم"\n')
    return made.build("ar", "inventors", *Format)


@pytest.mark.parametrize("format_", [Format.HTML, Format.EPUB])
def test_code_runs_from_the_left_and_is_not_translated(arabic: UnitResult, format_: Format) -> None:
    code = chapter(arabic, format_).xpath(
        "//*[local-name() = 'code'] | //*[contains(@class, 'highlight-') and not(ancestor::*[@translate])]"
    )

    assert [(each.get("translate"), each.get("dir")) for each in code] == [("no", "ltr")] * 2


def test_code_in_word_has_a_style_without_spelling_and_runs_from_the_left(arabic: UnitResult) -> None:
    document = chapter(arabic, Format.DOCX)
    runs = document.xpath(
        "//w:r[w:rPr/w:rStyle/@w:val = 'HTMLCode'] | //w:p[.//@w:val = 'HTMLPreformatted']/w:r", namespaces=W
    )
    styles = part(arabic.paths[Format.DOCX], "word/styles.xml")

    assert "".join(runs[0].itertext()) == "12 (3)"
    assert not [run for run in runs if run.xpath("w:rPr/w:rtl", namespaces=W)]
    for name in ("HTMLCode", "HTMLPreformatted"):
        assert styles.xpath(f"//w:style[@w:styleId = '{name}']/w:rPr/w:noProof", namespaces=W)


def test_an_abbreviation_is_explained_in_every_format(arabic: UnitResult) -> None:
    assert chapter(arabic, Format.HTML).xpath("//abbr/@title") == ["small group"]
    assert "NGO (small group) writes" in "".join(chapter(arabic, Format.EPUB).itertext())
    assert "NGO (small group) writes" in "".join(chapter(arabic, Format.DOCX).itertext())


@pytest.mark.parametrize("format_", [Format.HTML, Format.EPUB])
def test_the_name_of_a_field_without_translation_is_marked_as_english(arabic: UnitResult, format_: Format) -> None:
    (name,) = chapter(arabic, format_).xpath("//*[local-name() = 'dt']")

    assert (name.get("lang"), name.get("dir")) == ("en", "ltr")


def test_the_name_of_a_field_is_translated(project) -> None:
    made: Project = project(PAGE)
    made.catalog("ar", "shared", 'msgid "Who I am"\nmsgstr "من أنا"\n')

    result = made.build("ar", "inventors", *Format)

    assert all("من أنا" in "".join(chapter(result, format_).itertext()) for format_ in Format)


def test_a_role_of_a_translation_that_authors_may_not_write_is_refused_with_its_line(project) -> None:
    made: Project = project("A parent.\n")
    made.catalog("ar", "shared", 'msgid "A parent."\nmsgstr "`x^2`:math: أم"\n')

    with pytest.raises(Problem, match=r"shared.po:4: error: the translation adds the :math: reference to x"):
        made.build("ar", "inventors", Format.HTML)


@pytest.mark.parametrize("name", ["lamp.svg", "lamp.png"])
def test_a_picture_with_a_link_is_valid_wherever_it_stands(project, name: str) -> None:
    made: Project = project("\n\n..\n\n".join(linked(place, name) for place in PLACES), key_gen_001="keymessage")
    (made.folder / "source" / "shared" / name).write_bytes(SVG if name.endswith(".svg") else png())

    result = made.build("en", "inventors", *Format)

    assert result.findings == ()
    assert OpenXmlValidator().validate(str(result.paths[Format.DOCX])).errors == []
    links = chapter(result, Format.HTML).xpath("//a[@href = 'https://example.org/']/img/@alt")
    assert links == ["Lamp"] * len(PLACES)


def linked(place: str, name: str) -> str:
    """Return the text of a picture that is a link, at *place*."""
    before = place.partition("{}")[0].rpartition("\n")[2]
    return place.replace("{}", PICTURE.format(name).replace("\n", "\n" + " " * len(before)))
