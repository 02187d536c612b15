"""``card``: one of the play cards."""

from builders.markup.fields import Choice, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import CardKind, Suit


class Card(TypedBlock):
    """The body is the front of the card; its other side and its drawing are parts."""


class CardDirective(TypedBlockDirective):
    """A play card; its suit is shown by a shape and a word, never by colour alone."""

    node_class = Card
    prefix = "crd"
    fields = {"title": Text(), "suit": Choice(Suit), "kind": Choice(CardKind)}
    parts = {"back": True, "symbol": True}
