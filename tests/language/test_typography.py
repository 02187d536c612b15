"""The tables of marks and letters hold together."""

from __future__ import annotations

import re

import pytest

from builders.language.typography import all_notes, bound, tables, typography

TAGS = [tag for tag in tables() if tag != "default"]


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_only_what_is_described(tag: str) -> None:
    assert tables()[tag].keys() <= tables()["default"].keys()


@pytest.mark.parametrize("tag", TAGS)
def test_no_letter_of_a_language_is_foreign_to_it(tag: str) -> None:
    known = typography(tag)

    assert not known.swapped.keys() & set(known.swapped.values())
    assert not known.swapped.keys() & set(known.letters)
    assert all(re.fullmatch(f"[{known.script}0-9٠-٩]", letter) for letter in known.swapped.values())


@pytest.mark.parametrize("tag", TAGS)
def test_quotation_marks_stand_in_pairs(tag: str) -> None:
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in typography(tag).quotes)


def test_a_pattern_of_a_note_holds_what_it_is_found_by() -> None:
    for tag, table in tables().items():
        for held, patterns in table.get("notes", {}).items():
            assert all(held in pattern.lower() for pattern in patterns), tag
    assert all(pattern.flags & re.IGNORECASE for pattern in all_notes().values())


def test_the_script_is_more_exact_than_the_language() -> None:
    assert typography("zh-Hans").swapped["們"] == "们"
    assert typography("zh-Hant").swapped == {}
    assert typography("zh-Hant").instead == typography("zh-Hans").instead


def test_a_region_has_the_marks_of_its_language() -> None:
    assert typography("fr-CA").quotes == typography("fr").quotes


def test_a_russian_dash_begins_no_line_but_that_of_a_dialogue() -> None:
    assert bound("— Стой, — светит Тимо. Дом — это свет.", "ru") == "— Стой,\u00a0— светит Тимо. Дом\u00a0— это свет."
    assert bound("Stop — now.", "en") == "Stop — now."


def test_of_a_language_that_nobody_has_described_little_is_said() -> None:
    known = typography("sw")

    assert (known.quotes, known.script, known.letters, known.is_known) == ((), "", "", False)
    assert known.tight == ",."


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Quoi\u202f? Non\u202f!", "Quoi\u00a0? Non\u00a0!"),
        ("«\u202fAh\u202f», dit-il\u202f; voici\u202f:", "«\u00a0Ah\u00a0», dit-il\u00a0; voici\u00a0:"),
        ("12\u202f500 fois", "12\u202f500 fois"),
    ],
)
def test_readers_of_french_get_one_kind_of_space_at_marks_whichever_a_program_has_written(
    written: str, seen: str
) -> None:
    assert bound(written, "fr") == seen
    assert bound(written, "ru") == written
