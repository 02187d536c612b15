"""Templates, catalogs and what there is to translate: the source read once, for translators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.folders import catalog_folder, language_memory, memory_path, refuse_other_language
from builders.catalogs.memory import format_memory
from builders.catalogs.po.garbage import without_search_for_cycles
from builders.catalogs.po.lines import line_end_notices, with_unix_ends
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.po.writing import format_catalog, in_our_layout
from builders.catalogs.termbase import TERMBASE, read_termbase
from builders.catalogs.update.ordering import safe_order
from builders.catalogs.update.updating import UpdateReport, template, update_catalogs
from builders.model.findings import Finding
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.model.terms import TermStatus
from builders.problems import Problem
from builders.publishing.cores import side_by_side
from builders.settings import Settings

# Reading the source takes Sphinx, updating catalogs does not: each function loads what only it needs.
if TYPE_CHECKING:
    from builders.markup.raw_doctrees import RawDoctrees


def make_templates(settings: Settings) -> dict[str, Catalog]:
    """Return the templates of the source by text domain."""
    from builders.editions.source_reading import parse_source

    return templates_of(parse_source(settings), settings)


def templates_of(doctrees: RawDoctrees, settings: Settings) -> dict[str, Catalog]:
    """Return the templates of the source that was read into *doctrees*, by text domain."""
    from builders.editions.extraction import extract

    return {
        domain: template(domain, messages, settings.guideline)
        for domain, messages in extract(doctrees, settings).items()
    }


def write_templates(settings: Settings, templates: dict[str, Catalog]) -> tuple[list[str], list[Finding]]:
    """Write *templates* to ``locale/*.pot``, and no others; return the names of those that changed, and notices."""
    old, new = _templates(settings, templates)
    changed = [path for path, data in new.items() if old.get(path) != data]
    replace_files([(path, new[path]) for path in changed], seen=old)
    names = [path.relative_to(settings.project).as_posix() for path in changed]
    return names, line_end_notices(old, new, settings.project)


def outdated_templates(settings: Settings, templates: dict[str, Catalog]) -> list[str]:
    """Return the names of the files ``locale/*.pot`` that say something else than *templates*."""
    old, new = _templates(settings, templates)
    outdated = (path for path, data in new.items() if data != (path in old and with_unix_ends(old[path])))
    return [path.relative_to(settings.project).as_posix() for path in outdated]


def _templates(settings: Settings, templates: dict[str, Catalog]) -> tuple[dict[Path, bytes], dict[Path, bytes | None]]:
    """Return what stands in the files of templates, and what is to stand in them, None for no file."""
    old = {path: path.read_bytes() for path in sorted(settings.locale.glob("*.pot"))}
    new = {settings.locale / f"{domain}.pot": format_catalog(made).encode() for domain, made in templates.items()}
    return old, {**{path: None for path in old if path not in new}, **new}


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageUpdate:
    """What an update did to one language."""

    language: Language
    report: UpdateReport
    changed_files: int
    notices: tuple[Finding, ...] = ()
    """About files that no longer end their lines as a program for Windows had written them."""


def update_languages(
    settings: Settings, templates: Mapping[str, Catalog], languages: Sequence[Language]
) -> Iterator[LanguageUpdate]:
    """Bring the catalogs of *languages* up to date with *templates*, side by side; yield what was done, in order."""
    try:
        yield from side_by_side(partial(update_language, settings, templates), languages)
    except BrokenProcessPool as error:
        raise Problem(
            code="update-ended",
            what="the system has ended a process of the update, perhaps for want of memory",
            why="some languages may not be up to date yet; nothing is lost in any of them",
            next_step="run the command again; one language at a time (--language fr) takes the least memory",
        ) from error


@without_search_for_cycles()
def update_language(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> LanguageUpdate:
    """Bring the catalogs and the memory of *language* up to date with *templates*.

    Every catalog in the folder is read and computed before the first is written, also one whose source folder is
    gone: its file goes last. A translation that moves is never in no file, whenever the program is stopped.
    Raises a Problem when somebody else has saved one of them meanwhile.
    """
    folder = catalog_folder(settings, language)
    seen = read_folder(folder.parent)
    names = {path: path.relative_to(settings.project).as_posix() for path in sorted(folder.glob("*.po"))}
    old = {path.stem: read_catalog(path, name, is_mended=True) for path, name in names.items()}
    refuse_other_language(old.values(), language)
    memory = language_memory(settings, language)
    updated = update_catalogs(templates, old, language, memory=memory, terms=english_terms(settings))
    files: list[tuple[Path, bytes | None]] = []
    if updated.memory:
        files.append((memory_path(settings, language), format_memory(updated.memory, language)))
    files += [
        (folder / f"{domain}.po", format_catalog(in_our_layout(made)).encode())
        for domain, made in safe_order(old, updated.catalogs)
    ]
    files += [(folder / f"{domain}.po", None) for domain in old if domain not in updated.catalogs]
    return LanguageUpdate(
        language=language,
        report=updated.report,
        changed_files=replace_files(files, seen=seen),
        notices=tuple(line_end_notices(seen, dict(files), settings.project)),
    )


def english_terms(settings: Settings) -> frozenset[str]:
    """Return the agreed English terms, in lower case; a change from one to another is substantive."""
    terms = read_termbase(settings.locale / TERMBASE)
    return frozenset(
        term.text.lower() for term in terms if term.tag == "en" and term.status is not TermStatus.FORBIDDEN
    )
