"""Handlers for links and for the places they lead to."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes
from sphinx.util import logging

from builders.writers.docx.anchors import place_of
from builders.writers.docx.context import Context
from builders.writers.docx.oxml import element
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer, passthrough
from builders.writers.docx.styles import FIGURE, LINK_TEXT

logger = logging.getLogger(__name__)


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


HANDLERS: Handlers = {
    nodes.reference: reference,
    nodes.target: passthrough,
    addnodes.number_reference: reference,
}
