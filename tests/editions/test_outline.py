"""The outline of a unit says what its readers get, in order."""

from __future__ import annotations

import pytest

from builders.model.outline import OutlineEntry
from tests.conftest import Project

PAGE = """
    Numbers from 13 to 2,500, see :see:`key-gen-001` [#why]_.

    .. keymessage:: key-gen-001

       Listen to :entity:`club`.

    .. figure:: /pupils/images/light.svg
       :alt: A light.

    .. [#why] A footnote.
    """
PORTUGUESE = """
    msgid "Numbers from 13 to 2,500, see :see:`key-gen-001` [#why]_."
    msgstr "De 13 a 2500, ver :see:`key-gen-001` [#why]_."
    """


@pytest.fixture
def made(plot) -> Project:
    """Make a project with a message, a block and a note."""
    found: Project = plot(PAGE.replace("/pupils/images/light.svg", "light.svg"), key_gen_001="keymessage")
    found.write("source/shared/light.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    found.catalog("pt", "shared", PORTUGUESE)
    return found


def entries(made: Project, tag: str) -> dict[str, OutlineEntry]:
    """Return the entries of the page, by what they say."""
    found = made.build(tag, "growers").outline.entries
    return {entry.text: entry for entry in found if entry.document == "shared/page"}


def test_blocks_and_messages_stand_in_reading_order(made: Project) -> None:
    every = entries(made, "en").values()

    found = [(entry.kind, entry.context if entry.kind == "message" else entry.id) for entry in every]

    assert found == [
        ("message", ""),
        ("message", ""),
        ("keymessage", "key-gen-001"),
        ("message", "key-gen-001/text"),
        ("message", ""),
        ("message", ""),
    ]


def test_a_message_has_the_words_references_and_numbers_that_readers_get(made: Project) -> None:
    message = entries(made, "pt")["De 13 a 2500, ver KEY-GEN-001."]

    assert message.references == (":see:`key-gen-001`", "[#why]_")
    assert message.numbers == ("13", "2500", "001")
    assert message.is_translated


def test_a_message_is_called_the_same_in_every_language(made: Project) -> None:
    english, portuguese = entries(made, "en"), entries(made, "pt")

    assert [entry.id for entry in english.values()] == [entry.id for entry in portuguese.values()]
    assert "A light." in portuguese
    assert not portuguese["A light."].is_translated


def test_what_comes_from_registries_is_named_as_readers_see_it(made: Project) -> None:
    message = next(entry for entry in entries(made, "en").values() if entry.context == "key-gen-001/text")

    assert message.references == (":entity:`club`",)
    assert message.text == "Listen to Garden club."


def test_a_reference_to_a_passage_is_its_heading(plot) -> None:
    made = plot("See :ref:`sec-there` and :ref:`words <sec-there>`.\n\n.. _sec-there:\n\nThere\n-----\n\nText.\n")

    assert "See There and words." in entries(made, "en")


def test_the_counts_are_those_of_the_entries(made: Project) -> None:
    counts = made.build("pt", "growers").outline.as_json()["counts"]

    assert counts["blocks"] == {"keymessage": 1}
    assert counts["translated"] == 1
