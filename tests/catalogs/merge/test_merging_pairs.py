"""Whatever two branches have done to the same message: the table of all pairs, and what holds for each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from builders.catalogs.merge.merging import Merged, merge_catalogs
from builders.catalogs.merge.versions import Versions
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import standing, with_review
from builders.model.messages import Catalog, CatalogEntry, Key, MessageState, ReviewLevel, Standing
from builders.problems import Problem

TABLE = Path(__file__).parents[1] / "cases" / "pairs.txt"
HEADER = "Content-Type: text/plain; charset=UTF-8\n"
CONFLICT = re.compile(r"^<<<<<<< ours\n(.*?)^=======\n(.*?)^>>>>>>> theirs(?:\n|\Z)", re.MULTILINE | re.DOTALL)

KEY: Key = ("rec-pla-001/text", "Answer within 24 hours.")
CHANGED: Key = ("rec-pla-001/text", "Answer within 48 hours.")
FORMER: Key = ("rec-pla-001/text", "Answer within 12 hours.")
NEIGHBOURS = tuple(CatalogEntry(context="", msgid=text, msgstr="") for text in ("Before.", "After."))

Entries = list[CatalogEntry]
Act = Callable[[CatalogEntry, str], Entries | None]
"""What is left of an entry when somebody on a side has acted; None where there is nothing to do for the act."""


def nothing(entry: CatalogEntry, side: str) -> Entries:
    return [entry]


def translated(entry: CatalogEntry, side: str) -> Entries | None:
    """A translator has given it a translation, another one, or has rewritten the one that was suggested."""
    flags = entry.flags - {"fuzzy"}
    return None if entry.is_obsolete else [replace(entry, msgstr=f"De {side}.", flags=flags, previous=None)]


def finished(entry: CatalogEntry, side: str) -> Entries | None:
    return [replace(entry, flags=frozenset(), previous=None)] if entry.state is MessageState.FUZZY else None


def doubted(entry: CatalogEntry, side: str) -> Entries | None:
    return [replace(entry, flags=entry.flags | {"fuzzy"})] if entry.state is MessageState.TRANSLATED else None


def emptied(entry: CatalogEntry, side: str) -> Entries | None:
    return None if entry.is_obsolete or not entry.msgstr else [replace(entry, msgstr="", flags=frozenset())]


def changed(entry: CatalogEntry, side: str) -> Entries | None:
    """The source has another text; an update has laid the translation there as a suggestion."""
    if entry.is_obsolete:
        return None
    suggestion = replace(entry, msgid=CHANGED[1])
    if not entry.msgstr:
        return [suggestion]
    if entry.is_fuzzy:
        return [suggestion]
    note = "changed: substantive (number: 24 → 48)"
    suggestion = replace(suggestion, comments=(*entry.comments, note), flags=frozenset({"fuzzy"}), previous=KEY)
    return [suggestion, replace(entry, is_obsolete=True)]


def retired(entry: CatalogEntry, side: str) -> Entries | None:
    """The source has dropped it; an update keeps the translation as obsolete."""
    if entry.is_obsolete:
        return None
    return [replace(entry, is_obsolete=True)] if entry.msgstr else []


def moved(entry: CatalogEntry, side: str) -> Entries | None:
    """It has gone to another catalog, or somebody has deleted it by hand: in this file it is the same."""
    return []


def revived(entry: CatalogEntry, side: str) -> Entries | None:
    return [replace(entry, is_obsolete=False)] if entry.is_obsolete else None


def noted(entry: CatalogEntry, side: str) -> Entries | None:
    return [replace(entry, comments=(*entry.comments, f"a note of {side}"))]


def approved(entry: CatalogEntry, side: str) -> Entries | None:
    if entry.state is not MessageState.TRANSLATED:
        return None
    return [with_review(entry, ReviewLevel.APPROVED, by=side, on=date(2026, 11, 23))]


def flagged(entry: CatalogEntry, side: str) -> Entries | None:
    return [replace(entry, flags=entry.flags | {f"no-{side}"})]


ACTS: tuple[Act, ...] = (
    nothing,
    translated,
    finished,
    doubted,
    emptied,
    changed,
    retired,
    moved,
    revived,
    noted,
    approved,
    flagged,
)

MESSAGE = CatalogEntry(context=KEY[0], msgid=KEY[1], msgstr="De base.")
BASES: Mapping[str, CatalogEntry] = {
    "translated": MESSAGE,
    "untranslated": replace(MESSAGE, msgstr=""),
    "fuzzy": replace(MESSAGE, flags=frozenset({"fuzzy"}), previous=FORMER),
    "obsolete": replace(MESSAGE, is_obsolete=True),
}


@dataclass(frozen=True)
class Pair:
    """What two branches have done to a message, and what becomes of it."""

    acts: tuple[str, str]
    catalogs: Versions[Catalog] = field(repr=False)

    def merge(self) -> Merged:
        return merge_catalogs(self.catalogs)

    def merge_back(self) -> Merged:
        return merge_catalogs(replace(self.catalogs, ours=self.catalogs.theirs, theirs=self.catalogs.ours))

    def new_words(self) -> set[str]:
        """Return the translations and notes that a side has written, and those that both have left alone."""
        base, ours, theirs = (
            {word for entry in catalog.entries for word in (entry.msgstr, *entry.comments) if word}
            for catalog in (self.catalogs.base, self.catalogs.ours, self.catalogs.theirs)
        )
        return (ours ^ theirs) - base | (ours & theirs)


def pairs(state: str) -> Iterator[Pair]:
    """Yield what two branches can do to a message that was in *state*."""
    entry = BASES[state]
    for one, two in product(ACTS, ACTS):
        made = Versions(base=[entry], ours=one(entry, "ours"), theirs=two(entry, "theirs"))
        if made.ours is not None and made.theirs is not None:
            catalogs = made.of(lambda entries: catalog(entries or []))
            yield Pair((one.__name__, two.__name__), catalogs)


def catalog(entries: Entries) -> Catalog:
    """Return a catalog that was read from a file, with *entries* between two others, the obsolete ones at the end."""
    before, after = NEIGHBOURS
    active = [entry for entry in entries if not entry.is_obsolete]
    obsolete = [entry for entry in entries if entry.is_obsolete]
    made = Catalog(path="fr.po", header=HEADER, entries=(before, *active, after, *obsolete))
    return parse_catalog(format_catalog(made).encode(), "fr.po")


every_state = pytest.mark.parametrize("state", BASES)


def outcome(merged: Merged) -> str:
    """Return in a line what became of the message, and of its changed text."""
    parts = [each for entry in merged.catalog.entries for each in _described(entry, merged)]
    return "; ".join(parts) or "gone"


def _described(entry: CatalogEntry, merged: Merged) -> Iterator[str]:
    if entry.key not in (KEY, CHANGED):
        return
    name = "48 hours: " if entry.key == CHANGED else ""
    state = entry.state.value
    if entry.key in merged.conflicts:
        yield f"{name}conflict ({state})"
        return
    words = [standing(entry).value if standing(entry) is Standing.APPROVED else state]
    if entry.msgstr:
        words.append(entry.msgstr)
    words += [line for line in entry.comments if line.startswith("a note")]
    words += sorted(entry.flags - {"fuzzy"})
    words += ["left over"] if entry.key in merged.left_over else []
    yield name + ", ".join(words)


def table() -> str:
    """Return the table of all pairs; ours and theirs are the same but for their names, so each pair stands once."""
    lines = ["What two branches do to one message, and what their merge is; De X. is the translation that X wrote."]
    order = [act.__name__ for act in ACTS]
    for state in BASES:
        lines += ["", f"=== it was {state}"]
        lines += [
            f"{pair.acts[0]:10} | {pair.acts[1]:10} | {outcome(pair.merge())}"
            for pair in pairs(state)
            if order.index(pair.acts[0]) <= order.index(pair.acts[1])
        ]
    return "\n".join(lines) + "\n"


def test_every_pair_becomes_what_the_table_says() -> None:
    assert table() == TABLE.read_text(encoding="utf-8")


@every_state
def test_no_word_of_a_pair_is_lost(state: str) -> None:
    for pair in pairs(state):
        text = format_catalog(pair.merge().catalog)
        assert [word for word in pair.new_words() if word not in text] == [], pair


@every_state
def test_a_conflict_names_the_message_and_holds_both_texts(state: str) -> None:
    for pair in pairs(state):
        merged = pair.merge()
        text = format_catalog(merged.catalog)
        if merged.conflicts:
            (found,) = CONFLICT.finditer(text)
            assert set(merged.conflicts) <= {KEY, CHANGED}, pair
            assert 'msgstr "De ours."' in found[1], pair
            assert 'msgstr "De theirs."' in found[2], pair
            with pytest.raises(Problem, match="catalog-conflict"):
                parse_catalog(text.encode(), "fr.po")
        for side in (1, 2):
            taken = CONFLICT.sub(lambda match, side=side: match[side], text)
            assert parse_catalog(taken.encode(), "fr.po"), pair


@every_state
def test_it_does_not_matter_which_branch_is_merged_into_which(state: str) -> None:
    for pair in pairs(state):
        there, back = pair.merge(), pair.merge_back()
        assert (there.conflicts, there.left_over) == (back.conflicts, back.left_over), pair
        assert facts(there) == facts(back), pair


def facts(merged: Merged) -> list[object]:
    """Return what *merged* says of every message without a conflict, in its order."""
    return [
        (entry.key, entry.msgstr, entry.is_obsolete, entry.flags, set(entry.comments), entry.previous)
        for entry in merged.catalog.entries
        if entry.key not in merged.conflicts
    ]


@every_state
def test_only_the_text_that_was_approved_stays_approved(state: str) -> None:
    for pair in pairs(state):
        for entry in pair.merge().catalog.active:
            if standing(entry) is Standing.APPROVED:
                assert "approved" in pair.acts, pair
                assert (entry.key, entry.msgstr) == (KEY, "De base."), pair
