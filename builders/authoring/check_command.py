"""Checks the source for its authors: reads it, runs a profile, and says what was found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from textwrap import wrap

from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.catalogs.translations import read_catalogs
from builders.checks.profiles import CHECKS, WITH_TRANSLATIONS, checks_of, findings
from builders.checks.source.source_text import SourceText
from builders.editions.source_reading import parse_sound
from builders.model.findings import Finding, Severity
from builders.problems import ExitCode
from builders.publishing.rendered import ReportProgress, rendered_words
from builders.publishing.reports import count
from builders.settings import Settings

TEXT_SUFFIXES = (".rst", ".toml", ".csv", ".svg")
"""Files of ``source/`` that checks read as text."""


def run_checks(
    settings: Settings, profile: str, *, today: date, progress: ReportProgress = lambda what, done, total: None
) -> tuple[Finding, ...]:
    """Return what *profile* finds on the day *today*; raise a Problem when translations that it reads are faulty.

    A promise of how long an edition is has its pages built, which *progress* is told.
    """
    source = read_source(settings, today=today)
    if profile in WITH_TRANSLATIONS:
        translated = (language for language in settings.languages if not language.is_source)
        source = replace(source, catalogs={each.tag: read_catalogs(settings, each) for each in translated})
        if not source.faults:
            promising = [edition for edition in settings.editions if edition.id in settings.promises.own_words]
            counted = rendered_words(settings, promising, progress=progress)
            source = replace(source, own_words={name: words.own for name, words in counted.items()})
    return findings(source, profile)


def read_source(settings: Settings, *, today: date) -> SourceText:
    """Return the whole source as the checks read it."""
    doctrees, faults = parse_sound(settings)
    return SourceText(
        settings=settings,
        doctrees=doctrees,
        faults=tuple(faults),
        texts={
            path.relative_to(settings.project).as_posix(): path.read_text(encoding="utf-8", errors="replace")
            for path in sorted(settings.source.rglob("*"))
            if path.suffix in TEXT_SUFFIXES and path.is_file()
        },
        terms=read_termbase(settings.locale / TERMBASE),
        concepts=read_definitions(settings.locale / DEFINITIONS),
        today=today,
    )


def exit_code(found: Sequence[Finding]) -> ExitCode:
    """Return what *found* comes to: warnings alone are no reason to stop."""
    return ExitCode.FINDINGS if any(each.severity is Severity.ERROR for each in found) else ExitCode.DONE


def report(found: Sequence[Finding], profile: str, *, say: Callable[[str], None]) -> None:
    """Say what was *found*, and how much of it."""
    for finding in found:
        say(str(finding))
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    checks = f"{count(len(checks_of(profile)), 'check')} ({profile})"
    say(f"{checks}: {count(errors, 'error')}, {count(len(found) - errors, 'warning')}.")


def listed(profile: str) -> Iterator[str]:
    """Yield a line for every check of *profile*: its id and what it reports."""
    widest = max(len(name) for name in CHECKS)
    for each in checks_of(profile):
        yield f"{each.id:{widest}}  {each.severity.value:7}  {each.summary}"


def explained(name: str) -> Iterator[str]:
    """Yield the lines that explain the check called *name*."""
    each = CHECKS[name]
    yield f"{each.id} ({each.severity.value}, {each.certainty.value})"
    for line in (each.summary, f"why: {each.rationale}", f"hint: {each.hint}"):
        yield from wrap(line, width=100, initial_indent="    ", subsequent_indent="    ")
