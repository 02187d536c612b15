"""The kitchen sink uses everything that authors may write, and every language, edition and format shows it."""

from __future__ import annotations

import re

import pytest
from sphinx.registry import SphinxComponentRegistry

import builders
from builders.authoring.preview import PAGE, lay_sink
from builders.editions.source_reading import parse_source
from builders.markup import BLOCKS, DIRECTIVES, ROLES
from builders.markup.constructs import OPTIONS
from builders.markup.raw_doctrees import read_raw
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.model.editions import Format
from builders.model.vocabulary import OverviewKind
from builders.publishing.cache import measure
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.settings import Settings
from tests.conftest import ROOT, Project
from tests.real_text import real_settings

TEXT = (ROOT / PAGE).read_text(encoding="utf-8")
HOMES = {("checklist", "home")}
"""An option that the page cannot use: it names an edition, and the page is at home in none."""


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return lay_sink(real_settings(), tmp_path_factory.mktemp("sink"))


@pytest.fixture(scope="module")
def blocks(sink: Settings) -> list[TypedBlock]:
    return list(read_raw(parse_source(sink)["shared/kitchen-sink"]).findall(TypedBlock))


@pytest.mark.slow
def test_every_language_edition_and_format_is_built_without_a_finding(sink: Settings) -> None:
    outcome = publish(sink, may_draft=True)  # nobody translates the kitchen sink

    assert outcome.findings == ()
    assert len(outcome.artifacts) == len(plan(sink).wanted())


@pytest.mark.slow
def test_nothing_that_authors_may_write_needs_the_transforms_for_software(sink, monkeypatch) -> None:
    asked, names = SphinxComponentRegistry.get_post_transforms, builders.FOR_SOFTWARE
    monkeypatch.setattr(SphinxComponentRegistry, "get_post_transforms", lambda self: known.append(self) or asked(self))
    known: list[SphinxComponentRegistry] = []

    without = built(sink)
    monkeypatch.setattr(builders, "FOR_SOFTWARE", frozenset())

    assert built(sink) == without
    assert names.isdisjoint(each.__name__ for each in asked(known[0]))
    assert names.issubset(each.__name__ for each in asked(known[-1]))


def built(sink: Settings) -> list[tuple[int, int, str]]:
    """Return the sizes and sums of an edition in every format."""
    return [measure(path) for path in Project(sink.project).build("ar", "children", *Format).paths.values()]


def test_it_uses_every_directive_but_the_one_that_lists_pages() -> None:
    used = set(re.findall(r"^ *\.\. ([a-z-]+)::", TEXT, re.MULTILINE))

    assert used == {*DIRECTIVES, *OPTIONS} - {"toctree", "date", "replace", "unicode"}


def test_it_uses_every_role() -> None:
    assert set(re.findall(r":([a-z]+):`", TEXT)) >= set(ROLES)


def test_it_has_every_kind_of_overview() -> None:
    kinds = re.findall(r"^\.\. overview:: (\S+)$", TEXT, re.MULTILINE)

    assert sorted(kinds) == sorted(kind.value for kind in OverviewKind)


@pytest.mark.parametrize("name", BLOCKS)
def test_it_uses_every_option_and_part_of_every_block(blocks: list[TypedBlock], name: str) -> None:
    found = [block for block in blocks if block.block_type == name]

    options = {option for block in found for option in block.attributes}
    parts = {child["part"] for block in found for child in block.children if isinstance(child, BlockPart)}
    assert {option for option in BLOCKS[name].fields if (name, option) not in HOMES} <= options
    assert set(BLOCKS[name].parts) <= parts


def test_its_identifiers_are_its_own(sink: Settings) -> None:
    assert all(re.fullmatch(r"[a-z]{3}-gen-9\d\d", identifier) for identifier in sink.ledger)
