"""The commands of adapters: how a text stands, what has changed below it, that it holds, and its annex."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from click.testing import CliRunner, Result

from builders.cli.menu import main
from tests.adaptations.overlays import adapt, write_both
from tests.conftest import Project

PAGE = """\
.. recommendation:: rec-gen-001
   :strength: should
   :who: school
   :ages: all
   :disability: rel
   :adaptation: adaptable

   Publish the rules of the school.

   Rules that nobody reads protect nobody.
"""


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    made: Project = project(PAGE, rec_gen_001="recommendation")
    write_both(made, adapt("rec-gen-001", "statement", "Publier les règles.") + adapt("rec-gen-001", "note"))
    monkeypatch.chdir(made.folder)
    return made


def cop(*words: str) -> Result:
    return CliRunner().invoke(main, ["adapt", *words], catch_exceptions=False)


def edit(made: Project, old: str, new: str) -> None:
    path = made.folder / "source/shared/page.rst"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_what_nobody_has_accepted_is_said_in_the_status(made: Project) -> None:
    said = cop("status", "exampleland")

    assert said.exit_code == 0
    assert "exampleland 2026.1-exl.1 on 2026.1: 2 changes, 2 stale" in said.output
    assert "stale     rec-gen-001/note: nobody has accepted it on the text of today" in said.output


def test_a_change_is_accepted_by_its_block(made: Project) -> None:
    said = cop("accept", "exampleland", "rec-gen-001/note", "--by", "A. Reader")

    assert said.output.splitlines() == [
        "accepted: rec-gen-001/note",
        "exampleland: 1 accepted by A. Reader, 1 as before",
    ]
    assert "2 changes, 1 fresh, 1 stale" in cop("status", "exampleland").output


def test_the_english_changes_and_is_accepted(made: Project) -> None:
    cop("accept", "exampleland", "--by", "A. Reader")
    assert cop("diff", "exampleland").output == "exampleland: nothing has changed below it\n"
    edit(made, "rules of the school", "rules of every school")

    assert "2 changes, 2 stale" in cop("status").output
    assert "statement, marks: Publish the rules of [-the-]{+every+} school." in cop("diff", "exampleland").output
    assert "2 accepted by B. Reader" in cop("accept", "exampleland", "--by", "B. Reader").output
    assert "2 changes, 2 fresh" in cop("status").output


def test_a_block_that_is_gone_ends_the_status_with_findings(made: Project) -> None:
    cop("accept", "exampleland", "--by", "A. Reader")
    made.write("source/shared/page.rst", "Page\n====\n\nText.\n")

    said = cop("status", "exampleland")

    assert said.exit_code == 1
    assert "changes/shared.rst:1: error: adapt rec-gen-001: orphan: there is no block rec-gen-001" in said.output
    assert "statement, then:  Publish the rules of the school." in cop("diff", "exampleland").output


def test_what_is_wrong_in_the_register_is_said_in_the_status(made: Project) -> None:
    made.write("adaptations/register.toml", '[[country]]\ncode = "KX"\nstate = "none"\nreported = 2026-11-01\n')

    said = cop("status", "exampleland")

    assert (said.exit_code, "adaptations/register.toml:2: error: code is that of a country" in said.output) == (2, True)


def test_a_name_that_no_change_has_is_refused(made: Project) -> None:
    assert "no change of exampleland is called “rec-gen-009”" in cop("diff", "exampleland", "rec-gen-009").output
    assert cop("accept", "exampleland", "rec-gen-009", "--by", "A. Reader").exit_code == 2


def test_a_lock_that_was_altered_by_hand_is_not_written_over(made: Project) -> None:
    cop("accept", "exampleland", "--by", "A. Reader")
    path = made.folder / "adaptations/exampleland/base.lock"
    path.write_text(path.read_text(encoding="utf-8").replace("of the school", "of no school"), encoding="utf-8")

    said = cop("accept", "exampleland", "--by", "B. Reader")

    assert said.exit_code == 2
    assert "base.lock:2: error: the line was altered by hand" in said.output


def test_the_annex_has_a_row_for_every_change(made: Project) -> None:
    said = cop("annex", "exampleland")
    rows = list(csv.DictReader(StringIO(said.output)))

    assert b"\r" not in said.stdout_bytes
    assert [(row["id"], row["do"], row["relation"]) for row in rows] == [
        ("rec-gen-001", "note", "modified"),
        ("rec-gen-001", "statement", "modified"),
    ]
    assert rows[1]["base_text"] == "Publish the rules of the school."
    assert (rows[1]["national_text"], rows[1]["language"]) == ("Publier les règles.", "fr")


def test_programs_read_the_annex_and_the_status_as_json(made: Project) -> None:
    annex = json.loads(cop("annex", "exampleland", "--format", "json").output)
    (status,) = json.loads(cop("status", "exampleland", "--json").output)

    assert annex["degrees"]["cubs"] == "modified"
    assert len(annex["deviations"]) == 2
    assert [each["id"] for each in status["layers"]] == ["exampleregion", "exampleland"]


def test_the_annex_is_written_to_a_file(made: Project) -> None:
    said = cop("annex", "exampleland", "--output", "annex.csv")

    assert said.output == "annex.csv: 2 deviations\n"
    assert (made.folder / "annex.csv").read_text(encoding="utf-8-sig").startswith("layer,id,target,do,relation,")


def test_without_an_adaptation_the_commands_say_so(made: Project) -> None:
    for name in ("exampleland", "exampleregion"):
        (made.folder / f"adaptations/{name}/adaptation.toml").unlink()

    assert "there is no adaptation yet" in cop("status").output
