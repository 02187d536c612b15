"""What an edit of the source means for adaptations: which of their changes it touches, and what their catalogs cost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from builders.adaptations.annex import national_text
from builders.adaptations.blocks import blocks_of
from builders.adaptations.drift import REFUSED
from builders.catalogs.counting import count_words
from builders.catalogs.git_revisions import files_at
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.update.overrides import update_overrides
from builders.catalogs.update.updating import Updated, update_catalogs
from builders.editions.adapted_source import GuidelineText, read_adapted
from builders.markup.raw_doctrees import RawDoctrees
from builders.model.adaptations import FOLDER, Drift, PartDrift, Status
from builders.model.impact import LanguageCost, PlacedMessage
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog
from builders.model.progress import Amount
from builders.problems import Problem
from builders.settings import Settings
from builders.settings.adaptation_files import change_files
from builders.settings.adaptations import adapted
from builders.translating.costing import Edit, catalogs_below, cost_of

_BLOCK = re.compile(r"^(?P<indent> *)\.\. [a-z-]+:: +(?P<id>[a-z]{3}-[a-z]{3}-[a-z0-9]+)[ \t]*$")
_TARGET = re.compile(r"^\.\. adapt::[ \t]*(\S+)", re.MULTILINE)
_NOTHING = Amount()


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalCost:
    """What an edit means for one language of an adaptation."""

    language: Language
    to_translate: Amount
    """Messages of its own catalogs whose translation is of no use any more."""
    to_check: Amount
    """Messages of its own catalogs whose translation is suggested as fuzzy."""
    waiting: Amount
    """National texts that may change with the edit, and are translated anew if they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalImpact:
    """An adaptation that an edit touches."""

    adaptation: str
    drifts: tuple[Drift, ...]
    """Its changes that are no longer fresh."""
    costs: tuple[NationalCost, ...]
    """For languages that it costs something."""
    fault: str = ""
    """Why nobody can say how its changes stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touched:
    """The blocks that an edit touches, as they stood at the revision."""

    before: Mapping[str, str]
    blocks: frozenset[str]


def touched_adaptations(
    settings: Settings, names: Sequence[str], commit: str, edit: Edit, doctrees: RawDoctrees
) -> tuple[NationalImpact, ...]:
    """Return those of the adaptations *names* that *edit* touches, which began at *commit*, and how.

    Nothing is read of an adaptation that changes no block of those that were edited, and has no catalog of its own.
    """
    touched = _touched(settings, commit)
    targets = {name: _targets(settings, name) & touched.blocks for name in names}
    files = files_at(settings.project, commit, FOLDER)
    guidelines = None
    found = []
    for name in names:
        if targets[name] and guidelines is None:
            guidelines = GuidelineText(settings=settings, doctrees=doctrees, blocks=blocks_of(doctrees))
        try:
            impact = _impact(settings, name, edit, files, guidelines if targets[name] else None, touched)
        except Problem as problem:
            impact = NationalImpact(adaptation=name, drifts=(), costs=(), fault=_said(problem))
        if impact.drifts or impact.costs or impact.fault:
            found.append(impact)
    return tuple(found)


def _said(problem: Problem) -> str:
    first = next((f": {each.location}: {each.message}" for each in problem.findings), "")
    return f"{problem.what}{first}"


def _touched(settings: Settings, commit: str) -> _Touched:
    """Return the blocks whose lines are not what they were at *commit*."""
    old = {name: data for name, data in files_at(settings.project, commit, "source").items() if name.endswith(".rst")}
    paths = settings.source.rglob("*.rst")
    new = {path.relative_to(settings.project).as_posix(): path.read_bytes() for path in paths}
    edited = [name for name in {*old, *new} if old.get(name) != new.get(name)]
    before, after = (
        {block: said for name in edited for block, said in _blocks(files.get(name, b""))} for files in (old, new)
    )
    blocks = frozenset(block for block in {*before, *after} if before.get(block) != after.get(block))
    return _Touched(before=before, blocks=blocks)


def _blocks(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the identifier of every block in the page *data*, and its lines, in which spaces do not count."""
    lines = data.decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines):
        if match := _BLOCK.match(line):
            depth = len(match["indent"])
            body = []
            for each in lines[number + 1 :]:
                if each.strip() and len(each) - len(each.lstrip()) <= depth:
                    break
                body.append(each)
            yield match["id"], " ".join(" ".join([line, *body]).split())


