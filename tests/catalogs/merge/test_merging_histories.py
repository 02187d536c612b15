"""Two branches of a history, each with edits, updates and translators at work, merge without the loss of a sentence."""

from __future__ import annotations

import copy
import re
import subprocess
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builders.catalogs.memory import format_memory, parse_memory
from builders.catalogs.merge.merging import Merged, merge_catalogs, merge_memories
from builders.catalogs.merge.versions import Versions
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.model.messages import Catalog, Key
from builders.problems import Problem
from tests.catalogs.histories import (
    ACTS,
    EDITS,
    FRENCH,
    Block,
    World,
    add,
    improve,
    read,
    reword,
    said,
    strings,
    translate,
    update,
)

IS_SLOW = settings.get_current_profile_name() == "slow"
CONFLICT = re.compile(r"^<<<<<<< ours\n(.*?)^=======\n(.*?)^>>>>>>> theirs(?:\n|\Z)", re.MULTILINE | re.DOTALL)
FAR = 100_000
"""Where the other branch begins to number what is written there."""

numbers = st.integers(0, 9999)
edits = st.lists(st.tuples(st.sampled_from(EDITS), numbers, numbers), max_size=3)
acts = st.lists(st.tuples(st.sampled_from(ACTS), numbers, numbers), max_size=5)
histories = st.lists(st.tuples(edits, acts, st.booleans()), max_size=3)
beginnings = st.lists(st.tuples(edits, acts, st.just(value=True)), min_size=1, max_size=4)

