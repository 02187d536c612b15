"""Words that say a thing clearly, and words that may carry it."""

from __future__ import annotations

import pytest

from builders.language.wordings import Lexicon, false_friends, words_pattern
from tests.conftest import LISTS

ACTORS = LISTS.actors


def things(text: str, tag: str) -> list[str]:
    return [found.thing for found in ACTORS.found(text, tag)]


def test_the_longest_words_count():
    assert things("Call the child helpline, or tell a teacher.", "en") == ["helpline", "teacher"]


def test_words_are_found_where_they_stand():
    found = ACTORS.found("Au téléphone, l’École répond.", "fr")

    assert [(each.thing, each.words, each.start) for each in found] == [("school", "École", 16)]


def test_a_word_that_may_carry_a_thing_does_not_say_it():
    assert things("Il parle à sa famille.", "fr") == []
    assert ACTORS.may_hold("parent", "Il parle à sa famille.", "fr")


def test_of_a_language_without_words_nothing_is_said():
    assert things("A polícia ajuda.", "pt") == []
    assert ACTORS.may_hold("police", "Ninguém ajuda.", "pt")


def test_words_that_are_the_same_are_looked_for_in_one_lexicon_at_a_time():
    other = Lexicon({"cook": {"en": {"strict": ["cooks?"]}}})

    assert [each.thing for each in other.found("Tell a cook or a teacher.", "en")] == ["cook"]
    assert things("Tell a cook or a teacher.", "en") == ["teacher"]


@pytest.mark.parametrize(("tag", "text"), [("fr", "l’amie"), ("ar", "وبالمدرسة"), ("zh-Hans", "在学校里")])
def test_what_is_written_together_with_a_word_does_not_hide_it(tag, text):
    assert things(text, tag)


def test_whole_words_are_looked_for_where_there_are_spaces():
    assert words_pattern(("ami",), "fr").search("famille") is None
    assert words_pattern(("友",), "zh-Hans").search("朋友们")


def test_false_friends_belong_to_two_languages():
    assert false_friends("en", "es")
    assert false_friends("ar", "zh-Hans") == ()
