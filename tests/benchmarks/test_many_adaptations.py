"""The adaptations that are measured do what the locks allow, and what is measured of them is what came out."""

from __future__ import annotations

import re

import pytest

from benchmarks.adaptations import allowed, change, edit
from builders.adaptations.blocks import BlockState
from builders.model.adaptations import Do
from tests.conftest import SETTINGS, Project

RECOMMENDATION = {":adaptation:": "adaptable", ":strength:": "should", "statement": "Do this."}
STATES = {
    "a recommendation": ("recommendation", RECOMMENDATION, {Do.STATEMENT, Do.EXPLANATION, Do.NOTE, Do.WITHDRAW}),
    "a must": ("recommendation", {**RECOMMENDATION, ":strength:": "must"}, {Do.STATEMENT, Do.EXPLANATION, Do.NOTE}),
    "what is fixed": ("recommendation", {**RECOMMENDATION, ":adaptation:": "fixed"}, {Do.NOTE}),
    "a procedure": ("procedure", {":adaptation:": "localise", "statement": "Stay calm."}, {Do.NOTE}),
    "an activity": ("activity", {"statement": "A game."}, set()),
}


@pytest.mark.parametrize("name", STATES)
def test_a_change_does_what_the_locks_allow(name: str) -> None:
    kind, parts, expected = STATES[name]
    state = BlockState(id="x-gen-001", type=kind, document="page", parts=parts)

    assert set(allowed(state, SETTINGS)) == expected


def test_a_change_is_written_as_adapters_write_it() -> None:
    form = r"\.\. adapt:: rec-gen-001\n   :do: note\n(   :\w+: .+\n)+\n   Une autorité"

    assert re.match(form, change("rec-gen-001", Do.NOTE))


def test_an_edit_is_one_word_of_the_statement(project) -> None:
    block = ".. recommendation:: rec-gen-001\n   :strength: should\n   :who: school\n\n   Do this.\n\n   Why.\n"
    made: Project = project(block, rec_gen_001="recommendation")
    state = BlockState(id="rec-gen-001", type="recommendation", document="shared/page", parts={})

    assert edit(made.folder, "rec-gen-001", {"rec-gen-001": state}) == "shared/page"
    assert "   Really: Do this.\n\n   Why.\n" in (made.folder / "source/shared/page.rst").read_text(encoding="utf-8")
