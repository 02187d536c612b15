"""``procedure``: what to do, step by step."""

from collections.abc import Mapping
from typing import Any

from docutils import nodes

from builders.markup.blocks.gethelp import variable_list
from builders.markup.fields import Choice, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import Adaptation, Urgency


class Procedure(TypedBlock):
    """An opening paragraph, a numbered list of steps, and a VariableList of what a country completes."""


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

    def last_children(self, values: Mapping[str, Any]) -> list[nodes.Node]:
        return [variable_list(values["variables"], self)] if "variables" in values else []
