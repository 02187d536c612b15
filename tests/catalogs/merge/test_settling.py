"""A catalog with conflicts becomes one that every editor opens, and both texts are in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from test_merging_histories import (
    CONFLICT,
    beginnings,
    both_sides,
    branched,
    histories,
    merged_files,
    property_test,
    text_of,
)

from builders.catalogs.merge.settling import OTHER, without_marks
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.problems import Problem

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CASES = Path(__file__).parents[1] / "cases"


def settled(text: str) -> str:
    return format_catalog(without_marks(text.encode(), "fr.po").catalog)


def case(name: str) -> str:
    """Return the merged catalog of a case of two branches."""
    text = (CASES / f"merge-{name}.txt").read_text(encoding="utf-8")
    merged = text.partition("=== merged\n")[2].partition("=== says\n")[0]
    return merged if '"Content-Type: ' in merged else HEADER + merged


@pytest.mark.parametrize("name", ["conflict", "conflicts", "header-conflict", "no-base", "obsolete-conflict"])
def test_a_settled_conflict_is_an_entry_with_both_texts_and_the_rest_keeps_its_bytes(name: str) -> None:
    text = case(name)
    rest = [piece for piece in CONFLICT.sub("", text).split("\n\n") if piece]

    result = settled(text)

    parse_catalog(result.encode(), "fr.po")
    assert [piece for piece in rest if piece.strip("\n") not in result] == []
    assert result.count(OTHER) == text.count("<<<<<<< ours\n")


def test_the_text_of_ours_is_kept_fuzzy_with_the_other_one_above_it() -> None:
    text = settled(case("obsolete-conflict"))

    assert text.endswith(f'# {OTHER}Le deux.\n#, fuzzy\n#~ msgid "Two."\n#~ msgstr "Deux."\n')


def test_a_text_of_several_lines_is_a_comment_of_several_lines() -> None:
    sides = [f'msgid "One."\nmsgstr ""\n"{word}\\n"\n"deux"\n' for word in ("Un,", "Une,")]

    text = settled(f"{HEADER}<<<<<<< ours\n{sides[0]}=======\n{sides[1]}>>>>>>> theirs\n")

    assert f"# {OTHER}Une,\n# deux\n#, fuzzy\n" in text


def test_of_a_header_the_line_that_differs_is_noted_and_it_is_not_fuzzy() -> None:
    text = settled(case("header-conflict"))

    assert text.startswith(f'# {OTHER}Plural-Forms: nplurals=3; plural=0;\nmsgid ""\n')
    assert "fuzzy" not in text


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\na\n=======\nb\n>>>>>>> french\n", "<<<<<<< ours\n", "=======\n"])
def test_other_marks_are_refused(text: str) -> None:
    with pytest.raises(Problem, match="catalog-conflict"):
        settled(HEADER + text)


@property_test
@given(beginnings, histories, histories)
def test_no_text_of_a_merge_is_lost_when_it_is_settled(beginning: list, ours: list, theirs: list) -> None:
    merged = merged_files(branched(beginning, ours, theirs))
    files = {domain: without_marks(text_of(each).encode(), "fr.po").catalog for domain, each in merged.items()}

    for catalog in files.values():
        parse_catalog(format_catalog(catalog).encode(), "fr.po")
    held = {text for catalog in files.values() for entry in catalog.entries for text in (entry.msgstr, *entry.comments)}
    wanted = {entry.msgstr for catalog in both_sides(merged).values() for entry in catalog.entries}
    assert {text for text in wanted if text not in held and f"{OTHER}{text}" not in held} == set()
