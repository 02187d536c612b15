"""Brings the catalogs of an adaptation up to date with what it has written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.translations import catalog_folder, catalog_folders, domain_of, refuse_other_language
from builders.catalogs.update.updating import update_catalogs
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog
from builders.settings import Settings
from builders.translating.update_command import LanguageUpdate, english_terms


def update_national(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> LanguageUpdate | None:
    """Bring the catalogs of *language* of the adaptation that *settings* are of up to date with *templates*.

    It holds what the adaptation has written in another language, and everything where the guidelines have no catalogs
    of the language; other catalogs of it are left alone. None where there is nothing to translate.
    """
    layer = settings.layers[-1]
    wanted = dict(_wanted(settings, templates, language))
    if not wanted:
        return None
    folder = catalog_folders(settings, language)[f"{layer.id}/"]
    seen = read_folder(folder.parent)
    names = {path: path.relative_to(settings.project).as_posix() for path in sorted(folder.glob("*.po"))}
    old = {path.stem: read_catalog(path, name, is_mended=True) for path, name in names.items() if path.stem in wanted}
    refuse_other_language(old.values(), language)
    updated = update_catalogs(wanted, old, language, terms=english_terms(settings))
    files = [(folder / f"{domain}.po", format_catalog(made).encode()) for domain, made in updated.catalogs.items()]
    folder.mkdir(parents=True, exist_ok=True)
    return LanguageUpdate(language=language, report=updated.report, changed_files=replace_files(files, seen=seen))


def _wanted(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> Iterator[tuple[str, Catalog]]:
    """Yield the templates that the adaptation translates itself, by the name of the catalog."""
    layer = settings.layers[-1]
    own = domain_of("", layer.id)
    if language.tag != layer.written_in.tag and own in templates:
        yield CHANGES, templates[own]
    if not language.is_source and not catalog_folder(settings, language).exists():
        yield from ((domain, made) for domain, made in templates.items() if "/" not in domain)
