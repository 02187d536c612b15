"""The gate: which messages of catalogs it keeps from readers, and why."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from builders.catalogs.folders import domain_of
from builders.catalogs.message_rules import check_catalog
from builders.model.adaptations import Layer
from builders.model.findings import Finding
from builders.model.messages import Catalog, Key

SOURCE = "en"
"""The tag of the language that the guidelines are written in."""

Refused = tuple[Finding, ...]
"""What the gate has against a translation."""


def refused_in(catalogs: Mapping[str, Catalog], layers: Sequence[Layer] = ()) -> dict[str, Mapping[Key, Refused]]:
    """Return the messages of every one of *catalogs* that the gate refuses; those of *layers* are not from English."""
    sources = sources_of(layers)
    return {name: refusals(catalog, sources.get(name, SOURCE)) for name, catalog in catalogs.items()}


@lru_cache(maxsize=64)
def refusals(catalog: Catalog, source: str = SOURCE) -> Mapping[Key, Refused]:
    """Return the messages of *catalog* that the gate refuses, translations of texts in the language *source*.

    Who plans, checks and builds asks it of the same catalogs.
    """
    found: dict[int, Refused] = {}
    for finding in check_catalog(catalog, source=source):
        found[finding.location.line] = (*found.get(finding.location.line, ()), finding)
    return {entry.key: found[entry.line] for entry in catalog.active if entry.line in found}


def sources_of(layers: Sequence[Layer]) -> dict[str, str]:
    """Return the tag of the language that *layers* are written in, by the domain of their texts."""
    return {domain_of("", layer.id): layer.written_in.tag for layer in layers}
