"""What is measured of the gate is counted by message, and the messages that are made are right ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.gate import WORDS, slowest, synthetic, table, tallies
from builders.catalogs.inline import is_plain
from builders.catalogs.message_rules import check_catalog

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: fr\\n"\n\n'
TWICE_REFUSED = (
    'msgid "Call 112 now."\nmsgstr "Appelez le 113."\n\nmsgid "Yes"\nmsgstr "Oui"\n\nmsgid "No"\nmsgstr ""\n'
)


@pytest.mark.parametrize("language", WORDS)
def test_messages_that_are_made_have_markup_and_are_not_refused(language: str) -> None:
    catalog = synthetic(100, language)

    assert [finding.message for finding in check_catalog(catalog)] == []
    assert not any(is_plain(entry.msgid) for entry in catalog.entries if ", 16" not in entry.msgid)


def test_a_message_that_two_rules_refuse_counts_once(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "fr.po").write_text(HEADER + TWICE_REFUSED, encoding="utf-8")
    (folder / "broken.po").write_text("nonsense\n", encoding="utf-8")

    found = tallies(tmp_path)

    assert (found["project fr"].messages, found["project fr"].refused, found["project ?"].unread) == (2, 1, 1)
    assert found["project fr"].rules == {"number-added": 1, "number-lost": 1}
    assert "2 messages" in list(table(found))[-1]


def test_a_megabyte_is_refused_without_being_read() -> None:
    seconds, _ = slowest()

    assert seconds < 1
