"""The messages of the source, with advice for translators or by their keys alone."""

from __future__ import annotations

from builders.editions.carrying import message_keys
from builders.editions.extraction import extract
from builders.editions.source_reading import parse_source
from tests.conftest import Project

PAGE = """
.. keymessage:: key-gen-001

   Ask first.

Write it down. Write it down.

.. audience:: cubs

   Tell an adult you trust.
"""


def test_the_keys_are_those_of_the_messages(project) -> None:
    made: Project = project(PAGE, key_gen_001="keymessage")
    doctrees = parse_source(made.settings)

    messages = extract(doctrees, made.settings)

    assert {domain: {message.key for message in found} for domain, found in messages.items()} == message_keys(
        doctrees, made.settings
    )
    assert ("key-gen-001/text", "Ask first.") in message_keys(doctrees, made.settings)["shared"]
