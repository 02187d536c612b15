"""Handlers for running text, for links, and for the places they lead to."""

import itertools
from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes
from sphinx.util import logging

from builders.editions.national_marks import MARK, WITHDRAWN
from builders.writers.docx.anchors import place_of
from builders.writers.docx.context import Context, RunFormat, Story
from builders.writers.docx.oxml import element, field, ordered, text_element, value
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer, nothing, passthrough
from builders.writers.docx.runs import LEFT_TO_RIGHT_MARK, badge, runs
from builders.writers.docx.styles import CODE, FIGURE, FOOTNOTE, LIGHT_BADGE, LINK_TEXT, NOTE_MARK


def text(node: nodes.Text, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render text; the mark of a footnote follows it without the space that markup needs."""
    return runs(node.astext().rstrip() if _is_marked(node) else node.astext(), context)


def strong(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render important words."""
    return renderer.children(node, context.formatted(bold=True))


def emphasis(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render stressed words; the script decides whether they are slanted."""
    return renderer.children(node, context.formatted(italic=True))


def literal(node: nodes.literal, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render code in running text: left to right in every language, its spaces as they are."""
    return renderer.children(node, context.speaking("en").formatted(style=CODE, is_verbatim=True))


def abbreviation(node: nodes.abbreviation, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an abbreviation with what it stands for: nobody can point at a word on paper."""
    yield from renderer.children(node, context)
    if node.get("explanation"):
        yield from runs(f" ({node['explanation']})", context)


def inline(node: nodes.inline, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render words; those of another direction keep their full stop at their own end."""
    if MARK in node["classes"]:
        yield from badge(node.astext(), LIGHT_BADGE, context)
        return
    here = context.formatted(struck=True) if WITHDRAWN in node["classes"] else context
    yield from renderer.children(node, here)
    is_other = bool(node.get("lang")) and context.unit.language.is_rtl and not context.language.is_rtl
    if is_other and not node.astext()[-1:].isalnum():
        yield from runs(LEFT_TO_RIGHT_MARK, context)


def moved(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render raised or lowered text; Word has docutils' names for them."""
    return renderer.children(node, context.formatted(position=type(node).__name__))


def _follows_mark(node: nodes.footnote_reference) -> bool:
    place = node.parent.index(node)
    return place > 0 and isinstance(node.parent[place - 1], nodes.footnote_reference)


def _is_marked(node: nodes.Text) -> bool:
    siblings = node.parent.children if node.parent is not None else []
    return nodes.footnote_reference in map(type, siblings) and any(
        one is node and isinstance(other, nodes.footnote_reference) for one, other in itertools.pairwise(siblings)
    )


logger = logging.getLogger(__name__)

BETWEEN_MARKS = ", "
"""Keeps the numbers of two footnotes apart: 1 and 2 are not 12."""


def reference(node: nodes.reference, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a link; one that leads nowhere in this file stays readable and is reported."""
    if not isinstance(node.parent, nodes.TextElement):
        block = context.within(style=FIGURE, numbering=None)  # It holds a picture: nothing else links as a block.
        yield paragraph(block, *_link(node, block, renderer))
    else:
        yield from _link(node, context, renderer)


def _link(node: nodes.reference, context: Context, renderer: Renderer) -> Iterator[_Element]:
    here = context.formatted(style=LINK_TEXT)
    if place_of(node, context.document) is None:
        if not (url := node.get("refuri", "")):
            yield from renderer.children(node, context)
            return
        yield link_outside(url, context, renderer, *renderer.children(node, here))
    elif name := renderer.anchors.target(node, context.document):
        yield link_to(name, *renderer.children(node, here))
    else:
        address = node.get("refuri") or node.get("refid")
        message = "a link leads to “%s”, which is not in this edition"
        logger.warning(message, address, location=node, type="cop", subtype="link-nowhere")
        yield from renderer.children(node, context)


def link_to(name: str, *content: _Element) -> _Element:
    """Return *content* as a link to the bookmark *name*."""
    return element("w:hyperlink", {"w:anchor": name, "w:history": 1}, *content)


def link_outside(url: str, context: Context, renderer: Renderer, *content: _Element) -> _Element:
    """Return *content* as a link to an address outside this file."""
    return element("w:hyperlink", {"r:id": renderer.package.link_to(url, context.story), "w:history": 1}, *content)


def footnote_reference(node: nodes.footnote_reference, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the mark of a footnote; the note itself goes with its first mark, others refer to that one."""
    if _follows_mark(node):
        yield element("w:r", {}, _mark(), text_element("w:t", BETWEEN_MARKS))
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
    nodes.Text: text,
    nodes.literal: literal,
    nodes.abbreviation: abbreviation,
    nodes.inline: inline,
    nodes.footnote_reference: footnote_reference,
    nodes.footnote: nothing,
    **dict.fromkeys((nodes.superscript, nodes.subscript), moved),
    **dict.fromkeys((nodes.strong, addnodes.literal_strong), strong),
    **dict.fromkeys((nodes.emphasis, nodes.title_reference, addnodes.literal_emphasis, addnodes.manpage), emphasis),
    **dict.fromkeys((nodes.reference, addnodes.number_reference), reference),
    **dict.fromkeys((nodes.acronym, nodes.generated, nodes.problematic, nodes.target), passthrough),
    addnodes.download_reference: passthrough,
}
