"""Passages are what authors typed, with the lines they stand in and the readers they are for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from builders.authoring.check_command import read_source
from builders.checks.source.bands import Band, band_of_block, band_of_document
from builders.checks.source.passages import Passage
from tests.conftest import Project


def passages(project: Project) -> list[Passage]:
    source = read_source(project.settings, today=date(2026, 11, 22))
    return [passage for passage in source.passages if passage.document == "shared/page"]


def test_names_and_references_are_left_out_of_a_passage(project: Callable[..., Project]) -> None:
    page = """
    See :instrument:`crc.16`, :see:`key-gen-001` and :see:`*our* words <key-gen-001>` [#a]_ **now**.

    .. [#a] A note.

    .. keymessage:: key-gen-001

       Be kind.
    """

    texts = [" ".join(passage.text.split()) for passage in passages(project(page, key_gen_001="keymessage"))]

    assert texts == ["Page", "See , and *our* words now.", "A note.", "Be kind."]


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
        (("activity",), ("b",), "safeguarding", Band.PARENTS),
        (("quiz",), ("all",), "a", Band.B),
        (("line", "scene", "episode"), ("c",), "text", Band.C),
        (("teachernote",), (), "aim", Band.PARENTS),
        (("keymessage",), (), "text", Band.A),
    ],
)
def test_the_youngest_readers_of_a_block_decide_its_band(types, ages, role: str, band: Band) -> None:
    assert band_of_block(types, ages, role, Band.A) is band


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


def test_speech_can_be_left_aside_without_losing_the_lines(project: Callable[..., Project]) -> None:
    passage = passages(project("He says: “Give\nit” to the child’s friend."))[1]

    assert passage.without_quotations() == "He says:      \n    to the child’s friend."
