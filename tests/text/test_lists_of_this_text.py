"""The lists by which this text is checked: they can be used, and every language of the text has its words."""

from __future__ import annotations

import pytest

from builders.settings.lists import PROSE_LISTS, WORD_LISTS, faulty_patterns, read_lists
from tests.conftest import ROOT
from tests.real_text import real_settings

LISTS = read_lists(ROOT)
TAGS = [language.tag for language in real_settings().languages if not language.is_source]


def test_every_word_is_a_regular_expression() -> None:
    assert faulty_patterns(ROOT) is None


def test_no_list_that_a_check_looks_for_is_left_out() -> None:
    assert LISTS.is_sensitive
    assert LISTS.words.keys() == WORD_LISTS | PROSE_LISTS


def test_every_risk_of_a_list_is_one_of_the_registry() -> None:
    assert frozenset().union(*LISTS.risks.values()) <= real_settings().risks.keys()


@pytest.mark.parametrize("tag", ["en", *TAGS])
@pytest.mark.parametrize("thing", LISTS.actors.things)
def test_what_says_clearly_who_acts_may_carry_it(thing: str, tag: str) -> None:
    own = LISTS.actors.things[thing].get(tag.partition("-")[0], {})
    for words in own.get("strict", ()):
        plain = words.replace("?", "")
        if plain.replace(" ", "").replace("'", "").isalpha():
            assert LISTS.actors.may_hold(thing, plain, tag)


@pytest.mark.parametrize("tag", ["en", *TAGS])
def test_older_readers_may_have_longer_sentences(tag: str) -> None:
    limits = LISTS.limits_of(tag)
    ages = [limits[band].longest for band in "abc" if band in limits]

    assert ages == sorted(set(ages))
    assert all(each.mean < each.longest for each in limits.values())
