"""The outline of a unit says what its readers get, in order."""

from __future__ import annotations

import pytest

from builders.model.outline import OutlineEntry
from tests.conftest import Project

PAGE = """
    Numbers from 13 to 2,500, see :see:`key-gen-001` [#why]_.

    .. keymessage:: key-gen-001

       Listen to :entity:`itu`.

    .. figure:: /children/images/light.svg
       :alt: A light.

    .. [#why] A footnote.
    """
FRENCH = """
    msgid "Numbers from 13 to 2,500, see :see:`key-gen-001` [#why]_."
    msgstr "De 13 à 2 500, voir :see:`key-gen-001` [#why]_."
    """


@pytest.fixture
def made(project) -> Project:
    """Make a project with a message, a block and a note."""
    found: Project = project(PAGE.replace("/children/images/light.svg", "light.svg"), key_gen_001="keymessage")
    found.write("source/shared/light.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    found.catalog("fr", "shared", FRENCH)
    return found


def entries(made: Project, tag: str) -> dict[str, OutlineEntry]:
    """Return the entries of the page, by what they say."""
    found = made.build(tag, "policy-makers").outline.entries
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
    message = entries(made, "fr")["De 13 à 2 500, voir KEY-GEN-001."]

    assert message.references == (":see:`key-gen-001`", "[#why]_")
    assert message.numbers == ("13", "2500", "001")
    assert message.is_translated


def test_a_message_is_called_the_same_in_every_language(made: Project) -> None:
    english, french = entries(made, "en"), entries(made, "fr")

    assert [entry.id for entry in english.values()] == [entry.id for entry in french.values()]
    assert "A light." in french
    assert not french["A light."].is_translated


def test_what_comes_from_registries_is_named_as_readers_see_it(made: Project) -> None:
    message = next(entry for entry in entries(made, "en").values() if entry.context == "key-gen-001/text")

    assert message.references == (":entity:`itu`",)
    assert message.text == "Listen to International Telecommunication Union."


def test_a_reference_to_a_passage_is_its_heading(project) -> None:
    made = project("See :ref:`sec-there` and :ref:`words <sec-there>`.\n\n.. _sec-there:\n\nThere\n-----\n\nText.\n")

    assert "See There and words." in entries(made, "en")


def test_the_counts_are_those_of_the_entries(made: Project) -> None:
    counts = made.build("fr", "policy-makers").outline.as_json()["counts"]

    assert counts["blocks"] == {"keymessage": 1}
    assert counts["translated"] == 1
