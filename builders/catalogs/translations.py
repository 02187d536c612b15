"""All catalogs of one language: which file holds which text, and the look-up."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import read_memory
from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import standing
from builders.language.typography import bound
from builders.model.findings import Finding, Location
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Key, MessageState, Pair, Standing
from builders.model.progress import Lack
from builders.problems import Problem
from builders.settings import Settings

SOURCE = "en"
"""The tag of the language that the guidelines are written in."""

CHANGES = "changes"
"""The text domain of what an adaptation has written, in the folder of its catalogs."""

LABELS_DOMAIN = "labels"
"""The text domain of what the writers print themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """The translations that readers of one language may see: no fuzzy, no obsolete ones."""

    language: Language
    texts: Mapping[str, Mapping[Key, CatalogEntry]]
    """By text domain, then by context and English text."""
    waiting: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    """What has a translation that readers may not see yet (fuzzy), by text domain."""
    empty: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    """What stands in the catalog without a translation, by text domain."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The language that the texts of a domain are written in, by its tag; English where nothing is said."""
    origins: Mapping[tuple[str, Key], str] = field(default_factory=dict)
    """The catalog of an entry by its domain and key, where it is not the one that is named after the domain."""

    def source(self, domain: str) -> str:
        """Return the tag of the language that the texts of *domain* are written in."""
        return self.sources.get(domain, SOURCE)

    def is_own(self, domain: str) -> bool:
        """Whether the texts of *domain* are written in the language, so that nothing of them is translated."""
        return self.source(domain) == self.language.tag

    def path(self, domain: str, entry: CatalogEntry) -> str:
        """Return where the catalog of *entry*, of *domain*, stands in the project."""
        return self.origins.get((domain, entry.key)) or f"locale/{self.language.locale}/LC_MESSAGES/{domain}.po"

    def find(self, domain: str, context: str, text: str) -> CatalogEntry | None:
        """Return the entry for *text*, first with its context, then without; None falls back to English."""
        catalog = self.texts.get(domain, {})
        return catalog.get((context, text)) or catalog.get(("", text))

    def standing(self, domain: str, context: str, text: str) -> Standing:
        """Return where *text* stands for readers; in the language that it is written in, it is its own translation."""
        if self.is_own(domain):
            return Standing.TRANSLATED
        if entry := self.find(domain, context, text):
            return standing(entry)
        return Standing.FUZZY if self.lack(domain, context, text) is Lack.FUZZY else Standing.UNTRANSLATED

    def lack(self, domain: str, context: str, text: str) -> Lack | None:
        """Return why readers see *text* in its own language; None where that is theirs, or it is translated."""
        if self.is_own(domain) or self.find(domain, context, text):
            return None
        if domain not in self.texts:
            return Lack.NO_CATALOG
        for lack, table in ((Lack.FUZZY, self.waiting), (Lack.UNTRANSLATED, self.empty)):
            if not table.get(domain, frozenset()).isdisjoint(((context, text), ("", text))):
                return lack
        return Lack.UNKNOWN

    def labels(self, settings: Settings) -> Labels:
        """Return the labels of the language."""
        english, texts = settings.labels, self.texts.get(LABELS_DOMAIN, {})
        tag = self.language.tag
        current = {key[0]: bound(texts[key].msgstr, tag) for key in english.items() if key in texts}
        return Labels(english, english if self.language.is_source else current)


def domains(settings: Settings) -> tuple[str, ...]:
    """Return the text domains: one for the labels, one a folder of the source."""
    pages = (path.relative_to(settings.source) for path in settings.source.rglob("*.rst"))
    folders = {page.parts[0] for page in pages if len(page.parts) > 1}
    return (LABELS_DOMAIN, *sorted(folders))


def domain_of(document: str, layer: str = "") -> str:
    """Return the text domain of the source document called *document*: its folder; or that of the *layer* named."""
    return f"{layer}/{CHANGES}" if layer else document.partition("/")[0]


def catalog_folder(settings: Settings, language: Language) -> Path:
    """Return the folder that holds the catalogs of *language*."""
    return settings.locale / language.locale / "LC_MESSAGES"


def language_memory(settings: Settings, language: Language) -> tuple[Pair, ...]:
    """Return the memory of *language*."""
    path = memory_path(settings, language)
    return read_memory(path, language, path.relative_to(settings.project).as_posix())


def memory_path(settings: Settings, language: Language) -> Path:
    """Return where the memory of *language* is kept."""
    return catalog_folder(settings, language).parent / MEMORY


