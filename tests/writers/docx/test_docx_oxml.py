"""The small helpers keep what the schema wants."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builders.writers.docx.anchors import bookmark_name
from builders.writers.docx.oxml import SEQUENCES, element, ordered
from builders.writers.docx.pictures import fit, length
from builders.writers.docx.runs import LEFT_TO_RIGHT_MARK, MAY_BE_LTR, MAY_BE_RTL, RIGHT_TO_LEFT_MARK, directed

MIXED = st.text(alphabet="abC12 .,()+-:/حماية٣«»،中文\u00a0", max_size=40)


@given(st.data())
def test_children_stand_in_the_order_of_the_schema(data):
    tag = data.draw(st.sampled_from(sorted(SEQUENCES)))
    names = data.draw(st.permutations(SEQUENCES[tag]))

    built = ordered(tag, *(element(f"w:{name}") for name in names))

    assert tuple(etree.QName(child).localname for child in built) == SEQUENCES[tag]


@pytest.mark.parametrize(("pattern", "kinds"), [(MAY_BE_RTL, {"R", "AL", "AN"}), (MAY_BE_LTR, {"L"})])
def test_no_letter_of_unicode_is_left_out_where_a_direction_is_looked_for(pattern, kinds) -> None:
    letters = [each for each in map(chr, range(sys.maxunicode + 1)) if unicodedata.bidirectional(each) in kinds]

    assert len(pattern.findall("".join(letters))) == len(letters) > 1000


@given(MIXED, st.booleans())
def test_directed_pieces_are_the_text_again(text, is_rtl):
    pieces = [piece for piece, _ in directed(text, base_is_rtl=is_rtl)]

    assert "".join(pieces).replace(LEFT_TO_RIGHT_MARK, "").replace(RIGHT_TO_LEFT_MARK, "") == text
    assert all(pieces)


@pytest.mark.parametrize("address", ["https://example.org/a/", "https://example.org/b-"])
def test_the_last_sign_of_an_address_stays_at_its_end_in_arabic(address):
    pieces = list(directed(f"انظر {address}، ثم", base_is_rtl=True))

    assert (f"{address}{LEFT_TO_RIGHT_MARK}", False) in pieces


def test_signs_between_latin_words_run_from_the_right_in_arabic():
    assert list(directed("، ", base_is_rtl=True)) == [(f"{RIGHT_TO_LEFT_MARK}، {RIGHT_TO_LEFT_MARK}", True)]
    assert list(directed("حماية، ", base_is_rtl=True)) == [("حماية، ", True)]
    assert list(directed(", ", base_is_rtl=False)) == [(", ", False)]


@given(st.text(min_size=1, max_size=120), st.text(max_size=200))
def test_a_bookmark_name_is_legal(page, identifier):
    name = bookmark_name(page, identifier)

    assert len(name) <= 40
    assert name.replace("_", "a").isalnum()
    assert name.isascii()
    assert not name[0].isdigit()


def test_ids_that_look_alike_keep_their_own_bookmarks():
    names = {bookmark_name("page", identifier) for identifier in ("a-b", "a.b", "a_b", "a--b")}

    assert len(names) == 4


def test_a_picture_never_grows_beyond_the_page():
    assert fit((4000, 2000), width=9000, most=(8000, 3000)) == (6000, 3000)


def test_a_length_may_be_a_part_of_the_text_width():
    assert length("50%", 9000) == 4500
    assert length("2cm", 9000) == 1134
    assert length("wide", 9000) is None
