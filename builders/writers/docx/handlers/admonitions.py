"""Handlers for notes, warnings and asides: a label in words, then the text, in a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.writers.docx.context import Context
from builders.writers.docx.layout import box, inside_box
from builders.writers.docx.paragraphs import label_paragraph, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import ASIDE_BOX, BODY, DANGER_BOX, NOTE_BOX, TIP_BOX, WARNING_BOX, BoxStyle

LOOKS: Mapping[type[nodes.Node], tuple[str, BoxStyle]] = MappingProxyType(
    {
        nodes.note: ("note", NOTE_BOX),
        nodes.tip: ("tip", TIP_BOX),
        nodes.hint: ("hint", TIP_BOX),
        nodes.important: ("important", WARNING_BOX),
        nodes.warning: ("warning", WARNING_BOX),
        nodes.caution: ("caution", WARNING_BOX),
        nodes.attention: ("attention", WARNING_BOX),
        nodes.danger: ("danger", DANGER_BOX),
        nodes.error: ("error", DANGER_BOX),
        addnodes.seealso: ("seealso", NOTE_BOX),
    }
)
"""Label and look of each kind of admonition."""


def admonition(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an admonition with the label of its kind."""
    label, look = LOOKS[type(node)]
    return labelled_box(node.children, context, renderer, look, label)


def titled(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an admonition, a topic or a sidebar, which bring their own titles."""
    title, *body = node.children
    look = NOTE_BOX if isinstance(node, nodes.admonition) else ASIDE_BOX
    return boxed(node_label(title, context, renderer, look), body, context, renderer, look)


def labelled_box(
    body: Iterable[nodes.Node], context: Context, renderer: Renderer, look: BoxStyle, label: str
) -> Iterator[_Element]:
    """Yield a box that begins with the words of *label*."""
    children = list(body)
    here = label_context(children, context, look)
    return boxed(label_paragraph(label, here), children, context, renderer, look)


def node_label(title: nodes.Node, context: Context, renderer: Renderer, look: BoxStyle) -> _Element:
    """Return the first paragraph of a box of *look* whose label is the node *title*."""
    language = title.get("lang") if isinstance(title, nodes.Element) else None
    spoken = context.speaking(language) if language else context
    siblings = [child for child in title.parent.children if child is not title] if title.parent is not None else []
    here = label_context(siblings, spoken, look)
    return paragraph(here, *renderer.children(title, here) if isinstance(title, nodes.Element) else ())


def label_context(body: Iterable[nodes.Node], context: Context, look: BoxStyle) -> Context:
    """Return the context of the label above *body*: framed by itself, or part of a cell."""
    if is_plain(body):
        return context.within(style=look.label, indent=context.indent + look.label.indent, numbering=None)
    return inside_box(context, look.title)


def boxed(
    label: _Element, body: Iterable[nodes.Node], context: Context, renderer: Renderer, look: BoxStyle
) -> Iterator[_Element]:
    """Yield *label* and *body* as one box: framed paragraphs if they hold, a cell otherwise.

    Screen readers announce a table for a cell, so plain text does without.
    """
    children = list(body)
    if is_plain(children):
        text = context.within(style=look.text, indent=context.indent + look.text.indent, numbering=None)
        yield label
        for child in children:
            yield from renderer.render(child, text)
        return
    inside = inside_box(context, BODY)
    content = [label, *(block for child in children for block in renderer.render(child, inside))]
    yield from box(content, context, look)


def is_plain(body: Iterable[nodes.Node]) -> bool:
    """Whether *body* is nothing but paragraphs; other blocks would break a frame into pieces."""
    children = list(body)
    return bool(children) and all(isinstance(child, nodes.paragraph) for child in children)


HANDLERS: Handlers = {
    **dict.fromkeys(LOOKS, admonition),
    nodes.admonition: titled,
    nodes.topic: titled,
    nodes.sidebar: titled,
}
