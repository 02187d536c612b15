"""National text inside a block of the guidelines: what a resolved doctree holds beside that of a source."""

from collections.abc import Mapping
from typing import Any

from docutils import nodes

LANGUAGE = "source_language"
"""Attribute of a node that holds national text: the tag of the language that it is written in."""
LAYER = "layer"
"""Attribute of the same nodes: the identifier of the adaptation that they come from."""
ADAPTED = "adapted"
"""Attribute of a block that a change touches: what was done with it, separated by spaces."""
REASON = "adapt_reason"
"""Attribute of the same blocks: the reasons, separated by spaces; the next is what they rest on."""
BASIS = "adapt_basis"


class NationalNote(nodes.General, nodes.Element):
    """A note of a country or region, behind everything else of its block."""


class National(nodes.General, nodes.Element):
    """Other national text beside that of the block; ``role`` is ``reason``: why the block is not adopted."""


def is_withdrawn(block: nodes.Element | Mapping[str, Any]) -> bool:
    """Whether an adaptation does not adopt *block*, or that with such attributes; its number and its text stay."""
    return "withdraw" in str(block.get(ADAPTED, "")).split()
