"""Passages are what authors typed, with the lines they stand in and the readers they are for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from builders.checks.source.bands import ADULTS, age_of_block, age_of_document, limits_of, readers_of, strictest
from builders.checks.source.passages import Passage
from builders.checks.source.reading import read_source
from builders.language.reading_limits import ReadingLimits
from builders.model.readers import ANYBODY, Band
from tests.conftest import Project


def passages(project: Project) -> list[Passage]:
    source = read_source(project.settings, today=date(2026, 11, 22))
    return [passage for passage in source.passages if passage.document == "shared/page"]


def test_names_and_references_are_left_out_of_a_passage(project: Callable[..., Project]) -> None:
    page = """
    See :instrument:`crc.16`, :see:`key-gen-001` and :see:`*our* words <key-gen-001>` [#a]_ ``a < b`` **now**.

    .. [#a] A note.

    .. keymessage:: key-gen-001

       Be kind.
    """

    texts = [" ".join(passage.text.split()) for passage in passages(project(page, key_gen_001="keymessage"))]

    assert texts == ["Page", "See , and *our* words now.", "A note.", "Be kind."]


def test_an_alternative_text_is_a_passage(project: Callable[..., Project]) -> None:
    made = project(".. image:: images/face.svg\n   :alt: A boy smiles.\n")
    made.write("source/shared/images/face.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')

    assert [(each.role, each.text) for each in passages(made)] == [("heading", "Page"), ("alt", "A boy smiles.")]


def test_the_ages_that_a_block_names_decide_its_band(project: Callable[..., Project]) -> None:
    made = project(
        """
        .. quiz:: qiz-gen-001
           :ages: c
           :correct: a
           :risks: paid.traces

           Which?

           :a: This.

              Yes.
           :b: That.

              No.
           :c: Those.

              No.
        """,
        qiz_gen_001="quiz",
    )

    assert {each.text.strip(): each.bands[-1] for each in passages(made)}["Which?"].age == "c"


def test_a_sentence_has_the_line_it_stands_in(project: Callable[..., Project]) -> None:
    made = project(
        "First.\nSecond\nis long. Third.\n\n.. keymessage:: key-gen-001\n\n   A.\n   B.\n", key_gen_001="keymessage"
    )

    lines = {sentence.text: sentence.location.line for each in passages(made)[1:] for sentence in each.sentences}

    assert lines == {"First.": 4, "Second is long.": 5, "Third.": 6, "A.": 10, "B.": 11}


def test_a_passage_knows_its_editions_and_bands(project: Callable[..., Project]) -> None:
    made = project("For all.\n\n.. audience:: cubs inventors\n\n   For some.\n")

    found = {passage.text: (passage.editions, tuple(band.name for band in passage.bands)) for passage in passages(made)}

    everyone = ("plan-makers", "inventors", "people-and-neighbours", "cubs")
    assert found["For all."] == (everyone, ("planner", "inventor", "neighbour", "a"))
    assert found["For some."] == (("inventors", "cubs"), ("inventor", "a"))


@pytest.mark.parametrize(
    ("types", "ages", "role", "age"),
    [
        (("storypage",), (), "text", "a"),
        (("card",), (), "back", "b"),
        (("activity",), ("c",), "text", "c"),
        (("activity",), ("b", "c"), "text", "b"),
        (("activity",), ("a", "b"), "text", "a"),
        (("talk",), ("c",), "text", "a"),
        (("teachernote",), ("b",), "text", ADULTS),
        (("activity",), ("b",), "safeguarding", ADULTS),
        (("quiz",), ("all",), "a", "b"),
        (("line", "scene", "episode"), ("c",), "text", "c"),
        (("teachernote",), (), "aim", ADULTS),
        (("keymessage",), (), "text", "a"),
    ],
)
def test_the_youngest_readers_of_a_block_decide_for_whom_it_is(types, ages, role: str, age: str) -> None:
    assert age_of_block(types, ages, role, "a") == age


@pytest.mark.parametrize("name", ["storypage", "character"])
def test_the_picture_book_is_for_the_youngest_wherever_it_stands(name: str) -> None:
    assert age_of_block((name,), (), "text", "c") == "a"


def test_text_between_blocks_is_for_the_readers_of_the_blocks() -> None:
    assert age_of_document(["keymessage", "activity", "teachernote"]) == "b"
    assert age_of_document(["teachernote"]) == ADULTS
    assert age_of_document([]) == "a"


def test_ages_of_a_key_message_count_where_no_block_decides(project: Callable[..., Project]) -> None:
    page = "For us.\n\n.. keymessage:: key-gen-001\n   :ages: c\n\n   Be kind.\n"

    found = {passage.text: passage.bands[-1].age for passage in passages(project(page, key_gen_001="keymessage"))}

    assert found == {"Page": "c", "For us.": "c", "Be kind.": "c"}
    assert age_of_document(["keymessage"], ["c", "b"]) == "b"
    assert age_of_document(["keymessage"], ["all"]) == "a"
    assert age_of_document(["keymessage", "card"], ["c"]) == "b"


@pytest.mark.parametrize(
    ("types", "age"),
    [
        (("teachernote", "activity", "quiz", "card", "episode", "storypage"), "a"),
        (("teachernote", "activity", "quiz", "card", "episode"), "c"),
        (("teachernote", "card"), "b"),
        (("teachernote", "quiz"), "b"),
        (("teachernote", "activity"), "b"),
    ],
)
def test_of_several_kinds_of_blocks_the_first_of_a_fixed_order_decides(types: tuple[str, ...], age: str) -> None:
    assert age_of_document(types) == age


def test_speech_can_be_left_aside_without_losing_the_lines(project: Callable[..., Project]) -> None:
    passage = passages(project("He says: “Give\nit” and ‘go’ to the child’s friend, ‘the child’s’."))[1]

    assert passage.without_quotations() == "He says:      \n    and      to the child’s friend, ‘the child’s’."


YOUNG, ADULT, KEEPER = (
    Band(id="young", are_children=True),
    Band(id="adult", beside_children=True),
    Band(id="keeper"),
)
LIMITS = {name: ReadingLimits(longest=longest, mean=9, lix=30) for name, longest in (("young", 14), ("a", 8))}


def test_an_age_has_its_own_limits_or_those_of_its_band() -> None:
    assert limits_of(replace(YOUNG, age="a"), LIMITS) == LIMITS["a"]
    assert limits_of(replace(YOUNG, age="c"), LIMITS) == LIMITS["young"]
    assert limits_of(KEEPER, LIMITS) is limits_of(ANYBODY, LIMITS) is None


def test_the_shortest_sentences_decide_among_the_readers_that_have_limits() -> None:
    youngest = replace(YOUNG, age="a")

    assert strictest((KEEPER, YOUNG, youngest), LIMITS) == youngest
    assert strictest((KEEPER, ANYBODY), LIMITS) is None


def test_what_is_for_adults_in_an_edition_for_children_is_read_by_those_beside_them() -> None:
    assert readers_of(ADULTS, [YOUNG, KEEPER], [YOUNG, ADULT, KEEPER]) == (ADULT, KEEPER)
    assert readers_of(ADULTS, [YOUNG], [YOUNG, KEEPER]) == (ANYBODY,)
    assert readers_of("b", [YOUNG, KEEPER], [YOUNG, KEEPER]) == (replace(YOUNG, age="b"), KEEPER)
