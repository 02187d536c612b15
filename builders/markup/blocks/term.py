"""``term``: a word of the glossary and its definition."""

from builders.markup.fields import Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective

PRINTED_IN = "printed-in"
"""Attribute of a term that comes from the data: the ids of the editions whose glossary prints it."""

CHILDREN_PRINTED_IN = "printed-for-children-in"
"""Attribute of the same terms: the ids of those among these editions whose readers are children."""

CHILDREN = "children"
"""The part that holds the definition for children."""


class Term(TypedBlock):
    """The title is the word; the part ``children`` is the definition for children."""


class TermDirective(TypedBlockDirective):
    """A word of the glossary."""

    node_class = Term
    prefix = "trm"
    fields = {"title": Text()}
    parts = {CHILDREN: False}
