"""A finding on a translation shows both texts, in whatever direction they run."""

from __future__ import annotations

import pytest

from builders.model.characters import isolated, quoted
from builders.model.findings import Beside, Location, parts


def beside(source: str, target: str, *marked: tuple[str, ...], tag: str = "fr") -> Beside:
    return Beside(
        id="msg-000000000000",
        context="rec-gen-001/text",
        origin=Location("source/shared/page.rst", 4),
        tags=("en", tag),
        texts=(source, target),
        marked=marked or ((), ()),
    )


def test_the_words_that_differ_stand_between_brackets() -> None:
    lines = beside("Ages 13 to 17.", "De 13 à 16 ans.", ("17",), ("16",)).lines

    assert lines[:2] == ("en: Ages 13 to ⟦17⟧.", "fr: De 13 à ⟦16⟧ ans.")
    assert lines[2] == "source: source/shared/page.rst:4 (rec-gen-001/text, msg-000000000000)"


def test_arabic_stands_whole_in_a_line_that_begins_on_the_left() -> None:
    assert beside("Help.", "مساعدة (EPUB).", tag="ar").lines[1] == "ar: \u2067مساعدة (EPUB).\u2069"


def test_a_text_that_is_marked_as_a_whole_needs_no_brackets() -> None:
    assert beside("Help.", "Help.", ("Help.",), ("Help.",)).lines[0] == "en: Help."


def test_of_a_long_text_the_part_around_the_marks_is_shown() -> None:
    line = beside(f"{'a ' * 600}17{' b' * 600}", "", ("17",), ()).lines[0]

    assert "⟦17⟧" in line
    assert len(line) < 500
    assert line.startswith("en: …")
    assert line.endswith("…")


@pytest.mark.parametrize("words", [("b",), ("B", "abc"), ("",), (), ("*",), ("a", "c")])
def test_the_parts_of_a_text_are_the_text(words: tuple[str, ...]) -> None:
    assert "".join(part for part, _ in parts("a b* abc", words)) == "a b* abc"


def test_the_longest_words_are_marked() -> None:
    assert list(parts("one abc", ["b", "abc"])) == [("one ", False), ("abc", True), ("", False)]


def test_a_word_is_marked_where_it_is_one() -> None:
    assert [part for part, is_marked in parts("Quelqu’un a mal", ["a"]) if is_marked] == ["a"]


def test_letters_are_marked_where_words_have_no_spaces() -> None:
    assert ("16", True) in list(parts("13至16岁", ["16"]))


def test_text_from_left_to_right_needs_no_isolates() -> None:
    assert (isolated("Été 词"), quoted("Été")) == ("Été 词", "“Été”")


def test_the_first_letter_decides_where_few_are_from_right_to_left() -> None:
    assert isolated("YouTube يوتيوب").startswith("\u2068")
