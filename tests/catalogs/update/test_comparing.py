"""Comparing templates: every message of both is accounted for, once, with what has become of it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.update.comparing import compare_templates
from builders.catalogs.update.weighing import weigh
from builders.model.impact import ChangeKind, Fate, SourceChange
from tests.catalogs.update.test_updating import source

LONG = "Companies should answer every report of a child within 24 hours and say what they have done."


def compared(old: dict[str, list[str]], new: dict[str, list[str]], **options: frozenset[str]) -> list[SourceChange]:
    return list(compare_templates(source(**old), source(**new), **options))


def fates(old: dict[str, list[str]], new: dict[str, list[str]]) -> dict[str, str]:
    """Return what has become of every message, by its text as it is now or was."""
    return {each.message.entry.msgid: each.fate.value for each in compared(old, new)}


def test_a_message_that_stays_is_no_change() -> None:
    assert compared({"a": ["x|one", "two"]}, {"a": ["two", "x|one"]}) == []


@pytest.mark.parametrize(
    ("new", "fate"),
    [
        (LONG.replace(" and say", ", and say"), "cosmetic"),
        (LONG.replace("Companies", "All companies"), "editorial"),
        (LONG.replace("24", "48"), "substantive"),
        (LONG.replace("should", "must"), "substantive"),
    ],
)
def test_a_changed_message_is_weighed(new: str, fate: str) -> None:
    assert fates({"a": [LONG]}, {"a": [new]}) == {new: fate}


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        (
            "It helps.",
            "It helps. :source:`who-2021-four`",
            ["reference added: the :source: reference to who-2021-four"],
        ),
        ("See it.", "See :see:`prc-peo-005`.", ["reference added: the :see: reference to prc-peo-005"]),
        ("See :see:`it <prc-peo-005>`.", "See it.", ["reference taken out: the :see: reference to prc-peo-005"]),
        (
            "As :instrument:`gc25.70`.",
            "As :instrument:`gc25.71`.",
            ["reference: the :instrument: reference to gc25.70 → the :instrument: reference to gc25.71"],
        ),
        (
            "See it.",
            "See https://example.org/2021/may-not.",
            ["reference added: the address https://example.org/2021/may-not"],
        ),
        (
            "See it.",
            "See `it <https://example.org/2021>`__.",
            ["reference added: the link to https://example.org/2021"],
        ),
        ("See REC-PLA-001.", "See REC-PLA-002.", ["reference: the number REC-PLA-001 → the number REC-PLA-002"]),
        (
            "See :source:`no-may-2021`.",
            "See :source:`who-1999`.",
            ["reference: the :source: reference to no-may-2021 → the :source: reference to who-1999"],
        ),
        ("In 2020 :source:`a-2020`", "In 2021 :source:`a-2020`", ["number: 2020 → 2021"]),
        ("Ask **two** of them.", "Ask **three** of them.", ["number: two → three"]),
        ("See :see:`step 2 <prc-peo-005>`.", "See :see:`step 3 <prc-peo-005>`.", ["number: 2 → 3"]),
        ("Ask COVID-19.", "Ask COVID-20.", ["number: 19 → 20"]),
    ],
)
def test_what_names_a_reference_is_no_number_and_no_other_word(old: str, new: str, reasons: list[str]) -> None:
    change = weigh(old, new)

    assert change.kind is ChangeKind.SUBSTANTIVE
    assert list(change.reasons) == reasons


def test_another_agreed_term_is_a_substantive_change() -> None:
    old, new = "A helpline listens to children at night.", "A hotline listens to children at night."

    (change,) = compared({"a": [old]}, {"a": [new]}, terms=frozenset({"helpline", "hotline"}))

    assert change.fate is Fate.SUBSTANTIVE


def test_what_comes_is_new_and_what_goes_is_gone() -> None:
    assert fates({"a": ["Something old."]}, {"a": ["Quite another matter!"]}) == {
        "Quite another matter!": "new",
        "Something old.": "gone",
    }


@pytest.mark.parametrize("place", ["x|Listen.", "y|Listen."])
def test_a_message_that_goes_to_another_place_has_moved(place: str) -> None:
    assert fates({"a": ["x|Listen."], "b": []}, {"a": [], "b": [place]}) == {"Listen.": "moved"}


def test_a_text_that_stands_in_a_second_place_is_repeated() -> None:
    assert fates({"a": ["x|Listen."]}, {"a": ["x|Listen.", "y|Listen."]}) == {"Listen.": "repeated"}


def test_a_block_that_is_written_anew_is_shown_beside_its_old_text() -> None:
    (change,) = compared({"a": ["rec-pla-001/text|Ban it."]}, {"a": [f"rec-pla-001/text|{LONG}"]})

    assert (change.fate, change.old.entry.msgid) == (Fate.SUBSTANTIVE, "Ban it.")
    assert change.change.reasons[0] == "rewritten"


def test_the_paragraphs_of_a_block_find_the_ones_they_were() -> None:
    old = ["x|The first one says who acts and when.", "x|The second one tells why it matters to children."]
    new = ["x|The second one tells why it matters to every child.", "x|A step between.", f"{old[0]} Now."]

    pairs = {each.message.entry.msgid: each.old and each.old.entry.msgid for each in compared({"a": old}, {"a": new})}

    assert pairs[new[0].removeprefix("x|")] == old[1].removeprefix("x|")
    assert pairs[new[2].removeprefix("x|")] == old[0].removeprefix("x|")
    assert pairs["A step between."] is None


def test_the_nearest_old_text_is_the_partner_whatever_the_order() -> None:
    near, nearer = f"{LONG} Always, really.", f"{LONG} Always."

    changes = {each.message.entry.msgid: each for each in compared({"a": [LONG]}, {"a": [near, nearer]})}

    assert changes[nearer].old.entry.msgid == LONG
    assert changes[near].fate is Fate.NEW


texts = st.sampled_from(["one", "x|one", "y|one", "x|two", f"x|{LONG}", f"{LONG} Now.", LONG, "x|four words and more"])
states = st.fixed_dictionaries({"a": st.lists(texts, unique=True), "b": st.lists(texts, unique=True)})


@given(states, states)
def test_every_message_of_both_is_accounted_for_once(old: dict[str, list[str]], new: dict[str, list[str]]) -> None:
    before = {(domain, text) for domain, found in old.items() for text in found}
    after = {(domain, text) for domain, found in new.items() for text in found}

    changes = compared(old, new)

    assert Counter(place(each.new) for each in changes if each.new) == Counter(after - before)
    assert Counter(place(each.old) for each in changes if each.old) == Counter(before - after)
    assert all((each.fate is Fate.GONE) == (each.new is None) for each in changes)


def place(message) -> tuple[str, str]:
    context, text = message.entry.key
    return message.domain, f"{context}|{text}" if context else text
