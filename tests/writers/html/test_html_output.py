"""The folder of an edition holds what readers need, works from a disk, and is the same every time."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from builders.writers import epub, html

SHEETS = sorted(
    path for package in (html, epub) for path in (Path(package.__file__).parent / "theme" / "static").glob("*.css*")
)

PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b"
    r"|(?<![-.\w])(?:left|right|top|bottom)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)

SHORTHAND = re.compile(r"(?:margin|padding|inset)\s*:\s*([^\s;]+)\s+([^\s;]+)\s+([^\s;]+)\s+([^\s;]+)\s*;")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_knows_no_left_and_right(sheet) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert PHYSICAL.findall(rules) == []
    assert [match[0] for match in SHORTHAND.finditer(rules) if match[2] != match[4]] == []


def rules(sheet: str) -> dict[str, str]:
    """Return the declarations of the style sheet *sheet* of the pages by selector, each as it is declared last."""
    text = next(path for path in SHEETS if path.name.startswith(f"{sheet}.css")).read_text(encoding="utf-8")
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return {" ".join(selector.split()): " ".join(body.split()) for selector, body in found}


def test_on_a_narrow_screen_the_names_of_cells_share_a_column_that_holds_their_longest_word() -> None:
    narrow = rules("text")

    # “fit-content” is never less than the longest word; “subgrid” hands the name of each cell up to the row.
    assert "grid-template-columns: fit-content(30%) minmax(0, 1fr);" in narrow[".overview tr"]
    assert narrow[".overview td"].endswith("grid-template-columns: subgrid; margin-block-start: 0.2rem;")
    assert "grid-column: 1 / -1;" in narrow[".overview :is(tbody th, td)"]


@pytest.mark.parametrize("sheet", ["text", "book"])
def test_the_mark_of_a_footnote_never_begins_a_line(sheet) -> None:
    found = rules(sheet)

    # Only what runs on with the words before it is held by a word joiner; a box of its own is not.
    assert "display" not in found[".footnote-reference"]
    assert found[".footnote-reference::before"] == r'content: "\2060";'


def test_a_badge_in_a_book_is_never_cut_by_the_end_of_a_line() -> None:
    assert "display: inline-block;" in rules("book")[".block-head .badge"]


def test_the_link_to_a_block_takes_no_line_of_its_own() -> None:
    assert "position: absolute;" in rules("blocks")[".block-head > .headerlink"]


@pytest.mark.parametrize("sheet", ["blocks", "book"])
def test_only_the_code_of_a_recommendation_is_bold_not_those_that_it_mentions(sheet) -> None:
    found = rules(sheet)

    assert "font-weight" in found[".recommendation .block-title .number"]
    assert "font-weight" not in found[".number"]


def test_a_book_has_no_column_that_is_narrower_than_its_longest_word_where_a_page_has_the_room() -> None:
    sheet = next(path for path in SHEETS if path.name.startswith("book.css")).read_text(encoding="utf-8")
    (wide,) = re.findall(r"@media \(min-width: [\d.]+em\) \{\s*th,\s*td \{([^}]*)\}", sheet)

    assert wide.split() == ["overflow-wrap:", "break-word;"]


def test_a_foreign_name_on_a_chinese_page_has_narrow_marks() -> None:
    fonts = {selector: body for selector, body in rules("tokens").items() if selector.startswith(":root[data-script^=")}

    assert {selector for selector, body in fonts.items() if "Han marks" in body} == {
        ':root[data-script^="Han"] :lang(zh):not(:is(pre, code), :is(pre, code) *)'
    }
    foreign = ':root[data-script^="Han"] :lang(zh) [lang]:not(:lang(zh)):not(:is(pre, code), :is(pre, code) *)'
    assert fonts[foreign] == "font-family: var(--font);"


def test_pages_stand_at_the_addresses_that_are_published(sample) -> None:
    pages = {path.relative_to(sample.folder()).as_posix() for path in sample.folder().rglob("*.html")}

    assert pages == {"index.html", "search.html", "shared/page.html"}


def test_nothing_is_asked_of_another_host(sample) -> None:
    loaded = [
        element.get("src") or element.get("href")
        for element in sample.page("ar", "cubs").cssselect("script, link, img, iframe, source")
    ]

    assert loaded
    assert not [address for address in loaded if re.match(r"(?:[a-z]+:)?//", address)]


def test_no_script_stands_inside_a_page(sample) -> None:
    for page in ("index", "shared/page", "search"):
        tree = sample.page("en", "cubs", page)
        assert not [script for script in tree.cssselect("script") if script.text]
        assert not tree.xpath("//@*[starts-with(name(), 'on')]")


def test_every_local_address_leads_to_a_file(sample) -> None:
    folder = sample.folder("en", "cubs")
    for page in folder.rglob("*.html"):
        for element in sample.page("en", "cubs", page.relative_to(folder).with_suffix("").as_posix()).cssselect(
            "main [href], .contents [href], main [src], script[src], link[rel=stylesheet]"
        ):
            address = (element.get("href") or element.get("src")).partition("#")[0]
            assert not address or "://" in address or (page.parent / address).exists()


def test_nothing_is_left_of_the_tools_that_made_the_pages(sample) -> None:
    names = {path.name for path in sample.folder().rglob("*") if path.is_file()}

    assert not names & {"objects.inv", ".buildinfo", "genindex.html", "pygments.css", "basic.css"}
    assert not (sample.folder() / "_sources").exists()


def test_the_same_text_makes_the_same_files(sample) -> None:
    def sums(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file()
        }

    first = sums(sample.folder("ar", "cubs"))
    sample.built.clear()

    assert sums(sample.folder("ar", "cubs")) == first
