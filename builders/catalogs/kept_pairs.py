"""Keeps what has lost its place in catalogs that have no memory beside them: as obsolete entries, or as comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builders.model.characters import is_blank
from builders.model.messages import FUZZY, Catalog, CatalogEntry, Pair

FORMER = "former translation: "
"""How the comment begins that keeps a translation beside a better one."""


def with_pairs(catalogs: Mapping[str, Catalog], pairs: Iterable[Pair]) -> dict[str, Catalog]:
    """Return *catalogs* with those of *pairs* that stand in none of them; nothing of them is in use.

    gettext allows a message once in a catalog: where its place is taken, its translation becomes a comment there.
    """
    result = dict(catalogs)
    for pair in pairs:
        if not is_blank(pair.target) and result and not _stands(pair, result):
            name = _holder(pair, result)
            result[name] = replace(result[name], entries=tuple(_with(pair, result[name])))
    return result


def _stands(pair: Pair, catalogs: Mapping[str, Catalog]) -> bool:
    return any(
        entry.msgid == pair.source and (entry.msgstr == pair.target or _said(pair) in entry.comments)
        for catalog in catalogs.values()
        for entry in catalog.entries
    )


def _said(pair: Pair) -> str:
    return FORMER + " ".join(pair.target.split())


def _holder(pair: Pair, catalogs: Mapping[str, Catalog]) -> str:
    """Return the name of the catalog in which *pair* is looked for first: by its message, its block, or at all."""
    for is_near in (
        lambda entry: entry.key == (pair.context, pair.source),
        lambda entry: pair.context and entry.context == pair.context,
    ):
        found = (name for name, catalog in catalogs.items() if any(map(is_near, catalog.entries)))
        if name := next(found, ""):
            return name
    return next(iter(catalogs))


def _with(pair: Pair, catalog: Catalog) -> list[CatalogEntry]:
    """Return the entries of *catalog* with *pair*, which is in none of them."""
    key = (pair.context, pair.source)
    if any(entry.key == key for entry in catalog.entries):
        return [
            replace(entry, comments=(*entry.comments, _said(pair))) if entry.key == key else entry
            for entry in catalog.entries
        ]
    flags = FUZZY if pair.is_fuzzy else frozenset()
    gone = CatalogEntry(context=pair.context, msgid=pair.source, msgstr=pair.target, flags=flags, is_obsolete=True)
    return [*catalog.entries, gone]
