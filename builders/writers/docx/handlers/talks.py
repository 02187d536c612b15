"""Handlers for ways to begin a talk."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from builders.markup.blocks.talk import Talk
from builders.model.identifiers import printed
from builders.writers.docx.block_styles import TALK_LABEL, TALK_OPENING
from builders.writers.docx.boxes import TALK_BOX
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.attributes import BETWEEN, words
from builders.writers.docx.handlers.parts import body_of, parts_of
from builders.writers.docx.layout import cell, frame, inside_cell, placed_table, row
from builders.writers.docx.palette import RULE
from builders.writers.docx.paragraphs import between, label_runs, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import runs
from builders.writers.docx.styles import BODY
from builders.writers.docx.template import line


def talk(node: Talk, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an opening as speech, and below it side by side what to listen for and what to leave unsaid."""
    whole = context.available
    opening = inside_cell(context, whole, TALK_OPENING)
    above = [_label(node, opening), *(block for child in body_of(node) for block in renderer.render(child, opening))]
    rows = [row(cell(above, whole, context, ground=TALK_BOX.tint.ground, columns=2))]
    sides = [whole // 2, whole - whole // 2]
    below = [
        cell(renderer.render(part, inside_cell(context, twips, BODY)), twips, context)
        for part, twips in zip(parts_of(node).values(), sides, strict=True)
    ]
    rows.append(row(*below))
    yield placed_table(sides, rows, context, lines=[*frame(TALK_BOX), line("w:insideV", RULE, 4)])


def _label(node: Talk, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=TALK_LABEL)
    facts = (label_runs("talk", here), words("ages", node["ages"], here), runs(printed(node["block_id"]), here))
    return paragraph(here, *between(facts, BETWEEN, here))


HANDLERS: Handlers = {
    Talk: talk,
}
