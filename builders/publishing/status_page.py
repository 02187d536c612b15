"""The status page of a version: how far each translation has come, for people, without a script."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from builders.catalogs.counting import label_progress
from builders.model.editions import Unit
from builders.model.languages import Language
from builders.model.messages import Standing
from builders.model.progress import Amount, CountedMessage, LanguageProgress, Progress, TieredProgress
from builders.publishing.portal import render
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
        if (found := units.get(settings.unit(language, edition))) is not None
    }
    return LanguageProgress(
        language=language,
        editions={name: TieredProgress.of(found) for name, found in own.items()},
        together=TieredProgress.of(message for found in own.values() for message in found),
        labels=label_progress(settings, language),
    )


PAGE = "status.html"
TOGETHER = "All editions"
MEANINGS: Mapping[Standing, str] = {
    Standing.APPROVED: "Whoever answers for the language has released it.",
    Standing.REVIEWED: "A second reader of the language has compared it with the English.",
    Standing.TRANSLATED: "Readers see it; nobody has reviewed it yet.",
    Standing.FUZZY: "The English has changed since: readers see English until somebody has looked at the translation.",
    Standing.UNTRANSLATED: "Readers see English, marked as English.",
}
"""What each standing means for readers, the best first: the order of the bars."""
MEASURES: Mapping[str, Callable[[Amount], int]] = {
    "Messages": lambda amount: amount.messages,
    "English words": lambda amount: amount.words,
}
"""What is counted."""


DRAFT, LEFT_OUT = "a draft", "not published"
"""What becomes of an edition whose first tier is not complete."""


def status_files(
    progress: Sequence[LanguageProgress], settings: Settings, fates: Mapping[str, str] = MappingProxyType({})
) -> dict[str, bytes]:
    """Return the status page of what *progress* measures, by file name; *fates* names what is no finished edition."""
    page = render(
        "status.html.jinja",
        languages=[_language(each, settings, fates) for each in progress if settings.translates(each.language)],
        meanings={standing.value: meaning for standing, meaning in MEANINGS.items()},
        measures=list(MEASURES),
        tier=settings.tier.what,
        guideline=settings.guideline,
        version=settings.version,
        released=settings.released.isoformat(),
    )
    return {PAGE: page.encode()}


def _language(progress: LanguageProgress, settings: Settings, fates: Mapping[str, str]) -> dict[str, object]:
    language, own = progress.language, progress.editions
    return {
        "tag": language.tag,
        "dir": language.direction.value,
        "endonym": language.endonym,
        "name": language.english_name,
        "state": language.review_state,
        "together": _row(TOGETHER, progress.together),
        "rows": [
            _row(edition.short_title, own[edition.id], fates.get(settings.unit(language, edition).name, ""))
            for edition in settings.editions
            if edition.id in own
        ],
        "numbers": {name: list(_numbers(progress, settings, of)) for name, of in MEASURES.items()},
    }


def _row(name: str, tiered: TieredProgress, fate: str = "") -> dict[str, object]:
    return {"name": name, "fate": fate, "shares": [_share(tiered.everything), _share(tiered.first)]}


def _share(progress: Progress) -> dict[str, object] | None:
    """Return what a bar shows, None where there is nothing to translate."""
    total = progress.total.messages
    if not total:
        return None
    parts = {standing.value: 100 * progress.at(standing).messages / total for standing in MEANINGS}
    return {
        "percent": progress.coverage.percent,
        "parts": [(name, f"{width:.2f}") for name, width in parts.items() if width],
        "left": progress.words_left,
    }


def _numbers(
    progress: LanguageProgress, settings: Settings, of: Callable[[Amount], int]
) -> Iterator[tuple[str, list[int]]]:
    """Yield every line of the table of numbers: what it is about, the total, and every standing."""
    names = {edition.id: edition.short_title for edition in settings.editions}
    for id_, tiered in [*progress.editions.items(), ("", progress.together)]:
        name = names.get(id_, f"{TOGETHER}, each message once")
        yield name, _cells(tiered.everything, of)
        yield f"{name}: tier 1", _cells(tiered.first, of)
    yield "Labels of the programs", _cells(progress.labels, of)


def _cells(progress: Progress, of: Callable[[Amount], int]) -> list[int]:
    return [of(progress.total), *(of(progress.at(standing)) for standing in MEANINGS)]
