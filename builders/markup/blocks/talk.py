"""``talk``: how an adult may begin to talk with a child."""

from builders.markup.fields import Codes, Registered
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES


class Talk(TypedBlock):
    """An opening question in the adult's own voice."""


class TalkDirective(TypedBlockDirective):
    """An opening question, what to listen for, and what is better left unsaid."""

    node_class = Talk
    prefix = "tlk"
    fields = {"ages": Codes(AGES), "risks": Registered("risks", required=False)}
    parts = {"listen": True, "avoid": True}
