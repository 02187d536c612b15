"""Which translations are not fit to be published: those whose first tier, what is translated first, has gaps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from builders.catalogs.folders import LABELS_DOMAIN, catalogs_digest
from builders.catalogs.translations import open_translations
from builders.model.editions import Unit
from builders.model.languages import Language
from builders.model.progress import CountedMessage, Coverage, Lack, TieredProgress
from builders.problems import Problem
from builders.publishing.kept_findings import source_digest
from builders.publishing.kept_messages import as_text, from_text
from builders.settings import Settings
from builders.settings.kept_files import keep_under, kept_under

FOLDER = "tiers"
"""Its place in the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incomplete:
    """A unit whose first tier is not completely translated: a fuzzy message is missing like any other."""

    unit: Unit
    messages: tuple[CountedMessage, ...]
    """All of the unit."""

    @property
    def tier(self) -> Coverage:
        """How much of the first tier is translated."""
        return TieredProgress.of(self.messages).first.coverage

    @property
    def is_unfit(self) -> bool:
        """Whether the first tier has gaps, or the gate refuses a translation."""
        return self.tier.translated < self.tier.total or any(each.lack is Lack.REFUSED for each in self.messages)

    def __str__(self) -> str:
        return f"its first tier is {self.tier.percent} %: {self.unit.name}"


Incompletes = Mapping[Unit, Incomplete]
Found = Sequence[Incomplete]


def unfit_units(settings: Settings, languages: Iterable[Language], *, may_draft: bool) -> Incompletes:
    """Return the units of *languages* that are no finished editions: their first tier has gaps.

    Where they *may_draft*, so are those with a translation that the gate refuses, which a draft shows in English.
    """
    chosen = list(languages)
    found = dict(incomplete_units(settings, chosen))
    if may_draft:
        found |= _with_refused(settings, filter(settings.translates, chosen))
    return found


def _with_refused(settings: Settings, languages: Iterable[Language]) -> Incompletes:
    """Return the units of *languages* in which something is refused; a label is read in all of them."""
    opened = (open_translations(settings, language, passes_over=True) for language in languages)
    refusing = {each.language: each for each in opened if each.refused}
    if not refusing:
        return {}
    from builders.editions.carrying import count_units
    from builders.editions.source_reading import parse_source

    units = (
        Incomplete(unit=unit, messages=tuple(messages))
        for unit, messages in count_units(settings, parse_source(settings), refusing.values()).items()
    )
    return {each.unit: each for each in units if each.is_unfit or LABELS_DOMAIN in refusing[each.unit.language].refused}


def incomplete_units(settings: Settings, languages: Iterable[Language]) -> Incompletes:
    """Return the units of *languages* whose first tier has gaps; the source language has none.

    A language whose catalogs cannot be read counts as complete: who builds tells what is wrong with it. What has been
    counted before is taken from the cache where nothing has changed since.
    """
    if not (settings.tier.folders or settings.tier.blocks):
        return {}
    source = source_digest(settings)
    keys = {language: _key(settings, source, language) for language in languages if settings.translates(language)}
    found = {language: _find(settings, language, key) for language, key in keys.items()}
    missing = [language for language, known in found.items() if known is None]
    for language, counted in _count(settings, missing).items():
        _keep(settings, language, keys[language], counted)
        found[language] = counted
    return {each.unit: each for known in found.values() for each in known or ()}


def _count(settings: Settings, languages: Sequence[Language]) -> dict[Language, Found]:
    """Return what has gaps in each of *languages*; one that cannot be read is left out."""
    if not languages:
        return {}
    # Docutils is loaded only when there is something to count.
    from builders.editions.carrying import count_units
    from builders.editions.source_reading import parse_source

    counted: dict[Unit, list[CountedMessage]] = {}
    with suppress(Problem):
        doctrees = parse_source(settings)
        try:
            counted = count_units(settings, doctrees, [open_translations(settings, each) for each in languages])
        except Problem:
            for language in languages:
                with suppress(Problem):
                    counted |= count_units(settings, doctrees, [open_translations(settings, language)])
    found: dict[Language, list[Incomplete]] = {unit.language: [] for unit in counted}
    for unit, messages in counted.items():
        each = Incomplete(unit=unit, messages=tuple(messages))
        if each.tier.translated < each.tier.total:
            found[unit.language].append(each)
    return {**found}


def _key(settings: Settings, source: str, language: Language) -> str:
    return hashlib.sha256("\n".join((source, catalogs_digest(settings, language))).encode()).hexdigest()


def _path(settings: Settings, language: Language) -> Path:
    return settings.cache / FOLDER / f"{language.tag}.json"


def _find(settings: Settings, language: Language, key: str) -> Found | None:
    """Return what has been counted of *language* under *key*; None where that is not kept, or not whole."""
    known = kept_under(_path(settings, language), key)
    try:
        units = {settings.unit(language, settings.edition(name)): text for name, text in known.items()}
        return [Incomplete(unit=unit, messages=tuple(from_text(text))) for unit, text in units.items()]
    except (ValueError, TypeError, AttributeError, IndexError, Problem):
        return None


def _keep(settings: Settings, language: Language, key: str, counted: Found) -> None:
    keep_under(_path(settings, language), key, {each.unit.edition.id: as_text(each.messages) for each in counted})