def _targets(settings: Settings, name: str) -> set[str]:
    """Return the blocks that changes of the adaptation *name* are about."""
    paths = (settings.project / each for each in change_files(settings.project, name))
    return {target for path in paths for target in _TARGET.findall(path.read_text("utf-8-sig", "replace"))}


def _impact(
    settings: Settings,
    name: str,
    edit: Edit,
    files: Mapping[str, bytes],
    guidelines: GuidelineText | None,
    touched: _Touched,
) -> NationalImpact:
    """Return what *edit* means for the adaptation *name*; without *guidelines*, it touches none of its changes."""
    own = adapted(settings, name) if any(name == PurePosixPath(path).parts[1] for path in files) else None
    drifts: tuple[Drift, ...] = ()
    waiting = _NOTHING
    if guidelines is not None:
        text = read_adapted(guidelines, name, today=date.today())
        own, layer = text.settings, text.layers[-1]
        drifts = tuple(each for each in layer.drifts if _is_of_edit(each, touched))
        keys = {each.change.key for each in drifts}
        for each in layer.overlay.texts:
            if each.change.key in keys and (said := national_text(each)):
                waiting += Amount(messages=1, words=count_words(said))
    costs = _costs(own, settings, edit, files, waiting) if own else ()
    return NationalImpact(adaptation=name, drifts=drifts, costs=tuple(costs))


def _is_of_edit(drift: Drift, touched: _Touched) -> bool:
    """Whether *drift* is no longer fresh, and that because of what the edit has *touched*."""
    target = drift.change.target
    if drift.status is Status.FRESH or target not in touched.blocks:
        return False
    if drift.is_accepted and drift.parts:
        return any(_is_new(part, touched.before.get(target, "")) for part in drift.parts)
    return drift.status in REFUSED


def _is_new(part: PartDrift, before: str) -> bool:
    """Whether *part* of a block does not stand in its lines of *before* as it stands now."""
    if not part.now:
        return any(_stands(part.part, text, before) for text in part.then.split("\n\n"))
    return not all(_stands(part.part, text, before) for text in part.now.split("\n\n"))


def _stands(name: str, text: str, before: str) -> bool:
    said = " ".join(text.split())
    return (f"{name} {said}" if name.startswith(":") else said) in before


def _costs(
    own: Settings, settings: Settings, edit: Edit, files: Mapping[str, bytes], waiting: Amount
) -> Iterator[NationalCost]:
    """Yield what *edit* costs every language of the adaptation with the settings *own*, where it costs something."""
    layer = own.layers[-1]
    for language in own.languages:
        catalogs = catalogs_below(files, f"{layer.folder}/locale/{language.locale}", edit.revision)
        catalogs.pop(CHANGES, None)
        own_words = waiting if language.tag != layer.written_in.tag else _NOTHING
        cost = _catalog_cost(edit, catalogs, language, settings.languages) if catalogs else None
        amounts = {each: getattr(cost, each) if cost else _NOTHING for each in ("to_translate", "to_check")}
        if own_words.messages or any(each.messages for each in amounts.values()):
            yield NationalCost(language=language, waiting=own_words, **amounts)


def _catalog_cost(
    edit: Edit, catalogs: Mapping[str, Catalog], language: Language, known: Collection[Language]
) -> LanguageCost:
    """Return what *edit* means for *catalogs*: all of a language that is not *known* below, or other words for some."""
    changes = edit.changes
    is_whole = language.tag not in {each.tag for each in known}
    if not is_whole:
        held = {(domain, entry.key) for domain, catalog in catalogs.items() for entry in catalog.active}
        changes = tuple(each for each in changes if each.old and not held.isdisjoint(_places(each.old)))

    def update(old: Mapping[str, Catalog]) -> Updated:
        if is_whole:
            return update_catalogs(edit.templates, old, language, terms=edit.terms)
        return update_overrides(edit.templates, old, language, terms=edit.terms)

    return cost_of(changes, catalogs, language, update)


def _places(message: PlacedMessage) -> Iterator[MessagePlace]:
    """Yield how a catalog can hold *message*: with its context, or without."""
    yield message.domain, message.entry.key
    yield message.domain, ("", message.entry.msgid)
