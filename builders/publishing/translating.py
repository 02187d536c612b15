"""Templates, catalogs and what there is to translate: the source read once, for translators."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import format_memory, read_memory
from builders.catalogs.ordering import safe_order
from builders.catalogs.reading import read_catalog
from builders.catalogs.shelf import catalog_folder, open_shelf
from builders.catalogs.termbase import TERMBASE, read_termbase
from builders.catalogs.updating import UpdateReport, template, update_catalogs
from builders.catalogs.writing import format_catalog, replace_files, sweep, write_catalog
from builders.editions.carrying import count_messages
from builders.editions.extraction import extract
from builders.editions.parsing import RawDoctrees
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.model.progress import CountedMessage
from builders.model.terms import TermStatus
from builders.model.units import Unit
from builders.publishing.reading import parse_source
from builders.publishing.scheduling import available_cores
from builders.settings import Settings


def make_templates(settings: Settings) -> dict[str, Catalog]:
    """Return the templates of the source by text domain."""
    return templates_of(parse_source(settings), settings)


def templates_of(doctrees: RawDoctrees, settings: Settings) -> dict[str, Catalog]:
    """Return the templates of the source that was read into *doctrees*, by text domain."""
    extracted = extract(doctrees, settings)
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
    sweep(settings.locale)
    if len(languages) < 2 or sys.platform != "linux":
        yield from (update_language(settings, templates, language) for language in languages)
        return
    context = get_context("fork")
    with ProcessPoolExecutor(
        available_cores(), mp_context=context, initializer=_end_with, initargs=(os.getpid(),)
    ) as executor:
        yield from executor.map(partial(update_language, settings, templates), languages)


def _end_with(parent: int) -> None:
    """Let this process end soon after *parent*: a worker of a killed run would wait for ever, and hold the lock."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def update_language(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> LanguageUpdate:
    """Bring the catalogs and the memory of *language* up to date with *templates*.

    Every catalog in the folder is read and computed before the first is written, also one whose source folder is
    gone: its file goes last. A translation that moves is never in no file, whenever the program is stopped.
    """
    folder = catalog_folder(settings, language)
    for each in (folder, folder.parent):
        sweep(each)
    old = {path.stem: _read(path, settings) for path in sorted(folder.glob("*.po"))}
    memory = folder.parent / MEMORY
    name = memory.relative_to(settings.project).as_posix()
    updated = update_catalogs(
        templates, old, language, memory=read_memory(memory, language, name), terms=english_terms(settings)
    )
    files: list[tuple[Path, bytes | None]] = []
    if updated.memory:
        files.append((memory, format_memory(updated.memory, language)))
    for domain, catalog in safe_order(old, updated.catalogs):
        files.append((folder / f"{domain}.po", format_catalog(catalog).encode()))
    files += [(folder / f"{domain}.po", None) for domain in old if domain not in updated.catalogs]
    return LanguageUpdate(language=language, report=updated.report, changed_files=replace_files(files))


def _read(path: Path, settings: Settings) -> Catalog:
    return read_catalog(path, path.relative_to(settings.project).as_posix(), is_mended=True)


def english_terms(settings: Settings) -> frozenset[str]:
    """Return the agreed English terms, in lower case; a change from one to another is substantive."""
    terms = read_termbase(settings.locale / TERMBASE)
    return frozenset(
        term.text.lower() for term in terms if term.tag == "en" and term.status is not TermStatus.FORBIDDEN
    )


def count_units(
    settings: Settings, doctrees: RawDoctrees, languages: Sequence[Language]
) -> dict[Unit, list[CountedMessage]]:
    """Return the messages of every edition in each of *languages*, as they count."""
    return {
        unit: count_messages(doctrees, unit, shelf, settings.tier)
        for language in languages
        for shelf in [open_shelf(settings, language)]
        for unit in (Unit(language=language, edition=edition) for edition in settings.editions)
    }
