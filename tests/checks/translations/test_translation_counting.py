"""Numbers and contacts of pairs: between any two languages, and what is equal is never a fault."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from builders.checks.translations import contacts, numbers
from builders.checks.translations.counting import compared, counted
from builders.language.disguises import leads_to, shown_addresses
from tests.checks.pair_files import pair_case, subject

CHECKS = (numbers.number_changed, numbers.number_lost, numbers.number_added, numbers.unit_of_number)
CONTACTS = (contacts.phone_added, contacts.address_added)
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh-Hans")


def said(source: str, target: str, *, origin: str = "en", tag: str = "fr") -> list[str]:
    translation = subject([pair_case(tag, source, target, **{"from": origin})])
    return [f"{check.id}: {remark.message}" for check in (*CHECKS, *CONTACTS) for remark in check.function(translation)]


@given(st.integers(13, 999_999), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_a_number_is_the_same_in_any_two_languages(number: int, origin: str, tag: str) -> None:
    source, target = (format_decimal(number, locale=each[:2]) for each in (origin, tag))

    assert said(f"({source})", f"({target})", origin=origin, tag=tag) == []


@given(st.integers(13, 999_999), st.integers(13, 999_999), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_another_number_is_told_between_any_two_languages(number: int, other: int, origin: str, tag: str) -> None:
    source, target = (format_decimal(each, locale=to[:2]) for each, to in ((number, origin), (other, tag)))

    found = said(f"({source})", f"({target})", origin=origin, tag=tag)
    assert bool([each for each in found if each.startswith("number-changed")]) == (number != other)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_a_text_beside_itself_has_no_fault(text: str, tag: str) -> None:
    assert said(text, text, origin=tag, tag=tag) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [("evil (dot) com", "evil.com"), ("ｅｖｉｌ．ｏｒｇ/a", "evil.org/a"), ("访问evil.com吧", "evil.com")],
)
def test_an_address_is_seen_in_its_disguise(text: str, shown: str) -> None:
    assert list(shown_addresses(text).values()) == [shown]


@pytest.mark.parametrize("text", ["De ce point de vue.", "La fin.En bref", "т.д.", "3点30分", "p. ex."])
def test_a_point_alone_makes_no_address(text: str) -> None:
    assert shown_addresses(text) == {}


def test_an_address_leads_to_its_own_pages_only() -> None:
    assert leads_to("example.org", "https://www.example.org/page")
    assert not leads_to("example.org", "https://example.org.evil.com")


def test_numbers_are_counted_in_units() -> None:
    units = [number.unit for number in counted("24 working hours, two days, $50, 3 of them", "en").numbers]

    assert units == ["hour", "day", "dollar", ""]


def test_a_pair_without_numbers_has_no_comparison() -> None:
    case = pair_case("fr", "Play is a right.", "Jouer est permis.")

    assert compared(case.pair) is None
