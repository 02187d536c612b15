"""Templates, catalogs and coverage: the source read once, for translators."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context

from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import format_memory, read_memory
from builders.catalogs.reading import read_catalog
from builders.catalogs.shelf import catalog_folder, open_shelf
from builders.catalogs.termbase import TERMBASE, read_termbase
from builders.catalogs.updating import UpdateReport, template, update_catalogs
from builders.catalogs.writing import format_catalog, replace_files, write_catalog
from builders.editions.extraction import extract, measure_coverage
from builders.editions.parsing import RawDoctrees
from builders.model.coverage import Coverage
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.model.terms import TermStatus
from builders.model.units import Unit
from builders.publishing.reading import parse_source
from builders.publishing.scheduling import available_cores
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageUpdate:
    """What an update did to one language."""

    language: Language
    report: UpdateReport
    changed_files: int


def update_languages(
    settings: Settings, templates: Mapping[str, Catalog], languages: Sequence[Language]
) -> Iterator[LanguageUpdate]:
    """Bring the catalogs of *languages* up to date with *templates*, side by side; yield what was done, in order."""
    if len(languages) < 2 or sys.platform != "linux":
        yield from (update_language(settings, templates, language) for language in languages)
        return
    with ProcessPoolExecutor(available_cores(), mp_context=get_context("fork")) as executor:
        yield from executor.map(partial(update_language, settings, templates), languages)


def update_language(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> LanguageUpdate:
    """Bring the catalogs and the memory of *language* up to date with *templates*.

    Every catalog in the folder is read and computed before the first is written, also one whose source folder is
    gone. What leaves a catalog stays in it as obsolete until all of them are written: a translation that moves is
    never in neither, whenever the program is stopped.
    """
    folder = catalog_folder(settings, language)
    paths = sorted(folder.glob("*.po"))
    old = {path.stem: read_catalog(path, path.relative_to(settings.project).as_posix()) for path in paths}
    memory = folder.parent / MEMORY
    name = memory.relative_to(settings.project).as_posix()
    updated = update_catalogs(
        templates, old, language, memory=read_memory(memory, language, name), terms=english_terms(settings)
    )
    files = [(memory, format_memory(updated.memory, language))] if updated.memory else []
    final = [(folder / f"{domain}.po", format_catalog(each).encode()) for domain, each in updated.catalogs.items()]
    between = [
        (folder / f"{domain}.po", format_catalog(_with_everything(updated.catalogs[domain], catalog)).encode())
        for domain, catalog in old.items()
        if domain in updated.catalogs
    ]
    changed = replace_files([*files, *between, *final])
    return LanguageUpdate(language=language, report=updated.report, changed_files=changed)


def _with_everything(catalog: Catalog, old: Catalog) -> Catalog:
    """Return *catalog* with every translation of *old* that it has not, as obsolete."""
    known = {entry.msgstr for entry in catalog.entries}
    room = {entry.key for entry in catalog.entries if entry.is_obsolete}
    gone = {
        entry.key: replace(entry, is_obsolete=True, extracted=(), references=())
        for entry in old.entries
        if entry.msgstr and entry.msgstr not in known and entry.key not in room
    }
    return replace(catalog, entries=(*catalog.entries, *gone.values()))


def english_terms(settings: Settings) -> frozenset[str]:
    """Return the agreed English terms, in lower case; a change from one to another is substantive."""
    terms = read_termbase(settings.locale / TERMBASE)
    return frozenset(
        term.text.lower() for term in terms if term.tag == "en" and term.status is not TermStatus.FORBIDDEN
    )


def coverage_table(settings: Settings, doctrees: RawDoctrees) -> dict[tuple[str, str], Coverage]:
    """Return the coverage of every unit, by language tag and edition id."""
    return {
        (language.tag, edition.id): measure_coverage(doctrees, Unit(language=language, edition=edition), shelf)
        for language in settings.languages
        for shelf in [open_shelf(settings, language)]
        for edition in settings.editions
    }
