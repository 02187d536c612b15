"""The tools do not know this guideline by name: what it says of itself, and what its editions are called, is data."""

from __future__ import annotations

import re

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


def test_no_file_of_the_tools_says_what_only_this_guideline_is_called() -> None:
    own = names()
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in FILES}

    assert [(path, name) for path, text in texts.items() for name in own if name in text] == []


def test_no_file_of_the_tools_names_a_block_or_anybody_of_this_text() -> None:
    named = re.compile("|".join(blocks_and_people()))
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in FILES}

    assert [(path, match[0]) for path, text in texts.items() for match in named.finditer(text)] == []
