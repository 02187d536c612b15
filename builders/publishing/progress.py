"""How far the translations have come: of the source as it stands, and of what a version holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builders.catalogs.counting import label_progress
from builders.model.editions import Unit
from builders.model.languages import Language
from builders.model.progress import CountedMessage, LanguageProgress, TieredProgress
from builders.settings import Settings

UnitMessages = Mapping[Unit, Sequence[CountedMessage]]


def progress_by_language(units: UnitMessages, settings: Settings) -> list[LanguageProgress]:
    """Return the progress of every language of *units*, the source language included, in publishing order."""
    tags = {unit.language.tag for unit in units}
    return [_progress(language, units, settings) for language in settings.languages if language.tag in tags]


def _progress(language: Language, units: UnitMessages, settings: Settings) -> LanguageProgress:
    own = {
        edition.id: found
        for edition in settings.editions
        if (found := units.get(Unit(language=language, edition=edition))) is not None
    }
    return LanguageProgress(
        language=language,
        editions={name: TieredProgress.of(found) for name, found in own.items()},
        together=TieredProgress.of(message for found in own.values() for message in found),
        labels=label_progress(settings, language),
    )
