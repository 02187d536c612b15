"""What of reStructuredText authors may not use, because translators or readers would lose by it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes

from builders.markup import faults
from builders.markup.places import line_of

SCHEMES = ("https", "http", "mailto", "")
"""Schemes of links; an empty one is an address within the text."""


def report_unusable(document: nodes.document) -> None:
    """Report what *document* holds beside the closed list, each with its line."""
    for node in document.findall(nodes.Element):
        for message in _faults(node):
            faults.report(message, f"{document['source']}:{line_of(node)}", code="not-allowed")


def _faults(node: nodes.Element) -> Iterator[str]:
    match node:
        case nodes.substitution_definition():
            yield "a substitution cannot be translated; write the words where they stand"
        case addnodes.toctree() if node.get("caption"):
            yield "the caption of a contents list cannot be translated; leave it out"
        case addnodes.toctree() if _own_titles(node):
            yield "an own title in a contents list cannot be translated; leave it out, the page has one"
        case nodes.reference() if urlsplit(node.get("refuri", "")).scheme not in SCHEMES:
            yield f"the link to “{node['refuri']}” is not allowed; link to https addresses only"


def _own_titles(node: addnodes.toctree) -> list[str]:
    entries: list[tuple[str | None, str]] = node.get("entries", [])
    return [title for title, _ in entries if title]
