"""Two branches of a catalog become one, and nobody's sentence is lost on the way."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.merge.merging import Merged, merge_catalogs, merge_memories
from builders.catalogs.merge.versions import Versions
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Pair

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CASES = sorted((Path(__file__).parents[1] / "cases").glob("merge-*.txt"))
FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French")
NOTHING = Catalog(path="fr.po", header="", entries=())


def load(text: str) -> Catalog:
    if not text:
        return NOTHING
    return parse_catalog(with_header(text).encode(), "fr.po", is_mended=True)


def with_header(text: str) -> str:
    return text if '"Content-Type: ' in text else HEADER + text


def said(merged: Merged) -> str:
    lines = [f"conflict: {context} | {msgid}\n" for context, msgid in merged.conflicts]
    return "".join([*lines, *(f"left over: {context} | {msgid}\n" for context, msgid in merged.left_over)])


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_two_branches_merge_as_their_case_says(case: Path) -> None:
    _, *rest = re.split(r"^=== (\w+)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))

    merged = merge_catalogs(Versions(base=parts["base"], ours=parts["ours"], theirs=parts["theirs"]).of(load))

    assert format_catalog(merged.catalog) == with_header(parts["merged"])
    assert said(merged) == parts.get("says", "")


words = st.sampled_from(["", "un", "deux", "trois", "quatre"])
notes = st.lists(st.sampled_from(["by Ana", "changed: editorial", "see page 4"]), unique=True, max_size=2)
keys = st.tuples(st.sampled_from(["", "rec-pla-001/text"]), st.sampled_from(["One.", "Two.", "Three.", "Four."]))
entries = st.builds(
    lambda key, msgstr, flags, comments, previous, is_obsolete: CatalogEntry(
        context=key[0],
        msgid=key[1],
        msgstr=msgstr,
        flags=frozenset(flags),
        comments=tuple(comments),
        previous=previous,
        is_obsolete=is_obsolete,
    ),
    keys,
    words,
    st.sets(st.sampled_from(["fuzzy", "no-wrap"])),
    notes,
    st.one_of(st.none(), keys),
    st.booleans(),
)
headers = st.sampled_from(["", "X-Generator: Poedit\n", "X-Generator: Weblate\n", "Plural-Forms: nplurals=2;\n"])


def written(made: list[CatalogEntry], more: str = "", tail: str = "\n") -> Catalog:
    """Return a catalog that was read from a file."""
    header = f"Content-Type: text/plain; charset=UTF-8\n{more}"
    text = format_catalog(Catalog(path="fr.po", header=header, entries=tuple(made), tail=tail))
    return parse_catalog(text.encode(), "fr.po", is_mended=True)


places = st.lists(entries, unique_by=lambda entry: (entry.key, entry.is_obsolete), max_size=7)
catalogs = st.builds(written, places, headers, st.sampled_from(["\n", "\n\n# the end\n", "\n\n"]))


@given(catalogs, catalogs)
def test_what_only_one_side_has_changed_is_the_result(base: Catalog, changed: Catalog) -> None:
    for versions in (
        Versions(base=base, ours=changed, theirs=base),
        Versions(base=base, ours=base, theirs=changed),
        Versions(base=base, ours=changed, theirs=changed),
        Versions(base=NOTHING, ours=changed, theirs=changed),
    ):
        merged = merge_catalogs(versions)
        assert format_catalog(merged.catalog) == format_catalog(changed)
        assert merged.conflicts == ()


def texts_of(catalog: Catalog) -> set[tuple[tuple[str, str], str]]:
    return {(entry.key, entry.msgstr) for entry in catalog.entries}


def made_unique(catalog: Catalog, side: str) -> Catalog:
    """Return *catalog* with what *side* has written marked with its name."""
    entries = (
        replace(entry, msgstr=f"{entry.msgstr} {side}") if entry.msgstr in ("un", "deux") else entry
        for entry in catalog.entries
    )
    noted = (
        replace(entry, comments=(*entry.comments, f"seen by {side}")) if "by Ana" in entry.comments else entry
        for entry in entries
    )
    return replace(catalog, entries=tuple(noted))


def notes_of(catalog: Catalog, side: str) -> set[tuple[str, str]]:
    return {entry.key for entry in catalog.entries if f"seen by {side}" in entry.comments}


@given(catalogs, catalogs, catalogs)
def test_no_sentence_that_a_side_has_written_is_lost(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    ours, theirs = made_unique(ours, "ours"), made_unique(theirs, "theirs")

    merged = merge_catalogs(Versions(base=base, ours=ours, theirs=theirs)).catalog
    text = format_catalog(merged)

    assert notes_of(ours, "ours") <= notes_of(merged, "ours")
    assert notes_of(theirs, "theirs") <= notes_of(merged, "theirs")
    old = {msgstr for _, msgstr in texts_of(base)}
    new = {msgstr for catalog in (ours, theirs) for _, msgstr in texts_of(catalog)} - old
    both = {msgstr for _, msgstr in texts_of(ours) & texts_of(theirs)}
    assert [sentence for sentence in new | both if f'"{sentence}"' not in text] == []


@given(catalogs, catalogs, catalogs)
def test_without_a_conflict_the_result_is_a_catalog(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    merged = merge_catalogs(Versions(base=base, ours=ours, theirs=theirs))

    text = format_catalog(merged.catalog)
    if not merged.conflicts:
        read = parse_catalog(text.encode(), "fr.po", is_mended=True)
        assert [replace(entry, line=0) for entry in read.entries] == [
            replace(entry, line=0) for entry in merged.catalog.entries
        ]
    assert text.count("<<<<<<< ours\n") == text.count(">>>>>>> theirs\n") == len(merged.conflicts)


@given(catalogs, catalogs, catalogs)
def test_it_does_not_matter_which_branch_is_merged_into_which(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    there = merge_catalogs(Versions(base=base, ours=ours, theirs=theirs))
    back = merge_catalogs(Versions(base=base, ours=theirs, theirs=ours))

    assert set(there.conflicts) == set(back.conflicts)
    assert texts_of(there.catalog) - conflicting(there) == texts_of(back.catalog) - conflicting(back)


def conflicting(merged: Merged) -> set[tuple[tuple[str, str], str]]:
    return {place for place in texts_of(merged.catalog) if place[0] in merged.conflicts}


def test_memories_merge_into_everything_that_both_have() -> None:
    one, two, three = (Pair(context="", source=text, target=f"fr {text}") for text in ("one", "two", "three"))
    files = Versions(base=(one,), ours=(one, two), theirs=(three, two)).of(lambda pairs: format_memory(pairs, FRENCH))

    merged = merge_memories(files, "memory.tmx")

    assert parse_memory(merged, FRENCH, "memory.tmx") == (one, two, three)
