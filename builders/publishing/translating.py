"""Templates, catalogs and coverage: the source read once, for translators."""

from __future__ import annotations

from dataclasses import replace

from builders.catalogs.reading import read_catalog
from builders.catalogs.shelf import catalog_folder, open_shelf
from builders.catalogs.updating import UpdateReport, template, update_catalogs
from builders.catalogs.writing import format_catalog, write_catalog
from builders.editions.extraction import extract, measure_coverage
from builders.editions.parsing import RawDoctrees
from builders.model.coverage import Coverage
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.model.units import Unit
from builders.publishing.reading import parse_source
from builders.settings import Settings


def make_templates(settings: Settings) -> dict[str, Catalog]:
    """Return the templates of the source by text domain."""
    extracted = extract(parse_source(settings), settings)
    return {domain: template(domain, messages) for domain, messages in extracted.items()}


def write_templates(settings: Settings, templates: dict[str, Catalog], *, is_check: bool = False) -> list[str]:
    """Write *templates* to ``locale/*.pot``; return the names of those that changed, or would with *is_check*.

    A template that the source has no text for any more is removed.
    """
    changed = []
    for path in sorted(settings.locale.glob("*.pot")):
        if path.stem not in templates:
            changed.append(path.relative_to(settings.project).as_posix())
            if not is_check:
                path.unlink()
    for domain, made in templates.items():
        path = settings.locale / f"{domain}.pot"
        if is_check:
            is_changed = not path.exists() or path.read_text(encoding="utf-8") != format_catalog(made)
        else:
            is_changed = write_catalog(made, path)
        if is_changed:
            changed.append(path.relative_to(settings.project).as_posix())
    return changed


def update_language(settings: Settings, templates: dict[str, Catalog], language: Language) -> tuple[UpdateReport, int]:
    """Bring the catalogs of *language* up to date with *templates*; return what happened and how many files changed.

    Every catalog in the folder is read and computed before the first is written, also one whose source folder is
    gone, and each is replaced whole. What leaves a catalog stays in it as obsolete until all of them are written: a
    translation that moves is never in neither, whenever the program is stopped.
    """
    folder = catalog_folder(settings, language)
    paths = sorted(folder.glob("*.po"))
    old = {path.stem: read_catalog(path, path.relative_to(settings.project).as_posix()) for path in paths}
    updated, report = update_catalogs(templates, old, language)
    changed = 0
    for domain, catalog in updated.items():
        changed += write_catalog(_with_everything(catalog, old.get(domain)), folder / f"{domain}.po")
    for domain, catalog in updated.items():
        write_catalog(catalog, folder / f"{domain}.po")
    return report, changed


def _with_everything(catalog: Catalog, old: Catalog | None) -> Catalog:
    """Return *catalog* with every translation of *old* that it has not, as obsolete."""
    known = {entry.msgstr for entry in catalog.entries}
    gone = [entry for entry in old.entries if entry.msgstr and entry.msgstr not in known] if old else []
    obsolete = tuple(replace(entry, is_obsolete=True, extracted=(), references=()) for entry in gone)
    return replace(catalog, entries=catalog.entries + obsolete)


def coverage_table(settings: Settings, doctrees: RawDoctrees) -> dict[tuple[str, str], Coverage]:
    """Return the coverage of every unit, by language tag and edition id."""
    return {
        (language.tag, edition.id): measure_coverage(doctrees, Unit(language=language, edition=edition), shelf)
        for language in settings.languages
        for shelf in [open_shelf(settings, language)]
        for edition in settings.editions
    }
