"""All catalogs of one language: which file holds which text, and the look-up."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import read_memory
from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import standing
from builders.language.typography import bound
from builders.model.adaptations import Layer
from builders.model.findings import Finding, Location, Severity
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog, CatalogEntry, Key, MessageState, Pair, Standing
from builders.model.progress import Lack
from builders.problems import Problem
from builders.settings import Settings

SOURCE = "en"
"""The tag of the language that the guidelines are written in."""

LABELS_DOMAIN = "labels"
"""The text domain of what the writers print themselves."""
_LOOKED_AT = (Lack.FUZZY, Lack.REFUSED)
"""Why readers see English although there is a translation: a person must look at it."""

Refused = tuple[Finding, ...]
"""What the gate has against a translation."""


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
    refused: Mapping[str, Mapping[Key, Refused]] = field(default_factory=dict)
    """What the gate keeps from readers, and why, by text domain; empty where it must stop everything."""
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
        return Standing.FUZZY if self.lack(domain, context, text) in _LOOKED_AT else Standing.UNTRANSLATED

    def lack(self, domain: str, context: str, text: str) -> Lack | None:
        """Return why readers see *text* in its own language; None where that is theirs, or it is translated."""
        if self.is_own(domain) or self.find(domain, context, text):
            return None
        if domain not in self.texts:
            return Lack.NO_CATALOG
        if self.faults(domain, context, text):
            return Lack.REFUSED
        for lack, table in ((Lack.FUZZY, self.waiting), (Lack.UNTRANSLATED, self.empty)):
            if not table.get(domain, frozenset()).isdisjoint(((context, text), ("", text))):
                return lack
        return Lack.UNKNOWN

    def faults(self, domain: str, context: str, text: str) -> Refused:
        """Return why the gate keeps the translation of *text* from readers; nothing where it does not."""
        refused = self.refused.get(domain, {})
        return refused.get((context, text)) or refused.get(("", text)) or ()

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


def catalog_folders(settings: Settings, language: Language) -> dict[str, Path]:
    """Return the folders with catalogs of *language*, by what the names of their domains begin with.

    Those of the guidelines come first. The catalogs of an adaptation hold its own text, and what it says in other words
    than those below it.
    """
    own = {
        f"{layer.id}/": settings.project / layer.folder / "locale" / language.locale / "LC_MESSAGES"
        for layer in settings.layers
    }
    return {"": catalog_folder(settings, language), **own}


def language_memory(settings: Settings, language: Language) -> tuple[Pair, ...]:
    """Return the memory of *language*."""
    path = memory_path(settings, language)
    return read_memory(path, language, path.relative_to(settings.project).as_posix())


def memory_path(settings: Settings, language: Language) -> Path:
    """Return where the memory of *language* is kept."""
    return catalog_folder(settings, language).parent / MEMORY


def read_catalogs(settings: Settings, language: Language) -> dict[str, Catalog]:
    """Return the catalogs of *language* by text domain, behind the name of the adaptation whose catalog it is.

    A missing file is no catalog yet.
    Raises a Problem for a broken catalog, and for compiled or foreign files in the folder.
    """
    refuse_foreign_files(settings, language)
    paths = catalog_paths(settings, language)
    names = {domain: path.relative_to(settings.project).as_posix() for domain, path in paths.items() if path.exists()}
    catalogs = {domain: read_catalog(paths[domain], name) for domain, name in names.items()}
    refuse_other_language(catalogs.values(), language)
    return catalogs


def catalog_paths(settings: Settings, language: Language) -> dict[str, Path]:
    """Return where the catalogs of *language* stand, or would, by text domain, as ``read_catalogs`` names them."""
    known = domains(settings)
    return {
        f"{start}{domain}": folder / f"{domain}.po"
        for start, folder in catalog_folders(settings, language).items()
        for domain in _domains_in(start, language, known)
    }


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
    for start, folder in catalog_folders(settings, language).items():
        for path in sorted(folder.glob("*.po")):
            digest.update(f"{start}{path.name}".encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def open_translations(settings: Settings, language: Language, *, passes_over: bool = False) -> Translations:
    """Return what readers of *language* may see.

    Raises a Problem with every message that the gate refuses, unless it *passes_over* those: they stay English.
    """
    if language.is_source and not settings.layers:
        return Translations(language=language, texts={})
    return fill_translations(language, read_catalogs(settings, language), settings.layers, passes_over=passes_over)


def fill_translations(
    language: Language, catalogs: Mapping[str, Catalog], layers: Sequence[Layer] = (), *, passes_over: bool = False
) -> Translations:
    """Return what readers of *language* may see of its *catalogs*, which are named by text domain.

    What the catalogs of one of *layers* say goes before what those below it say.
    Raises a Problem with every message that the gate refuses, unless it *passes_over* those: they stay English.
    """
    kept_out = refused_in(catalogs, layers)
    findings = [each for found in kept_out.values() for faults in found.values() for each in faults]
    if findings and not passes_over:
        raise Problem(
            code="translation-refused",
            what=f"{len(findings)} translation{'s' if len(findings) > 1 else ''} cannot be published",
            findings=findings,
            next_step="mend the lines named above in the catalog, then run the command again",
        )
    by_state: dict[MessageState, dict[str, dict[Key, CatalogEntry]]] = {state: {} for state in MessageState}
    origins: dict[tuple[str, Key], str] = {}
    refused: dict[str, dict[Key, Refused]] = {}
    for name, catalog in catalogs.items():
        own = {
            state: {key: entry for key, entry in _entries(catalog, state).items() if key not in kept_out[name]}
            for state in MessageState
        }
        for domain in _domains_filled(name, layers):
            if kept_out[name]:
                refused.setdefault(domain, {}).update(kept_out[name])
            for state, entries in own.items():
                by_state[state].setdefault(domain, {}).update(entries)
            if domain != name or "/" in name:
                origins |= {(domain, key): catalog.path for key in own[MessageState.TRANSLATED]}
    waiting, empty = (
        {domain: frozenset(found) for domain, found in by_state[state].items()}
        for state in (MessageState.FUZZY, MessageState.UNTRANSLATED)
    )
    return Translations(
        language=language,
        texts=by_state[MessageState.TRANSLATED],
        waiting=waiting,
        empty=empty,
        refused=refused,
        sources=_sources(layers),
        origins=origins,
    )


def _domains_filled(name: str, layers: Sequence[Layer]) -> Iterator[str]:
    """Yield the text domains that the catalog called *name* has texts of: those of the *layers* below it, too."""
    layer, _, domain = name.rpartition("/")
    if domain != CHANGES or not layer:
        yield domain
        return
    for each in layers:
        yield domain_of("", each.id)
        if each.id == layer:
            return


def _sources(layers: Sequence[Layer]) -> dict[str, str]:
    """Return the tag of the language that *layers* are written in, by the domain of their texts."""
    return {domain_of("", layer.id): layer.written_in.tag for layer in layers}


def refused_in(catalogs: Mapping[str, Catalog], layers: Sequence[Layer] = ()) -> dict[str, Mapping[Key, Refused]]:
    """Return the messages of every one of *catalogs* that the gate refuses; those of *layers* are not from English."""
    sources = _sources(layers)
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
        refused = (refused - _entries(catalog, MessageState.TRANSLATED).keys()) | refusals(catalog).keys()
    return frozenset(refused)


def _label_catalogs(settings: Settings, language: Language) -> Iterator[Catalog]:
    paths = [folder / f"{LABELS_DOMAIN}.po" for folder in catalog_folders(settings, language).values()]
    for path in filter(Path.exists, paths):
        yield read_catalog(path, path.relative_to(settings.project).as_posix())


def _domains_in(start: str, language: Language, known: Iterable[str]) -> Iterator[str]:
    """Yield the domains that a folder of *language* may hold, whose names begin with *start*; text of the guidelines is
    written in their own language, and has no catalog in that.
    """
    if not language.is_source:
        yield from known
    if start:
        yield CHANGES


def catalog_file(settings: Settings, language: Language, domain: str) -> Path:
    """Return the catalog of *language* that holds *domain*, below the project; the one to write where there is none."""
    layer, _, name = domain.rpartition("/")
    folders = catalog_folders(settings, language)
    wanted = [folders[f"{layer}/"]] if layer else list(folders.values())
    paths = [folder / f"{name}.po" for folder in wanted]
    found = next(filter(Path.exists, paths), paths[0])
    return found.relative_to(settings.project)


def _entries(catalog: Catalog, state: MessageState) -> dict[Key, CatalogEntry]:
    return {entry.key: entry for entry in catalog.active if entry.state is state}


def passed_over(settings: Settings, language: Language) -> Iterator[Finding]:
    """Yield a warning for every compiled catalog of *language* that stands beside the one that it was made from.

    Poedit writes one whenever it saves; nothing here reads it.
    """
    folders, every = catalog_folders(settings, language), domains(settings)
    for path in sorted(path for folder in folders.values() for path in folder.glob("*.mo")):
        if path.stem in (*every, CHANGES) and path.with_suffix(".po").exists():
            yield Finding(
                check="compiled-catalog",
                location=Location(path.relative_to(settings.project).as_posix()),
                message=f"the compiled catalog is passed over; {path.stem}.po beside it is what counts",
                hint="delete the file, and switch off in your program that it makes one when it saves",
                severity=Severity.WARNING,
            )


def refuse_foreign_files(settings: Settings, language: Language) -> None:
    """Raise a Problem where a compiled or foreign file stands among the catalogs of *language*.

    A compiled catalog beside the one that it was made from is none: ``passed_over`` names it.
    """
    folders, every = catalog_folders(settings, language), domains(settings)
    known = {
        folder / f"{domain}.po" for start, folder in folders.items() for domain in _domains_in(start, language, every)
    }
    for path in sorted(path for folder in folders.values() for path in folder.parent.rglob("*")):
        if path.suffix == ".mo" and path.with_suffix(".po") in known and path.with_suffix(".po").exists():
            continue
        if path.suffix == ".mo" or (path.suffix == ".po" and path not in known):
            raise Problem(
                code="foreign-catalog",
                what=f"{path.name} does not belong beside the catalogs",
                where=[Location(path.relative_to(settings.project).as_posix())],
                why="a compiled or foreign catalog can silently replace reviewed text",
                next_step="delete the file, or run .venv/bin/cop update if its source folder is gone or renamed",
            )
