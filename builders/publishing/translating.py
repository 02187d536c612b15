"""Templates, catalogs and coverage: the source read once, for translators."""

from __future__ import annotations

from builders.catalogs.reading import read_catalog
from builders.catalogs.shelf import catalog_folder, open_shelf, read_catalogs
from builders.catalogs.updating import UpdateReport, template, update_catalogs
from builders.catalogs.writing import format_catalog, write_catalog
from builders.editions.extraction import extract, measure_coverage
from builders.model.coverage import Coverage
from builders.model.languages import Language
from builders.model.units import Unit
from builders.publishing.reading import parse_source
from builders.settings import Settings


def write_templates(settings: Settings, *, is_check: bool = False) -> list[str]:
    """Write ``locale/*.pot`` from the source; return the names of those that changed, or would with *is_check*."""
    changed = []
    for domain, messages in extract(parse_source(settings), settings).items():
        made = template(domain, messages)
        path = settings.locale / f"{domain}.pot"
        if is_check:
            is_changed = not path.exists() or path.read_text(encoding="utf-8") != format_catalog(made)
        else:
            is_changed = write_catalog(made, path)
        if is_changed:
            changed.append(path.relative_to(settings.project).as_posix())
    return changed


def update_language(settings: Settings, language: Language) -> tuple[UpdateReport, int]:
    """Bring the catalogs of *language* up to date with the templates; return what happened and how many files changed.

    Every catalog is read and computed before the first is written, and each is replaced whole.
    """
    paths = sorted(settings.locale.glob("*.pot"))
    templates = {path.stem: read_catalog(path, path.relative_to(settings.project).as_posix()) for path in paths}
    updated, report = update_catalogs(templates, read_catalogs(settings, language), language)
    folder = catalog_folder(settings, language)
    changed = sum(write_catalog(catalog, folder / f"{domain}.po") for domain, catalog in updated.items())
    return report, changed


def coverage_table(settings: Settings) -> dict[tuple[str, str], Coverage]:
    """Return the coverage of every unit, by language tag and edition id."""
    doctrees = parse_source(settings)
    return {
        (language.tag, edition.id): measure_coverage(doctrees, Unit(language=language, edition=edition), shelf)
        for language in settings.languages
        for shelf in [open_shelf(settings, language)]
        for edition in settings.editions
    }
