"""Finished files: valid, the same every time, and nothing in them leads nowhere."""

from __future__ import annotations

import itertools
import re
import zipfile
from dataclasses import replace

import pytest
from docutils import nodes
from docx import Document
from docx_reading import KITCHEN_SINK, LANGUAGES_AT_WORK, W, names, outline, part, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from builders.model.labels import Labels
from builders.writers.docx import write_docx
from builders.writers.docx.context import TEXT_HEIGHT
from builders.writers.docx.oxml import element, qualified
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.pictures import EMU_PER_TWIP
from builders.writers.docx.runs import runs
from tests.conftest import SETTINGS

EVERY_LANGUAGE = pytest.mark.parametrize(
    "tag", [tag if tag == "ar" else pytest.param(tag, marks=pytest.mark.slow) for tag in LANGUAGES_AT_WORK]
)
BLOCKS = (
    "Text with a link to place_.\n",
    "* one\n\n  * two\n",
    "#. one\n#. two\n\n   more\n",
    ".. note:: A note.\n",
    ".. warning::\n\n   * one\n",
    ".. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n   * - C\n     - D\n",
    ".. list-table::\n\n   * - A\n",
    "    A quotation.\n",
    "word\n   Meaning.\n",
    "| verse\n|   more\n",
    "::\n\n    code\n",
    ".. figure:: lamp.svg\n   :alt: A lamp.\n\n   Caption.\n",
    "A note [#n]_ and the same [#n]_.\n",
)


