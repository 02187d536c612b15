"""Stakeholders, cases, talks, activities and notes for adults are written with their meaning."""

from __future__ import annotations


def rows(block, words, style: str) -> dict[str, str]:
    return {words(row.cssselect("dt")[0]): words(row.cssselect("dd")[0]) for row in block.cssselect(f".{style} > div")}


def test_a_stakeholder_links_to_those_that_the_edition_carries(sample, words) -> None:
    (block,) = sample.page("en", "inventors").cssselect("section#stk-regulator")

    assert [(link.get("href"), words(link)) for link in block.cssselect(".links a")] == [("#stk-hotline", "Hotline")]


def test_a_stakeholder_leaves_out_those_that_the_edition_does_not_carry(sample) -> None:
    (block,) = sample.page("en", "plan-makers").cssselect("#stk-regulator")

    assert not block.cssselect("dl")


def test_a_stakeholder_says_what_it_does_and_needs(sample, words) -> None:
    (block,) = sample.page().cssselect("#stk-regulator")

    assert [words(part) for part in block.cssselect(".part")] == [
        "What it does It sets rules.",
        "What it needs It needs staff.",
    ]


def test_a_case_that_is_made_up_says_so_in_words(sample, words) -> None:
    (block,) = sample.page().cssselect("#cas-gen-001")

    assert words(block.cssselect(".case-kind")[0]) == "Made-up case, put together from what often happens"
    assert not block.cssselect("dl")


def test_a_documented_case_says_where_and_when_it_is_known_from(sample, words) -> None:
    (block,) = sample.page().cssselect("#cas-gen-002")

    assert rows(block, words, "attributes") == {
        "Sources": "Example Institute & Partners: Talks at school (2019)"
        "Committee on the Rights of the Child: General comment No. 25 (2021) on children’s rights in relation to the "
        "digital environment (2021)",
        "Date": "1 March 2025",
    }
    assert block.cssselect(".attributes a")[0].get("href") == "https://example.org/talks?part=1&page=2"


def test_the_name_of_a_source_stays_in_its_language(sample) -> None:
    sources = sample.page("ar").cssselect("#cas-gen-002 .attributes a > span")

    assert [(each.get("lang"), each.get("dir")) for each in sources] == [("en", "ltr")] * 2


def test_a_talk_is_a_quotation_with_two_pieces_of_advice(sample, words) -> None:
    (block,) = sample.page().cssselect("#tlk-gen-001[role=group]")

    assert words(sample.page().cssselect(f"#{block.get('aria-labelledby')}")[0]) == "A way to begin"
    assert words(block.cssselect(".badge")[0]) == "5 to 8 years, 9 to 12 years"
    assert words(block.cssselect("blockquote")[0]) == "“Who is in the game?”"
    assert [words(label) for label in block.cssselect(".part-label")] == ["Listen for", "Better left unsaid"]


def test_an_activity_begins_with_its_facts(sample, words) -> None:
    (block,) = sample.page().cssselect("#act-gen-001")

    assert rows(block, words, "facts") == {
        "Ages": "9 to 12 years",
        "Time": "30 minutes",
        "Who takes part": "In small groups",
        "Without a connection": "Yes",
    }
    assert [words(step) for step in block.cssselect("ol > li")] == ["Draw a house.", "Draw a path."]


def test_a_note_for_adults_is_headed_by_a_link_to_what_it_is_about(sample, words) -> None:
    headings = sample.page().cssselect(".teachernote h3")

    assert [words(heading) for heading in headings] == [
        "Note for the adult: Draw a map",
        "Note for the adult: QIZ-GEN-001",
    ]
    assert [heading.cssselect("a")[0].get("href") for heading in headings] == ["#act-gen-001", "#qiz-gen-001"]


def test_a_heading_that_fell_back_holds_a_name_in_the_language_of_the_page(sample) -> None:
    (heading,) = sample.page("ar").cssselect("#tch-gen-001-title")

    assert [span.get("lang") for span in heading.cssselect("span")] == ["en", "ar", "en"]


def test_what_a_country_completes_is_marked_in_a_sentence(sample, words) -> None:
    (paragraph,) = [p for p in sample.page().cssselect("main p") if words(p).startswith("The law of this country")]

    assert words(paragraph).endswith(": to be completed in the national edition")
    assert len(paragraph.cssselect(".unset")) == 1
