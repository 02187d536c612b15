"""What of reStructuredText authors may not use, because translators or readers would lose by it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes

from builders.markup import faults
from builders.markup.audience import Audience
from builders.markup.blocks import BlockTitle, TypedBlock
from builders.markup.checklist import CheckItem
from builders.markup.episode import Episode, Line, Scene
from builders.markup.places import line_of, with_ancestors
from builders.markup.references import BlockReference, VariableValue

SCHEMES = ("https", "http", "mailto", "")
"""Schemes of links; an empty one is an address within the text."""


def report_unusable(document: nodes.document, identifiers: Container[str]) -> None:
    """Report what *document* holds beside the closed list, each with its line; *identifiers* are those of blocks."""
    for node in document.findall(nodes.Element):
        place = f"{document['source']}:{line_of(node)}"
        for message in _faults(node):
            faults.report(message, place, code="not-allowed")
        for identifier in node["ids"]:
            if identifier in identifiers and not isinstance(node, TypedBlock):
                message = f"a heading or label takes the identifier {identifier} of a block; word it differently"
                faults.report(message, place, code="id-twice")


def _faults(node: nodes.Element) -> Iterator[str]:
    match node:
        case CheckItem() if not isinstance(_around(node), (nodes.document, nodes.section)):
            # It is printed elsewhere: what it stood in would be left empty.
            yield f"{node['block_id']}: a checkitem stands by itself, in no other block, list or table"
        case Scene() if not isinstance(_around(node), Episode):
            yield f"{node['block_id']}: a scene stands inside an episode, indented"
        case Line() if not isinstance(_around(node), Scene):
            yield f"{node['block_id']}: a line stands inside a scene, indented"
        case BlockReference() | VariableValue() if any(
            isinstance(each, (nodes.title, BlockTitle)) for each in with_ancestors(node)
        ):
            yield "a title cannot hold :see: or :variable:; write them into the text below it"
        case nodes.substitution_definition():
            yield "a substitution cannot be translated; write the words where they stand"
        case addnodes.toctree() if node.get("caption"):
            yield "the caption of a contents list cannot be translated; leave it out"
        case addnodes.toctree() if _own_titles(node):
            yield "an own title in a contents list cannot be translated; leave it out, the page has one"
        case nodes.reference() if urlsplit(node.get("refuri", "")).scheme not in SCHEMES:
            yield f"the link to “{node['refuri']}” is not allowed; link to https addresses only"


def _around(node: nodes.Element) -> nodes.Node | None:
    """Return what *node* stands in, apart from conditions."""
    return next((each for each in with_ancestors(node.parent) if not isinstance(each, Audience)), None)


def _own_titles(node: addnodes.toctree) -> list[str]:
    entries: list[tuple[str | None, str]] = node.get("entries", [])
    return [title for title, _ in entries if title]
