"""An edition lists what it cites, in its text and for its cases, in the order of its readers' language."""

from __future__ import annotations

import pytest
from lxml import html

from builders.editions.bibliography import in_order
from builders.settings import Settings
from tests.conftest import Project

PAGE = """
    Talks help. :source:`school-talks` They do. :source:`school-talks-again`

    .. audience:: growers

       Growers know. :source:`persian-report`

    .. case:: cas-gen-001
       :title: Calls
       :kind: documented
       :sources: calls-2024, school-talks
       :date: 2024-03-09

       A helpline took calls.

       :shows: Calls help.

    .. overview:: sources
    """


@pytest.fixture
def made(plot) -> Project:
    found: Project = plot(PAGE, cas_gen_001="case")
    found.bring_sources()
    return found


def listed(made: Project, tag: str = "en", edition: str = "pupils") -> list[html.HtmlElement]:
    return html.document_fromstring(made.page(tag, edition)).cssselect(".bibliography > li")


def test_the_list_has_what_the_edition_cites_by_author_and_year(made) -> None:
    assert [each.get("id") for each in listed(made)] == [
        *("source_school-talks-again", "source_school-talks", "source_calls-2024"),
    ]
    assert [each.get("id") for each in listed(made, edition="growers")][-1] == "source_persian-report"


def test_an_entry_says_where_it_is_found_and_when_it_was_seen(made) -> None:
    assert listed(made)[1].text_content() == (
        "Example Institute & Partners. Talks at school. 2019. doi:10.0000/talks. "
        "https://example.org/talks?part=1&page=2 Seen on 20 November 2026."
    )


def test_the_day_is_in_the_language_of_the_reader_or_says_that_it_is_not(made) -> None:
    (day,) = listed(made, "pt")[1].cssselect("p > span:last-child")
    assert (day.get("lang"), day.text_content()) == ("en", "Seen on 20 November 2026.")

    made.catalog("pt", "labels", 'msgctxt "source-seen"\nmsgid "Seen on {date}."\nmsgstr "Consultado em {date}."\n')

    assert listed(made, "pt")[1].text_content().endswith("Consultado em 20 de novembro de 2026.")


def test_an_edition_that_cites_nothing_has_no_list(plot) -> None:
    made = plot("Text.\n\n.. overview:: sources\n")

    assert listed(made) == []


def test_sources_of_one_author_and_year_keep_one_order(made) -> None:
    settings: Settings = made.settings
    sources = list(settings.sources.values())

    names = [each.id for each in in_order(reversed(sources), settings.language("en"))]

    assert names == [each.id for each in in_order(sources, settings.language("en"))]
    assert names == [
        "crc-gc25",
        "school-talks-again",
        "school-talks",
        "calls-2024",
        "school-talks-shouted",
        "persian-report",
    ]
