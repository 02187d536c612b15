"""The history that programs are compared on is made of what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.histories import Text, Version, make_history

TEMPLATES = Path(__file__).parent / "words"
DOCUMENTS, MESSAGES = 50, 2000
HISTORY = make_history(documents=DOCUMENTS, messages=MESSAGES, templates=TEMPLATES)


def texts(version: Version) -> Iterator[tuple[str, Text]]:
    """Yield the messages of *version* with their documents, under the names that these once had."""
    for name, messages in version.items():
        yield from ((name.removesuffix("-new"), text) for text in messages)


def once(version: Version) -> dict[str, str]:
    """Return the documents of the messages that *version* and the first one have in common."""
    return {text.once: name for name, text in texts(version) if not text.is_new}


def test_at_first_every_message_stands_once_and_has_a_translation() -> None:
    found = [text for _, text in texts(HISTORY.first)]

    assert len(found) == len({text.now for text in found}) == MESSAGES
    assert all(text.translation and not text.is_changed for text in found)


def test_every_document_has_one_edit() -> None:
    changed = Counter(name for name, messages in HISTORY.last.items() if any(text.is_changed for text in messages))

    assert len(changed) == DOCUMENTS == HISTORY.changed


def test_the_edits_are_of_four_kinds_and_a_quarter_are_commas() -> None:
    changed = [text for _, text in texts(HISTORY.last) if text.is_changed]

    assert sum(text.has_the_same_words for text in changed) in (DOCUMENTS // 4, DOCUMENTS // 4 + 1)


def test_one_message_in_a_hundred_is_taken_out_and_half_of_them_come_back() -> None:
    first, thinned, last = (once(version).keys() for version in (HISTORY.first, HISTORY.thinned, HISTORY.last))

    assert len(first - thinned) == MESSAGES // 100
    assert len((first - thinned) & last) == MESSAGES // 200
    assert len(thinned - last) == MESSAGES // 100


def test_one_message_in_a_hundred_stands_in_another_document() -> None:
    first, last = once(HISTORY.first), once(HISTORY.last)

    moved = [text for text, name in last.items() if first[text] != name]

    assert MESSAGES // 100 * 0.8 < len(moved) <= MESSAGES // 100


def test_one_message_in_a_hundred_is_new_and_has_no_translation() -> None:
    new = [text for _, text in texts(HISTORY.last) if text.is_new]

    assert len(new) == MESSAGES // 100
    assert not any(text.translation or text.is_changed for text in new)


def test_one_document_in_fifty_has_another_name() -> None:
    assert len(HISTORY.last.keys() - HISTORY.first.keys()) == DOCUMENTS // 50


def test_the_same_seed_gives_the_same_history() -> None:
    assert make_history(documents=DOCUMENTS, messages=MESSAGES, templates=TEMPLATES) == HISTORY
