"""How texts speak to their readers."""

from __future__ import annotations

import pytest

from builders.language.address import address, commands, is_to_adults, is_to_several, speaks_alone


def forms(tag: str, text: str, told: str = "", alone: str = "") -> set[str]:
    known = address(tag)
    assert known is not None
    return set(known.found(text, [told] if told else [], [alone] if alone else []))


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        ("fr", "Tu sais qui t’aide.", "Vous savez, parlez-en."),
        ("es", "Tú sabes cuál es tu nombre.", "Usted sabe."),
        ("ru", "Ты знаешь, расскажи.", "Вы знаете, расскажите."),
        ("zh-Hans", "你知道。", "您知道。"),
        ("ar", "أنت تعرف.", "أنتم تعرفون."),
    ],
)
def test_pronouns_and_verbs_show_the_form(tag, one, other):
    assert forms(tag, one) == {"one"}
    assert forms(tag, other) == {"other"}


@pytest.mark.parametrize(("tag", "one", "other"), [("es", "Habla ahora.", "Hable ahora."), ("fr", "Parle.", "Parlez.")])
def test_commands_show_it_where_the_source_tells_somebody_to_do_something(tag, one, other):
    assert forms(tag, "", told=one) == {"one"}
    assert forms(tag, "", told=other) == {"other"}
    assert forms("es", "Habla ahora.") == set()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "Elle rentre chez elle sur un ton doux."),
        ("ru", "Сайт о защите лежит на плите, это лишь мышь."),
        ("ar", "كانت هناك شركة."),
        ("zh-Hans", "只有你们两个人。"),
    ],
)
def test_words_that_only_look_so_show_nothing(tag, text):
    assert forms(tag, text) == set()


def test_a_second_command_counts_where_it_is_no_other_word():
    assert forms("es", "", told="Pide consejo y ayuda.") == {"one"}
    assert forms("es", "", told="Pida consejo y ayuda.") == {"other"}


def test_a_possessive_counts_where_nobody_else_is_spoken_of():
    assert forms("es", "", alone="Mueve sus manos.") == {"other"}
    assert speaks_alone("Wave your hands.", "en")
    assert not speaks_alone("Give your friend her map.", "en")


def test_a_command_begins_a_sentence():
    assert list(commands(["Never answer.", "He answers.", "Please ask."], "en")) == [0, 2]


def test_a_message_says_to_whom_it_speaks():
    assert is_to_adults("For the grown-up beside the child. Read slowly.", "en")
    assert not is_to_adults("This is for grown-ups.", "en")
    assert is_to_several("Breathe out together.", "en")


def test_nothing_is_known_of_a_language_that_nobody_has_described():
    assert address("pt") is None
    assert address("en") is None