def read_catalogs(settings: Settings, language: Language) -> dict[str, Catalog]:
    """Return the catalogs of *language* by text domain; a missing file is no catalog yet.

    Raises a Problem for a broken catalog, and for compiled or foreign files in the folder.
    """
    refuse_foreign_files(settings, language)
    folder = catalog_folder(settings, language)
    known = domains(settings)
    paths = {domain: folder / f"{domain}.po" for domain in known}
    names = {domain: path.relative_to(settings.project).as_posix() for domain, path in paths.items() if path.exists()}
    catalogs = {domain: read_catalog(paths[domain], name) for domain, name in names.items()}
    refuse_other_language(catalogs.values(), language)
    return catalogs


def refuse_other_language(catalogs: Iterable[Catalog], language: Language) -> None:
    """Raise a Problem when the header of one of *catalogs* names another language than *language*."""
    for catalog in catalogs:
        said = catalog.header_field("Language")
        if said and not language.is_called(said):
            raise Problem(
                code="catalog-language",
                what=f"the header says that the language is “{said}”",
                where=[Location(catalog.path, 1)],
                why="the text of one language must not be published as another",
                next_step=f"restore the right file, or write Language: {language.locale}",
            )


def unlisted_folders(settings: Settings) -> list[str]:
    """Return the folders with catalogs that belong to no language of the project."""
    listed = {language.locale for language in settings.languages}
    folders = sorted(path.parent for path in settings.locale.glob("*/LC_MESSAGES") if path.parent.name not in listed)
    return [folder.relative_to(settings.project).as_posix() for folder in folders]


def catalogs_digest(settings: Settings, language: Language) -> str:
    """Return the SHA-256 of all catalogs of *language*, in hexadecimal."""
    digest = hashlib.sha256()
    for path in sorted(catalog_folder(settings, language).glob("*.po")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def open_translations(settings: Settings, language: Language) -> Translations:
    """Return what readers of *language* may see.

    Raises a Problem with every message that the gate refuses.
    """
    if language.is_source:
        return Translations(language=language, texts={})
    return fill_translations(language, read_catalogs(settings, language))


def fill_translations(language: Language, catalogs: Mapping[str, Catalog]) -> Translations:
    """Return what readers of *language* may see of its *catalogs*, which are named by text domain.

    Raises a Problem with every message that the gate refuses.
    """
    if findings := [finding for catalog in catalogs.values() for finding in _refused(catalog)]:
        raise Problem(
            code="translation-refused",
            what=f"{len(findings)} translation{'s' if len(findings) > 1 else ''} cannot be published",
            findings=findings,
            next_step="mend the lines named above in the catalog, then run the command again",
        )
    waiting, empty = (
        {
            domain: frozenset(entry.key for entry in catalog.active if entry.state is state)
            for domain, catalog in catalogs.items()
        }
        for state in (MessageState.FUZZY, MessageState.UNTRANSLATED)
    )
    texts = {domain: _visible(catalog) for domain, catalog in catalogs.items()}
    return Translations(language=language, texts=texts, waiting=waiting, empty=empty)


@lru_cache(maxsize=64)
def _refused(catalog: Catalog) -> tuple[Finding, ...]:
    """Return what the gate refuses of *catalog*; who plans, checks and builds asks it of the same catalogs."""
    return tuple(check_catalog(catalog))


def open_labels(settings: Settings, language: Language) -> Labels:
    """Return the labels of *language* alone, for pages that carry no other text."""
    catalog = read_labels(settings, language)
    texts = {LABELS_DOMAIN: _visible(catalog)} if catalog else {}
    return Translations(language=language, texts=texts).labels(settings)


def read_labels(settings: Settings, language: Language) -> Catalog | None:
    """Return the catalog of labels of *language*, None where it has none yet."""
    path = catalog_folder(settings, language) / f"{LABELS_DOMAIN}.po"
    return read_catalog(path, path.relative_to(settings.project).as_posix()) if path.exists() else None


def _visible(catalog: Catalog) -> dict[Key, CatalogEntry]:
    return {entry.key: entry for entry in catalog.active if entry.state is MessageState.TRANSLATED}


def refuse_foreign_files(settings: Settings, language: Language) -> None:
    """Raise a Problem where a compiled or foreign file stands among the catalogs of *language*."""
    folder = catalog_folder(settings, language)
    known = {folder / f"{domain}.po" for domain in domains(settings)}
    for path in sorted(folder.parent.rglob("*")):
        if path.suffix == ".mo" or (path.suffix == ".po" and path not in known):
            raise Problem(
                code="foreign-catalog",
                what=f"{path.name} does not belong beside the catalogs",
                where=[Location(path.relative_to(settings.project).as_posix())],
                why="a compiled or foreign catalog can silently replace reviewed text",
                next_step="delete the file, or run .venv/bin/cop update if its source folder is gone or renamed",
            )
