"""Sentences, words and formulas, in the six languages."""

from __future__ import annotations

import pytest

from builders.language.arabic import without_clitics
from builders.language.readability import is_long, measure
from builders.language.sentences import sentences, words
from builders.language.table import rules


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "“Are you angry?” asks Neo. “No.”", ["“Are you angry?” asks Neo.", "“No.”"]),
        ("en", "A hand on his heart. Neo looks.", ["A hand on his heart.", "Neo looks."]),
        ("en", "Use a sign, e.g. Wave. Then wait.", ["Use a sign, e.g. Wave.", "Then wait."]),
        ("en", "No. Why? See No. 5.", ["No.", "Why?", "See No. 5."]),
        ("en", "It can wound. \ufffc Each may stop.", ["It can wound. \ufffc", "Each may stop."]),
        ("en", "Call at 18.30 today! Now", ["Call at 18.30 today!", "Now"]),
        ("fr", "« Viens ! » dit Néo. Il rit.", ["« Viens ! » dit Néo.", "Il rit."]),
        ("es", "Mira. ¿Qué ves?", ["Mira.", "¿Qué ves?"]),
        ("ru", "«Стой!» — сказал Нео. Он ждёт.", ["«Стой!» — сказал Нео.", "Он ждёт."]),
        ("ar", "من أنت؟ أنا نيو.", ["من أنت؟", "أنا نيو."]),
        ("zh-Hans", "他说：“停！”里奥看着。", ["他说：“停！”", "里奥看着。"]),
        ("en", " … ", []),
    ],
)
def test_a_text_is_divided_into_its_sentences(tag: str, text: str, expected: list[str]) -> None:
    assert [sentence for _, sentence in sentences(text, tag)] == expected


def test_a_sentence_knows_where_it_begins() -> None:
    assert [start for start, _ in sentences("One.\n  Two.")] == [0, 7]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "The child’s well-being, 9 years", ["The", "child’s", "well-being", "9", "years"]),
        ("ar", "وَلَد صغير", ["ولد", "صغير"]),
        ("zh-Hans", "里奥 8 岁。", ["里", "奥", "岁"]),
    ],
)
def test_words_are_counted_as_readers_of_the_language_see_them(tag: str, text: str, expected: list[str]) -> None:
    assert words(text, tag) == expected


def test_lix_adds_the_share_of_long_words_to_the_length_of_sentences() -> None:
    reading = measure(["Children whisper. We hear."])

    assert (reading.words, reading.sentences, reading.mean, reading.longest) == (4, 2, 2.0, 2)
    assert reading.lix == 2 + 50


@pytest.mark.parametrize(
    ("tag", "text", "score"),
    [
        ("en", "The cat sat.", 206.835 - 1.015 * 3 - 84.6),
        ("fr", "Le chat dort.", 207 - 1.015 * 3 - 73.6),
        ("es", "El sol sale.", 206.84 - 1.02 * 3 - 60 * 4 / 3),
        ("ru", "Кот спит дома.", 206.835 - 1.3 * 3 - 60.1 * 4 / 3),
    ],
)
def test_the_formula_of_the_flesch_type_is_the_one_of_the_language(tag: str, text: str, score: float) -> None:
    assert measure([text], tag).flesch == pytest.approx(score)


@pytest.mark.parametrize("tag", ["ar", "zh-Hans"])
def test_arabic_and_chinese_have_no_formula_of_the_flesch_type(tag: str) -> None:
    assert measure(["نص" if tag == "ar" else "文字"], tag).flesch is None


def test_chinese_is_measured_in_characters() -> None:
    reading = measure(["里奥看着平板。他笑了。"], "zh-Hans")

    assert (reading.words, reading.mean, reading.longest, reading.lix) == (9, 4.5, 6, 0)


def test_an_empty_text_has_no_measures() -> None:
    assert measure([]).mean == 0


@pytest.mark.parametrize(
    ("word", "tag", "count"),
    [
        ("make", "en", 1),
        ("table", "en", 2),
        ("idea", "en", 2),
        ("parle", "fr", 1),
        ("niño", "es", 2),
        ("ребёнок", "ru", 3),
    ],
)
def test_syllables_are_groups_of_vowels(word: str, tag: str, count: int) -> None:
    count_of = rules(tag).syllables

    assert count_of is not None
    assert count_of(word) == count


def test_arabic_words_lose_what_is_written_together_with_them() -> None:
    assert [without_clitics(word) for word in ("والبيت", "للأطفال", "باب")] == ["بيت", "أطفال", "باب"]
    assert is_long("والمدرسات", "ar")
    assert not is_long("والبيت", "ar")


@pytest.mark.parametrize("tag", ["en", "fr", "ar", "zh-Hans", "ru"])
def test_a_source_behind_a_full_stop_belongs_to_the_sentence_before(tag: str) -> None:
    mark = "。" if tag == "zh-Hans" else "."

    found = [text for _, text in sentences(f"A{mark}\ufffc\ufffc B \ufffc c{mark}", tag)]

    assert found == [f"A{mark}\ufffc\ufffc", f"B \ufffc c{mark}"]
