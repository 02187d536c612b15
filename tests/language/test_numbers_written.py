"""Numbers as every language writes them: what CLDR prints, and every number to a hundred in words, is read back."""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from builders.language.numbers import Kind, Value, values
from builders.language.table import rules

CASES = Path(__file__).parent / "cases" / "spelled.txt"
LOCALES = ("en", "fr", "es", "ar", "zh", "ru", "fr_CH", "fr_CA", "es_MX", "ar_EG", "ar_MA", "ar_SY", "zh_Hant", "en_GB")
locales = st.sampled_from(LOCALES)
systems = st.sampled_from(["latn", "arab"])


def spelled() -> list[tuple[str, list[str]]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    parts = (line.split(" | ") for line in lines if not line.startswith("#"))
    return [(name, words.split(", ")) for name, words in parts]


def read(text: str, locale: str) -> Value:
    (value,) = values(text, rules(locale[:2]))
    return value


def system_of(locale: str, system: str) -> str:
    return system if locale.startswith("ar") else "latn"


@pytest.mark.parametrize(("name", "words"), spelled(), ids=[name for name, _ in spelled()])
def test_every_number_to_a_hundred_is_read_in_words(name: str, words: list[str]) -> None:
    found = {number: values(word, rules(name[:2])) for number, word in enumerate(words) if word != "-"}

    assert len(words) == 101
    assert {number: [Fraction(number)] for number in found} == {
        number: [each.value for each in read] for number, read in found.items()
    }


@given(st.integers(0, 99_999_999), locales, systems)
def test_amounts_are_read_back(number: int, locale: str, system: str) -> None:
    text = format_decimal(number, locale=locale, numbering_system=system_of(locale, system))

    assert Fraction(number) in read(text, locale).keys


@given(st.decimals(0, 9999, places=2), locales, systems)
def test_fractions_are_read_back(number, locale: str, system: str) -> None:
    text = format_decimal(number, locale=locale, numbering_system=system_of(locale, system))

    assert Fraction(number) in read(text, locale).keys


@given(st.integers(0, 100), locales, systems)
def test_percentages_are_read_back(number: int, locale: str, system: str) -> None:
    text = format_percent(number / 100, locale=locale, numbering_system=system_of(locale, system))
    value = read(text, locale)

    assert value.kind is Kind.PERCENT
    assert value.value == number


@given(st.integers(0, 99_999), locales, st.sampled_from(["USD", "EUR"]), systems)
def test_money_is_read_back(number: int, locale: str, currency: str, system: str) -> None:
    text = format_currency(number, currency, locale=locale, numbering_system=system_of(locale, system))

    assert Fraction(number) in read(text, locale).keys


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), locales, st.sampled_from(["full", "long", "medium"]))
def test_dates_are_read_back(day: date, locale: str, form: str) -> None:
    text = format_date(day, form, locale=locale)
    found = [value for value in values(text, rules(locale[:2])) if value.is_sure]

    assert [day.isoformat() in value.keys for value in found] == [True]  # and the day of the week is no number


@given(st.times(), locales)
def test_times_are_read_back(hour: time, locale: str) -> None:
    text = format_time(hour, "short", locale=locale)

    assert read(text, locale).value == f"{hour.hour:02}:{hour.minute:02}"


@given(st.integers(2, 100), st.sampled_from(spelled()), st.sampled_from(spelled()))
def test_words_of_two_languages_agree_when_the_number_is_the_same(number: int, one, other) -> None:
    first, second = one[1][number], other[1][number]
    if "-" not in (first, second):
        assert read(first, one[0]).agrees(read(second, other[0]))