@EVERY_LANGUAGE
def test_a_file_is_valid(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    assert OpenXmlValidator().validate(str(written)).errors == []


@pytest.mark.slow
@EVERY_LANGUAGE
def test_python_docx_opens_a_file(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    properties = Document(str(written)).core_properties
    assert properties.title == "Guidelines: plan-makers"
    assert properties.language == {"en": "en-GB", "ar": "ar-SA", "zh-Hans": "zh-CN"}[tag]


@pytest.mark.slow
def test_the_same_view_gives_the_same_bytes(view, tmp_path):
    for name in ("one", "two"):
        write_docx(view(KITCHEN_SINK["en"]), tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.slow
def test_one_language_leaves_no_trace_in_the_next(view, tmp_path):
    for name, tag in (("alone", "en"), ("between", "ar"), ("after", "en")):
        write_docx(view(KITCHEN_SINK[tag], tag), tmp_path / name)

    assert (tmp_path / "alone").read_bytes() == (tmp_path / "after").read_bytes()


def test_the_date_of_a_file_is_the_one_it_is_given(view, written, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")

    write_docx(view("Text.\n"), written)

    with zipfile.ZipFile(written) as package:
        assert {member.date_time for member in package.infolist()} == {(2020, 9, 13, 12, 26, 40)}
    assert b"2020-09-13T12:26:40Z" in zipfile.ZipFile(written).read("docProps/core.xml")


def test_the_members_of_a_file_have_one_order(view, written):
    write_docx(view("Text.\n"), written)

    first, *others = names(written)
    assert first == "[Content_Types].xml"
    assert others == sorted(others)


@EVERY_LANGUAGE
def test_every_link_leads_somewhere(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    assert_links_lead_somewhere(written)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(BLOCKS), max_size=8))
def test_blocks_in_any_order_make_a_valid_file(view, written, blocks):
    text = "\n..\n\n".join(["Title\n=====\n\n.. _place:\n\nHere.\n", *blocks, ".. [#n] Note [#n]_.\n"])

    write_docx(view(text), written)

    assert OpenXmlValidator().validate(str(written)).errors == []
    assert_links_lead_somewhere(written)
    assert_tables_are_whole(written)


@EVERY_LANGUAGE
def test_tables_are_whole(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    assert_tables_are_whole(written)


@EVERY_LANGUAGE
def test_every_picture_is_described_or_decorates(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    for picture in part(written, "word/document.xml").iter(qualified("wp:docPr")):
        assert bool(picture.get("descr")) != bool(list(picture.iter(qualified("adec:decorative"))))


@EVERY_LANGUAGE
def test_headings_skip_no_level(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    styles = (found.get(f"{W}val") for found in part(written, "word/document.xml").iter(f"{W}pStyle"))
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(second - first <= 1 for first, second in itertools.pairwise(levels))


@EVERY_LANGUAGE
def test_the_contents_name_every_heading_of_two_levels(view, written, tag):
    write_docx(view(KITCHEN_SINK[tag], tag), written)

    document = part(written, "word/document.xml")
    entries = [words(p) for p in document.iter(f"{W}p") if style_of(p) in ("TOC1", "TOC2")]
    headings = [words(p) for p in document.iter(f"{W}p") if style_of(p) in ("Heading1", "Heading2")]
    assert entries == headings


def test_a_footnote_stands_once_however_often_it_is_marked(view, written):
    write_docx(view("One [#a]_ two [#a]_ three [#b]_.\n\n.. [#a] First.\n.. [#b] Second.\n"), written)

    notes = part(written, "word/footnotes.xml")
    assert [words(note).strip() for note in notes][2:] == ["First.", "Second."]


def test_a_link_in_a_footnote_belongs_to_the_footnotes(view, written):
    write_docx(view("One [#a]_.\n\n.. [#a] See `it <https://example.org/>`_.\n"), written)

    assert b"https://example.org/" in zipfile.ZipFile(written).read("word/_rels/footnotes.xml.rels")


def test_every_list_counts_by_itself(view, written):
    write_docx(view("#. one\n#. two\n\nBetween.\n\n3. three\n"), written)

    starts = [start.get(f"{W}val") for start in part(written, "word/numbering.xml").iter(f"{W}startOverride")]
    assert starts == ["1", "3"]


def test_a_picture_comes_as_vector_and_as_raster(view, written):
    write_docx(view(".. image:: lamp.svg\n   :alt: A lamp.\n\n.. image:: lamp.svg\n   :alt: Again.\n"), written)

    assert [name for name in names(written) if "media" in name] == ["word/media/image1.png", "word/media/image2.svg"]


@pytest.mark.parametrize(("tag", "letters"), [("en", "upperLetter"), ("ru", "russianUpper"), ("ar", "arabicAbjad")])
def test_a_list_with_letters_counts_with_those_of_its_script(view, written, tag, letters):
    write_docx(view("A. One.\n\nB. Two.\n", tag), written)

    kinds = {kind.get(f"{W}val") for kind in part(written, "word/numbering.xml").iter(f"{W}numFmt")}
    assert letters in kinds


def test_questions_of_a_checklist_have_a_box_that_a_pencil_can_tick(view, written):
    write_docx(view(KITCHEN_SINK["en"]), written)

    numbering = part(written, "word/numbering.xml")
    signs = {text.get(f"{W}val") for text in numbering.iter(f"{W}lvlText")}
    assert "☐" in signs


def test_a_question_that_stands_in_two_checklists_has_one_anchor(view, written):
    write_docx(view(KITCHEN_SINK["en"]), written)

    document = part(written, "word/document.xml")
    questions = [words(p) for p in document.iter(f"{W}p") if style_of(p) == "CheckQuestion"]
    marks = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    assert questions.count("Does a survey ask children what they enjoy?") == 2
    assert marks.count("chk_pla_002") == 1


def test_a_box_of_paragraphs_stays_on_one_page(render):
    label, kind, text, shows = render(
        ".. case:: cas-pla-001\n   :title: A\n   :kind: illustrative\n\n   B\n\n   :shows: C\n"
    )

    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in (label, kind, text, shows)] == [True, True, True, False]


def test_the_lines_below_a_recommendation_stay_with_its_last_words(render):
    blocks = render(
        ".. recommendation:: rec-pla-001\n   :strength: must\n   :who: legislature\n   :ages: all\n\n   A\n\n   B\n\n"
        "   :first-step: C\n"
    )

    kept = {style_of(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in blocks}
    assert kept["PartText"]
    assert not kept["BodyText"]


def test_an_arabic_section_runs_from_right_to_left(view, written):
    write_docx(view("نص\n", "ar"), written)

    section = part(written, "word/document.xml").find(f".//{W}sectPr")
    assert section.find(f"{W}bidi") is not None


def test_the_footer_numbers_pages_in_the_language_of_the_reader(view, written):
    write_docx(view("نص\n", "ar"), written)

    footer = part(written, "word/footer1.xml")
    assert words(footer) == "الصفحة 1 من 1"
    assert [field.text.strip() for field in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_english_lines_of_the_frame_run_from_the_left_for_want_of_a_translation(view, written):
    arabic = view("نص\n", "ar")
    english = Labels(SETTINGS.labels, {})

    write_docx(replace(arabic, labels=english), written)

    (footer,) = part(written, "word/footer1.xml").iter(f"{W}p")
    version = next(p for p in part(written, "word/document.xml").iter(f"{W}p") if words(p).startswith("Version"))
    assert [p.find(f"{W}pPr/{W}bidi").get(f"{W}val") for p in (footer, version)] == ["0", "0"]


def test_a_translation_without_review_says_so(view, written):
    write_docx(view("نص\n", "ar"), written)

    title_page = [line for block in part(written, "word/document.xml")[0] for line in outline(block)]
    assert "    'This translation has not yet been reviewed by a native speaker.'" in title_page


def test_the_title_page_says_once_where_the_other_editions_are(view, written):
    write_docx(view("A word.\n"), written)

    said = words(part(written, "word/document.xml"))
    assert said.count("All editions: https://fixture.example.net/2026.1") == 1
    assert b'"https://fixture.example.net/2026.1"' in zipfile.ZipFile(written).read("word/_rels/document.xml.rels")


def test_a_link_that_leads_nowhere_stays_readable_and_is_reported(view, written, reported):
    edition = view("A word.\n")
    edition.document.children[0].append(nodes.reference("", "a link", internal=True, refuri="%elsewhere#gone"))

    write_docx(edition, written)

    assert "a link" in words(part(written, "word/document.xml"))
    assert_links_lead_somewhere(written)
    assert reported() == ["a link leads to “%elsewhere#gone”, which is not in this edition"]


def style_of(block):
    found = block.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def assert_links_lead_somewhere(path):
    document, notes = part(path, "word/document.xml"), part(path, "word/footnotes.xml")
    marks = [mark.get(f"{W}name") for root in (document, notes) for mark in root.iter(f"{W}bookmarkStart")]
    ids = [mark.get(f"{W}id") for root in (document, notes) for mark in root.iter(f"{W}bookmarkStart")]
    ends = [mark.get(f"{W}id") for root in (document, notes) for mark in root.iter(f"{W}bookmarkEnd")]
    wanted = {link.get(f"{W}anchor") for root in (document, notes) for link in root.iter(f"{W}hyperlink")} - {None}
    fields = " ".join(field.text for root in (document, notes) for field in root.iter(f"{W}instrText"))
    wanted |= set(re.findall(r"NOTEREF (\S+)", fields))
    assert wanted <= set(marks)
    assert len(set(marks)) == len(marks)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(ends)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", mark) for mark in marks)


def assert_tables_are_whole(path):
    for table in part(path, "word/document.xml").iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        after = table.getnext()
        assert after is None or after.tag != f"{W}tbl"
        for row in table.findall(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == columns
            assert all(cell[-1].tag == f"{W}p" for cell in row.findall(f"{W}tc"))


def test_a_box_stays_whole_on_the_page_of_the_passage_before_it(view, written):
    write_docx(
        view("Before.\n\n.. gethelp:: hlp-gen-001\n   :title: Help\n\n   Call.\n\n   * One.\n\nAfter.\n"), written
    )

    before, box, after = list(part(written, "word/document.xml")[0])[-4:-1]
    assert [words(before), words(after)] == ["Before.", "After."]
    assert before.find(f"{W}pPr/{W}keepNext") is not None
    assert after.find(f"{W}pPr/{W}keepNext") is None
    assert box.find(f".//{W}trPr/{W}cantSplit") is not None


def test_steps_stay_on_one_page_or_break_between_two_of_them(view, written):
    steps = "   First of all.\n\n   #. One.\n\n      More.\n   #. Two.\n   #. Three.\n\n   At the end.\n"
    write_docx(view(f".. procedure:: prc-gen-001\n   :title: Steps\n   :urgency: now\n\n{steps}"), written)

    rows = list(next(part(written, "word/document.xml").iter(f"{W}tbl")).iter(f"{W}tr"))
    said = [[words(one).strip() for one in row.iter(f"{W}p")] for row in rows]
    assert said == [["Act now", "First of all."], ["One.", "More."], ["Two."], ["Three."], ["At the end."]]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    kept = [one.find(f"{W}pPr/{W}keepNext") is not None for row in rows for one in row.iter(f"{W}p")]
    assert kept == [True] * 6 + [False]


def test_steps_for_which_a_page_is_too_short_go_on_behind_any_but_the_first(view, written):
    steps = "".join(f"   #. {'Look, think and then tell somebody. ' * 12}\n" for _ in range(20))
    write_docx(view(f".. procedure:: prc-gen-001\n   :title: Steps\n   :urgency: now\n\n{steps}"), written)

    rows = list(next(part(written, "word/document.xml").iter(f"{W}tbl")).iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    kept = [all(one.find(f"{W}pPr/{W}keepNext") is not None for one in row.iter(f"{W}p")) for row in rows]
    assert kept == [True] + [False] * 20


def test_what_leads_to_a_list_stays_with_its_first_item(view, written):
    write_docx(view("Take:\n\n* One.\n* Two.\n\nAfter.\n"), written)

    blocks = list(part(written, "word/document.xml")[0])[-5:-1]
    assert [words(one) for one in blocks] == ["Take:", "One.", "Two.", "After."]
    assert [one.find(f"{W}pPr/{W}keepNext") is not None for one in blocks] == [True, False, False, False]


def test_a_question_of_a_checklist_may_begin_a_page(view, written):
    write_docx(view(KITCHEN_SINK["en"]), written)

    ends = [p for p in part(written, "word/document.xml").iter(f"{W}p") if style_of(p) == "CheckEnd"]
    assert ends
    assert not [words(p) for p in ends if p.find(f"{W}pPr/{W}keepNext") is not None]


def test_a_note_of_paragraphs_stays_on_one_page(view, written):
    write_docx(view(".. note::\n\n   One.\n\n   Two.\n\nAfter.\n"), written)

    *box, after = list(part(written, "word/document.xml")[0])[-5:-1]
    assert [words(one) for one in (*box, after)] == ["Note", "One.", "Two.", "After."]
    assert [one.find(f"{W}pPr/{W}keepNext") is not None for one in box] == [True, True, False]


@pytest.mark.parametrize(("sentences", "least", "most"), [(1, 0.34, 0.36), (9, 0.16, 0.34), (24, 0.14, 0.16)])
def test_the_picture_of_a_story_page_is_smaller_where_more_is_to_be_read(view, written, sentences, least, most):
    text = " ".join(["The lamp on the hill shines for all of the friends tonight."] * sentences)
    page = f".. storypage:: pag-cub-001\n   :page: 1\n   :image: lamp.svg\n   :alt: A lamp.\n\n   {text}\n"

    write_docx(view(page, edition="cubs"), written)

    (extent,) = part(written, "word/document.xml").iter(qualified("wp:extent"))
    assert least < int(extent.get("cy")) / EMU_PER_TWIP / TEXT_HEIGHT < most


@pytest.mark.parametrize(
    ("tag", "text", "shown"),
    [
        (
            "zh-Hans",
            "见REC-PLA-001、REC-PLA-002，和\u00a0REC-PLA-003。",
            "见 REC-PLA-001、 REC-PLA-002，和 REC-PLA-003。",
        ),
        ("zh-Hans", "REC-PLA-001（REC-PLA-002）。", "REC-PLA-001（REC-PLA-002）。"),
        ("en", "See\u00a0REC-PLA-001.", "See\u00a0REC-PLA-001."),
    ],
)
def test_between_ideographs_a_code_stands_apart(context, tag, text, shown):
    here = context(tag)

    assert words(paragraph(here, *runs(text, here))) == shown


def test_a_code_that_is_a_link_stands_apart_from_the_comma_before_it(context):
    here = context("zh-Hans")
    links = [element("w:hyperlink", {}, *runs(f"REC-PLA-00{number}", here)) for number in (1, 2)]

    assert words(paragraph(here, links[0], *runs("、", here), links[1])) == "REC-PLA-001、 REC-PLA-002"


def test_a_code_in_the_contents_is_one_word_as_in_its_heading(view, written):
    write_docx(view("First\n=====\n\nOne.\n\nCodes as ISO-8601\n-----------------\n\nWords.\n"), written)

    body = part(written, "word/document.xml")
    places = [each for each in body.iter(f"{W}p") if words(each).endswith("Codes as ISO-8601")]
    assert [len(list(each.iter(f"{W}noBreakHyphen"))) for each in places] == [1, 1]
