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
    assert {found for _, _, found in foreign_letters(f"For {word} today.")} == {word}


@pytest.mark.parametrize("word", ["дети", "παιδιά", "أطفال", "儿童", "naïve", "Łódź", "2º", "Kai"])
def test_a_word_written_in_one_script_is_what_it_seems(word: str) -> None:
    assert list(foreign_letters(f"They say {word} today.")) == []


def test_a_character_that_nobody_sees_has_a_name() -> None:
    assert list(unseen_characters("a\u00adb\u200e")) == [(1, "soft hyphen"), (3, "left-to-right mark")]
