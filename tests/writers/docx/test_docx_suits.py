"""Suits of the play cards: nobody needs to see colours to tell them apart."""

from __future__ import annotations

import pytest
from lxml import etree

from builders.model.vocabulary import Suit
from builders.writers.docx.palette import COLOURS
from builders.writers.docx.pictures import rasterised, vector_size
from builders.writers.docx.suits import HEIGHT, SUITS, WIDTH, band


def test_every_suit_has_its_look():
    assert SUITS.keys() == {suit.value for suit in Suit}


@pytest.mark.parametrize("quality", ["shape", "texture", "tint"])
def test_suits_differ_in_shape_in_texture_and_in_tint(quality):
    assert len({getattr(look, quality) for look in SUITS.values()}) == len(SUITS)


@pytest.mark.parametrize("suit", SUITS)
def test_a_band_is_a_drawing_that_can_be_shown(suit, tmp_path):
    assert etree.fromstring(band(suit, COLOURS)).tag == "{http://www.w3.org/2000/svg}svg"
    assert vector_size(band(suit, COLOURS)) == (WIDTH * 15, HEIGHT * 15)
    assert rasterised(band(suit, COLOURS), 100, tmp_path).startswith(b"\x89PNG")
