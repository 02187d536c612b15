"""What an adaptation may do is data of the guideline: another one may have other locks, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders.checks.adaptations import adaptation_findings
from builders.editions.adapted_source import read_adapted, read_guidelines
from builders.settings import read_settings
from tests.adaptations.cases_reading import BLOCKS, CASES
from tests.adaptations.overlays import adapt, write_both
from tests.conftest import Project

LOCKS = "source/locks.toml"


@pytest.fixture
def made(project) -> Project:
    page = (CASES / "base.rst").read_text(encoding="utf-8")
    ids = [line.split()[2] for line in page.splitlines() if line.startswith(".. ")]
    made: Project = project("", **{each.replace("-", "_"): BLOCKS[each[:3]] for each in ids})
    made.write("source/shared/page.rst", page)
    return made


def said(made: Project) -> list[str]:
    text = read_adapted(read_guidelines(read_settings(made.folder)), "exampleland", today=date(2026, 12, 1))
    return [each.message for each in adaptation_findings(text, today=date(2026, 12, 1))]


def test_without_locks_every_block_takes_notes_only(made: Project) -> None:
    Path(made.folder / LOCKS).unlink()
    write_both(made, adapt("rec-gen-002", "note") + adapt("key-gen-001", "statement"))

    assert said(made) == ["adapt key-gen-001: a keymessage does not take :do: statement"]


def test_help_may_not_go_even_where_the_locks_would_let_it(made: Project) -> None:
    made.write(LOCKS, '[gethelp]\nlock = "adaptable"\ntakes = ["withdraw"]\n')
    write_both(made, adapt("hlp-gen-001", "withdraw"))

    assert said(made)[0] == "cnt-gen-001 speaks of harm, and the page has no help box in cubs"


def test_what_a_block_says_of_itself_comes_before_its_type(made: Project) -> None:
    made.write(LOCKS, '[recommendation]\nlock = "fixed"\ntakes = ["statement", "note"]\n')
    write_both(made, adapt("rec-gen-002", "statement") + adapt("rec-gen-003", "statement"))

    assert said(made) == ["adapt rec-gen-003: rec-gen-003 is fixed, and a fixed block takes notes only"]


def test_the_type_decides_where_a_block_says_nothing(made: Project) -> None:
    made.write(LOCKS, '[keymessage]\nlock = "fixed"\ntakes = ["statement", "note"]\n')
    write_both(made, adapt("key-gen-001", "statement"))

    assert said(made) == ["adapt key-gen-001: key-gen-001 is fixed, and a fixed block takes notes only"]
