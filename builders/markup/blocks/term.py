"""``term``: a word of the glossary and its definition."""

from builders.markup.fields import Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective

PRINTED_IN = "printed-in"
"""Attribute of a term that comes from the data: the ids of the editions whose glossary prints it."""

CHILDREN = "children"
"""The part that holds the definition for children, and the edition that prints it."""


class Term(TypedBlock):
    """The title is the word; the part ``children`` is the definition for the children's edition."""


class TermDirective(TypedBlockDirective):
    """A word of the glossary."""

    node_class = Term
    prefix = "trm"
    fields = {"title": Text()}
    parts = {CHILDREN: False}
