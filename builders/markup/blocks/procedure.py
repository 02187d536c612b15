"""``procedure``: what to do, step by step."""

from builders.markup.fields import Choice, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import Adaptation, Urgency


class Procedure(TypedBlock):
    """An opening paragraph and a numbered list of steps."""


class ProcedureDirective(TypedBlockDirective):
    """A procedure and how soon it begins."""

    node_class = Procedure
    prefix = "prc"
    has_steps = True
    fields = {
        "title": Text(),
        "urgency": Choice(Urgency),
        "adaptation": Choice(Adaptation),
        "variables": Registered("variables", required=False, extra=()),
    }
