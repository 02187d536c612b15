"""Whatever becomes of the guidelines below two layers of changes, nothing is lost, nothing else moves, all is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.adaptations.annex import deviations, given_back
from builders.adaptations.base_lock import BaseLock, Terms, read_lock, written
from builders.adaptations.blocks import Blocks, blocks_of
from builders.adaptations.drift import REFUSED, RESTS_ON, accept, drifts
from builders.adaptations.overlays import NationalText, Overlay
from builders.adaptations.resolving import Resolution, resolve
from builders.markup.raw_doctrees import RawDoctrees, read_raw
from builders.markup.typed_block import TypedBlock
from builders.model.adaptations import Do, Drift, Status
from builders.model.identifiers import LedgerEntry
from tests.adaptations.trees import COUNTRY, REGION, Text, national, overlay, places, trees

DOCUMENTS = ("one", "two", "three")
IDS = tuple(f"rec-gen-{number:03}" for number in range(1, 9))
BASE = {
    identifier: Text(identifier, DOCUMENTS[place % 3], f"Do {identifier}.", (f"Why {identifier}.", "More."), strength)
    for place, (identifier, strength) in enumerate(zip(IDS, ("must", "should", "may", "should") * 2, strict=True))
}
DOES = (*(do for do in Do if do is not Do.TERM), None)
TERMS = Terms(version="2026.1", by="A. Reader", on=date(2026, 11, 23))

EDITS = ("statement", "explanation", "comma", "who", "move", "split", "withdraw", "raise", "fix", "gone")
CHANGED = {
    "statement": {"statement"},
    "explanation": {"explanation"},
    "who": {":who:"},
    "raise": {":strength:"},
    "fix": {":adaptation:"},
}
"""The parts that an edit changes."""

targets = st.tuples(st.sampled_from(IDS), st.sampled_from(DOES))
changes = st.lists(targets, max_size=10, unique=True)
edits = st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(IDS)), max_size=12)
own_targets = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(DOES)), max_size=3, unique=True)


@dataclass
class Guidelines:
    """A text that is edited, and its ledger."""

    texts: dict[str, Text]
    ledger: dict[str, LedgerEntry]
    log: dict[str, set[str]]
    """The edits of every block."""

    @classmethod
    def new(cls) -> Guidelines:
        entries = {each: LedgerEntry(id=each, type="recommendation", since="1", status="active") for each in IDS}
        return cls(dict(BASE), entries, {})

    @property
    def trees(self) -> RawDoctrees:
        return trees(self.texts.values(), DOCUMENTS)

    def edit(self, kind: str, target: str) -> None:
        """Do with the block *target* what an author does."""
        text = self.texts.get(target)
        if text is None:
            return
        self.log.setdefault(target, set()).add(kind)
        after = {
            "statement": replace(text, statement=f"{text.statement} Once more."),
            "explanation": replace(text, explanation=(*text.explanation, "Another why.")),
            "comma": replace(text, explanation=tuple(each.replace(".", " !") for each in text.explanation)),
            "who": replace(text, who=(*text.who, f"parent{len(text.who)}")),
            "move": replace(text, document=DOCUMENTS[(DOCUMENTS.index(text.document) + 1) % 3]),
            "raise": replace(text, strength={"may": "should"}.get(text.strength, "must")),
            "fix": replace(text, adaptation="fixed"),
        }
        if kind in after:
            self.texts[target] = after[kind]
            return
        del self.texts[target]
        entry = self.ledger[target]
        if kind == "withdraw":
            self.ledger[target] = replace(entry, status="withdrawn")
        elif kind == "split":
            first, second = f"{target}-a", f"{target}-b"
            self.texts |= {each: replace(text, id=each) for each in (first, second)}
            self.ledger[target] = replace(entry, status="withdrawn", superseded_by=first)


def layer_above(
    doctrees: RawDoctrees, over: Overlay, lock: BaseLock, ledger: dict[str, LedgerEntry]
) -> tuple[Blocks, tuple[Drift, ...], Resolution]:
    below = blocks_of(doctrees)
    found = drifts(over, below, lock, ledger)
    leaving = [each.change.key for each in found if each.status in REFUSED]
    return below, found, resolve(doctrees, over, places(below.states), leaving=leaving)


def accepted(doctrees: RawDoctrees, over: Overlay) -> BaseLock:
    faults: list = []
    lock = accept(over, blocks_of(doctrees), BaseLock(), TERMS)
    assert read_lock(written(lock), "base.lock", faults) == lock
    assert faults == []
    return lock


def check_layer(
    doctrees: RawDoctrees, over: Overlay, lock: BaseLock, guidelines: Guidelines, shuffled: Sequence[NationalText]
) -> tuple[Resolution, tuple[Drift, ...]]:
    """Hold every promise of a layer, and return what comes of it."""
    below, found, done = layer_above(doctrees, over, lock, guidelines.ledger)
    above = blocks_of(done.doctrees)
    keys = [change.key for change in over.changes]

    # Every change is applied exactly once or reported exactly once.
    assert sorted(each.key for each in (*done.applied, *done.left)) == sorted(keys)
    assert {each.key for each in done.left} == {each.change.key for each in found if each.status in REFUSED}
    # What nothing touches stays as it is, byte by byte.
    touched = {each.target for each in done.applied if each.do}
    new = {each.block for each in done.applied} - {""}
    assert above.states.keys() == below.states.keys() | new
    assert all(above.states[each] == below.states[each] for each in below.states.keys() - touched)
    assert written_blocks(done.doctrees, touched | new) == written_blocks(doctrees, touched)
    documents = {below.states[each].document for each in touched}
    assert all((done.doctrees[name] is data) == (name not in documents) for name, data in doctrees.items())
    # Neither the order of files nor doing it again makes a difference.
    _, _, again = layer_above(doctrees, overlay(over.layer, shuffled), lock, guidelines.ledger)
    assert again.doctrees == done.doctrees
    # The annex alone gives back the text below.
    statuses = [each for each in found if each.change in done.applied]
    listed = [each for each in deviations(over, below.states, statuses) if each.change in done.applied]
    assert given_back(above.states, listed) == {name: state.parts for name, state in below.states.items()}
    return done, found


def written_blocks(doctrees: RawDoctrees, without: set[str]) -> dict[str, str]:
    return {
        block["block_id"]: block.pformat()
        for data in doctrees.values()
        for block in read_raw(data).findall(TypedBlock)
        if block["block_id"] not in without
    }


def expected(drift: Drift, guidelines: Guidelines) -> Status:
    """Return how a change of the region stands, by the log of edits."""
    change, log = drift.change, guidelines.log.get(drift.change.target, set())
    before = BASE[change.target]
    if change.target not in guidelines.texts:
        return Status.CONFLICT if "withdraw" in log else Status.ORPHAN
    now = guidelines.texts[change.target]
    if change.do in (Do.STATEMENT, Do.WITHDRAW) and now.strength != before.strength:
        return Status.CONFLICT
    if "fix" in log and change.do not in (Do.NOTE, None):
        return Status.CONFLICT
    parts = {part for kind in log for part in CHANGED.get(kind, ())}
    if now.strength == before.strength:
        parts.discard(":strength:")
    if change.do is Do.AFTER or not parts:
        return Status.FRESH
    return Status.STALE if parts & RESTS_ON[change.do] else Status.LOOK


def check_history(
    region: list[tuple[str, Do | None]],
    country: list[tuple[str, Do | None]],
    own: list[tuple[int, Do | None]],
    history: list[tuple[str, str]],
    order: st.DataObject,
) -> None:
    guidelines = Guidelines.new()
    first = overlay(REGION, [national(REGION, *each) for each in region])
    added = [each.change.block for each in first.texts if each.change.block]
    on_region = [(added[place % len(added)], do) for place, do in own] if added else []
    second = overlay(COUNTRY, [national(COUNTRY, *each) for each in dict.fromkeys((*country, *on_region))])
    locks = [accepted(guidelines.trees, first)]
    locks.append(accepted(layer_above(guidelines.trees, first, locks[0], guidelines.ledger)[2].doctrees, second))

    for edit in history:
        guidelines.edit(*edit)
    shuffled = [order.draw(st.permutations(each.texts)) for each in (first, second)]
    lower, found = check_layer(guidelines.trees, first, locks[0], guidelines, shuffled[0])
    check_layer(lower.doctrees, second, locks[1], guidelines, shuffled[1])

    assert {each.change.key: each.status for each in found} == {
        each.change.key: expected(each, guidelines) for each in found
    }


@given(changes, changes, own_targets, edits, st.data())
def test_nothing_is_lost_when_the_guidelines_move(region, country, own, history, data) -> None:
    check_history(region, country, own, history, data)


@pytest.mark.slow
@settings(max_examples=500)
@given(changes, changes, own_targets, edits, st.data())
def test_nothing_is_lost_in_five_hundred_histories(region, country, own, history, data) -> None:
    check_history(region, country, own, history, data)
