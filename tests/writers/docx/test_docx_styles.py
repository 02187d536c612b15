"""The template: everybody can read it, and every style that is named exists."""

from __future__ import annotations

from types import NoneType
from typing import get_origin, get_type_hints

import pytest
from docx_reading import LANGUAGES_AT_WORK, W

from builders.model.languages import Language
from builders.model.themes import ENOUGH, ON_PAPER, WORD_COLOURS, contrast
from builders.writers.docx.context import TEXT_HEIGHT
from builders.writers.docx.palette import COLOURS, HEADER_GROUND, INK, PAPER, TINTS
from builders.writers.docx.styles import BOXES, LINK_TEXT, STYLES, Style
from builders.writers.docx.template import LARGE_SIZE, SIZE, Look, languages_of, styles_part


def legibility(text: str, ground: str) -> float:
    """Return how far two colours of the palette stand out from each other."""
    return contrast(COLOURS[text], COLOURS[ground])


def test_a_theme_may_set_every_colour_and_none_in_which_text_stands_is_pale():
    assert COLOURS.keys() == set(WORD_COLOURS)
    assert {tint.accent for tint in TINTS} < set(ON_PAPER)


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.id)
def test_a_style_can_be_read(style):
    assert legibility(style.colour or INK, style.fill or PAPER) >= ENOUGH


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.id)
def test_the_style_sheet_says_what_a_style_wants(style):
    kinds = {name: get_origin(kind) or kind for name, kind in get_type_hints(Style).items()}
    kinds |= {
        "size": (int, float),
        "points": (int, float),
        "before": (int, NoneType),
        "after": (int, NoneType),
        "outline": (int, NoneType),
    }

    assert [name for name, kind in kinds.items() if not isinstance(getattr(style, name), kind)] == []


@pytest.mark.parametrize("tint", TINTS, ids=lambda tint: tint.accent)
def test_all_text_can_be_read_in_a_box(tint):
    assert legibility(tint.accent, tint.ground) >= ENOUGH
    assert legibility(INK, tint.ground) >= ENOUGH
    assert legibility(LINK_TEXT.colour, tint.ground) >= ENOUGH
    assert legibility(tint.accent, HEADER_GROUND) >= ENOUGH


def test_every_box_has_its_styles():
    assert {style.id for box in BOXES for style in (box.label, box.text, box.title)} <= STYLES.keys()


def test_the_title_in_a_cell_does_not_pull_its_box_away_from_the_heading_above():
    assert [box.title.id for box in BOXES if box.title.keep_next] == []
    assert [box.label.id for box in BOXES if not box.label.keep_next] == []


@pytest.mark.parametrize("tag", LANGUAGES_AT_WORK)
def test_styles_build_on_styles_that_exist(tag, context):
    styles = styles_part(Look(language=context(tag).language, size=SIZE))

    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    named = {found.get(f"{W}val") for name in ("basedOn", "next") for found in styles.iter(f"{W}{name}")}
    assert named <= known


@pytest.mark.parametrize(("size", "expected"), [(SIZE, "22"), (LARGE_SIZE, "28")])
def test_running_text_is_large_enough(size, expected, context):
    styles = styles_part(Look(language=context("en").language, size=size))

    assert styles.find(f"{W}docDefaults//{W}sz").get(f"{W}val") == expected


def test_a_title_page_holds_long_titles_in_large_print_too():
    lines = {"Title": (4, 1), "Subtitle": (4, 1), "Imprint": (5, 4), "Notice": (6, 3)}
    styles = {name: STYLES[name] for name in lines}
    leading, height = 1.36 * 1.15, TEXT_HEIGHT / 20
    type_ = sum(lines[name][0] * (style.points or style.size * LARGE_SIZE) for name, style in styles.items())
    space = sum(lines[name][1] * ((style.before or 0) + (style.after or 0)) for name, style in styles.items())

    assert type_ * leading + space / 20 < height


def test_word_gets_one_language_for_each_kind_of_script():
    french = Language(tag="fr", locale="fr", endonym="Français", english_name="French", region_tag="fr-FR")

    assert languages_of(french) == {"w:val": "fr-FR", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"}


@pytest.mark.parametrize("name", ["Header", "Footer"])
def test_the_lines_around_the_text_do_not_grow_with_it(name, context):
    looks = [Look(language=context("en").language, size=size) for size in (SIZE, LARGE_SIZE)]

    usual, large = (styles_part(look).find(f"{W}style[@{W}styleId='{name}']/{W}rPr/{W}sz") for look in looks)
    assert usual.get(f"{W}val") == large.get(f"{W}val")
