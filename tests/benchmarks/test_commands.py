"""The benchmark of commands edits one sentence, and notices a command that takes too long."""

from __future__ import annotations

import pytest

from benchmarks.commands import PROMISED, Cost, arguments, broken_promises, edit, run, table
from builders.cli.menu import main
from builders.editions import source_reading
from builders.editions.source_reading import parse_source

PAGE = "Page\n====\n\nFirst sentence.\nSecond sentence.\n"


@pytest.fixture
def made(project):
    made = project("")
    made.write("source/plan-makers/page.rst", PAGE + "\nMore of it, so that no page is longer.\n" * 9)
    return made


def test_one_sentence_is_edited_and_no_other(made) -> None:
    edit(made.settings, 1)
    edit(made.settings, 2)

    text = (made.folder / "source/plan-makers/page.rst").read_text(encoding="utf-8")
    assert text.startswith(PAGE.replace("First sentence.", "First sentence. This is sentence 2."))
    assert "sentence 1" not in text


def test_one_page_is_parsed_after_the_edit(made, monkeypatch) -> None:
    parse_source(made.settings)
    edit(made.settings, 1)
    monkeypatch.setattr(source_reading, "_parse", lambda settings, names, *rest: pytest.fail(str(sorted(names))))

    with pytest.raises(pytest.fail.Exception, match=r"\['plan-makers/page'\]"):
        parse_source(made.settings)


def test_every_command_that_is_measured_is_one_and_has_a_promise(made) -> None:
    commands = arguments(made.settings)

    assert {command[0] for command in commands.values()} < set(main.commands)
    assert {*commands, "preview"} == set(PROMISED)


@pytest.mark.slow
def test_what_a_command_and_its_processes_cost_is_measured(made) -> None:
    cost = run(made.settings, ["status"])

    assert cost.own > 0
    assert cost.children == 0


def test_a_command_that_cannot_do_its_work_is_no_measurement(made) -> None:
    with pytest.raises(SystemExit, match="no-such-language"):
        run(made.settings, ["status", "-l", "no-such-language"])


def test_a_promise_is_broken_by_what_stands_on_the_critical_path() -> None:
    quick, slow = Cost(own=1.0, children=1.9, wall=9), Cost(own=1.0, children=1.1, wall=9)

    assert list(broken_promises({"update": quick, "status": slow})) == [
        "status takes 2.10 s of CPU, not at most 2.00 s",
    ]


def test_the_table_has_a_line_for_every_command() -> None:
    cost = Cost(own=1.0, children=0.5, wall=2)

    *_, last = table({"update": (cost, cost)})
    assert last.split() == ["update", "1.50", "2.00", "1.50", "1.25", "2.00", "2.00"]


def test_on_a_slower_machine_a_promise_is_as_much_longer() -> None:
    cost = Cost(own=PROMISED["check"] * 1.5, children=0, wall=9)

    assert list(broken_promises({"check": cost}))
    assert not list(broken_promises({"check": cost}, slower=2))
    assert list(broken_promises({"check": cost}, slower=1.2))
