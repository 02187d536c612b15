"""Brings catalogs up to date that say only some messages in other words, and adds nothing to them but heirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from builders.catalogs.notes import own_words
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.update.updating import Updated, update_catalogs
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Pair


def update_overrides(
    templates: Mapping[str, Catalog],
    catalogs: Mapping[str, Catalog],
    language: Language,
    *,
    memory: tuple[Pair, ...] = (),
    terms: frozenset[str] = frozenset(),
) -> Updated:
    """Return *catalogs*, which need not have every message of *templates*, for what these say now.

    What is gone becomes obsolete, and what has been edited is offered for its new text; no other message comes in.
    """
    wanted = spoken_of(templates, catalogs)
    held = {(domain, entry.key) for domain, catalog in catalogs.items() for entry in catalog.active}
    updated = update_catalogs(wanted, catalogs, language, memory=memory, terms=terms)
    found = {
        domain: replace(made, entries=tuple(_heirs(made, domain, held))) for domain, made in updated.catalogs.items()
    }
    bare = sum(not entry.msgstr for made in found.values() for entry in made.active)
    return replace(updated, catalogs=found, report=replace(updated.report, untranslated=bare))


def spoken_of(templates: Mapping[str, Catalog], catalogs: Mapping[str, Catalog]) -> dict[str, Catalog]:
    """Return of *templates* what *catalogs* hold, and what may have come in the place of messages that are gone."""
    places = {(domain, entry.key) for domain, made in templates.items() for entry in made.entries}
    held = {(domain, entry.key) for domain, catalog in catalogs.items() for entry in catalog.active}
    names = {
        name
        for domain, catalog in catalogs.items()
        for entry in catalog.entries
        if (domain, entry.key) not in places or entry.is_obsolete
        for name in _heir_names(entry, domain)
    }
    found = {
        domain: tuple(
            entry
            for entry in made.entries
            if (domain, entry.key) in held or not names.isdisjoint(_names(entry, domain))
        )
        for domain, made in templates.items()
    }
    return {
        domain: replace(templates[domain], entries=entries)
        for domain, entries in found.items()
        if entries or domain in catalogs
    }


def _names(entry: CatalogEntry, domain: str) -> Iterator[str]:
    """Yield what *entry*, in the template of *domain*, may share with one that it takes the place of."""
    yield from (f"text {entry.msgid}", f"block {entry.context}", f"catalog {domain}")
    yield from (f"page {page}" for page in entry.references)


def _heir_names(entry: CatalogEntry, domain: str) -> Iterator[str]:
    """Yield what *entry* shares with what may take its place: its text, and its block, its page, or its catalog."""
    yield f"text {entry.msgid}"
    if entry.context:
        yield f"block {entry.context}"
    elif entry.references:
        yield from (f"page {page}" for page in entry.references)
    else:
        yield f"catalog {domain}"


def _heirs(made: Catalog, domain: str, held: set[MessagePlace]) -> Iterator[CatalogEntry]:
    for entry in made.entries:
        if entry.msgstr or entry.is_obsolete or (domain, entry.key) in held or own_words(entry.comments):
            yield entry
