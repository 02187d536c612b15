"""Translated files have the places, links and counts of the English ones, in every format."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from builders.checks.finished.structure import structure

PAGE = '<html><body><h1 id="top">T</h1><ul><li>a</li><li><a href="../../../{}/x/html/b.html#c">b</a></li></ul></body>'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{{}}</w:body></w:document>'
RELATIONS = '<Relationships><Relationship Id="r1" Target="https://example.org/{}"/></Relationships>'
CELL = '<w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:bookmarkStart w:name="rec-1"/>'
LINK = '<w:hyperlink w:anchor="rec-1"/><w:hyperlink r:id="r1"/>'


def said(folder: Path, format_: str, paths: dict[str, str]) -> list[str]:
    """Return what is found in an edition, with the path of the artifact of every language."""
    artifacts = [{"edition": "x", "format": format_, "language": tag, "path": path} for tag, path in paths.items()]
    (folder / "manifest.json").write_text(json.dumps({"artifacts": artifacts}), encoding="utf-8")
    return [f"{each.check} {each.location}: {each.message}" for each in structure(folder)]


def pages(folder: Path, french: str) -> list[str]:
    for tag, page in (("en", PAGE.format("en")), ("fr", french)):
        (folder / tag).mkdir()
        (folder / tag / "a.html").write_text(page, encoding="utf-8")
    return said(folder, "html", {"en": "en", "fr": "fr"})


def archives(folder: Path, format_: str, contents: dict[str, dict[str, str]]) -> list[str]:
    for tag, files in contents.items():
        with ZipFile(folder / f"{tag}.{format_}", "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
    return said(folder, format_, {tag: f"{tag}.{format_}" for tag in contents})


def word(body: str, target: str = "a") -> dict[str, str]:
    return {"word/document.xml": DOCUMENT.format(body), "word/_rels/document.xml.rels": RELATIONS.format(target)}


def test_a_page_with_other_words_has_the_same_shape(tmp_path: Path) -> None:
    page = PAGE.format("fr").replace(">T<", "><p>En anglais</p>Titre<")

    assert pages(tmp_path, page) == []


def test_a_page_may_lead_to_the_editions_that_its_language_holds(tmp_path: Path) -> None:
    switch = '<nav class="editions"><ul><li><a href="../../y/html/index.html">Y</a></li></ul></nav>'

    assert pages(tmp_path, PAGE.format("fr").replace("<h1", f"{switch}<h1")) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('id="top"', 'id="tip"', "ids-differ fr/a.html: places of the page: missing top; added tip"),
        ('id="top"', "", "ids-differ fr/a.html: places of the page: missing top"),
        ("#c", "#d", "links-differ fr/a.html: links of the page: missing ../../../*/x/html/b.html#c; added "),
        ("fr/x", "en/x", "links-differ fr/a.html: links of the page: missing ../../../*/x/html/b.html#c; added "),
        ("<li>a</li>", "", "counts-differ fr/a.html: list items: 1, and 2 in the source"),
        ("<ul>", "<table></table><ul>", "counts-differ fr/a.html: tables: 1, and 0 in the source"),
        ("<ul>", '<p role="doc-footnote">1</p><ul>', "counts-differ fr/a.html: notes: 1, and 0 in the source"),
    ],
)
def test_what_a_page_has_lost_or_added_is_told(tmp_path: Path, old: str, new: str, finding: str) -> None:
    (found,) = pages(tmp_path, PAGE.format("fr").replace(old, new))

    assert found.startswith(finding)


def test_a_page_that_is_missing_or_too_much_is_told(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "b.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.html").write_text(PAGE, encoding="utf-8")

    assert said(tmp_path, "html", {"en": "en", "fr": "fr"}) == [
        "ids-differ fr/a.html: the page is missing; the source has it",
        "ids-differ fr/b.html: the source has no such page",
    ]


def test_the_address_of_a_source_stays_as_it_is_and_that_of_ours_has_the_language(tmp_path: Path) -> None:
    texts = {
        tag: f'<a href="https://example.org/en/a"/><a href="https://ours.example/1/{tag}/x/html/a.html"/>'
        for tag in ("en", "fr")
    }

    assert archives(tmp_path, "epub", {tag: {"a.xhtml": XHTML.format(text)} for tag, text in texts.items()}) == []


def test_a_book_is_compared_page_by_page(tmp_path: Path) -> None:
    files = {tag: {"a.xhtml": XHTML.format('<h1 id="a"/>'), "b.xhtml": XHTML.format("<h1/>")} for tag in ("en", "ar")}
    files["ar"]["b.xhtml"] = XHTML.format("<h1/><h2/>")

    assert archives(tmp_path, "epub", files) == ["counts-differ ar.epub/b.xhtml: headings: 2, and 1 in the source"]


def test_a_word_file_has_the_same_tables_bookmarks_and_links(tmp_path: Path) -> None:
    assert archives(tmp_path, "docx", {"en": word(CELL + LINK), "ru": word(f"<w:p/>{CELL}{LINK}")}) == []


@pytest.mark.parametrize(
    ("body", "target", "findings"),
    [
        (LINK, "a", ["ids-differ", "counts-differ", "counts-differ", "counts-differ"]),
        (CELL, "a", ["links-differ"]),
        (CELL + LINK, "b", ["links-differ"]),
        (f"{CELL}{LINK}<w:footnoteReference/>", "a", ["counts-differ"]),
    ],
)
def test_what_a_word_file_has_lost_is_told(tmp_path: Path, body: str, target: str, findings: list[str]) -> None:
    found = archives(tmp_path, "docx", {"en": word(CELL + LINK), "ru": word(body, target)})

    assert [each.split()[0] for each in found] == findings


def test_an_edition_that_is_only_there_in_one_language_is_left_aside(tmp_path: Path) -> None:
    assert archives(tmp_path, "docx", {"ru": word(CELL)}) == []
