"""``gethelp``: where to turn; every passage about harm ends with one."""

from collections.abc import Iterable, Mapping
from typing import Any

from docutils import nodes

from builders.markup.fields import Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective


class GetHelp(TypedBlock):
    """A body, and a VariableList with the facts that a national edition completes."""


class VariableList(nodes.General, nodes.Element):
    """Rows of label and value; its children are Variable nodes."""


class Variable(nodes.Part, nodes.Element):
    """One fact of a national edition; ``name`` is its name in the registry (``helpline.number``)."""


def variable_list(names: Iterable[str], directive: TypedBlockDirective) -> VariableList:
    """Return the rows of the variables called *names*, at the place of *directive*."""
    rows = VariableList("", *(Variable(name=name) for name in names))
    directive.set_source_info(rows)
    return rows


class GetHelpDirective(TypedBlockDirective):
    """A help box with the services of the country."""

    node_class = GetHelp
    prefix = "hlp"
    has_text = False
    fields = {"title": Text(), "variables": Registered("variables", extra=())}

    def first_children(self, values: Mapping[str, Any]) -> list[nodes.Node]:
        return [variable_list(values.get("variables", ()), self)]
