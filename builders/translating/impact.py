"""What an edit of the source costs before it is merged: in messages, and in every language."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from builders.catalogs.counting import count_words
from builders.catalogs.git_revisions import commit_of, files_at, names_at
from builders.catalogs.memory import FILE as MEMORY
from builders.catalogs.memory import parse_memory
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.reviews import standing
from builders.catalogs.translations import LABELS_DOMAIN
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.update.comparing import compare_templates
from builders.catalogs.update.updating import update_catalogs
from builders.editions.carrying import carriers, carriers_said
from builders.editions.source_reading import parse_source
from builders.model.findings import Location
from builders.model.impact import Fate, LanguageCost, SourceChange
from builders.model.languages import Language
from builders.model.messages import Catalog, Standing
from builders.model.progress import SEEN, Amount
from builders.problems import Problem
from builders.publishing.cores import side_by_side
from builders.settings import Settings
from builders.translating.update_command import english_terms, templates_of

Standings = Mapping[MessagePlace, Standing]
"""Where every message of a language stands."""

CONSEQUENCES = ("to_translate", "to_check", "kept", "unseen", "reviews_lost")
"""What an edit means for a message in a language: the fields of LanguageCost."""

_REVIEWED = (Standing.REVIEWED, Standing.APPROVED)


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
    stale: tuple[str, ...]
    """Pages that the templates of the revision name although they had gone: the templates were out of date."""

    def of(self, fate: Fate) -> tuple[TouchedMessage, ...]:
        """Return the messages that *fate* has met."""
        return tuple(message for message in self.messages if message.change.fate is fate)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """An edit, and what an update of catalogs needs to know of it."""

    revision: str
    files: Mapping[str, bytes]
    templates: Mapping[str, Catalog]
    terms: frozenset[str]
    changes: tuple[SourceChange, ...]


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
    edit = _Edit(revision=revision, files=files, templates=templates, terms=terms, changes=changes)
    editions = carriers(doctrees, settings)
    named = {page for catalog in before.values() for entry in catalog.entries for page in entry.references}
    languages = [language for language in settings.languages if not language.is_source]
    return Impact(
        revision=revision,
        commit=commit,
        messages=tuple(_touched(change, editions, settings) for change in changes),
        costs=_costs(edit, languages),
        stale=tuple(sorted(named - set(pages))),
    )


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


def _costs(edit: _Edit, languages: Sequence[Language]) -> tuple[LanguageCost, ...]:
    try:
        return tuple(side_by_side(partial(_cost, edit), languages))
    except BrokenProcessPool:  # one language at a time takes the least memory; nothing was written
        return tuple(_cost(edit, language) for language in languages)


def _cost(edit: _Edit, language: Language) -> LanguageCost:
    """Return what *edit* means for *language*: its catalogs are updated, and the result is thrown away."""
    catalogs = {
        path.stem: parse_catalog(data, f"{edit.revision}:{name}")
        for name, data in edit.files.items()
        if (path := PurePosixPath(name)).match(f"locale/{language.locale}/LC_MESSAGES/*.po")
    }
    name = f"locale/{language.locale}/{MEMORY}"
    memory = parse_memory(edit.files[name], language, f"{edit.revision}:{name}") if name in edit.files else ()
    updated = update_catalogs(edit.templates, catalogs, language, memory=memory, terms=edit.terms)
    before, after = (
        {(domain, entry.key): standing(entry) for domain, catalog in each.items() for entry in catalog.active}
        for each in (catalogs, updated.catalogs)
    )
    amounts = {name: Amount() for name in CONSEQUENCES}
    for change in edit.changes:
        one = Amount(messages=1, words=count_words(change.message.entry.msgid))
        for consequence in _consequences(change, before, after):
            amounts[consequence] += one
    return LanguageCost(language=language, **amounts)


def _consequences(change: SourceChange, before: Standings, after: Standings) -> Iterator[str]:
    """Yield what *change* means for its message; one that goes costs nothing."""
    if change.new is None:
        return
    old, new = (
        standings.get((each.domain, each.entry.key), Standing.UNTRANSLATED) if each else None
        for each, standings in ((change.old, before), (change.new, after))
    )
    if new in SEEN:
        yield "kept"
    elif new is Standing.FUZZY and old is not Standing.FUZZY:
        yield "to_check"
    elif new is Standing.UNTRANSLATED and old is not Standing.UNTRANSLATED:
        yield "to_translate"
    if old in SEEN and new not in SEEN:
        yield "unseen"
    if old in _REVIEWED and new not in _REVIEWED:
        yield "reviews_lost"
