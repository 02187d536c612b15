"""Handlers for footnotes: Word's own, at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element

from builders.writers.docx.context import Context, RunFormat, Story
from builders.writers.docx.oxml import element, field, ordered, text_element, value
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer, nothing
from builders.writers.docx.styles import FOOTNOTE, NOTE_MARK


def footnote_reference(node: nodes.footnote_reference, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the mark of a footnote; the note itself goes with its first mark, others refer to that one."""
    place = context.document, node["refid"]
    number, is_first = renderer.package.note_number(place)
    name = f"_Footnote_{number}"
    if context.story is Story.NOTES or not is_first:
        cached = element("w:r", {}, _mark(), text_element("w:t", str(number)))
        yield from field(f"NOTEREF {name} \\f \\h", cached, properties=_mark())
        return
    start, end = renderer.package.bookmark(name)
    yield start
    yield element("w:r", {}, _mark(), element("w:footnoteReference", {"w:id": number}))
    yield end
    renderer.package.add_note(number, list(_note(renderer.anchors.footnotes[place], context, renderer)))


def _note(node: nodes.footnote, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Yield the text of a footnote, its number in front of the first paragraph."""
    here = context.speaking(context.unit.language.tag).within(
        story=Story.NOTES, run=RunFormat(), style=FOOTNOTE, indent=0, list_level=-1, numbering=None
    )
    body = [child for child in node.children if not isinstance(child, nodes.label)]
    blocks = [block for child in body for block in renderer.render(child, here)] or [paragraph(here)]
    mark = element("w:r", {}, _mark(), element("w:footnoteRef"))
    space = element("w:r", {}, text_element("w:t", " "))
    blocks[0][0].addnext(mark)
    mark.addnext(space)
    yield from blocks


def _mark() -> _Element:
    return ordered("w:rPr", value("w:rStyle", NOTE_MARK.id))


HANDLERS: Handlers = {
    nodes.footnote_reference: footnote_reference,
    nodes.footnote: nothing,
}
