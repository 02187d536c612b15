"""Checklists are lists that can be ticked on paper and heard as lists."""

from __future__ import annotations

import pytest


def test_every_group_is_a_list_below_the_heading_of_its_topic(sample, words) -> None:
    (block,) = sample.page().cssselect("section#lst-gen-all")

    assert words(block.cssselect("h3")[0]) == "The whole list"
    assert [words(heading) for heading in block.cssselect("h4")] == ["Laws", "Services"]
    assert [len(group.cssselect("li.checkitem")) for group in block.cssselect("ul.checkitems[role=list]")] == [1, 1]


def test_a_list_that_is_not_grouped_has_no_headings_below_its_title(sample) -> None:
    (block,) = sample.page().cssselect("#lst-gen-law")

    assert not block.cssselect("h4")
    assert len(block.cssselect("ul.checkitems > li")) == 1


def test_a_question_comes_with_what_shows_the_answer(sample, words) -> None:
    (item,) = sample.page().cssselect("#lst-gen-all #chk-gen-001")

    assert words(item.cssselect(".question")[0]) == "Is a child defined in every law?"
    assert words(item.cssselect(".evidence")[0]) == "What shows it: The text of the law."


def test_a_question_says_its_strength_its_number_and_who_answers(sample, words) -> None:
    (item,) = sample.page().cssselect("#chk-gen-001")

    assert words(item.cssselect(".badge")[0]) == "Must"
    assert words(item.cssselect(".item-mark .number")[0]) == "CHK-GEN-001"
    assert [words(row) for row in item.cssselect(".facts > div")] == ["WhoParliament", "Belongs toREC-GEN-001"]
    assert [link.get("href") for link in item.cssselect(".links a")] == ["#rec-gen-001"]


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("plan-makers", ["Who", "Belongs to"]),
        ("inventors", ["Belongs to"]),
        ("people-and-neighbours", ["Who", "Belongs to"]),
    ],
)
def test_a_question_says_who_answers_where_that_differs_and_never_its_services(
    sample, words, edition, expected
) -> None:
    labels = [words(label) for label in sample.page("en", edition).cssselect("#chk-gen-001 dt")]

    assert labels == expected


def test_a_question_in_two_lists_has_its_id_in_one(sample, words) -> None:
    (second,) = sample.page().cssselect("#lst-gen-law .checkitem")

    assert words(second.cssselect(".question")[0]) == "Is a child defined in every law?"
    assert second.get("id") is None
    assert not second.cssselect(".headerlink")


def test_nothing_in_a_checklist_is_a_form(sample) -> None:
    assert not sample.page().cssselect(".checklist input, .checklist button, .checklist [role=checkbox]")


def test_evidence_that_fell_back_is_marked_as_english(sample) -> None:
    evidence = sample.page("ar").cssselect("#chk-gen-001 .evidence > span")[-1]

    assert (evidence.get("lang"), evidence.get("dir")) == ("en", "ltr")
