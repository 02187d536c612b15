"""``contentnote``: what a chapter speaks about, before it does."""

from builders.markup.typed_block import TypedBlock, TypedBlockDirective


class ContentNote(TypedBlock):
    """A calm warning that leaves the choice to the reader."""


class ContentNoteDirective(TypedBlockDirective):
    """A content note at the start of a chapter."""

    node_class = ContentNote
    prefix = "cnt"
