"""The contents of a book: its documents in reading order, and the headings that lead into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from docutils import nodes

from builders.editions.views import Part

SUFFIX = ".xhtml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading in the table of contents; or a part, which has no address."""

    text: str
    address: str
    is_fallback: bool = False
    """Whether the heading is English on a page in another language."""
    children: tuple[Entry, ...] = ()


def reading_order(root: str, includes: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the names of the documents from *root* on, each once; *includes* are the toctrees of each."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        document = waiting.pop(0)
        if document not in seen:
            seen.add(document)
            yield document
            waiting[:0] = includes.get(document, [])


def entries(headings: nodes.Element, document: str) -> tuple[Entry, ...]:
    """Return the entries for *headings*, Sphinx's list of the headings of *document*."""
    return tuple(
        _entry(item, document) for item in headings.children if isinstance(item, nodes.list_item) and item.children
    )


def _entry(item: nodes.list_item, document: str) -> Entry:
    reference = next(iter(item.findall(nodes.reference)))
    nested = [child for child in item.children if isinstance(child, nodes.bullet_list)]
    return Entry(
        text=reference.astext(),
        address=f"{document}{SUFFIX}{reference.get('anchorname', '')}",
        is_fallback=any(inline.get("lang") for inline in reference.findall(nodes.inline)),
        children=tuple(child for headings in nested for child in entries(headings, document)),
    )


def grouped(
    chapters: Iterable[tuple[str, tuple[Entry, ...]]], parts: Iterable[Part], includes: Mapping[str, list[str]]
) -> tuple[Entry, ...]:
    """Return *chapters*, the entries of each document in reading order, below the *parts* that they belong to."""
    part_of: dict[str, Part] = {}
    for part in parts:
        below = (document for page in part.pages for document in reading_order(page, includes))
        part_of = {**dict.fromkeys(below, part), **part_of}
    tree: list[Entry] = []
    for part_or_none, documents in groupby(chapters, key=lambda chapter: part_of.get(chapter[0])):
        own = tuple(entry for _, headings in documents for entry in headings)
        if part_or_none is None:
            tree += own
        else:
            part = part_or_none
            tree.append(Entry(text=part.title, address="", is_fallback=part.is_fallback, children=own))
    return tuple(tree)


def cut(tree: tuple[Entry, ...], depth: int) -> tuple[Entry, ...]:
    """Return *tree* with at most *depth* levels."""
    return tuple(replace(entry, children=cut(entry.children, depth - 1) if depth > 1 else ()) for entry in tree)


def numbered(tree: tuple[Entry, ...]) -> dict[str, int]:
    """Return the place of every address of *tree* in reading order, from 1."""
    return {address: place for place, address in enumerate(dict.fromkeys(filter(None, _addresses(tree))), start=1)}


def depth(tree: tuple[Entry, ...]) -> int:
    """Return the number of levels of *tree*."""
    return max((1 + depth(entry.children) for entry in tree), default=0)


def _addresses(tree: tuple[Entry, ...]) -> Iterator[str]:
    for entry in tree:
        yield entry.address
        yield from _addresses(entry.children)
