"""The README begins with how far the translations are and with the two commands, and stays short."""

from __future__ import annotations

import re
import sys

import pytest
from reader import pattern

from tests.docs.test_docs import DOCS, ROOT

sys.path.insert(0, str(DOCS))

from readme_coverage import PASSAGE, found, sentence, with_sentence

README = (ROOT / "README.md").read_text(encoding="utf-8")


def counts(translated: int, reviewed: int, total: int) -> dict[str, int]:
    return {"translated": translated, "reviewed": reviewed, "approved": 0, "total": total}


def test_the_coverage_names_every_language_the_furthest_first_and_rounds_down() -> None:
    said = sentence({"French": counts(199, 0, 1000), "Portuguese": counts(400, 599, 1000)})

    assert "Portuguese 99 %, French 19 % of all messages" in said
    assert "29 % have been reviewed" in said


MEASURED = {
    "facts and form": "6602: 81 / 95 / 96",
    "small words": "1544: 3 / 80 / 83",
    "one word": "375: 5 / 21 / 58",
    "right messages error": "0.10 % of 3675",
    "right messages warning": "1.52 % of 3675",
}


def test_the_readme_says_what_the_checks_find_with_the_weight_that_is_promised() -> None:
    said = found(MEASURED, "So six refusals in a hundred are wrong, 0.08 % of all messages (…)")

    assert "95 % in facts and form, 83 % in small words such as “not”, 58 % in others" in said
    assert "false alarms: 0.10 % errors, 1.52 % warnings; false refusals: 0.08 %." in said


def test_a_page_of_the_gate_without_its_figure_is_refused() -> None:
    with pytest.raises(SystemExit, match="refused wrongly"):
        found(MEASURED, "Nothing.")


def test_where_nothing_is_missing_the_coverage_says_so_and_how_much_was_reviewed() -> None:
    said = sentence({"French": counts(1000, 0, 1000), "Arabic": counts(500, 500, 1000)})

    assert said == (
        "**The translations are complete: Arabic, French.**\nOf all their messages, 25 % have been reviewed."
    )
    assert "not complete" in sentence({"French": counts(999, 0, 1000)})


def test_the_coverage_replaces_what_stood_there() -> None:
    once = with_sentence(README, "New: \\1.")

    assert PASSAGE.findall(once) == ["New: \\1."]
    assert with_sentence(once, "New: \\1.") == once


def test_a_readme_without_a_place_for_the_coverage_is_refused() -> None:
    with pytest.raises(SystemExit, match="put them back"):
        with_sentence("# Guidelines\n", "New.")


def test_it_begins_with_the_coverage_and_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:18])

    assert PASSAGE.search(first)
    assert "```\npython3 noxfile.py -s publish\npython3 noxfile.py -s tests\n```" in first


def test_it_has_a_thousand_words_at_most() -> None:
    assert len(README.split()) <= 1000


def test_it_shows_some_lines_of_the_demonstration() -> None:
    (shown,) = re.findall(r"^\$ \.venv/bin/cop demo\n((?:.+\n)+?)```", README, re.MULTILINE)
    printed = (DOCS / "translators" / "demo.txt").read_text(encoding="utf-8")

    assert len(shown.splitlines()) == 11
    assert pattern(f"{shown}…").fullmatch(printed)
