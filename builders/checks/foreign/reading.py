"""Reads the catalogs of another project: every one that can be read, and a finding for every one that cannot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from builders.catalogs.po.dialects import GETTEXT
from builders.catalogs.po.reading import parse_catalog
from builders.checks.foreign.files import ForeignCatalog, marked_up, shown_entries
from builders.checks.foreign.messages import pairs_of
from builders.checks.translations.pairs import Translation
from builders.language.table import rules
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.model.messages import Catalog, Key
from builders.problems import Problem
from builders.settings.plain import language_in, plain_language, plain_settings

_UNFILLED = re.compile(rb"charset=CHARSET", re.IGNORECASE)
_CATEGORY = "LC_MESSAGES"
_FOLDERS = ("po", "locale", "locales", "i18n", "l10n", "lang", "languages", "translations")
"""Folders that hold a file for each language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignFile:
    """A catalog on the disk, and its template."""

    path: Path
    inside: PurePath
    """Its path below the folder that is checked, where its language may stand."""
    template: Path | None = None
    has_templates: bool = False
    language: str = ""
    """The language that somebody names, for a file that does not say its own."""


def find_files(folder: Path, templates: Path | None, language: str) -> list[ForeignFile]:
    """Return every catalog below *folder*; raise a Problem where there is none, or no template below *templates*."""
    paths = sorted(folder.rglob("*.po")) if folder.is_dir() else [folder] if folder.suffix == ".po" else []
    paths = [path for path in paths if path.is_file()]
    if not paths:
        raise Problem(
            code="no-catalogs",
            what=f"there is no catalog (*.po) in {folder}",
            next_step="name the folder that holds the catalogs, at any depth",
        )
    found = _templates(templates)
    root = folder if folder.is_dir() else folder.parent
    return [
        ForeignFile(
            path=path,
            inside=path.relative_to(root),
            template=_template_of(path, found),
            has_templates=templates is not None,
            language=language,
        )
        for path in paths
    ]


def _templates(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    found = sorted(folder.rglob("*.pot")) if folder.is_dir() else [folder] if folder.is_file() else []
    if not found:
        raise Problem(
            code="no-templates",
            what=f"there is no template (*.pot) in {folder}",
            next_step="name a template, or a folder that holds them at any depth",
        )
    return found


def _template_of(path: Path, templates: Sequence[Path]) -> Path | None:
    """Return the template with the name of *path*, that with the most folders in common; one alone serves all."""
    alike = [each for each in templates if each.stem == path.stem]
    if not alike:
        return templates[0] if len(templates) == 1 and language_in([path.stem]) else None
    return max(alike, key=lambda each: _in_common(each.parent.parts, path.parent.parts))


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((count for count, (first, second) in enumerate(pairs) if first != second), min(len(one), len(other)))


def read_file(file: ForeignFile, today: date) -> ForeignCatalog | Finding:
    """Return *file* as checks read it, or what keeps it from being read."""
    try:
        catalog = _read(file.path)
        template = _read(file.template, is_template=True) if file.template else None
    except Problem as problem:
        return Finding(
            check=problem.code,
            location=problem.where[0] if problem.where else Location(str(file.path)),
            message=problem.what,
            hint=problem.next_step,
        )
    said, placed = catalog.header_field("Language"), _placed(file.inside)
    language = plain_language(said or placed or file.language or language_in([file.inside.stem]))
    marked = marked_up(catalog)
    return ForeignCatalog(
        catalog=catalog,
        translation=_translation(catalog, file.path, language, marked, today=today),
        marked=marked,
        said=said,
        placed=placed,
        template=template,
        has_templates=file.has_templates,
    )


def _translation(
    catalog: Catalog, path: Path, language: Language, marked: frozenset[Key], *, today: date
) -> Translation:
    return Translation(
        settings=plain_settings(path.parent, [language], today),
        target=rules(language.tag),
        language=language,
        today=today,
        pairs=tuple(
            pair
            for entry in shown_entries(catalog)
            for pair in pairs_of(entry, path.stem, catalog.path, tag=language.tag, is_marked=entry.key in marked)
        ),
    )


def _placed(inside: PurePath) -> str:
    """Return the language that the path *inside* the folder says where there is no doubt; ``os.po`` is no Ossetic."""
    folders = inside.parts[:-1]
    if _CATEGORY in folders:
        return language_in(folders[: folders.index(_CATEGORY)][-1:])
    is_alone = not folders or folders[-1].lower() in _FOLDERS
    return language_in(folders[-1:]) or (language_in([inside.stem]) if folders and is_alone else "")


def _read(path: Path, *, is_template: bool = False) -> Catalog:
    data = path.read_bytes()
    if is_template:
        data = _UNFILLED.sub(b"charset=UTF-8", data)
    return parse_catalog(data, path.as_posix(), is_mended=True, is_foreign=True, dialect=GETTEXT)
