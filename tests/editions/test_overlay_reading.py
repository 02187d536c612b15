"""The changes of an adaptation are parsed once, and again as soon as anything that they rest on is another."""

from __future__ import annotations

import pytest

from builders.editions import overlay_reading
from builders.editions.overlay_reading import read_overlay
from builders.editions.parsing import parsed, use_parsed
from builders.settings.adaptations import read_adaptation
from tests.adaptations.overlays import adapt, write_both
from tests.conftest import Project

PAGE = """\
.. recommendation:: rec-gen-001
   :strength: should
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Publish the rules.
"""


@pytest.fixture
def made(project) -> Project:
    made: Project = project(PAGE, rec_gen_001="recommendation")
    write_both(made, adapt("rec-gen-001", "note", "Une note."))
    return made


def notes(made: Project) -> list[str]:
    overlay, faults = read_overlay(read_adaptation(made.folder, "exampleland"))
    assert faults == []
    return [node.astext() for text in overlay.texts for node in text.nodes]


def test_what_nobody_has_changed_is_not_parsed_again(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = notes(made)
    monkeypatch.setattr(overlay_reading, "_parse", None)

    assert notes(made) == first == ["Une note."]


def test_what_has_changed_is_parsed_again(made: Project) -> None:
    notes(made)
    write_both(made, adapt("rec-gen-001", "note", "Une autre."))

    assert notes(made) == ["Une autre."]


def test_faults_are_said_every_time(made: Project) -> None:
    write_both(made, adapt("rec-gen-001", "note", mood="good"))

    for _ in range(2):
        overlay, faults = read_overlay(read_adaptation(made.folder, "exampleland"))
        assert ["there is no option “mood”" in each.message for each in faults] == [True]
    assert overlay.layer.id == "exampleland"


def test_the_doctrees_of_the_process_stay_what_they_were(made: Project) -> None:
    use_parsed({"page": b"tree"})
    try:
        notes(made)

        assert parsed() == {"page": b"tree"}
    finally:
        use_parsed({})


def test_changes_do_not_depend_on_the_file_that_they_stand_in(made: Project) -> None:
    write_both(made, adapt("rec-gen-001", "note", "Un.") + adapt("rec-gen-001", "statement", "Deux."))
    together = notes(made)
    write_both(made, adapt("rec-gen-001", "statement", "Deux."))
    made.write("adaptations/exampleland/changes/cubs.rst", adapt("rec-gen-001", "note", "Un."))

    assert notes(made) == together == ["Un.", "Deux."]


def test_the_line_of_a_change_is_that_of_its_file(made: Project) -> None:
    write_both(made, adapt("rec-gen-001", "note", "Un.") + adapt("rec-gen-001", "statement", "Deux."))

    overlay, _ = read_overlay(read_adaptation(made.folder, "exampleland"))

    path = "adaptations/exampleland/changes/shared.rst"
    assert [str(change.place) for change in overlay.changes] == [f"{path}:1", f"{path}:11"]
