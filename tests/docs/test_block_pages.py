"""Every block has a page, and an example that is what it says: valid and complete."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from builders.editions.parsing import read_raw
from builders.markup import BLOCKS
from builders.markup.blocks import BlockPart, TypedBlock
from builders.publishing.reading import parse_source
from builders.settings import read_settings
from tests.conftest import ROOT, make_project

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
import blockpages

AUTHORS = ROOT / "docs" / "authors"
LEDGER = {entry.id: entry.type for entry in read_settings(ROOT).ledger.values()}
BEGINNING = re.compile(r"^ *\.\. ([a-z]+):: ([a-z0-9-]+)$", re.MULTILINE)
PICTURE = re.compile(r":image: (\S+)")
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def example(name: str) -> str:
    return (AUTHORS / "examples" / f"{name}.rst").read_text(encoding="utf-8")


def identifiers(text: str) -> dict[str, str]:
    return {identifier: name for name, identifier in BEGINNING.findall(text)}


def blocks(folder: Path, name: str) -> list[TypedBlock]:
    """Return the blocks of the type called *name* in its example, which is read as authors' text is."""
    text = example(name)
    project = make_project(folder, f"Page\n====\n\n{text}", LEDGER | identifiers(text))
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


@pytest.mark.parametrize("name", BLOCKS)
def test_an_example_takes_no_identifier_of_the_guidelines(name: str) -> None:
    assert identifiers(example(name)).keys().isdisjoint(LEDGER)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_page_says_how_readers_meet_every_option(name: str) -> None:
    rows = {row.name for row in blockpages.printed_rows(name)}
    said = {option.removeprefix(f"{name}.") for option in blockpages.SHOWN}

    assert set(BLOCKS[name].fields) <= rows | said


@pytest.mark.parametrize("document", blockpages.PLACES.values())
def test_a_page_begins_a_block_in_a_document_that_exists(document: str) -> None:
    assert (ROOT / "source" / f"{document}.rst").exists()
