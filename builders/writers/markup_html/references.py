"""References to blocks as HTML, and what a national edition completes within a sentence."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes

from builders.editions.naming import language_at
from builders.markup.references import VariableValue
from builders.markup.unit_state import state_of
from builders.model.identifiers import printed
from builders.writers.markup_html.attributes import variable_row
from builders.writers.markup_html.language import own_language_html
from builders.writers.markup_html.structure import StructureTranslator


def number_html(identifier: str) -> str:
    """Return the printed form of *identifier*, which reads from left to right in every language."""
    return f'<bdi class="number" dir="ltr">{printed(identifier)}</bdi>'


class ReferenceTranslator(StructureTranslator):
    """Writes links to blocks, and the values of variables."""

    def block_link(self, identifier: str) -> str:
        """Return a link to the block called *identifier*, or nothing where the edition does not carry it."""
        block = state_of(self.builder.env).blocks.get(identifier)
        if block is None:
            return ""
        here = self.builder.current_docname
        page = "" if block.docname == here else self.builder.get_relative_uri(here, block.docname).partition("#")[0]
        text = escape(block.text, quote=False)
        if block.text == printed(identifier):
            text = number_html(identifier)
        elif block.is_fallback:
            text = f'<span lang="en" dir="ltr">{text}</span>'
        return f'<a class="see reference internal" href="{escape(page)}#{identifier}">{text}</a>'

    def visit_reference(self, node: Any) -> None:
        super().visit_reference(node)
        if "see" in node["classes"] and node.astext() == printed(node.get("refuri", "").partition("#")[2]):
            self.body.append('<bdi class="number" dir="ltr">')

    def depart_reference(self, node: Any) -> None:
        if "see" in node["classes"] and node.astext() == printed(node.get("refuri", "").partition("#")[2]):
            self.body.append("</bdi>")
        super().depart_reference(node)

    def visit_VariableValue(self, node: VariableValue) -> None:
        row = variable_row(node["code"], unit=self.unit, settings=self.guidelines, labels=self.labels)
        text = row.value if node.get("is_bare") else self.labels.fill("label-value", label=row.label, value=row.value)
        if language_at(node, self.unit) != self.unit.language.tag:
            text = own_language_html(text, self.unit)
        self.body.append(text)
        raise nodes.SkipNode
