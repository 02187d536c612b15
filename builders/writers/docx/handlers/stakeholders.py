"""Handlers for stakeholders: who does what, and works with whom."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from builders.editions.attributes import STAKEHOLDER_ATTRIBUTES
from builders.markup.blocks.stakeholder import Stakeholder
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.attributes import rows
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.handlers.parts import body_of, parts_of, run_in
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import BODY, LAST_ATTRIBUTE, PART_TEXT


def stakeholder(node: Stakeholder, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a stakeholder below a heading of its own, with links to whom it works with."""
    title, *body = body_of(node)
    inside = context.within(heading_level=context.heading_level + 1, style=BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    for child in body:
        yield from renderer.render(child, inside)
    for part in parts_of(node).values():
        yield from run_in(part, inside.within(style=PART_TEXT), renderer)
    here = context.speaking(context.unit.language.tag).within(style=LAST_ATTRIBUTE)
    for row in rows(node, STAKEHOLDER_ATTRIBUTES, here, renderer):
        yield paragraph(here, *row)


HANDLERS: Handlers = {
    Stakeholder: stakeholder,
}
