"""What the checks say of the translations of every language, kept until something changes that they look at."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from builders.catalogs.folders import read_catalogs
from builders.catalogs.gate import refused_in
from builders.model.editions import Unit
from builders.model.findings import Finding, Severity
from builders.model.languages import Language
from builders.problems import Problem
from builders.publishing.cores import side_by_side
from builders.publishing.kept_findings import kept_findings, source_digest
from builders.settings import Settings

Found = tuple[Finding, ...]


def check_languages(
    settings: Settings,
    languages: Sequence[Language],
    *,
    today: date,
    only_errors: bool = False,
    passes_over: bool = False,
) -> dict[str, Found]:
    """Return what the checks of translations find in *languages* on the day *today*, by tag.

    With *only_errors*, checks that report none need not have been asked. What has been found before is taken from the
    cache where nothing has changed since.
    Raises a Problem when catalogs are faulty; of messages that the gate refuses, it *passes_over* them or not.
    """
    source = source_digest(settings)
    kept = {each.tag: kept_findings(settings, source, each, today) for each in languages}
    found = {tag: known for tag, each in kept.items() if (known := each.find(is_partial=only_errors)) is not None}
    if missing := [each for each in languages if each.tag not in found]:
        if len(missing) > 1:
            # Docutils is loaded only when there is something to check.
            from builders.editions.source_reading import parse_sound

            parse_sound(settings)  # what is parsed here need not be parsed side by side
        how = _How(today=today, only_errors=only_errors, passes_over=passes_over)
        checked = side_by_side(partial(_check, settings, how), missing)
        problems: list[Problem] = []
        for language, result in zip(missing, checked, strict=True):
            if isinstance(result, Problem):
                problems.append(result)
                continue
            is_sound, found[language.tag] = result
            if is_sound:
                kept[language.tag].keep(found[language.tag], is_partial=only_errors)
        if problems:  # what is found in the other languages is kept
            raise problems[0]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """What a language is checked for."""

    today: date
    only_errors: bool
    passes_over: bool


def _check(settings: Settings, how: _How, language: Language) -> tuple[bool, Found] | Problem:
    """Return whether everything of *language* could be checked, and what is found; a Problem with its catalogs."""
    from builders.checks.profiles import findings
    from builders.checks.translations.reading import read_placed, read_translation
    from builders.publishing.kept_remarks import remembering

    try:
        source, places = read_placed(settings, today=how.today)
        catalogs = read_catalogs(settings, language)
        subject = read_translation(source, language, catalogs, places, passes_over=how.passes_over)
    except Problem as problem:
        return problem
    with remembering(settings, language) as known:
        is_whole = not source.faults and not any(refused_in(catalogs, settings.layers).values())
        return is_whole, findings(subject, "translation", only_errors=how.only_errors, known=known)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What keeps translations from being published: the errors in them, by tag; None where they cannot be read."""

    errors: Mapping[str, Found | None]
    warnings: Mapping[str, int | None] = field(default_factory=dict)
    """How many warnings there are beside them, by tag; None where nobody has counted them."""

    def of(self, unit: Unit) -> Found:
        """Return the errors that readers of *unit* would see."""
        found = self.errors.get(unit.language.tag) or ()
        return tuple(each for each in found if each.beside and unit.edition.id in each.beside.editions)

    def digest(self, unit: Unit) -> str:
        """Return what the key of an artifact of *unit* holds of this: nothing where nothing is wrong."""
        if self.errors.get(unit.language.tag, ()) is None:
            return "unreadable"
        return "\n".join(f"{each.check} {each.beside.id if each.beside else ''}" for each in self.of(unit))


def read_verdicts(
    settings: Settings,
    languages: Iterable[Language],
    *,
    today: date,
    only_errors: bool = False,
    passes_over: bool = False,
) -> Verdicts:
    """Return the verdicts on *languages*; what is faulty in a way that stops a run is told by who builds.

    With *only_errors*, warnings are not counted, which takes a fifth of the time.
    """
    translated = [language for language in languages if settings.translates(language)]
    check = partial(check_languages, settings, today=today, only_errors=only_errors, passes_over=passes_over)
    try:
        found: dict[str, Found | None] = {**check(translated)}
    except Problem:
        found = {language.tag: _or_none(check, language) for language in translated}
    return Verdicts(
        {tag: all_ and _of(all_, Severity.ERROR) for tag, all_ in found.items()},
        {tag: None if all_ is None or only_errors else len(_of(all_, Severity.WARNING)) for tag, all_ in found.items()},
    )


def _or_none(check: Callable[[Sequence[Language]], dict[str, Found]], language: Language) -> Found | None:
    with contextlib.suppress(Problem):
        return check([language])[language.tag]
    return None


def _of(found: Found, severity: Severity) -> Found:
    return tuple(each for each in found if each.severity is severity)
