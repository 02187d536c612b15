"""Headings, links, tables and pictures are usable with every means of reading."""

from __future__ import annotations

from itertools import pairwise

from lxml import html


def test_a_permanent_link_is_named_and_stands_beside_the_heading(sample, words) -> None:
    (section,) = [link for link in sample.page().cssselect(".headerlink") if link.get("href") == "#sec-sample"]

    assert section.get("aria-label") == "Link to this passage: A section"
    assert words(section.getparent().cssselect("h2")[0]) == "A section"


def test_a_permanent_link_uses_the_id_that_authors_gave(sample) -> None:
    links = [link.get("href") for link in sample.page().cssselect("main .headerlink")]

    assert links[:3] == ["#page-sample", "#sec-sample", "#rec-gen-001"]


def test_every_id_stands_once(sample) -> None:
    ids = [element.get("id") for element in sample.page().cssselect("[id]")]

    assert len(ids) == len(set(ids))


def test_heading_levels_leave_none_out(sample) -> None:
    levels = [int(heading.tag[1]) for heading in sample.page().cssselect("h1, h2, h3, h4, h5, h6")]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_headers_of_a_table_say_what_they_head(sample) -> None:
    table = sample.page().cssselect("table")[0]

    assert [header.get("scope") for header in table.cssselect("th")] == ["col", "col", "row"]


def test_a_table_can_be_scrolled_with_the_keyboard_and_has_a_name(sample) -> None:
    regions = [table.getparent() for table in sample.page().cssselect("table")]

    assert {(region.get("role"), region.get("tabindex")) for region in regions} == {("group", "0")}
    assert [region.get("aria-label") for region in regions] == ["Table: Who helps", "Table: A section"]


def test_a_cell_of_a_table_made_from_data_says_what_stands_above_it(sample, words) -> None:
    rows = sample.page().cssselect("table.overview tbody tr")

    cells = [(cell.get("data-label"), words(cell)) for cell in rows[0].cssselect("td")]
    assert cells == [("Must", "REC-GEN-001"), ("Should", ""), ("May", "")]


def test_a_printed_identifier_reads_from_left_to_right(sample, words) -> None:
    (link,) = sample.page("ar").cssselect("main p > a.see[href='#qiz-gen-001']")

    assert [(number.get("dir"), words(number)) for number in link.cssselect("bdi")] == [("ltr", "QIZ-GEN-001")]


def test_every_picture_has_an_alternative_text_that_is_no_file_name(sample) -> None:
    pictures = sample.page("en", "cubs").cssselect("img")

    assert [picture.get("alt") for picture in pictures] == ["A firefly.", "A girl.", "A hill."]


def test_footnotes_lead_there_and_back(sample) -> None:
    page = sample.page()
    (reference,) = page.cssselect("[role=doc-noteref]")
    (note,) = page.cssselect("[role=doc-footnote]")

    assert reference.get("href") == f"#{note.get('id')}"
    assert note.cssselect("[role=doc-backlink]")[0].get("href") == f"#{reference.get('id')}"


def test_the_contents_mark_the_page_that_is_open(sample, words) -> None:
    current = sample.page().cssselect(".contents [aria-current=page]")

    assert [words(link) for link in current] == ["A page with everything"]


def test_admonitions_have_our_label(project) -> None:
    page = project(".. note::\n\n   Careful.\n").page("en", "cubs")

    assert '<p class="admonition-title">Note</p>' in page


def test_a_code_among_words_stays_whole_and_one_in_an_address_is_written_as_it_stands(project) -> None:
    made = project(
        "Quote REC-PLA-001; see `the report <https://example.org/CP2023-4-8>`_, https://example.org/CP2023-4."
    )
    (paragraph,) = html.fromstring(made.page("en", "plan-makers")).xpath("//main//p[contains(., 'Quote')]")

    assert [each.text for each in paragraph.cssselect("bdi.number[dir=ltr]")] == ["REC-PLA-001"]
