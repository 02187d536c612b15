"""Numbers are read by value: every line of the table, whatever digits, and the same in every language."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.language.numbers import carried, values
from builders.language.table import LANGUAGES, PLAIN, rules

CASES = Path(__file__).parent / "cases" / "numbers.txt"
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
GROUPS = {"en": ",\u00a0\u202f", "fr": "\u00a0\u202f .", "es": ".\u00a0,", "ar": "٬,", "zh": ",", "ru": "\u00a0\u202f "}


def table() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split(" | ")] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("tag", "text", "expected"), table())
def test_a_text_has_the_numbers_that_the_table_says(tag: str, text: str, expected: str) -> None:
    found = values(text, rules(tag))

    said = [f"{each.value} {each.kind.value}{'' if each.is_sure else ' ?'}" for each in found]
    assert ", ".join(said) == expected


@given(st.integers(0, 999_999), st.sampled_from(DIGITS), st.sampled_from(sorted(GROUPS)), st.data())
def test_digits_and_groups_of_any_script_have_one_value(
    number: int, digits: str, tag: str, data: st.DataObject
) -> None:
    mark = data.draw(st.sampled_from(["", *GROUPS[tag]]))
    text = f"{number:,}".replace(",", mark).translate(dict(zip(map(ord, "0123456789"), digits, strict=True)))

    (value,) = values(f"x {text} x", rules(tag))
    assert Fraction(number) in value.keys
    assert value.span == (2, 2 + len(text))


@given(st.text(max_size=60), st.sampled_from([*LANGUAGES.values(), PLAIN]))
def test_any_text_can_be_read_and_spans_are_in_order(text: str, language) -> None:
    spans = [each.span for each in values(text, language)]

    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    assert carried(text, language) is not None


@pytest.mark.parametrize("hidden", ["1\u200b6", "1\u00ad6", "1\u20606", "1\u03016", "1\ufe0f\u20e36"])
def test_what_shows_nothing_does_not_take_a_number_apart(hidden: str) -> None:
    (value,) = values(f"age {hidden}", rules("en"))

    assert value.value == 16


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("en", "both of them", 2),
        ("fr", "la moitié", 50),
        ("ru", "через неделю", 7),
        ("ar", "كلاهما", 2),
        ("zh", "半数", 50),
    ],
)
def test_a_word_may_stand_for_a_number(tag: str, text: str, number: int) -> None:
    assert Fraction(number) in carried(text, rules(tag))


def test_two_languages_agree_on_a_number_in_digits_and_in_words() -> None:
    (english,), (russian,) = values("16 years", rules("en")), values("шестнадцати лет", rules("ru"))

    assert english.agrees(russian)
