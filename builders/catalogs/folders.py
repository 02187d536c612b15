"""The folders of a language: which catalog holds which text, and what must not stand beside it."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import read_memory
from builders.catalogs.po.reading import read_catalog
from builders.model.findings import Finding, Location, Severity
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog, Pair
from builders.problems import Problem
from builders.settings import Settings

LABELS_DOMAIN = "labels"
"""The text domain of what the writers print themselves."""


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


def catalog_paths(settings: Settings, language: Language) -> dict[str, Path]:
    """Return where the catalogs of *language* stand, or would, by text domain, as ``read_catalogs`` names them."""
    known = domains(settings)
    return {
        f"{start}{domain}": folder / f"{domain}.po"
        for start, folder in catalog_folders(settings, language).items()
        for domain in _domains_in(start, language, known)
    }


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


def memory_path(settings: Settings, language: Language) -> Path:
    """Return where the memory of *language* is kept."""
    return catalog_folder(settings, language).parent / MEMORY


def language_memory(settings: Settings, language: Language) -> tuple[Pair, ...]:
    """Return the memory of *language*."""
    path = memory_path(settings, language)
    return read_memory(path, language, path.relative_to(settings.project).as_posix())


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
