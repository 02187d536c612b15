"""Handlers for sections and paragraphs."""

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.editions.views import PART
from builders.writers.docx import styles
from builders.writers.docx.context import Context
from builders.writers.docx.oxml import element
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer, nothing, passthrough
from builders.writers.docx.runs import runs


def text_block(node: nodes.TextElement, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a paragraph in the style that its surroundings ask for."""
    yield paragraph(context, *renderer.children(node, context))


def page(node: addnodes.start_of_file, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a page of the edition: its title is a chapter, wherever the page was included."""
    own = context.within(document=node["docname"], heading_level=0, list_level=-1, indent=0)
    return renderer.children(node, own)


def section(node: nodes.section, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a section one level further down."""
    return renderer.children(node, context.within(heading_level=context.heading_level + 1))


def title(node: nodes.title, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the title of a section, or of a part of the edition."""
    is_part = PART in node["classes"]
    heading = context.styled(styles.PART_TITLE) if is_part else as_heading(context, context.heading_level)
    yield paragraph(heading, *renderer.children(node, heading))


def as_heading(context: Context, level: int) -> Context:
    """Return the context for a heading of *level*; Word has six that look different."""
    return context.styled(styles.HEADINGS[min(max(level, 1), len(styles.HEADINGS)) - 1])


def block_quote(node: nodes.block_quote, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a quotation."""
    return renderer.children(node, context.within(style=styles.QUOTE, indent=context.indent + styles.LIST_STEP))


def attribution(node: nodes.attribution, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render who said a quotation."""
    here = context.within(style=styles.ATTRIBUTION)
    yield paragraph(here, *runs("— ", here), *renderer.children(node, here))


def line_block(node: nodes.line_block, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render verse: one paragraph of broken lines, and one for each indented part."""
    is_nested = isinstance(node.parent, nodes.line_block)
    step = styles.LIST_STEP if is_nested else styles.VERSE.indent
    here = context.within(style=styles.VERSE, indent=context.indent + step)
    lines: list[_Element] = []
    for child in node.children:
        if isinstance(child, nodes.line_block):
            if lines:
                yield paragraph(here, *lines)
            yield from renderer.render(child, here)
            lines = []
        else:
            lines += [element("w:r", {}, element("w:br"))] if lines else []
            lines += renderer.render(child, here)
    if lines:
        yield paragraph(here, *lines)


def literal_block(node: nodes.literal_block, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render code: left to right in every language, its lines and spaces as they are."""
    here = context.speaking("en").within(style=styles.CODE_BLOCK, numbering=None).formatted(is_verbatim=True)
    yield paragraph(here, *runs(node.astext(), here))


def rubric(node: nodes.rubric, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a title that is not one of the contents."""
    here = context.within(style=styles.RUBRIC)
    yield paragraph(here, *renderer.children(node, here))


def transition(node: nodes.transition, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a break as a line across the page."""
    yield paragraph(context.within(style=styles.TRANSITION))


def container(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render children as blocks of the surrounding text."""
    return renderer.children(node, context.within(numbering=None))


def root(node: nodes.document, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the whole edition."""
    return renderer.children(node, context.within(style=styles.BODY))


HANDLERS: Handlers = {
    nodes.document: root,
    nodes.section: section,
    nodes.title: title,
    nodes.block_quote: block_quote,
    nodes.attribution: attribution,
    nodes.line_block: line_block,
    nodes.line: passthrough,
    nodes.rubric: rubric,
    nodes.transition: transition,
    addnodes.start_of_file: page,
    **dict.fromkeys((nodes.paragraph, addnodes.compact_paragraph), text_block),
    **dict.fromkeys((nodes.literal_block, nodes.doctest_block), literal_block),
    **dict.fromkeys((nodes.compound, nodes.container, addnodes.glossary), container),
    **dict.fromkeys((nodes.comment, nodes.substitution_definition, nodes.system_message, nodes.meta), nothing),
    **dict.fromkeys((addnodes.highlightlang, addnodes.index, addnodes.tabular_col_spec, addnodes.toctree), nothing),
}
