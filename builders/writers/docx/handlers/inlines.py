"""Handlers for running text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.writers.docx.context import Context
from builders.writers.docx.rendering import Handlers, Renderer, passthrough
from builders.writers.docx.runs import runs
from builders.writers.docx.styles import CODE


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


def superscript(node: nodes.superscript, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render raised text."""
    return renderer.children(node, context.formatted(position="superscript"))


def subscript(node: nodes.subscript, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render lowered text."""
    return renderer.children(node, context.formatted(position="subscript"))


def _is_marked(node: nodes.Text) -> bool:
    siblings = node.parent.children if node.parent is not None else []
    return any(
        one is node and isinstance(other, nodes.footnote_reference) for one, other in itertools.pairwise(siblings)
    )


HANDLERS: Handlers = {
    nodes.Text: text,
    nodes.strong: strong,
    nodes.emphasis: emphasis,
    nodes.literal: literal,
    nodes.superscript: superscript,
    nodes.subscript: subscript,
    nodes.title_reference: emphasis,
    nodes.inline: passthrough,
    nodes.abbreviation: abbreviation,
    nodes.acronym: passthrough,
    nodes.generated: passthrough,
    nodes.problematic: passthrough,
    addnodes.literal_emphasis: emphasis,
    addnodes.literal_strong: strong,
    addnodes.manpage: emphasis,
    addnodes.download_reference: passthrough,
}
