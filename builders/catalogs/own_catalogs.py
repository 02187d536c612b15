"""The catalogs that a command writes: those of the guidelines, or those of one adaptation, which stand above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from builders.catalogs.folders import catalog_folders, domain_of
from builders.catalogs.gate import SOURCE
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog, CatalogEntry, Key
from builders.settings import Settings

Catalogs = Mapping[str, Catalog]


def own_folder(settings: Settings, language: Language) -> Path:
    """Return where the catalogs of *language* stand that belong to nobody else."""
    return catalog_folders(settings, language)[_start(settings)]


def own_catalogs(settings: Settings, catalogs: Catalogs) -> dict[str, Catalog]:
    """Return those of *catalogs* that are its own, by the domain of the texts in them."""
    start = _start(settings)
    return {_text_domain(name, start): made for name, made in catalogs.items() if name.startswith(start)}


def catalog_name(settings: Settings, domain: str) -> str:
    """Return what ``read_catalogs`` calls its own catalog of *domain*."""
    start = _start(settings)
    return domain if domain.startswith(start) else f"{start}{domain}"


def chosen_domain(settings: Settings, name: str) -> str:
    """Return the domain that people call *name*: an adaptation has one text of its own."""
    return domain_of("", settings.adaptation) if settings.adaptation and name == CHANGES else name


def sources(settings: Settings) -> dict[str, str]:
    """Return the tag of the language of every domain that is not written in that of the guidelines."""
    found = {domain_of("", layer.id): layer.written_in.tag for layer in settings.layers}
    return {domain: tag for domain, tag in found.items() if tag != SOURCE}


def with_those_below(settings: Settings, catalogs: Catalogs) -> dict[str, Catalog]:
    """Return, by the domain of their texts, what readers of *catalogs* see of each: its own words, and others below."""
    own = own_catalogs(settings, catalogs)
    if not settings.layers:
        return own
    starts = ("", *(f"{layer.id}/" for layer in settings.layers[:-1]))
    below: dict[str, Catalog] = {}
    for start in starts:
        for name, made in catalogs.items():
            if name.rpartition("/")[0] == start.rstrip("/") and not name.endswith(f"/{CHANGES}"):
                domain = name.removeprefix(start)
                below[domain] = _above(made, below.get(domain))
    views = {domain: _above(own.get(domain), made) for domain, made in below.items()}
    return {**{domain: made for domain, made in own.items() if domain not in views}, **views}


def _above(own: Catalog | None, below: Catalog | None) -> Catalog:
    """Return *own* with the entries in use of *below* that it lacks, in the order of that."""
    if own is None or below is None:
        found = own or below
        assert found
        return found
    known = {entry.key: entry for entry in own.active}
    entries = [known.pop(entry.key, entry) for entry in below.active]
    gone = tuple(entry for entry in own.entries if entry.is_obsolete)
    return replace(own, entries=(*entries, *known.values(), *gone))


def differing(view: Catalog, before: Catalog, own: Catalog | None, path: str) -> Catalog | None:
    """Return what the catalog *own*, None where there is none, becomes when the *view* of it was *before*.

    What says the same as those below it does not come in. None where there is nothing to hold.
    """
    known: dict[Key, CatalogEntry] = {entry.key: entry for entry in before.active}
    held = {entry.key for entry in own.active} if own else set()
    entries = [
        entry
        for entry in view.entries
        if (own if entry.is_obsolete else entry.key in held or known.get(entry.key) != entry)
    ]
    if own and len(entries) == len(own.entries) and all(entry in own.entries for entry in entries):
        return own
    return replace(view, path=path, entries=tuple(entries)) if entries else own


def _start(settings: Settings) -> str:
    return f"{settings.adaptation}/" if settings.adaptation else ""


def _text_domain(name: str, start: str) -> str:
    return name.removeprefix(start) if start and not name.endswith(f"/{CHANGES}") else name
