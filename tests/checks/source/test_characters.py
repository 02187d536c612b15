"""Letters that only look right."""

from __future__ import annotations

import pytest

from builders.checks.source.characters import foreign_letters, unseen_characters

WEB_PAGE = (
    "Growing up with screens does not have to be a worry. Our pages for families show how сhildren of every age "
    "can play, learn and make friends online, and what a grown-up can do when something feels wrong."
)
"""A paragraph as it is pasted from a web page; the first letter of “сhildren” is Cyrillic."""


def test_a_cyrillic_letter_at_the_head_of_a_word_is_found() -> None:
    assert list(foreign_letters(WEB_PAGE)) == [(WEB_PAGE.index("сh"), "с", "сhildren")]


@pytest.mark.parametrize("word", ["pаrents", "οnline", "Сhild", "а", "ТО"])
def test_a_lookalike_is_found_wherever_it_stands(word: str) -> None:
    found = list(foreign_letters(f"For {word} today."))

    assert {each for _, _, each in found} == {word}
    assert all(f"For {word} today."[place] == letter for place, letter, _ in found)


@pytest.mark.parametrize("word", ["дети", "παιδιά", "أطفال", "儿童", "naïve", "Łódź", "2º", "nº", "nª", "Sai"])
def test_a_word_written_in_one_script_is_what_it_seems(word: str) -> None:
    assert list(foreign_letters(f"They say {word} today.")) == []


def test_a_character_that_nobody_sees_has_a_name() -> None:
    assert list(unseen_characters("a\u00adb\u200e")) == [(1, "soft hyphen"), (3, "left-to-right mark")]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u00ad", "soft hyphen"),
        ("\u061c", "Arabic letter mark"),
        ("\u200c", "zero-width non-joiner"),
        ("\u200d", "zero-width joiner"),
        ("\u200e", "left-to-right mark"),
        ("\u200f", "right-to-left mark"),
        ("\u2066", "left-to-right isolate"),
        ("\u2067", "right-to-left isolate"),
        ("\u2068", "first strong isolate"),
        ("\u2069", "end of isolate"),
    ],
)
def test_none_of_them_is_missed(character: str, name: str) -> None:
    assert list(unseen_characters(f"ab{character}c")) == [(2, name)]
