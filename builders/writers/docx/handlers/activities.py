"""Handlers for activities, and for what adults should know about them."""

from collections.abc import Iterator

from lxml.etree import _Element

from builders.editions.attributes import ACTIVITY_ATTRIBUTES
from builders.markup.blocks.activity import Activity
from builders.markup.blocks.teachernote import TeacherNote
from builders.markup.typed_block import BlockTitle
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.admonitions import framed
from builders.writers.docx.handlers.attributes import block_link, values
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.layout import cell, inside_cell, placed_table, row
from builders.writers.docx.palette import HEADER_GROUND
from builders.writers.docx.paragraphs import all_kept_with_next, filled, label_runs, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import ADULT_BOX, BODY, FACT_LABEL, FACT_VALUE

_MARGIN = 130
"""Beside a fact, in twentieths of a point."""


def activity(node: Activity, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an activity below a heading of its own: the facts that decide about it, the steps, what it takes."""
    inside = context.within(heading_level=context.heading_level + 1, style=BODY)
    for child in node.children:
        if isinstance(child, BlockTitle):
            yield from renderer.render(child, as_heading(inside, inside.heading_level))
            yield _facts(node, context, renderer)
        else:
            yield from renderer.render(child, inside)


def teacher_note(node: TeacherNote, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a note for the adult in a box whose label leads to what it is about."""

    def label(here: Context) -> _Element:
        spoken = here.labelling("teachernote")
        (target,) = node["for"]
        return paragraph(spoken, *filled("teachernote", spoken, title=block_link(target, spoken, renderer)))

    return framed(node.children, context, renderer, ADULT_BOX, label=label)


def _facts(node: Activity, context: Context, renderer: Renderer) -> _Element:
    """Return what decides whether the activity fits, side by side: what it is about above what it says."""
    here = context.speaking(context.unit.language.tag)
    found = list(values(node, ACTIVITY_ATTRIBUTES, here.within(style=FACT_VALUE), renderer))
    twips = here.available // len(found)
    inside = inside_cell(here, twips, FACT_VALUE, margin=_MARGIN)
    above = inside.within(style=FACT_LABEL)
    cells = (
        cell(
            [paragraph(above, *label_runs(label, above)), paragraph(inside, *content)],
            twips,
            here,
            ground=HEADER_GROUND,
        )
        for label, content in found
    )
    (facts,) = all_kept_with_next([placed_table([twips] * len(found), [row(*cells)], here, margins=(60, _MARGIN))])
    return facts


HANDLERS: Handlers = {Activity: activity, TeacherNote: teacher_note}
