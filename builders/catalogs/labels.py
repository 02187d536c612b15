"""The labels of a language: what the writers print themselves, in the catalogs of the guidelines and of adaptations."""

from collections.abc import Iterator
from pathlib import Path

from builders.catalogs.folders import LABELS_DOMAIN, catalog_folders
from builders.catalogs.gate import refusals
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.translations import Translations, entries_in
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Key, MessageState
from builders.settings import Settings


def open_labels(settings: Settings, language: Language) -> Labels:
    """Return the labels of *language* alone, for pages that carry no other text."""
    entries = label_entries(settings, language) or {}
    seen = {key: entry for key, entry in entries.items() if entry.state is MessageState.TRANSLATED}
    return Translations(language=language, texts={LABELS_DOMAIN: seen}).labels(settings)


def label_entries(settings: Settings, language: Language) -> dict[Key, CatalogEntry] | None:
    """Return what the catalogs of labels of *language* hold, None where it has none yet."""
    found: dict[Key, CatalogEntry] | None = None
    for catalog in _label_catalogs(settings, language):
        own = {entry.key: entry for entry in catalog.active}
        better = {key: entry for key, entry in own.items() if entry.state is MessageState.TRANSLATED}
        found = {**own, **(found or {}), **better}
    return found


def refused_labels(settings: Settings, language: Language) -> frozenset[Key]:
    """Return the labels of *language* that the gate keeps from readers, where no catalog above has a better one."""
    refused: set[Key] = set()
    for catalog in _label_catalogs(settings, language):
        refused = (refused - entries_in(catalog, MessageState.TRANSLATED).keys()) | refusals(catalog).keys()
    return frozenset(refused)


def _label_catalogs(settings: Settings, language: Language) -> Iterator[Catalog]:
    paths = [folder / f"{LABELS_DOMAIN}.po" for folder in catalog_folders(settings, language).values()]
    for path in filter(Path.exists, paths):
        yield read_catalog(path, path.relative_to(settings.project).as_posix())
