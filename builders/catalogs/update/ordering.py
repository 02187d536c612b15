"""The order in which catalogs are written, so that a translation that moves is never in none of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from builders.catalogs.notes import own_words
from builders.model.messages import Catalog, CatalogEntry, Key


def safe_order(old: Mapping[str, Catalog], new: Mapping[str, Catalog]) -> Iterator[tuple[str, Catalog]]:
    """Yield the catalogs of *new* by domain: one that takes a translation in before the one of *old* that lets it go.

    Where translations change places in a circle, a catalog comes twice, first with what it lets go.
    """
    before = {domain: _by_place(catalog) for domain, catalog in old.items()}
    after = {domain: _by_place(catalog) for domain, catalog in new.items()}
    arrived = {domain: {msgstr for _, msgstr in after[domain].keys() - before.get(domain, {}).keys()} for domain in new}
    leaving = {domain: _leaving(domain, before.get(domain, {}), after[domain], arrived) for domain in new}
    pending = list(new)
    twice = []
    while pending:
        ready = [domain for domain in pending if not any(leaving[domain].keys() & {*pending} - {domain})]
        for domain in ready:
            yield domain, new[domain]
        if not ready:
            domain = pending[0]
            kept = dict.fromkeys(id(entry) for entries in leaving[domain].values() for entry in entries)
            rest = [entry for entry in old[domain].entries if id(entry) in kept]
            yield domain, replace(new[domain], entries=(*new[domain].entries, *rest))
            twice.append(domain)
            ready = [domain]
        pending = [domain for domain in pending if domain not in ready]
    for domain in twice:
        yield domain, new[domain]


Places = Mapping[tuple[Key, str], CatalogEntry]
"""The translations of a catalog: message, translation, entry."""


def _leaving(
    domain: str, before: Places, after: Places, arrived: Mapping[str, set[str]]
) -> dict[str, list[CatalogEntry]]:
    """Return what leaves the catalog of *domain*, by the domains of the catalogs in which it has *arrived*."""
    gone = [
        entry
        for place, entry in before.items()
        if place not in after or not {*after[place].comments}.issuperset(own_words(entry.comments))
    ]
    taken = {name: [entry for entry in gone if entry.msgstr in there] for name, there in arrived.items()}
    return {name: entries for name, entries in taken.items() if entries and name != domain}


def _by_place(catalog: Catalog) -> Places:
    return {(entry.key, entry.msgstr): entry for entry in catalog.entries if entry.msgstr}
