"""The tests of the tools stand on guidelines of their own: they name no edition, block or character of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from builders.markup import BLOCKS
from tests.conftest import ROOT
from tests.real_text import real_settings
from tests.text.own_names import blocks_and_people

TESTS = ROOT / "tests"
OWN = ("text", "hand-hygiene", "garden", "adaptations/replay", "adaptations/test_replay.py")
"""What stands on this text or on another guideline, and a round of edits of this text, kept as it was."""
WORDS = {
    "language/termbase.csv": "concepts are called by their English words",
    "language/test_matching.py": "concepts are called by their English words",
}
"""Files in which the name of an edition is a word of a language."""
SUFFIXES = (".csv", ".mqxliff", ".po", ".pot", ".py", ".rst", ".sdlxliff", ".toml", ".txt", ".xlf")


def files() -> list[Path]:
    own = [TESTS / name for name in OWN]
    found = (path for path in sorted(TESTS.rglob("*")) if path.suffix in SUFFIXES)
    return [path for path in found if not any(path.is_relative_to(each) for each in own)]


def edition_names(edition: str) -> Iterator[str]:
    """Yield patterns of *edition* as a name; a word of everyday English is one only where names stand."""
    if "-" in edition:
        yield rf"\b{edition.replace('-', '[-_]')}\b(?!\?)"
        return
    yield rf'"{edition}(?:/[^"]*|\.\w+)?"'
    yield rf"(?:source|changes|html|LC_MESSAGES|(?<![\w-])[a-z]{{2}}(?:-\w+)?)/{edition}\b(?=[/.\"-])"
    yield rf"(?<=[ `<\"(])/{edition}/\w"
    yield rf"\bedition[=./ ]\"?{edition}\b(?!-)"
    yield rf"^ *(?:\.\. audience::|:audience:)(?: [\w-]+,?)* {edition}\b"
    yield rf",core,(?:[\w-]+ )*{edition}[ ,]"
    yield rf"-e(?:dition)? {edition}\b"


@cache
def names() -> re.Pattern[str]:
    """Return a pattern of what editions, their blocks and the characters of this text are called."""
    editions = (pattern for edition in real_settings().editions for pattern in edition_names(edition.id))
    return re.compile("|".join([*editions, *blocks_and_people()]), re.MULTILINE)


def named(text: str) -> list[str]:
    return [match[0] for match in names().finditer(text)]


def test_no_test_of_the_tools_names_anything_of_this_guideline() -> None:
    paths = {path.relative_to(TESTS).as_posix(): path for path in files()}
    texts = {name: f"{name}\n{path.read_text(encoding='utf-8')}" for name, path in paths.items() if name not in WORDS}

    assert [(name, found) for name, text in texts.items() for found in named(text)] == []


def test_words_are_names_no_longer_than_needed() -> None:
    assert [name for name in WORDS if not named((TESTS / name).read_text(encoding="utf-8"))] == []


def test_every_edition_is_seen_where_names_stand() -> None:
    for edition in real_settings().editions:
        shapes = (
            'page("en", "{}")',
            'made.write("source/{}/own.rst")',
            'assert ["fr/{}/html"]',
            "   .. audience:: one {}",
            "   :audience: one, {}",
            "app,technology,core,{} one,allow,A.,",
            "[edition.{}]",
            "publish -e {}",
            'catalog == "{}.po"',
            "See :doc:`/{}/index`.",
        )
        assert [shape for shape in shapes if not named(shape.format(edition.id))] == []


def test_every_block_is_seen_by_its_home() -> None:
    for edition in real_settings().editions:
        for block in BLOCKS.values():
            identifier = f"{block.prefix}-{edition.home}-001"
            shapes = (
                f'"{identifier}"',
                identifier.upper().replace("-", "\u2011"),
                f"f({identifier.replace('-', '_')}=1)",
            )
            assert [shape for shape in shapes if not named(shape)] == []


def test_every_character_is_seen_in_every_language() -> None:
    for slug, person in real_settings().characters.items():
        said = (*(f"({name})" for name in person.names.values()), f".. character:: chr-{slug}", f"   :who: {slug}")
        assert [text for text in said if not named(text)] == []


def test_words_of_everyday_english_are_no_names() -> None:
    for edition in real_settings().editions:
        if edition.id.isalpha():
            assert named(f"They talk with {edition.id}, and {edition.id}’s friends. ({edition.id} = 1)") == []
