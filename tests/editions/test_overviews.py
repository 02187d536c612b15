"""Overviews are tables made from what the edition carries."""

from __future__ import annotations

import pytest
from lxml import html

from builders.model.vocabulary import OverviewKind
from tests.conftest import Project

RECOMMENDATION = """
    .. recommendation:: rec-gen-00{number}
       :strength: {strength}
       :who: {who}
       :risks: all
       :instruments: {instruments}
       :ages: all
       :disability: none
       :adaptation: fixed
       :variables: law.csam

       Do this.
    """
STAKEHOLDERS = """
    .. stakeholder:: stk-one
       :title: First
       :works-with: stk-two, stk-three

       One.

       :does: Much.
       :needs: Little.

    .. stakeholder:: stk-two
       :title: Second
       :works-with: stk-one

       Two.

       :does: Much.
       :needs: Little.

    .. stakeholder:: stk-three
       :title: Third
       :audience: cubs
       :works-with: stk-one

       Three.

       :does: Much.
       :needs: Little.
    """
IDS = {
    "rec_gen_001": "recommendation",
    "rec_gen_002": "recommendation",
    "stk_one": "stakeholder",
    "stk_two": "stakeholder",
    "stk_three": "stakeholder",
}


@pytest.fixture
def table(project):
    """Return a function that builds the overview of a kind and reads its rows back."""

    def build(kind: OverviewKind, language: str = "en") -> list[list[str]]:
        first = RECOMMENDATION.format(number=1, strength="must", who="regulator, dpa", instruments="crc.34, crc.9")
        second = RECOMMENDATION.format(number=2, strength="may", who="dpa", instruments="crc.9")
        made: Project = project(first + second + STAKEHOLDERS + f"\n    .. overview:: {kind.value}\n", **IDS)
        page = html.fromstring(made.page(language, "plan-makers"))
        (found,) = page.cssselect("table.overview")
        return [
            [" ".join(cell.text_content().split()) for cell in row.cssselect("th, td")] for row in found.cssselect("tr")
        ]

    return build


def test_recommendations_stand_by_who_acts_and_how_strongly(table) -> None:
    assert table(OverviewKind.BY_STAKEHOLDER) == [
        ["Stakeholders", "Must", "Should", "May"],
        ["Data protection authority", "REC-GEN-001", "", "REC-GEN-002"],
        ["Regulator", "REC-GEN-001", "", ""],
    ]


def test_recommendations_stand_by_the_article_that_they_rest_on_in_its_own_order(table) -> None:
    _, *rows = table(OverviewKind.BY_INSTRUMENT)

    assert rows == [
        ["Convention on the Rights of the Child, article 9", "REC-GEN-001", "", "REC-GEN-002"],
        ["Convention on the Rights of the Child, article 34", "REC-GEN-001", "", ""],
    ]


def test_stakeholders_stand_beside_those_that_the_edition_carries(table) -> None:
    assert table(OverviewKind.WORKS_WITH)[1:] == [["First", "Second"], ["Second", "First"]]


def test_what_a_country_completes_stands_beside_what_asks_for_it(table) -> None:
    name, value, users = table(OverviewKind.VARIABLES)[1]

    assert name == "Law on child sexual abuse material"
    assert value == "to be completed in the national edition"
    assert users == "REC-GEN-001, REC-GEN-002"


def test_facts_stand_with_their_date_and_their_source(table) -> None:
    rows = {row[0]: row[1:] for row in table(OverviewKind.FACTS)}

    value, as_of, source, _ = rows[
        "Adoption of the Convention on the Rights of the Child by the General Assembly of the United Nations"
    ]
    assert (value, as_of) == ("20 November 1989", "20 November 1989")
    assert "44/25" in source


def test_the_source_of_a_fact_is_in_the_language_of_its_readers_where_it_has_a_name_there(table) -> None:
    sources = {row[3] for row in table(OverviewKind.FACTS, "fr")[1:]}

    assert "Résolution 79/243 de l’Assemblée générale" in sources
    assert "Council of Europe Treaty Series, No. 201" in sources


def test_whose_account_of_a_source_is_linked_is_said_in_a_label(table) -> None:
    sources = {row[3] for row in table(OverviewKind.FACTS)[1:]}

    assert "Age appropriate design: a code of practice for online services, as reported by The Fixture Post" in sources


def test_a_source_that_has_its_name_in_english_alone_is_no_passage_for_want_of_a_translation(project) -> None:
    made: Project = project("\n    .. overview:: facts\n")
    table = html.fromstring(made.page("fr", "plan-makers")).cssselect("table.overview")[0]
    named = {each.text: each.get("class", "") for each in table.cssselect("a [lang=en]")}

    assert named["Council of Europe Treaty Series, No. 201"] == "cited"
    assert named["The Fixture Post"] == "cited"


RISKS = """
    .. risk:: rsk-seen-scorn
       :code: seen.scorn, seen.brawl
       :title: Hateful and violent content
       :ages: a, b, c

       Words that hurt.

    .. risk:: rsk-met-flattery
       :code: met.flattery
       :title: Grooming
       :ages: b, c

       A bond with a purpose.

    .. risk:: rsk-paid-ads
       :code: paid.swindle
       :title: Advertising
       :audience: inventors
       :ages: all

       A wish that somebody made.

    .. overview:: risks
    """


@pytest.mark.parametrize("language", ["en", "fr"])
def test_risks_stand_with_their_kind_their_ages_and_what_is_recommended_against_each(project, language: str) -> None:
    first = RECOMMENDATION.format(number=1, strength="must", who="dpa", instruments="crc.34")
    second = RECOMMENDATION.format(number=2, strength="may", who="dpa", instruments="crc.9")
    names = {"rsk_seen_scorn": "risk", "rsk_met_flattery": "risk", "rsk_paid_ads": "risk"}
    text = first + second.replace(":risks: all", ":risks: seen.brawl, met.flattery") + RISKS
    made: Project = project(text, **IDS, **names)
    made.catalog(
        "fr",
        "labels",
        'msgctxt "class/seen"\nmsgid "Content"\nmsgstr "Contenu"\n\n'
        'msgctxt "ages/b"\nmsgid "9 to 12 years"\nmsgstr "9 à 12 ans"\n',
    )

    (found,) = html.fromstring(made.page(language, "plan-makers")).cssselect("table.overview")

    head, *rows = [
        [" ".join(cell.text_content().split()) for cell in row.cssselect("th, td")] for row in found.cssselect("tr")
    ]
    kind, ages = ("Content", "9 to 12 years") if language == "en" else ("Contenu", "9 à 12 ans")
    assert head == ["Risk", "Kind", "Ages", "Advice"]
    assert rows == [
        ["Hateful and violent content", kind, "All ages", "REC-GEN-002"],
        ["Grooming", "Contact", f"{ages}, 13 to 17 years", "REC-GEN-002"],
    ]
    assert [link.get("href") for link in found.cssselect("th a")] == ["#rsk-seen-scorn", "#rsk-met-flattery"]


def test_an_unknown_kind_is_refused_with_the_known_ones(project) -> None:
    made = project(".. overview:: by-colour\n")

    with pytest.raises(Exception, match=r"“by-colour” is unknown.*by-stakeholder"):
        made.raw()
