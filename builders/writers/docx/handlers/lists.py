"""Handlers for bulleted and numbered lists."""

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.writers.docx.context import Context, Numbering
from builders.writers.docx.numbering import BULLET, FORMATS, LEVELS, Marker
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer, passthrough
from builders.writers.docx.styles import DEFINITION, FIELD_NAME, LIST, LIST_CONTINUE, LIST_STEP, TERM

_PARAGRAPHS = (nodes.paragraph, addnodes.compact_paragraph)


def bullet_list(node: nodes.bullet_list, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a list without numbers."""
    return _list(node, BULLET, 1, context, renderer)


def enumerated_list(node: nodes.enumerated_list, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a list that counts, from where its author begins."""
    marker = Marker(
        format=FORMATS[node.get("enumtype", "arabic")], before=node.get("prefix", ""), after=node.get("suffix") or "."
    )
    return _list(node, marker, node.get("start", 1), context, renderer)


def list_item(node: nodes.list_item, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an item: only its first paragraph carries the number."""
    rest = list(node.children)
    if rest and isinstance(rest[0], _PARAGRAPHS):
        yield from renderer.render(rest.pop(0), context)
    else:
        yield paragraph(context)
    depth = min(context.indent // LIST_STEP, len(LIST_CONTINUE))
    inside = context.within(style=LIST_CONTINUE[max(depth, 1) - 1], numbering=None)
    for child in rest:
        yield from renderer.render(child, inside)


def _list(node: nodes.Element, marker: Marker, start: int, context: Context, renderer: Renderer) -> Iterator[_Element]:
    level = min(context.list_level + 1, LEVELS - 1)
    number = renderer.package.start_list(marker, level=level, start=start)
    item = context.within(
        style=LIST,
        list_level=level,
        numbering=Numbering(number, level),
        indent=context.indent + LIST_STEP,
    )
    return renderer.children(node, item)


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
    nodes.bullet_list: bullet_list,
    nodes.enumerated_list: enumerated_list,
    nodes.list_item: list_item,
    nodes.term: term,
    nodes.field_name: field_name,
    **dict.fromkeys((nodes.definition, nodes.field_body), definition),
    **dict.fromkeys((nodes.definition_list, nodes.definition_list_item, nodes.field_list, nodes.field), passthrough),
    **dict.fromkeys((addnodes.hlist, addnodes.hlistcol, addnodes.acks), passthrough),
}
