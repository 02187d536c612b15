"""Programs that are compared are counted and judged by the same rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.catalogs import Counts, Score, broken_promises, count, measure, rows
from benchmarks.histories import Text, make_history
from benchmarks.programs import BY_DOCUMENT, BY_FOLDER, HEAD, LOCALE, OURS, PROGRAMS, write_translations

TEMPLATES = Path(__file__).parent / "words"
ONCE = Text("Listen to every child first.", "Listen to every child first.")
COMMA = replace(ONCE, now="Listen to every child, first.")
WORD = replace(ONCE, now="Listen to every adult first.")
NEW = Text("Ask again later.", "")
GOOD = Score(counts=Counts(kept=90, carried=3, fuzzy=7), seconds=1, cpu=1, idle=1)


@pytest.mark.parametrize(
    ("text", "entry", "fate"),
    [
        (ONCE, 'msgstr "{own}"', "kept"),
        (ONCE, '#, fuzzy\nmsgstr "{own}"', "fuzzy"),
        (ONCE, 'msgstr ""', "lost"),
        (ONCE, None, "lost"),
        (ONCE, 'msgstr "Another"', "wrong"),
        (COMMA, 'msgstr "{own}"', "carried"),
        (COMMA, '#, fuzzy\nmsgstr "{own}"', "fuzzy"),
        (WORD, '#, fuzzy\nmsgstr "{own}"', "fuzzy"),
        (WORD, 'msgstr "{own}"', "wrong"),
        (NEW, 'msgstr ""', "new"),
        (NEW, '#, fuzzy\nmsgstr "Another"', "wrong"),
    ],
)
def test_a_message_counts_as_what_stands_in_its_place(tmp_path: Path, text: Text, entry: str | None, fate: str) -> None:
    flags, _, msgstr = (entry or "").rpartition("\n")
    body = f'{flags}\nmsgid "{text.now}"\n{msgstr.format(own=text.translation)}\n' if entry else ""
    catalog = tmp_path / LOCALE / "cubs.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(f"{HEAD}\n{body}", encoding="utf-8")

    assert count({"cubs/001": (text,)}, BY_FOLDER, tmp_path) == Counts(**{fate: 1})


@pytest.mark.parametrize("layout", [BY_DOCUMENT, BY_FOLDER], ids=lambda layout: layout.name)
def test_what_is_written_as_translated_counts_as_kept(tmp_path: Path, layout: object) -> None:
    history = make_history(documents=10, messages=200, templates=TEMPLATES)

    write_translations(history.first, layout, tmp_path)

    assert count(history.first, layout, tmp_path) == Counts(kept=200)


@pytest.mark.slow
def test_our_update_recovers_every_message_and_takes_none_for_another() -> None:
    history = make_history(documents=20, messages=800, templates=TEMPLATES)

    counts = measure(history, *PROGRAMS[OURS]).counts

    assert (counts.lost, counts.wrong, counts.new) == (0, 0, 8)
    assert counts.carried + counts.fuzzy == history.changed
    assert counts.carried == 5


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"msgmerge": replace(GOOD, seconds=0.9)}, "msgmerge takes 0.9 times as long"),
        ({"sphinx-intl, our layout": replace(GOOD, seconds=19)}, "takes 19.0 times as long"),
        ({"msgmerge": replace(GOOD, seconds=2, counts=Counts(kept=91, carried=3, fuzzy=7))}, "recovers 101"),
        ({OURS: replace(GOOD, counts=Counts(kept=90, lost=1))}, "ours loses 1 messages"),
    ],
)
def test_a_promise_that_does_not_hold_is_named(others: Mapping[str, Score], words: str) -> None:
    assert any(words in broken for broken in broken_promises({OURS: GOOD, **others}))


def test_promises_that_hold_are_not_named() -> None:
    others = {name: replace(GOOD, seconds=21, counts=Counts(kept=90, lost=10)) for name in PROGRAMS if name != OURS}

    assert not list(broken_promises({OURS: GOOD, **others}))


def test_the_table_has_a_row_for_every_program() -> None:
    head, *others = rows(dict.fromkeys(PROGRAMS, GOOD))

    assert [row[0] for row in others] == [*PROGRAMS]
    assert all(len(row) == len(head) for row in others)
