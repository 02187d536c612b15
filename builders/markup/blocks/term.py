"""``term``: a word of the glossary and its definition."""

from builders.markup.fields import Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective


class Term(TypedBlock):
    """The title is the word; the part ``children`` is the definition for the children's edition."""


class TermDirective(TypedBlockDirective):
    """A word of the glossary."""

    node_class = Term
    prefix = "trm"
    fields = {"title": Text()}
    parts = {"children": False}
