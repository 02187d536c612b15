"""What may be linked to: the bookmarks of a document, its footnotes, and the names of its blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from builders.editions.views import PART
from builders.markup.typed_block import BlockTitle, TypedBlock
from builders.model.identifiers import MAXIMUM_LENGTH, bookmark

Anchor = tuple[str, str]
"""A page and an id on it; the empty id is the start of the page."""

_DIGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """Bookmark names by place; only places that something may link to have one."""

    names: Mapping[Anchor, str]
    footnotes: Mapping[Anchor, nodes.footnote]
    blocks: Mapping[str, BlockTitle | None]
    """Titles of the typed blocks, by identifier; None where a block has none."""

    @classmethod
    def of(cls, document: nodes.document, root: str) -> Anchors:
        """Collect the anchors of *document*, whose own page is called *root*."""
        names: dict[Anchor, str] = {(root, ""): bookmark_name(root, "")}
        footnotes: dict[Anchor, nodes.footnote] = {}
        blocks: dict[str, BlockTitle | None] = {}
        linked = set(_linked(document, root))
        for node, page in _with_pages(document, root):
            if isinstance(node, addnodes.start_of_file):
                names[node["docname"], ""] = bookmark_name(node["docname"], "")
            if isinstance(node, nodes.footnote):
                footnotes |= {(page, identifier): node for identifier in node["ids"]}
            if isinstance(node, TypedBlock) and node["block_id"] in node["ids"]:
                names[page, node["block_id"]] = bookmark(node["block_id"])
                titles = (child for child in node.children if isinstance(child, BlockTitle))
                blocks[node["block_id"]] = next(titles, None)
            for number, identifier in enumerate(node["ids"]):
                is_heading = isinstance(node, nodes.section) or PART in node["classes"]
                if (page, identifier) in linked or (number == 0 and is_heading):
                    names.setdefault((page, identifier), bookmark_name(page, identifier))
        return cls(names=names, footnotes=footnotes, blocks=blocks)

    def names_of(self, node: nodes.Element, page: str) -> list[str]:
        """Return the bookmarks that stand at *node* on *page*."""
        if isinstance(node, addnodes.start_of_file):
            places = [(node["docname"], "")]
        elif isinstance(node, nodes.document):
            places = [(page, "")]
        else:
            places = [(page, identifier) for identifier in node["ids"]]
        return [self.names[place] for place in places if place in self.names]

    def target(self, node: nodes.Element, page: str) -> str | None:
        """Return the bookmark that the reference *node* on *page* leads to, if there is one."""
        return self.names.get(place_of(node, page) or ("", ""))


def place_of(node: nodes.Element, page: str) -> Anchor | None:
    """Return the place in this file that the reference *node* leads to; None when it leads elsewhere."""
    if "refid" in node:
        return page, node["refid"]
    address = node.get("refuri", "")
    if address.startswith("%"):
        document, _, identifier = address[1:].partition("#")
        return document, identifier
    return (page, address[1:]) if address.startswith("#") else None


def bookmark_name(page: str, identifier: str) -> str:
    """Return a bookmark for an id that is not the identifier of a typed block.

    Only letters, digits and ``_`` are legal. The leading ``_`` hides the name in
    Word's list of bookmarks and keeps it apart from the identifiers of blocks;
    the digest keeps apart what the readable part cannot.
    """
    readable = re.sub(r"[^A-Za-z0-9]+", "_", identifier or page.rpartition("/")[2]).strip("_")
    digest = hashlib.sha256(f"{page}#{identifier}".encode()).hexdigest()[:_DIGEST]
    return f"_{readable[: MAXIMUM_LENGTH - _DIGEST - 2]}_{digest}"


def _with_pages(node: nodes.Element, page: str) -> Iterator[tuple[nodes.Element, str]]:
    waiting = [(node, page)]
    while waiting:
        node, page = waiting.pop()
        here = node["docname"] if isinstance(node, addnodes.start_of_file) else page
        yield node, here
        waiting += [(child, here) for child in reversed(node.children) if isinstance(child, nodes.Element)]


def _linked(document: nodes.document, root: str) -> Iterator[Anchor]:
    for node, page in _with_pages(document, root):
        if isinstance(node, (nodes.reference, addnodes.number_reference)) and (place := place_of(node, page)):
            yield place
