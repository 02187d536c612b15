"""A guideline on another subject, with its own editions, languages, codes and lists, is checked and published."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from builders.authoring.check_command import run_checks
from builders.editions.source_reading import parse_source
from builders.markup.raw_doctrees import read_raw
from builders.markup.typed_block import TypedBlock
from builders.model.vocabulary import BLOCK_TYPES
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.settings import Settings, read_settings
from builders.translating.update_command import make_templates, outdated_templates
from tests.conftest import GARDEN

TODAY = date(2026, 4, 1)


@pytest.fixture
def garden(tmp_path: Path) -> Settings:
    shutil.copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    return read_settings(tmp_path)


@pytest.mark.parametrize("profile", ["authoring", "translation"])
def test_its_text_and_its_translations_keep_to_its_rules(garden: Settings, profile: str) -> None:
    assert run_checks(garden, profile, today=TODAY) == ()


def test_it_has_every_type_of_block(garden: Settings) -> None:
    trees = (read_raw(tree) for tree in parse_source(garden).values())

    assert {block.block_type for tree in trees for block in tree.findall(TypedBlock)} == set(BLOCK_TYPES)


def test_its_templates_are_up_to_date(garden: Settings) -> None:
    assert outdated_templates(garden, make_templates(garden)) == []


@pytest.mark.slow
def test_every_edition_is_published_in_every_language_and_format(garden: Settings) -> None:
    outcome = publish(garden)

    assert outcome.findings == ()
    assert len(outcome.artifacts) == len(plan(garden).wanted()) == 2 * 3 * 3
