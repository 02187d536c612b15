"""Passages are what authors typed, with the lines they stand in and the readers they are for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from builders.checks.source.bands import Band, band_of_block, band_of_document
from builders.checks.source.passages import Passage
from builders.checks.source.reading import read_source
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
           :risks: contract.data

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

    assert {each.text.strip(): each.bands[-1] for each in passages(made)}["Which?"] is Band.C


def test_a_sentence_has_the_line_it_stands_in(project: Callable[..., Project]) -> None:
    made = project(
        "First.\nSecond\nis long. Third.\n\n.. keymessage:: key-gen-001\n\n   A.\n   B.\n", key_gen_001="keymessage"
    )

    lines = {sentence.text: sentence.location.line for each in passages(made)[1:] for sentence in each.sentences}

    assert lines == {"First.": 4, "Second is long.": 5, "Third.": 6, "A.": 10, "B.": 11}


def test_a_passage_knows_its_editions_and_bands(project: Callable[..., Project]) -> None:
    made = project("For all.\n\n.. audience:: children industry\n\n   For some.\n")

    found = {passage.text: (passage.editions, passage.bands) for passage in passages(made)}

    everyone = ("policy-makers", "industry", "parents-and-educators", "children")
    assert found["For all."] == (everyone, (Band.POLICY, Band.INDUSTRY, Band.PARENTS, Band.A))
    assert found["For some."] == (("industry", "children"), (Band.INDUSTRY, Band.A))


@pytest.mark.parametrize(
    ("types", "ages", "role", "band"),
    [
        (("storypage",), (), "text", Band.A),
        (("card",), (), "back", Band.B),
        (("activity",), ("c",), "text", Band.C),
        (("activity",), ("b", "c"), "text", Band.B),
        (("activity",), ("a", "b"), "text", Band.A),
        (("talk",), ("c",), "text", Band.A),
        (("teachernote",), ("b",), "text", Band.PARENTS),
        (("activity",), ("b",), "safeguarding", Band.PARENTS),
        (("quiz",), ("all",), "a", Band.B),
        (("line", "scene", "episode"), ("c",), "text", Band.C),
        (("teachernote",), (), "aim", Band.PARENTS),
        (("keymessage",), (), "text", Band.A),
    ],
)
def test_the_youngest_readers_of_a_block_decide_its_band(types, ages, role: str, band: Band) -> None:
    assert band_of_block(types, ages, role, Band.A) is band


@pytest.mark.parametrize("name", ["storypage", "character"])
def test_the_picture_book_is_for_the_youngest_wherever_it_stands(name: str) -> None:
    assert band_of_block((name,), (), "text", Band.C) is Band.A


def test_text_between_blocks_is_for_the_readers_of_the_blocks() -> None:
    assert band_of_document(["keymessage", "activity", "teachernote"]) is Band.B
    assert band_of_document(["teachernote"]) is Band.PARENTS
    assert band_of_document([]) is Band.A


def test_ages_of_a_key_message_count_where_no_block_decides(project: Callable[..., Project]) -> None:
    page = "For us.\n\n.. keymessage:: key-gen-001\n   :ages: c\n\n   Be kind.\n"

    found = {passage.text: passage.bands[-1] for passage in passages(project(page, key_gen_001="keymessage"))}

    assert found == {"Page": Band.C, "For us.": Band.C, "Be kind.": Band.C}
    assert band_of_document(["keymessage"], ["c", "b"]) is Band.B
    assert band_of_document(["keymessage"], ["all"]) is Band.A
    assert band_of_document(["keymessage", "card"], ["c"]) is Band.B


@pytest.mark.parametrize(
    ("types", "band"),
    [
        (("teachernote", "activity", "quiz", "card", "episode", "storypage"), Band.A),
        (("teachernote", "activity", "quiz", "card", "episode"), Band.C),
        (("teachernote", "card"), Band.B),
        (("teachernote", "quiz"), Band.B),
        (("teachernote", "activity"), Band.B),
    ],
)
def test_of_several_kinds_of_blocks_the_first_of_a_fixed_order_decides(types: tuple[str, ...], band: Band) -> None:
    assert band_of_document(types) is band


def test_speech_can_be_left_aside_without_losing_the_lines(project: Callable[..., Project]) -> None:
    passage = passages(project("He says: “Give\nit” and ‘go’ to the child’s friend, ‘the child’s’."))[1]

    assert passage.without_quotations() == "He says:      \n    and      to the child’s friend, ‘the child’s’."
