"""How an edition looks is data, which every format reads; a fault in it is named with its line."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from builders.model.editions import Format
from builders.model.themes import COLOURS, MEASURES
from builders.problems import Problem
from builders.publishing.portal import portal_files
from builders.settings.digests import data_digest
from builders.writers import html
from tests.conftest import PLOT, Project
from tests.settings.faulty import said_of_fault

PATH = "source/themes/growers.toml"
GREEN = "light-dark(#4b5d16, #d3e58e)"
FAULTS = {
    "a misspelt part": ("[screen]", "[screens]", ":2: error: “screens” means nothing here; use screen, book"),
    "a misspelt colour": ("accent =", "acent =", ":3: error: screen: “acent” means nothing here; use accent"),
    "one colour for two grounds": (
        '{ light = "#4b5d16", dark = "#d3e58e" }\nline',
        '"#4b5d16"\nline',
        ":3: error: screen: accent is no pair of colours: write accent = { light =",
    ),
    "no colour": ('sky = "#2b330b"', 'sky = "green"', ":13: error: cover: sky is no colour: write it as in sky ="),
    "what is no measure": ('"1.7"', '"1;} body {"', ":4: error: screen: line-height is no measure of CSS"),
    "a pale text": (
        'accent = { light = "#4b5d16"',
        'accent = { light = "#9fdf9f"',
        ":3: error: screen: accent is hard to",
    ),
    "a dark text in the dark": ('dark = "#d3e58e" }\nline', 'dark = "#103010" }\nline', "#103010 to #13171c is 1."),
    "a pale text in Word": ('brand = "#4b5d16"', 'brand = "#9fdf9f"', ":16: error: word: brand is hard to read"),
    "a part that is no table": (
        '[portal]\nedge = { light = "#4b5d16", dark = "#d3e58e" }',
        "[[portal]]",
        ":9: error: portal: “[{}]” stands where names",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_theme_is_named_with_its_line(plot, name: str) -> None:
    made: Project = plot("Text.")
    right, wrong, words = FAULTS[name]
    said = said_of_fault(made, PATH, right, wrong)

    assert words in said
    assert PATH in said


def test_a_theme_of_no_edition_is_a_fault(plot) -> None:
    made: Project = plot("Text.")
    made.write("source/themes/grower.toml", "")

    with pytest.raises(Problem, match="there is no edition “grower”"):
        _ = made.settings


def test_a_theme_can_set_what_the_pages_have_and_nothing_else() -> None:
    sheet = Path(html.__file__).parent / "theme" / "static" / "tokens.css.jinja"
    first = sheet.read_text(encoding="utf-8").partition("}")[0]

    assert set(COLOURS) | set(MEASURES) <= set(re.findall(r"--([a-z-]+):", first))


def test_every_format_looks_as_the_theme_says(plot, tmp_path: Path) -> None:
    made: Project = plot("Text.")

    built = made.build("en", "growers", *Format).paths

    tokens = (built[Format.HTML] / "_static/tokens.css").read_text(encoding="utf-8")
    assert f':root[data-edition="growers"] {{\n  --accent: {GREEN};\n  --line-height: 1.7;\n}}\n' in tokens
    with zipfile.ZipFile(built[Format.EPUB]) as book:
        (sheet,) = (name for name in book.namelist() if name.endswith("book.css"))
        (cover,) = (name for name in book.namelist() if name.endswith("cover.svg"))
        assert ".growers .keymessage {\n  border-inline-start-color: #4b5d16;\n}" in book.read(sheet).decode()
        assert "#2b330b" in book.read(cover).decode()
    with zipfile.ZipFile(built[Format.DOCX]) as file:
        styles, theme = (file.read(f"word/{name}.xml").decode() for name in ("styles", "theme/theme1"))
    assert '"4B5D16"' in styles
    assert '"4B5D16"' in theme
    assert "0B4A6F" not in styles + theme


def test_the_portal_has_the_colour_of_each_edition() -> None:
    sheet = portal_files([], (), PLOT)["portal.css"].decode()

    assert re.findall(r"\.edition\.(\S+) \{ border-block-start-color: (.*); \}", sheet) == [("growers", GREEN)]


def test_a_change_of_a_theme_changes_what_a_build_rests_on(plot) -> None:
    made: Project = plot("Text.")
    before = data_digest(made.settings)

    made.write(PATH, "")

    assert data_digest(made.settings) != before
