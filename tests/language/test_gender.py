"""What shows that somebody is a man or a boy, or a woman or a girl."""

from __future__ import annotations

import pytest

from builders.language.gender import OTHERS, beside, pronoun, shown


@pytest.mark.parametrize(
    ("tag", "name", "m", "f"),
    [
        ("fr", "kim", "Kim est très content.", "Kim n’est pas fâchée."),
        ("es", "kim", "Kim está sentado.", "Kim se siente muy cansada."),
        ("ru", "ким", "Ким пришёл.", "Ким уже готова."),
        ("ar", "كيم", "كيم يبتسم.", "تقول كيم ذلك."),
    ],
)
def test_words_beside_a_name_show_the_gender(tag, name, m, f):
    assert [bool(list(beside(name, gender, m, tag))) for gender in ("m", "f")] == [True, False]
    assert [bool(list(beside(name, gender, f, tag))) for gender in ("m", "f")] == [False, True]


def test_the_word_is_told_as_it_stands_in_the_text():
    assert list(beside("kim", "f", "Ici, Kim est Contente.", "fr")) == ["Contente"]


@pytest.mark.parametrize("text", ["Il est tard.", "Il y a un mot.", "Il faut partir.", "Qu’il pleut !"])
def test_an_impersonal_pronoun_shows_nothing(text):
    assert pronoun("m", text, "fr") == ""


def test_pronouns_of_others_and_of_several_are_no_pronouns_of_a_person():
    assert pronoun("m", "其他人帮他们。", "zh-Hans") == ""
    assert pronoun("m", "他在看书。", "zh-Hans") == "他"


def test_where_things_have_a_gender_every_pronoun_may_stand_for_one():
    assert shown("She saw him.", "en") == {"m", "f"}
    assert OTHERS in shown("It rains.", "en")
    assert OTHERS in shown("Elle brille.", "fr")


def test_of_a_language_that_nobody_has_described_nothing_is_known():
    assert shown("Ela viu.", "pt") == {OTHERS}
    assert list(beside("kim", "m", "Kim está cansado.", "pt")) == []
