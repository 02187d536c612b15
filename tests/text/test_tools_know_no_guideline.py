"""The tools do not know this guideline by name: what it says of itself, and what its editions are called, is data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.real_text import real_settings
from tests.text.own_names import blocks_and_people

SUFFIXES = (".py", ".jinja", ".html", ".css", ".js", ".toml", ".xml")
FILES = [path for path in sorted((ROOT / "builders").rglob("*")) if path.suffix in SUFFIXES]


def names() -> list[str]:
    """Return what only this guideline is called; words that others say too, such as “children”, are no names."""
    own, editions = real_settings().guideline, real_settings().editions
    said = [
        *own.names.values(),
        *own.publishers.values(),
        own.slug,
        own.published_at,
        own.licence.id,
        own.licence.short,
    ]
    called = [name for edition in editions for name in (edition.id, edition.title) if not name.isalpha()]
    return [*said, *own.labels.values(), *own.disclaimers, *called]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_of_the_tools_says_nothing_that_only_this_guideline_is_called(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [name for name in names() if name in text] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_of_the_tools_names_no_block_and_nobody_of_this_text(path: Path) -> None:
    found = re.compile("|".join(blocks_and_people())).finditer(path.read_text(encoding="utf-8"))

    assert [match[0] for match in found] == []
