"""How a change stands to the text below it is judged by the parts that it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders.adaptations.base_lock import BaseLock, Terms, read_lock, written
from builders.adaptations.blocks import blocks_of
from builders.adaptations.drift import accept, drifts
from builders.adaptations.resolving import resolve
from builders.model.adaptations import Do, Drift, Status
from builders.model.identifiers import LedgerEntry
from tests.adaptations.trees import COUNTRY, REGION, Text, national, overlay, places, trees

TERMS = Terms(version="2026.1", by="A. Reader", on=date(2026, 11, 23))
BEFORE = Text("rec-gen-001", "page", "Do this.", ("That is why.",))
ENTRY = LedgerEntry(id=BEFORE.id, type="recommendation", since="1", status="active")
F, L, S, C = Status.FRESH, Status.LOOK, Status.STALE, Status.CONFLICT
AFTER = {
    "nothing": ({}, {Do.STATEMENT: F, Do.EXPLANATION: F, Do.NOTE: F, Do.WITHDRAW: F, Do.AFTER: F, None: F}),
    "the statement": (
        {"statement": "Do that."},
        {Do.STATEMENT: S, Do.EXPLANATION: S, Do.NOTE: S, Do.WITHDRAW: S, Do.AFTER: F, None: S},
    ),
    "the explanation": (
        {"explanation": ("This is why.",)},
        {Do.STATEMENT: L, Do.EXPLANATION: S, Do.NOTE: L, Do.WITHDRAW: L, Do.AFTER: F, None: L},
    ),
    "who": (
        {"who": ("school", "parent")},
        {Do.STATEMENT: S, Do.EXPLANATION: L, Do.NOTE: S, Do.WITHDRAW: S, Do.AFTER: F, None: S},
    ),
    "a higher strength": (
        {"strength": "must"},
        {Do.STATEMENT: C, Do.EXPLANATION: L, Do.NOTE: S, Do.WITHDRAW: C, Do.AFTER: F, None: S},
    ),
    "a lower strength": (
        {"strength": "may"},
        {Do.STATEMENT: S, Do.EXPLANATION: L, Do.NOTE: S, Do.WITHDRAW: S, Do.AFTER: F, None: S},
    ),
    "a lock": (
        {"adaptation": "fixed"},
        {Do.STATEMENT: C, Do.EXPLANATION: C, Do.NOTE: L, Do.WITHDRAW: C, Do.AFTER: C, None: L},
    ),
    "a comma": (
        {"statement": "Do this!"},
        {Do.STATEMENT: F, Do.EXPLANATION: F, Do.NOTE: F, Do.WITHDRAW: F, Do.AFTER: F, None: F},
    ),
}
"""What has changed below, and how each kind of change stands then."""


def stand(do: Do | None, after: Text | None, entry: LedgerEntry = ENTRY) -> Drift:
    """Return how a change that was accepted on BEFORE stands to *after*."""
    over = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, do)])
    lock = accept(over, blocks_of(trees([BEFORE], ["page"])), BaseLock(), TERMS)
    (found,) = drifts(over, blocks_of(trees([after] if after else [], ["page"])), lock, {entry.id: entry})
    return found


@pytest.mark.parametrize("name", AFTER)
def test_a_change_stands_by_the_parts_that_it_rests_on(name: str) -> None:
    changed, expected = AFTER[name]

    assert {do: stand(do, replace(BEFORE, **changed)).status for do in expected} == expected


def test_a_change_of_capitals_or_commas_is_said() -> None:
    found = stand(Do.NOTE, replace(BEFORE, statement="Do this!"))

    assert (found.status, found.why) == (F, "only capitals, punctuation or spaces changed")


def test_a_strength_that_the_country_has_raised_before_is_no_conflict() -> None:
    over = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, Do.STATEMENT, strength="must")])
    lock = accept(over, blocks_of(trees([BEFORE], ["page"])), BaseLock(), TERMS)

    (found,) = drifts(over, blocks_of(trees([replace(BEFORE, strength="must")], ["page"])), lock, {})

    assert found.status is S


def test_a_block_that_moves_to_another_page_is_the_same() -> None:
    over = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, Do.NOTE)])
    lock = accept(over, blocks_of(trees([BEFORE], ["page"])), BaseLock(), TERMS)
    moved = blocks_of(trees([replace(BEFORE, document="other")], ["page", "other"]))

    assert drifts(over, moved, lock, {})[0].status is F


def test_a_block_that_is_gone_leaves_an_orphan_with_its_successor() -> None:
    entry = replace(ENTRY, status="withdrawn", superseded_by="rec-gen-002")

    found = stand(Do.NOTE, None, entry)

    assert (found.status, found.why) == (Status.ORPHAN, "rec-gen-001 is gone, rec-gen-002 stands in its place")
    assert ("statement", "Do this.", "") in [(each.part, each.then, each.now) for each in found.parts]


def test_a_block_that_the_guidelines_have_withdrawn_is_a_conflict() -> None:
    assert stand(Do.NOTE, None, replace(ENTRY, status="withdrawn")).status is C


def test_what_the_region_says_in_another_way_is_a_conflict_for_the_country() -> None:
    base = trees([BEFORE], ["page"])
    over = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, do) for do in (Do.STATEMENT, Do.NOTE)])
    lock = accept(over, blocks_of(base), BaseLock(), TERMS)
    region = overlay(REGION, [national(REGION, BEFORE.id, Do.STATEMENT, "La région.")])
    below = blocks_of(resolve(base, region, places(blocks_of(base).states)).doctrees)

    found = {each.change.do: (each.status, each.why) for each in drifts(over, below, lock, {})}

    assert found[Do.STATEMENT] == (C, "exampleregion says it in another way now")
    assert found[Do.NOTE] == (S, "statement changed")


def test_what_the_region_does_not_adopt_is_a_conflict_for_the_country() -> None:
    base = trees([BEFORE], ["page"])
    over = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, Do.NOTE)])
    lock = accept(over, blocks_of(base), BaseLock(), TERMS)
    region = overlay(REGION, [national(REGION, BEFORE.id, Do.WITHDRAW)])
    below = blocks_of(resolve(base, region, places(blocks_of(base).states)).doctrees)

    assert drifts(over, below, lock, {})[0].status is C


def test_what_nobody_has_accepted_is_stale() -> None:
    over = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, Do.NOTE)])

    (found,) = drifts(over, blocks_of(trees([BEFORE], ["page"])), BaseLock(), {})

    assert (found.status, found.is_accepted) == (S, False)


def test_a_lock_is_read_as_it_was_written_and_what_nothing_is_called_any_more_goes() -> None:
    blocks = blocks_of(trees([BEFORE], ["page"]))
    two = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, do) for do in (Do.NOTE, Do.WITHDRAW)])
    one = overlay(COUNTRY, [national(COUNTRY, BEFORE.id, Do.NOTE)])
    lock = accept(two, blocks, BaseLock(), TERMS)

    assert read_lock(written(lock), "base.lock", []) == lock
    assert set(accept(one, blocks, lock, TERMS).accepted) == {"rec-gen-001/note"}
