"""What an edit of the source costs before it is merged: in messages, and in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from builders.catalogs.counting import count_words
from builders.catalogs.folders import LABELS_DOMAIN
from builders.catalogs.git_revisions import commit_of, files_at, names_at
from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import parse_memory
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.update.comparing import compare_templates
from builders.catalogs.update.updating import Updated, update_catalogs
from builders.editions.carrying import carriers, carriers_said
from builders.editions.source_reading import parse_source
from builders.model.findings import Location
from builders.model.impact import Fate, LanguageCost, SourceChange
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.problems import Problem
from builders.publishing.cores import side_by_side
from builders.settings import Settings
from builders.settings.adaptation_files import adaptation_names
from builders.translating.costing import Edit, catalogs_below, cost_of
from builders.translating.update_command import english_terms, templates_of

if TYPE_CHECKING:
    from builders.markup.raw_doctrees import RawDoctrees
    from builders.translating.national_impact import NationalImpact


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedMessage:
    """A message that the edit touches, and who reads it."""

    change: SourceChange
    editions: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What the source as it stands costs, compared with a revision."""

    revision: str
    commit: str
    messages: tuple[TouchedMessage, ...]
    costs: tuple[LanguageCost, ...]
    adaptations: tuple[NationalImpact, ...]
    """The adaptations that the edit touches."""
    stale: tuple[str, ...]
    """Pages that the templates of the revision name although they had gone: the templates were out of date."""

    def of(self, fate: Fate) -> tuple[TouchedMessage, ...]:
        """Return the messages that *fate* has met."""
        return tuple(message for message in self.messages if message.change.fate is fate)


def measure_impact(settings: Settings, revision: str) -> Impact:
    """Return what the source costs its translators, compared with what it was at *revision*.

    The catalogs are those of *revision* as well: what it costs does not depend on whether they are up to date here.
    Raises a Problem for a revision that git does not know, or that has no templates.
    """
    commit = commit_of(settings.project, revision)
    files = files_at(settings.project, commit, "locale")
    pages = names_at(settings.project, commit, "source")
    before = _templates(files, pages, revision)
    doctrees = parse_source(settings)
    templates, terms = templates_of(doctrees, settings), english_terms(settings)
    changes = compare_templates(before, templates, terms)
    edit = Edit(revision=revision, files=files, templates=templates, terms=terms, changes=changes)
    editions = carriers(doctrees, settings)
    named = {page for catalog in before.values() for entry in catalog.entries for page in entry.references}
    languages = [language for language in settings.languages if not language.is_source]
    return Impact(
        revision=revision,
        commit=commit,
        messages=tuple(_touched(change, editions, settings) for change in changes),
        costs=_costs(edit, languages),
        adaptations=_adaptations(settings, commit, edit, doctrees),
        stale=tuple(sorted(named - set(pages))),
    )


def _adaptations(settings: Settings, commit: str, edit: Edit, doctrees: RawDoctrees) -> tuple[NationalImpact, ...]:
    """Return the adaptations that *edit* touches; without any in the project, nothing of them is loaded."""
    names = adaptation_names(settings.project)
    if not names:
        return ()
    from builders.translating.national_impact import touched_adaptations

    return touched_adaptations(settings, names, commit, edit, doctrees)


def _touched(
    change: SourceChange, editions: Mapping[MessagePlace, tuple[str, ...]], settings: Settings
) -> TouchedMessage:
    message = change.message
    known = editions.get((message.domain, message.entry.key)) if change.new else None
    return TouchedMessage(
        change=change, editions=known or carriers_said(message.entry, settings), words=count_words(message.entry.msgid)
    )


def _templates(files: Mapping[str, bytes], pages: Sequence[str], revision: str) -> dict[str, Catalog]:
    templates = {
        path.stem: parse_catalog(data, f"{revision}:{name}")
        for name, data in files.items()
        if (path := PurePosixPath(name)).suffix == ".pot" and path.parent.name == "locale"
    }
    texts = [PurePosixPath(page) for page in pages if page.endswith(".rst")]
    folders = {page.parts[1] for page in texts if len(page.parts) > 2}
    if missing := sorted({LABELS_DOMAIN, *folders} - set(templates)):
        raise Problem(
            code="template-missing",
            what=f"“{revision}” has no template of {missing[0]}",
            where=[Location(f"{revision}:locale/{name}.pot") for name in missing],
            why="the templates say what the text was at that revision",
            next_step="name a revision that has the templates; .venv/bin/cop extract writes them",
        )
    return templates


def _costs(edit: Edit, languages: Sequence[Language]) -> tuple[LanguageCost, ...]:
    try:
        return tuple(side_by_side(partial(_cost, edit), languages))
    except BrokenProcessPool:  # one language at a time takes the least memory; nothing was written
        return tuple(_cost(edit, language) for language in languages)


def _cost(edit: Edit, language: Language) -> LanguageCost:
    """Return what *edit* means for the catalogs of *language*."""
    folder = f"locale/{language.locale}"
    catalogs, name = catalogs_below(edit.files, folder, edit.revision), f"{folder}/{MEMORY}"
    memory = parse_memory(edit.files[name], language, f"{edit.revision}:{name}") if name in edit.files else ()

    def update(old: Mapping[str, Catalog]) -> Updated:
        return update_catalogs(edit.templates, old, language, memory=memory, terms=edit.terms)

    return cost_of(edit.changes, catalogs, language, update)