property_test = settings(
    max_examples=2000 if IS_SLOW else 25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def go_on(world: World, history: list[tuple[list, list, bool]]) -> World:
    """Let authors and translators go on in *world*, with an update wherever *history* has one."""
    for changes, work, is_updated in history:
        for act, one, two in [*changes, *work]:
            act(world, one, two)
        if is_updated:
            step = update(world.templates, world.files, world.memory)
            world.files, world.memory = step.after, step.memory
    return world


def branched(beginning: list, ours: list, theirs: list) -> Versions[World]:
    """Return a world, and what two branches make of it."""
    base = go_on(World(), beginning)
    other = copy.deepcopy(base)
    other.count += FAR
    return Versions(base=base, ours=go_on(copy.deepcopy(base), ours), theirs=go_on(other, theirs))


def merged_files(worlds: Versions[World]) -> dict[str, Merged | bytes]:
    """Return what git and the driver make of the catalogs; git itself keeps a file that one side has changed."""
    result: dict[str, Merged | bytes] = {}
    for domain in sorted({*worlds.ours.files, *worlds.theirs.files}):
        files = worlds.of(lambda world, domain=domain: world.files.get(domain))
        if files.ours is not None and files.theirs is not None:
            result[domain] = merge_catalogs(files.of(catalog))
        elif files.base not in (left := (files.ours or files.theirs or b""), None) or files.base is None:
            result[domain] = left
    return result


def catalog(data: bytes | None) -> Catalog:
    return parse_catalog(data, "fr.po", is_mended=True) if data else Catalog(path="fr.po", header="", entries=())


def text_of(merged: Merged | bytes) -> str:
    return merged.decode() if isinstance(merged, bytes) else format_catalog(merged.catalog)


def taken(text: str, side: int) -> str:
    """Return *text* after somebody has decided all of its conflicts for one *side*, 1 or 2."""
    return CONFLICT.sub(lambda match: match[side], text)


def both_sides(merged: Mapping[str, Merged | bytes]) -> dict[str, Catalog]:
    """Return the catalogs that a person can make of what is *merged*, taking always ours, or always theirs."""
    return {
        f"{domain}/{side}": catalog(taken(text_of(each), side).encode())
        for domain, each in merged.items()
        for side in (1, 2)
    }


def memory_of(worlds: Versions[World]) -> tuple:
    memory = merge_memories(worlds.of(lambda world: format_memory(world.memory, FRENCH)), "memory.tmx")
    return parse_memory(memory, FRENCH, "memory.tmx")


@property_test
@given(beginnings, histories, histories)
def test_what_a_side_has_written_and_what_both_have_is_in_the_merge(beginning: list, ours: list, theirs: list) -> None:
    worlds = branched(beginning, ours, theirs)

    merged = both_sides(merged_files(worlds))

    replaced_twice = worlds.ours.replaced & worlds.theirs.replaced  # of two copies, each side has typed over one
    kept = strings(merged, memory_of(worlds))
    assert to_keep(worlds.of(lambda world: world.translations)) - replaced_twice <= kept
    assert to_keep(worlds.of(lambda world: world.comments)) <= said(merged)


def test_two_branches_that_each_drop_one_of_two_copies_do_not_lose_the_text() -> None:
    base = World()
    shared = Block("rec-pla-001/text", "Companies must answer.")
    base.source = {"policy": [shared, Block("", "Listen.")], "cubs": [shared, Block("", "Yes")]}
    go_on(base, [([], [], True), ([], [(translate, 0, 0)], True)])
    worlds = Versions(base=base, ours=copy.deepcopy(base), theirs=copy.deepcopy(base))
    for world, domain in ((worlds.ours, "policy"), (worlds.theirs, "cubs")):
        world.source[domain].remove(shared)
        go_on(world, [([], [], True)])

    merged = both_sides(merged_files(worlds))

    assert "traduction 1" in strings(merged, memory_of(worlds))


@pytest.mark.xfail(strict=True, reason="a catalog has no place for a text whose two copies were each typed over")
def test_two_translators_who_each_type_over_one_of_two_copies_leave_the_text_in_the_merge() -> None:
    beginning = [([(add, 0, 0), (add, 0, 1)], [], True), ([], [(translate, 0, 0)], True)]
    worlds = branched(beginning, [([], [(improve, 0, 0)], False)], [([], [(improve, 1, 0)], False)])

    merged = both_sides(merged_files(worlds))

    assert "traduction 1" in strings(merged, memory_of(worlds))


def to_keep(texts: Versions[set[str]]) -> set[str]:
    """Return what is new on a side, and what both sides have left alone."""
    return (texts.ours ^ texts.theirs) - texts.base | (texts.ours & texts.theirs)


@property_test
@given(beginnings, histories)
def test_what_one_side_alone_has_done_is_the_merge_byte_for_byte(beginning: list, history: list) -> None:
    worlds = branched(beginning, history, [])
    for domain in {*worlds.base.files} & {*worlds.ours.files}:
        base, changed = worlds.base.files[domain], worlds.ours.files[domain]
        for versions in (
            Versions(base=base, ours=changed, theirs=base),
            Versions(base=base, ours=base, theirs=changed),
            Versions(base=changed, ours=changed, theirs=changed),
            Versions(base=base, ours=changed, theirs=changed),
        ):
            merged = merge_catalogs(versions.of(catalog))
            assert (text_of(merged).encode(), merged.conflicts) == (changed, ())


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_translation_improved_before_its_english_changed_goes_before_the_former_one(is_ours: bool) -> None:
    beginning = [([(add, 0, 0)], [], True), ([], [(translate, 0, 0)], True)]
    improved, as_it_was = [([(reword, 0, 0)], [(improve, 0, 0)], True)], [([(reword, 0, 0)], [], True)]

    merged = merged_files(branched(beginning, *((improved, as_it_was) if is_ours else (as_it_was, improved))))

    (text,) = {entry.msgstr for each in both_sides(merged).values() for entry in each.active if entry.msgstr}
    assert text != "traduction 1"


@property_test
@given(beginnings, histories, histories)
@example(
    [([(add, 0, 0)], [], True), ([], [(translate, 0, 0)], True)],
    [([(reword, 0, 217)], [], True)],
    [([(reword, 0, 97)], [(improve, 0, 0)], True)],
)
def test_either_branch_may_be_merged_into_the_other(beginning: list, ours: list, theirs: list) -> None:
    worlds = branched(beginning, ours, theirs)
    back = Versions(base=worlds.base, ours=worlds.theirs, theirs=worlds.ours)

    there, here = merged_files(worlds), merged_files(back)

    assert places(there) == places(here)
    assert strings(both_sides(there), ()) == strings(both_sides(here), ())


def places(merged: Mapping[str, Merged | bytes]) -> set[tuple[str, Key, bool, bool]]:
    """Return the messages of what is *merged*, and whether a person must decide between two texts."""
    return {
        (domain, entry.key, entry.is_obsolete, isinstance(each, Merged) and entry.key in each.conflicts)
        for domain, each in merged.items()
        for entry in catalog(taken(text_of(each), 1).encode()).entries
    }


@property_test
@given(beginnings, histories, histories)
def test_the_strict_reader_takes_it_or_says_that_it_waits_for_a_person(
    beginning: list, ours: list, theirs: list
) -> None:
    for each in merged_files(branched(beginning, ours, theirs)).values():
        text = text_of(each)
        names = [line for line in text.split("\n") if line == "<<<<<<< ours"]
        assert len(names) == (0 if isinstance(each, bytes) else len(each.conflicts))
        try:
            parse_catalog(text.encode(), "fr.po")
        except Problem as problem:
            assert problem.code == "catalog-conflict"
            assert names
        else:
            assert not names


@pytest.mark.needs("msgfmt")
@settings(property_test, max_examples=200 if IS_SLOW else 10)
@given(beginnings, histories, histories)
def test_msgfmt_reads_a_merge_without_conflicts(beginning: list, ours: list, theirs: list) -> None:
    for each in merged_files(branched(beginning, ours, theirs)).values():
        if isinstance(each, Merged) and not each.conflicts:
            command = ["msgfmt", "--check-header", "--check-domain", "-o", "/dev/null", "-"]
            done = subprocess.run(command, input=text_of(each).encode(), capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()


@property_test
@given(beginnings, histories, histories)
def test_the_next_update_loses_nothing_of_a_merge(beginning: list, ours: list, theirs: list) -> None:
    worlds = branched(beginning, ours, theirs)
    decided = {domain: taken(text_of(each), 1).encode() for domain, each in merged_files(worlds).items()}
    memory = memory_of(worlds)

    step = update(worlds.theirs.templates, decided, memory)

    assert strings(read(decided), memory) - {""} <= strings(read(step.after), step.memory)
