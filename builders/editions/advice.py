"""What a translator should know about a message: who reads it, how old they are, and what the text must keep to."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from docutils import nodes

from builders.editions.selection import is_printed
from builders.markup.audience import Audience
from builders.markup.faults import with_ancestors
from builders.markup.fields import LONGEST_ALTERNATIVE_TEXT
from builders.markup.messages import TranslatableText
from builders.markup.typed_block import TypedBlock, blocks_around
from builders.model.editions import Edition
from builders.settings import Settings
from builders.settings.labels import writers_labels

READ_BY = "Read by: "
"""Begins the comment that names the editions whose readers meet a message."""


def message_advice(text: TranslatableText, document: str, settings: Settings) -> Iterator[str]:
    """Yield the advice on *text*, a message of the source document called *document*."""
    block = next(iter(blocks_around(text.node)), None)
    if text.is_alternative_text:
        yield f"Alternative text of a picture: at most {LONGEST_ALTERNATIVE_TEXT} characters."
    elif text.attribute:
        yield "Title of a part of the edition: a few words, without a full stop."
    elif block and (advice := _advice().get(block.block_type, {}).get(text.context.rpartition("/")[2])):
        yield advice
    readers = [edition.short_title for edition in settings.editions if _carries(edition, text.node, document)]
    if readers:
        yield f"{READ_BY}{', '.join(readers)}."
    if ages := _ages(text.node):
        yield f"Ages: {', '.join(writers_labels()[f'ages/{age}'] for age in ages)}."


@cache
def _advice() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _carries(edition: Edition, node: nodes.Node, document: str) -> bool:
    if not edition.carries(document):
        return False
    limits = (each["audience"] for each in with_ancestors(node) if isinstance(each, (Audience, TypedBlock)))
    is_used = all(is_printed(block, edition) for block in blocks_around(node))
    return is_used and all(not audience or edition.id in audience for audience in limits)


_AGES: Mapping[str, list[str]] = {"storypage": ["a"], "card": ["b"]}
_SPOKEN_TO = ("talk", "activity", "quiz", "episode")
"""Blocks whose ages are those of the children who hear or read them."""


def _ages(node: nodes.Node) -> list[str]:
    for block in blocks_around(node):
        if block.block_type in (*_AGES, *_SPOKEN_TO):
            return _AGES.get(block.block_type) or list(block["ages"])
    return []
