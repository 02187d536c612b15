"""Words are sorted as the readers of a language expect them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyuca import Collator

from builders.editions.collation import LazyCollator, sort_key
from tests.conftest import SETTINGS


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["app", "Block", "child", "Zebra"]),
        ("fr", ["abus", "élève", "enfant", "été", "zone"]),
        ("es", ["ábaco", "nube", "nz", "ñandú", "ñu", "zorro"]),
        ("ru", ["еда", "ёж", "ель", "жук"]),
        ("ar", ["أذى", "إعاقة", "استدراج", "خطر", "طفل"]),
        ("zh-Hans", ["儿童", "风险", "求助热线", "网络欺凌", "隐私"]),
    ],
)
def test_each_language_has_its_own_order(tag: str, words: list[str]) -> None:
    language = SETTINGS.language(tag)

    shuffled = words[::-1]

    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == words


@given(st.lists(st.text(alphabet="abcñnzéÉ ёе", max_size=6), max_size=8), st.sampled_from(SETTINGS.languages))
def test_the_order_never_depends_on_where_words_stood_before(words: list[str], language) -> None:
    def key(word: str) -> tuple[object, ...]:
        return (*sort_key(word, language), word)

    backwards = words[::-1]

    assert sorted(words, key=key) == sorted(backwards, key=key)


whole, lazy = cache(Collator), cache(LazyCollator)
"""Return the one with all lines of the table, and the one with those that texts ask for."""


@given(st.text(max_size=8))
@example("l·a")  # a contraction
@example("Ålesund")
@example("\u1700\U00017001")  # no line: weights of a block
@example("한글 字")
def test_a_table_read_as_texts_ask_for_it_sorts_like_the_whole_one(text: str) -> None:
    assert lazy().sort_key(text) == whole().sort_key(text)
