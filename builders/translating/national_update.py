"""Brings the catalogs of an adaptation up to date with what it has written, and with the guidelines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.folders import catalog_folder, catalog_folders, domain_of, refuse_other_language
from builders.catalogs.kept_pairs import with_pairs
from builders.catalogs.po.lines import line_end_notices
from builders.catalogs.po.reading import read_catalog
from builders.catalogs.po.writing import format_catalog, in_our_layout
from builders.catalogs.update.ordering import safe_order
from builders.catalogs.update.overrides import update_overrides
from builders.catalogs.update.updating import Updated, UpdateReport, update_catalogs
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog
from builders.settings import Settings
from builders.translating.update_command import LanguageUpdate, english_terms


def update_national(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> LanguageUpdate | None:
    """Bring the catalogs of *language* of the adaptation that *settings* are of up to date with *templates*.

    They hold what the adaptation has written in another language, and everything where the guidelines have no catalogs
    of the language; where these have some, those of the adaptation say in other words what they hold, and no more.
    None where there is nothing to translate.
    """
    layer = settings.layers[-1]
    folder = catalog_folders(settings, language)[f"{layer.id}/"]
    seen = read_folder(folder.parent)
    names = {path: path.relative_to(settings.project).as_posix() for path in sorted(folder.glob("*.po"))}
    old = {path.stem: read_catalog(path, name, is_mended=True) for path, name in names.items()}
    refuse_other_language(old.values(), language)
    wanted = dict(_wanted(settings, templates, language))
    is_whole = any(domain != CHANGES for domain in wanted)
    whole = {domain: catalog for domain, catalog in old.items() if domain in wanted or is_whole}
    others = {domain: catalog for domain, catalog in old.items() if domain not in whole and domain != CHANGES}
    terms = english_terms(settings)
    done = [update_catalogs(wanted, whole, language, terms=terms)] if wanted else []
    if others and not language.is_source:
        below = {domain: made for domain, made in templates.items() if "/" not in domain}
        done.append(update_overrides(below, others, language, terms=terms))
    if not done:
        return None
    return _written(settings, language, folder, old, done, seen)


def _wanted(settings: Settings, templates: Mapping[str, Catalog], language: Language) -> Iterator[tuple[str, Catalog]]:
    """Yield the templates that the adaptation translates itself, by the name of the catalog."""
    layer = settings.layers[-1]
    own = domain_of("", layer.id)
    if language.tag != layer.written_in.tag and own in templates:
        yield CHANGES, templates[own]
    if not language.is_source and not catalog_folder(settings, language).exists():
        yield from ((domain, made) for domain, made in templates.items() if "/" not in domain)


def _written(
    settings: Settings,
    language: Language,
    folder: Path,
    old: Mapping[str, Catalog],
    done: list[Updated],
    seen: dict[Path, bytes],
) -> LanguageUpdate:
    """Write what was *done* into *folder*, in which *old* stood; what takes a translation in before what lets it go."""
    made: dict[str, Catalog] = {}
    for each in done:
        made |= with_pairs(each.catalogs, each.memory)
    made = {domain: catalog for domain, catalog in made.items() if domain in old or catalog.entries}
    files: list[tuple[Path, bytes | None]] = [
        (folder / f"{domain}.po", format_catalog(in_our_layout(catalog)).encode())
        for domain, catalog in safe_order(old, made)
    ]
    mine = {CHANGES} if all(CHANGES not in each.catalogs for each in done) else set()
    files += [(folder / f"{domain}.po", None) for domain in old if domain not in made and domain not in mine]
    folder.mkdir(parents=True, exist_ok=True)
    return LanguageUpdate(
        language=language,
        report=_sum([each.report for each in done]),
        changed_files=replace_files(files, seen=seen),
        notices=tuple(line_end_notices(seen, dict(files), settings.project)),
    )


def _sum(reports: list[UpdateReport]) -> UpdateReport:
    numbers = [each.name for each in fields(UpdateReport) if each.name != "changes"]
    return UpdateReport(
        **{name: sum(getattr(each, name) for each in reports) for name in numbers},
        changes=tuple(change for each in reports for change in each.changes),
    )
