"""Handlers for lists of words and what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element

from builders.writers.docx.context import Context
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer, passthrough
from builders.writers.docx.styles import DEFINITION, FIELD_NAME, TERM
from builders.writers.docx.typography import LIST_STEP


def term(node: nodes.term, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a word that is defined."""
    here = context.within(style=TERM, numbering=None)
    yield paragraph(here, *renderer.children(node, here))


def definition(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what a word or a field means, indented below it."""
    here = context.within(style=DEFINITION, indent=context.indent + LIST_STEP, numbering=None)
    return renderer.children(node, here)


def field_name(node: nodes.field_name, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the name of a field."""
    here = context.within(style=FIELD_NAME, numbering=None)
    yield paragraph(here, *renderer.children(node, here))


HANDLERS: Handlers = {
    nodes.definition_list: passthrough,
    nodes.definition_list_item: passthrough,
    nodes.term: term,
    nodes.definition: definition,
    nodes.field_list: passthrough,
    nodes.field: passthrough,
    nodes.field_name: field_name,
    nodes.field_body: definition,
}
