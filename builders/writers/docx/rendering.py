"""Dispatch from doctree nodes to the handlers that render them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docutils import nodes
from lxml.etree import _Element

from builders.markup.faults import line_of
from builders.model.findings import Location
from builders.problems import Problem
from builders.writers.docx.anchors import Anchors
from builders.writers.docx.context import Context
from builders.writers.docx.oxml import qualified
from builders.writers.docx.package import Package

Handler = Callable[[Any, Context, "Renderer"], Iterator[_Element]]
"""Turns one node into the WordprocessingML elements that stand for it."""

Handlers = Mapping[type[nodes.Node], Handler]

RunHandler = Callable[[Sequence[Any], Context, "Renderer"], Iterator[_Element]]
"""Turns nodes of one type that follow each other into what stands for all of them."""

RunHandlers = Mapping[type[nodes.Node], RunHandler]

_PARAGRAPH, _PROPERTIES = qualified("w:p"), qualified("w:pPr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """The handlers, the package they contribute parts to, and what may be linked to."""

    handlers: Handlers
    runs: RunHandlers
    """Of nodes that are rendered together with those of their type beside them."""
    package: Package
    anchors: Anchors

    def render(self, node: nodes.Node, context: Context) -> Iterator[_Element]:
        """Render *node* with the handler of its type, its anchors as bookmarks around it."""
        handler = self.handlers.get(type(node))
        if handler is None:
            raise self._problem(node, context)
        if not isinstance(node, nodes.Element):
            return handler(node, context, self)
        here = context.speaking(node["lang"]) if node.get("lang") else context
        names = self.anchors.names_of(node, context.document)
        elements = handler(node, here, self)
        return self._bookmarked(list(elements), names) if names else elements

    def children(self, node: nodes.Element, context: Context) -> Iterator[_Element]:
        """Render the children of *node*, in order."""
        for kind, children in groupby(node.children, key=type):
            if kind in self.runs:
                yield from self.runs[kind](list(children), context, self)
            else:
                for child in children:
                    yield from self.render(child, context)

    def _bookmarked(self, elements: list[_Element], names: list[str]) -> Iterator[_Element]:
        """Yield *elements*, with a bookmark of each of *names* around the first paragraph, or around running text."""
        first = next((p for block in elements for p in block.iter(_PARAGRAPH)), None)
        for name in names:
            start, end = self.package.bookmark(name)
            if first is None:
                elements = [start, *elements, end]
            else:
                first.insert(1 if len(first) and first[0].tag == _PROPERTIES else 0, start)
                first.append(end)
        yield from elements

    def _problem(self, node: nodes.Node, context: Context) -> Problem:
        name, source = type(node).__name__, Path(node.source or "source")
        if source.is_relative_to(context.settings.project):
            source = source.relative_to(context.settings.project)
        return Problem(
            code="docx-node-unsupported",
            what=f"a Word file cannot show “{name}”",
            where=[Location(source.as_posix(), line_of(node))],
            why="no handler in builders/writers/docx/handlers renders it",
            next_step="write the passage in another way, or add a handler",
        )


def merge(*families: Handlers) -> Handlers:
    """Combine handler families; a node type may belong to only one."""
    merged: dict[type[nodes.Node], Handler] = {}
    for family in families:
        if clash := merged.keys() & family.keys():
            names = ", ".join(sorted(node_type.__name__ for node_type in clash))
            raise ValueError(f"two handlers for the same node type: {names}")
        merged |= family
    return MappingProxyType(merged)


def nothing(node: nodes.Node, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render nodes that have no place in a Word file."""
    return iter(())


def passthrough(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render only the children of *node*."""
    return renderer.children(node, context)
