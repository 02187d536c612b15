"""Handlers for cases: what happened, or what often happens, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from builders.editions.attributes import CASE_ATTRIBUTES
from builders.markup.blocks.case import Case
from builders.writers.docx.boxes import CASE_BOX
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.attributes import rows
from builders.writers.docx.handlers.parts import framed
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import badge
from builders.writers.docx.styles import CLASS_BADGE


def case(node: Case, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a case in a box that says first whether it is made up, and at its end where it is known from."""
    title, *body = node.children

    def label(here: Context) -> _Element:
        (heading,) = renderer.render(title, here)
        return heading

    def kind(here: Context) -> Iterator[_Element]:
        key = f"kind/{node['kind']}"
        spoken = here.labelling(key)
        yield paragraph(spoken, *badge(context.labels[key], CLASS_BADGE, spoken))

    def origin(here: Context) -> Iterator[_Element]:
        spoken = here.speaking(context.unit.language.tag)
        for row in rows(node, CASE_ATTRIBUTES, spoken, renderer):
            yield paragraph(spoken, *row)

    return framed(body, context, renderer, CASE_BOX, label=label, lead=kind, end=origin)


HANDLERS: Handlers = {
    Case: case,
}
