"""The words of concepts, as every language has them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builders.language import concepts as module
from builders.language.concepts import concepts, folded
from builders.language.wordings import frame

FILES = sorted(Path(module.__file__).parent.glob("*.toml"))
TAGS = [path.stem for path in FILES]


def compared(tag: str) -> dict[str, set[str]]:
    return {name: set(known.carriers) for name, known in concepts(tag).items()}


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_words_for_concepts_of_english_only(tag: str) -> None:
    known = compared("en")

    assert compared(tag).keys() == known.keys()
    assert [name for name, own in compared(tag).items() if not own <= known[name]] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_entries_have_no_groups_of_their_own_and_match_something(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    around = data.pop("frame", frame(path.stem))
    entries = [entry for rows in data.values() for row in rows.values() for each in row.values() for entry in each]

    assert [entry for entry in entries if re.compile(entry).groups] == []
    assert [entry for entry in entries if re.compile(around.format(entry)).fullmatch("")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_entry_stands_twice_in_a_concept(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    data.pop("frame", None)

    for rows in data.values():
        for name, row in rows.items():
            entries = [*row["strict"], *row.get("loose", ())]
            assert sorted(entries) == sorted(set(entries)), name


def said(tag: str, name: str, text: str) -> list[str]:
    return [each.concept for each in concepts(tag)[name].said(folded(text).text)]


@pytest.mark.parametrize(
    ("tag", "name", "text", "expected"),
    [
        ("en", "order", "Before the meeting, and after it", ["before", "after"]),
        ("fr", "order", "Avant l’entretien ; il faut d’abord écouter", ["before", "first"]),
        ("fr", "negation", "Un pas après l’autre, et personne ne t’oublie", ["not"]),
        ("es", "condition", "Estar a salvo, salvo excepción", ["unless"]),
        ("ar", "condition", "نعرف أن الطفل خائف، فإذا تكلم", ["if"]),
        ("ar", "quantity", "فقط", []),
        ("zh-Hans", "negation", "未成年人的想法各不相同，不同的人不要一概而论", ["not"]),
        ("ru", "quantity", "Не менее двух раз", ["at-least"]),
    ],
)
def test_what_is_said_clearly_is_found_and_what_looks_like_it_is_not(
    tag: str, name: str, text: str, expected: list[str]
) -> None:
    assert said(tag, name, text) == expected


def test_a_language_without_a_file_says_nothing() -> None:
    assert concepts("sw") == {}
