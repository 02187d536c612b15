"""Every block has a page, and an example that is what it says: valid and complete."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from builders.editions.source_reading import parse_source
from builders.markup import BLOCKS
from builders.markup.raw_doctrees import read_raw
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.model.vocabulary import OverviewKind
from tests.conftest import ROOT, SETTINGS, make_project

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
import blockpages

AUTHORS = ROOT / "docs" / "authors"
TYPES = {directive.prefix: name for name, directive in BLOCKS.items()}
NAMED = ("term", "character", "stakeholder", "checklist")
"""Types whose identifiers are words; the others have numbers."""
REFERENCE = re.compile(r"\b([a-z]{3})-[a-z][0-9a-z-]*\b")
BEGINNING = re.compile(r"^ *\.\. ([a-z]+):: ([a-z0-9-]+)$", re.MULTILINE)
PICTURE = re.compile(r":image: (\S+)")
CHARACTERS = re.compile(r":characters: (.+)")
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def example(name: str) -> str:
    return (AUTHORS / "examples" / f"{name}.rst").read_text(encoding="utf-8")


def identifiers(text: str) -> dict[str, str]:
    return {identifier: name for name, identifier in BEGINNING.findall(text)}


def blocks(folder: Path, name: str) -> list[TypedBlock]:
    """Return the blocks of the type called *name* in its example, which is read as authors' text is."""
    text = re.sub(r"(?<=:home: )[a-z]+", SETTINGS.default_edition.home, example(name))
    named = {name for line in CHARACTERS.findall(text) for name in line.split(", ")}
    people = {f"chr-{slug}": "character" for slug in named}
    referred = {match[0]: TYPES[match[1]] for match in REFERENCE.finditer(text) if match[1] in TYPES}
    project = make_project(folder, f"Page\n====\n\n{text}", people | referred | identifiers(text))
    project.bring_sources()
    project.bring_risks(text)
    project.bring_characters(*named)
    for path in PICTURE.findall(text):
        project.write(f"source/shared/{path}", SVG)
    document = read_raw(parse_source(project.settings)["shared/page"])
    return [node for node in document.findall(TypedBlock) if node.block_type == name]


@pytest.mark.parametrize("folder", ["blocks", "examples"])
def test_every_block_has_a_page_and_an_example(folder: str) -> None:
    assert {path.stem for path in (AUTHORS / folder).glob("*.rst")} == set(BLOCKS)


@pytest.mark.parametrize("name", BLOCKS)
def test_an_example_is_valid_and_uses_every_option_and_part(name: str, tmp_path: Path) -> None:
    found = blocks(tmp_path, name)

    options = {option for block in found for option in block.attributes}
    parts = {child["part"] for block in found for child in block.children if isinstance(child, BlockPart)}
    assert set(BLOCKS[name].fields) <= options
    assert parts == set(BLOCKS[name].parts)


@pytest.mark.parametrize("name", [name for name in BLOCKS if name not in NAMED])
def test_an_example_takes_no_identifier_that_a_text_would_come_to(name: str) -> None:
    assert all(re.search(r"-9\d\d$", identifier) for identifier in identifiers(example(name)))


@pytest.mark.parametrize("name", BLOCKS)
def test_a_page_says_how_readers_meet_every_option(name: str) -> None:
    rows = {row.name for row in blockpages.printed_rows(name)}
    said = {option.removeprefix(f"{name}.") for option in (*blockpages.SHOWN, *blockpages.IN_TABLES)}

    assert set(BLOCKS[name].fields) <= rows | said


@pytest.mark.parametrize("option", blockpages.IN_TABLES)
def test_a_page_says_which_table_prints_an_option_that_some_edition_has_no_row_for(option: str) -> None:
    name, _, field = option.partition(".")
    kind = OverviewKind(blockpages.IN_TABLES[option]).value

    page = "\n".join(blockpages.page(name, [], SETTINGS))

    (cell,) = re.findall(rf"``:{field}:``.*?(?=\n   \* - |\Z)", page, re.DOTALL)
    assert f"the table of ``.. overview:: {kind}`` on a page that has it" in cell
    has_row = field in [row.name for row in blockpages.printed_rows(name)]
    assert not has_row or not all(edition.prints(name, field) for edition in SETTINGS.editions)


def test_a_page_begins_a_block_where_most_of_its_type_stand(tmp_path: Path) -> None:
    page = "Page\n====\n\n.. keymessage:: key-gen-001\n\n   Text.\n"
    settings = make_project(tmp_path, page, {"key-gen-001": "keymessage"}).settings

    assert blockpages.usual_place("keymessage", settings) == "shared/page"
    assert blockpages.usual_place("card", settings) == settings.default_edition.root
