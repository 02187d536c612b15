"""Tables for those who put advice to work say what the recommendations say, in the order of the work."""

from __future__ import annotations

import pytest
from lxml import html

from builders.model.editions import Format
from builders.model.vocabulary import OverviewKind
from tests.conftest import Project
from tests.editions.advice_text import ADVICE, IDS
from tests.writers.docx.docx_reading import part

FRENCH = """
    msgctxt "rec-gen-004/text"
    msgid "Start."
    msgstr "Commencez."
    """


@pytest.fixture
def page(project):
    """Return a function that builds the overview of a kind below the advice, and returns the page."""

    def build(kind: OverviewKind, language: str = "en", text: str = ADVICE) -> html.HtmlElement:
        made: Project = project(text + f"\n    .. overview:: {kind.value}\n", **IDS)
        made.catalog("fr", "shared", FRENCH)
        return html.fromstring(made.page(language, "plan-makers"))

    return build


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def tables(page: html.HtmlElement) -> dict[str, list[list[str]]]:
    """Return the rows of every overview of *page*, by its caption."""
    found = page.cssselect("table.overview")
    captions = [said(caption) for table in found for caption in table.cssselect("caption")] or [""]
    rows = [[[said(cell) for cell in row.cssselect("th, td")] for row in table.cssselect("tr")] for table in found]
    return dict(zip(captions, rows, strict=True))


def test_what_must_be_done_stands_phase_by_phase_and_last_what_has_none(page) -> None:
    head = ["Recommendation", "Leads"]

    assert tables(page(OverviewKind.MUSTS)) == {
        "Start now": [head, ["REC-GEN-004 Start.", "Government"]],
        "Keep going": [head, ["REC-GEN-001 Keep watch.", "Regulator, Data protection authority"]],
        "At any time": [head, ["REC-GEN-003 =SUM is no advice, “quoted”, and has a comma.", "Government"]],
    }


def test_without_phases_there_is_one_table_without_a_caption(page) -> None:
    text = "\n".join(line for line in ADVICE.splitlines() if ":phase:" not in line)

    found = tables(page(OverviewKind.MUSTS, text=text))

    assert [row[0].split()[0] for row in found[""]] == [
        "Recommendation",
        "REC-GEN-001",
        "REC-GEN-003",
        "REC-GEN-004",
    ]


def test_everybody_stands_in_the_column_of_the_part_that_they_have(page) -> None:
    head, first, second, *_ = tables(page(OverviewKind.WHO_DOES_WHAT))[""]

    assert head == ["Recommendation", "Leads", "Supports", "Is consulted"]
    assert first[1:] == ["Regulator, Data protection authority", "Government", "Civil society"]
    assert second[1:] == ["Data protection authority", "", ""]


def test_an_action_plan_says_the_first_step(page) -> None:
    found = tables(page(OverviewKind.ACTION_PLAN))

    assert [row[0].split()[0] for row in found["Start now"][1:]] == ["REC-GEN-002", "REC-GEN-004"]
    assert found["Keep going"][1][2] == "Look once. Then look again, as Page says."
    assert found["At any time"][1][2] == ""


def test_an_indicator_stands_with_its_question_its_source_and_what_it_measures(page) -> None:
    head, *rows = tables(page(OverviewKind.INDICATORS))[""]

    assert head == ["Indicator", "Question", "Where the figures come from", "Measures"]
    assert rows == [
        ["Calls", "How many calls were answered?", "The helpline.", "REC-GEN-001, REC-GEN-004"],
        ["Rooms", "How many rooms are open?", "A count.", "REC-GEN-003"],
    ]


def test_recommendations_stand_by_the_plans_that_they_belong_in(page) -> None:
    assert tables(page(OverviewKind.BY_PLAN))[""] == [
        ["National plan", "Must", "Should", "May"],
        ["Cybersecurity strategy", "REC-GEN-001", "", ""],
        ["Youth plan", "REC-GEN-001", "", "REC-GEN-002"],
    ]


def test_a_sentence_stands_in_the_language_of_the_reader_or_is_marked_as_english(page) -> None:
    (start, keep, _) = page(OverviewKind.MUSTS, "fr").cssselect("table.overview tbody")

    assert "Commencez." in said(start)
    (english,) = [each for each in keep.cssselect("[lang=en]") if "Keep" in each.text_content()]
    assert english.get("dir") == "ltr"
    assert "Commencez." not in [said(each) for each in start.cssselect("[lang=en]")]


def test_a_caption_without_translation_is_english_for_assistive_technology_too(page) -> None:
    found = page(OverviewKind.MUSTS, "ar")

    (caption, *_) = found.cssselect("table.overview caption")
    assert (said(caption), caption.get("lang"), caption.get("dir")) == ("Start now", "en", "ltr")
    assert "Start now" in found.cssselect(".table-scroll")[0].get("aria-label")


def test_what_is_quoted_brings_no_footnote_and_no_second_place_of_that_name(page) -> None:
    found = page(OverviewKind.ACTION_PLAN)

    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert found.cssselect("table.overview .footnote-reference, table.overview [role=doc-noteref]") == []


def test_an_english_sentence_keeps_its_full_stop_at_its_end_in_an_arabic_word_file(project) -> None:
    made: Project = project(ADVICE + "\n    .. overview:: musts\n", **IDS)

    path = made.build("ar", "plan-makers", Format.DOCX).paths[Format.DOCX]

    text = part(path, "word/document.xml").xpath("string(//*[local-name()='tbl'][1])")
    assert "Start.\u200e" in text


@pytest.mark.parametrize(
    ("kind", "least"),
    [(OverviewKind.MUSTS, 24), (OverviewKind.WHO_DOES_WHAT, 23), (OverviewKind.ACTION_PLAN, 23)],
)
def test_a_column_of_names_holds_a_long_word(page, kind: OverviewKind, least: int) -> None:
    for table in page(kind).cssselect("table.overview"):
        widths = [float(column.get("style").removeprefix("width: ").rstrip("%")) for column in table.cssselect("col")]
        assert sum(widths) == 100
        assert widths[1] >= least


def test_an_overview_of_nothing_leaves_nothing(page) -> None:
    found = page(OverviewKind.BY_PLAN, text="\n    Text.\n")

    assert found.cssselect("table.overview, .table-file") == []


@pytest.mark.parametrize("kind", [OverviewKind.MUSTS, OverviewKind.ACTION_PLAN])
def test_a_link_in_a_sentence_leads_on_from_another_folder(project, kind: OverviewKind) -> None:
    made: Project = project(ADVICE, **IDS)
    opening = f"Opening\n=======\n\n.. overview:: {kind.value}\n\n.. toctree::\n\n   /shared/page\n"
    (made.folder / "source/plan-makers/index.rst").write_text(opening, encoding="utf-8")

    found = html.fromstring(made.page("en", "plan-makers", "index"))

    links = set(found.xpath('//table[contains(@class, "overview")]//a/@href'))
    assert {link.partition("#")[0] for link in links} == {"shared/page.html"}
