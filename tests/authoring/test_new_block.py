"""A skeleton is valid as it stands, and its identifier is in the ledger."""

from __future__ import annotations

from textwrap import indent

import pytest

from builders.authoring.new_block import DATA, INSIDE, start_block
from builders.editions.source_reading import parse_source
from builders.markup import BLOCKS
from builders.problems import Problem

WRITTEN = [name for name in BLOCKS if name not in DATA]


@pytest.fixture
def empty(project):
    """Make a project with a page, a picture, and one block of each type that others refer to."""
    made = project(
        "Text.\n", rec_gen_004="recommendation", stk_one="stakeholder", act_gen_001="activity", chr_timo="character"
    )
    made.write("source/shared/images/one.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    return made


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in WRITTEN if name not in INSIDE.values()])
def test_a_skeleton_is_valid_as_it_stands(empty, name: str) -> None:
    started = start_block(empty.settings, name, "shared/page")

    parse_source(empty.settings)
    assert all(empty.settings.ledger[identifier].is_active for identifier in started.identifiers)


@pytest.mark.parametrize(("name", "place"), [("scene", "   .. scene::"), ("line", "      .. line::")])
def test_a_skeleton_of_what_stands_in_another_block_is_valid_there(empty, name: str, place: str) -> None:
    start_block(empty.settings, "episode", "shared/page")
    page = empty.folder / "source/shared/page.rst"
    before = page.read_text()
    start_block(empty.settings, name, "shared/page")
    with pytest.raises(Problem, match=f"a {name} stands inside"):
        parse_source(empty.settings)

    started = page.read_text().removeprefix(before).strip("\n")
    moved = indent(started, " " * (len(place) - len(place.lstrip())))
    page.write_text(before.replace(place, f"{moved}\n\n{place}", 1))

    parse_source(empty.settings)


def test_a_new_block_gets_the_next_free_number(empty) -> None:
    started = start_block(empty.settings, "recommendation", "shared/page")

    assert started.identifiers == ("rec-gen-005",)


def test_the_number_of_a_withdrawn_block_is_not_used_again(empty) -> None:
    ledger = empty.folder / "source/ids.csv"
    ledger.write_text(ledger.read_text() + "rec-gen-009,recommendation,2026.1,withdrawn,\n")

    assert start_block(empty.settings, "recommendation", "shared/page").identifiers == ("rec-gen-010",)


def test_the_home_is_the_edition_whose_folder_holds_the_document(empty) -> None:
    started = start_block(empty.settings, "keymessage", "source/inventors/index.rst")

    assert started.identifiers == ("key-inv-001",)
    assert started.place.path == "source/inventors/index.rst"


def test_an_episode_comes_with_a_scene_and_a_line(empty) -> None:
    started = start_block(empty.settings, "episode", "shared/page")

    assert [empty.settings.ledger[identifier].type for identifier in started.identifiers] == [
        "episode",
        "scene",
        "line",
    ]
    assert set(INSIDE) == {"episode", "scene"}


def test_the_author_is_told_what_else_the_block_may_have(empty) -> None:
    optional = start_block(empty.settings, "recommendation", "shared/page").optional

    assert "variables" in optional
    assert "audience" in optional
    assert "risks" not in optional


def test_the_place_is_the_line_of_the_block(empty) -> None:
    started = start_block(empty.settings, "keymessage", "shared/page")

    lines = (empty.folder / started.place.path).read_text().split("\n")
    assert lines[started.place.line - 1] == ".. keymessage:: key-gen-001"


@pytest.mark.parametrize(
    ("name", "document", "identifier", "code"),
    [
        ("recomendation", "shared/page", "", "unknown-block"),
        ("recommendation", "shared/pge", "", "unknown-document"),
        ("recommendation", "shared/page", "rec-gen-004", "identifier-unusable"),
        ("recommendation", "shared/page", "chk-gen-001", "identifier-unusable"),
        ("recommendation", "shared/page", "rec-Gen-001", "identifier-unusable"),
        ("term", "shared/page", "", "block-is-data"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_written(empty, name, document, identifier, code) -> None:
    before = {path: path.read_bytes() for path in (empty.folder / "source").rglob("*.*")}

    with pytest.raises(Problem) as raised:
        start_block(empty.settings, name, document, identifier)

    assert raised.value.code == code
    assert {path: path.read_bytes() for path in (empty.folder / "source").rglob("*.*")} == before
