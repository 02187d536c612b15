"""Where a node stands: what it is in, and on which line."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes


def with_ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield *node*, what it stands in, and so on up to the document."""
    current: nodes.Node | None = node
    while current is not None:
        yield current
        current = current.parent


def line_of(node: nodes.Node) -> int:
    """Return the line of *node* in its source file, as near as docutils knows it."""
    return next((int(each.line) for each in with_ancestors(node) if each.line), 1)
