"""Inline markup as codes: nothing of a text is lost, and no program can break what it must keep."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.exchange.inline import Code, codes_in, join, numbered, split
from builders.catalogs.inline import Kind, signature
from builders.catalogs.message_rules import check_catalog
from builders.model.messages import Catalog, CatalogEntry
from tests.catalogs.exchange_texts import MARKUP, WORDS, sentences, texts


@given(texts | sentences)
def test_a_text_comes_back_to_the_last_byte(text: str) -> None:
    assert join(split(text)) == text


@pytest.mark.parametrize("markup", MARKUP)
def test_every_construct_is_a_code(markup: str) -> None:
    pieces = split(f"before {markup} behind")

    assert [type(piece) for piece in pieces] == [str, Code, str]
    assert str(pieces[1]) == markup


@pytest.mark.parametrize(
    "text", ["2*3*4", r"\*not emphasis\*", "参见:see:`x`", "a`b`c", "**open", "{Page}", "|", "the : sign"]
)
def test_what_restructuredtext_does_not_recognise_is_text(text: str) -> None:
    assert split(text) == (text,)


def test_white_space_for_restructuredtext_is_left_out_and_comes_back() -> None:
    pieces = split(r"使用\ **强**\ 而")

    assert [str(piece) for piece in pieces] == ["使用", "**强**", "而"]


def test_white_space_that_a_translator_wanted_is_kept() -> None:
    assert split(r"a \ **b**")[0] == "a \\ "


def test_a_place_inside_strong_text_is_a_code_too() -> None:
    (strong,) = split("**Page {page}**")

    assert isinstance(strong, Code)
    assert [code.kind for code in codes_in([strong])] == [Kind.STRONG, Kind.PLACEHOLDER]


def test_twins_have_the_same_number_wherever_they_stand() -> None:
    source = split(":see:`a` and :see:`b` **now**")
    translation = split("**maintenant** :see:`b` et :see:`a`, *vite*")

    assert numbered(source, translation) == ([1, 2, 3], [3, 2, 1, 4])


@given(st.lists(st.sampled_from(MARKUP[:11]), min_size=1, max_size=5), st.lists(st.sampled_from(WORDS)), st.randoms())
def test_codes_in_any_order_and_without_spaces_pass_the_gate(
    codes: list[str], words: list[str], random: Random
) -> None:
    source = " ".join([*codes, "some English words"])
    pieces = [*(piece for code in codes for piece in split(code)), *words, "word"]
    random.shuffle(pieces)

    translation = join(pieces)

    assert Counter(signature(translation)) == Counter(signature(source))
    entry = CatalogEntry(context="", msgid=source, msgstr=translation)
    serious = [each.check for each in check_catalog(Catalog(path="x", header="", entries=(entry,)))]
    assert set(serious) <= {"one-block", "edge-space"}
