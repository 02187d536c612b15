"""First steps and indicators are written with their labels, in pages and in books."""

from __future__ import annotations

import pytest
from lxml import html

from builders.model.editions import Format
from tests.conftest import Project
from tests.editions.advice_text import ADVICE, IDS


def rows(block: html.HtmlElement, words) -> dict[str, str]:
    return {words(row.cssselect("dt")[0]): words(row.cssselect("dd")[0]) for row in block.cssselect(".attributes div")}


@pytest.fixture
def page(project) -> html.HtmlElement:
    made: Project = project(ADVICE, **IDS)
    return html.fromstring(made.page("en", "plan-makers"))


def test_the_first_step_stands_below_the_reason_with_its_label(page, words) -> None:
    (block,) = page.cssselect("#rec-gen-001")

    (part,) = block.cssselect(".part-first-step")
    assert words(part.cssselect(".part-label")[0]) == "First step"
    assert words(part.getprevious()) == "Somebody has to."
    assert part.getnext().tag == "dl"


ROWS = {
    "plan-makers": {
        "Who": "Regulator, Data protection authority",
        "When": "Keep going",
        "National adaptation": "Keep as it is",
    },
    **{
        edition: {
            "Who": "Regulator, Data protection authority",
            "With support from": "Government",
            "In consultation with": "Civil society",
            "When": "Keep going",
        }
        for edition in ("inventors", "people-and-neighbours")
    },
}


@pytest.mark.parametrize("edition", ROWS)
def test_a_recommendation_says_when_and_who_has_which_part_where_no_table_does(project, words, edition) -> None:
    made: Project = project(ADVICE, **IDS)

    (block,) = html.fromstring(made.page("en", edition)).cssselect("#rec-gen-001")

    assert rows(block, words) == ROWS[edition]


def test_plan_makers_look_up_the_other_parts_and_the_plans_in_tables(project, words) -> None:
    made: Project = project(f"{ADVICE}\n    .. overview:: who-does-what\n\n    .. overview:: by-plan\n", **IDS)

    found = [words(table) for table in html.fromstring(made.page("en", "plan-makers")).cssselect("table")]

    assert any("Government" in table and "Civil society" in table for table in found)
    assert all(any(plan in table for table in found) for plan in ("Cybersecurity strategy", "Youth plan"))


def test_an_indicator_has_a_heading_its_parts_and_links_to_what_it_measures(page, words) -> None:
    (block,) = page.cssselect("section#ind-gen-001")

    assert words(block.cssselect("h2.block-title")[0]) == "Calls"
    assert [words(part) for part in block.cssselect(".part")] == [
        "Where the figures come from The helpline.",
        "Broken down by Age.",
    ]
    assert [link.get("href") for link in block.cssselect(".links a")] == ["#rec-gen-001", "#rec-gen-004"]


def test_a_book_has_both_with_the_same_words(project, words) -> None:
    made: Project = project(ADVICE, **IDS)

    result = made.build("en", "plan-makers", Format.EPUB)

    assert result.findings == ()
    chapter = made.folder / "work/en/plan-makers/epub/shared/page.xhtml"
    found = html.fromstring(chapter.read_bytes())
    assert words(found.cssselect("#rec-gen-004 .part-first-step")[0]) == "First step -1 day is too early."
    assert words(found.cssselect("#ind-gen-002 .part-source")[0]) == "Where the figures come from A count."
