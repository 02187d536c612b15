"""Raw doctrees: what comes of parsing a document, the same for every unit, kept as bytes."""

import pickle
from collections.abc import Mapping
from typing import Any

from docutils import nodes

RawDoctrees = Mapping[str, bytes]
"""Raw doctrees by document name."""

_OWN = ("settings", "reporter", "transformer", "attributes", "rawsource", "_document", "parent")
"""What a document keeps of itself when it takes over a raw doctree."""

Pending = list[Any]
"""Entries of docutils' transformer that the directives of a document asked for."""


def opened(data: bytes) -> tuple[nodes.document, Pending]:
    """Return the document in *data*, which this program closed itself, and what is pending for it."""
    document, pending = pickle.loads(data)
    return document, pending


def closed(document: nodes.document, pending: Pending) -> bytes:
    """Return *document*, which holds nothing that belongs to a run of Sphinx, as bytes."""
    return pickle.dumps((document, pending), pickle.HIGHEST_PROTOCOL)


def freeze(document: nodes.document) -> bytes:
    """Return the raw doctree of *document* as bytes, with the transforms that its directives asked for."""
    kept = {name: getattr(document, name) for name in ("settings", "reporter", "transformer")}
    pending = [entry for entry in document.transformer.transforms if entry[2] is not None]
    try:
        for name in kept:
            setattr(document, name, None)
        return closed(document, pending)
    finally:
        for name, value in kept.items():
            setattr(document, name, value)


def thaw(data: bytes, document: nodes.document) -> None:
    """Fill *document*, in place, with the raw doctree in *data*, which this program froze itself."""
    raw: Any
    raw, pending = opened(data)
    for name, value in vars(raw).items():
        if name not in _OWN:
            setattr(document, name, value)
    for node in raw.findall():
        if node is not raw and node._document is raw:
            node._document = document
    for child in document.children:
        child.parent = document
    document.transformer.transforms.extend(pending)
    document.transformer.sorted = False


def read_raw(data: bytes) -> nodes.document:
    """Return the raw doctree in *data* by itself, for walks that need no Sphinx."""
    return opened(data)[0]
