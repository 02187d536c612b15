"""What the commands of translators tell people on the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builders.model.findings import Finding, Severity
from builders.model.messages import Review, shown
from builders.problems import refusal

# Only who publishes sees a bar: the other commands do not wait for what draws it.
if TYPE_CHECKING:
    from builders.catalogs.surveying import Survey
    from builders.translating.importing import Import
    from builders.translating.reviewing import Reviewed
    from builders.translating.sheets.taking import SheetOutcome
    from builders.translating.term_proposals import Proposals
    from builders.translating.update_command import LanguageUpdate
from builders.publishing.reports import count


def report_update(done: LanguageUpdate) -> None:
    """Print what an update did to one language, and every change of the source that its translator should know of."""
    report = done.report
    report_notices(done.notices)
    click.echo(
        f"{done.language.tag}: {report.kept} kept, {report.moved} moved, {report.revived} revived, "
        f"{report.carried} carried over, {report.fuzzy} to look at, {report.untranslated} untranslated, "
        f"{report.made_obsolete} no longer used; {count(done.changed_files, 'file')} changed"
    )
    for changed in report.changes:
        name = f"{changed.domain}: {changed.context}" if changed.context else changed.domain
        click.echo(f"    {name}: {changed.change}")


def report_review(outcome: Reviewed, said: Review) -> None:
    """Print which messages carry a review now, and how many do not."""
    report_notices(outcome.notices)
    for location, entry in outcome.done:
        click.echo(f"{location}: {said.level.value}: {shown(*entry.key)}")
    others = [f"{outcome.known} already were"] if outcome.known else []
    others += [f"{number} passed over ({state.value})" for state, number in outcome.passed_over.items()]
    click.echo("; ".join([f"{count(len(outcome.done), 'message')} {said.level.value} by {said.by}", *others]))


def report_surveys(surveys: Iterable[Survey]) -> None:
    """Print what publishing refuses of each language, and what was passed over, below the numbers of all of them."""
    for each in surveys:
        report_notices(each.warnings)
        if each.refused:
            said = f"{count(each.refused_messages, 'translation')} refused: readers would see English"
            files = len({fault.location.path for fault in each.refused})
            click.echo(f"\n{each.translations.language.tag}: {said}; {count(files, 'file')} to mend")
            report_notices(each.refused)


def report_sheet(done: SheetOutcome, *, is_dry_run: bool) -> None:
    """Print what became of the rows of a sheet, and those that need another look."""
    report_notices(done.notices)
    report_notices(done.findings)
    became = ", ".join(f"{number} {what}" for what, number in done.counts.items() if number) or "no rows"
    verb = "would change" if is_dry_run else "changed"
    click.echo(f"{done.language.tag}: {became}; {count(done.changed_files, 'file')} {verb}")


_LISTED, _EACH = 20, 3
"""Findings of an import that are all printed; and where there are more, how many of each kind."""


def report_import(done: Import, project: Path, *, is_dry_run: bool) -> None:
    """Print what became of the files of one language, and the lines of them that need another look.

    Where there are many, some of each kind are printed; all of them stand in a file below the folder *project*.
    """
    report_notices(done.notices)
    if len(done.findings) <= _LISTED:
        report_notices(done.findings)
    else:
        _report_some(done.findings, project / "build" / f"import-{done.language.tag}.txt")
    became = [f"{number} {what}" for what, number in done.counts.items()] or ["nothing to take in"]
    if done.remembered:
        became.append(f"{done.remembered} new in the memory")
    verb = "would change" if is_dry_run else "changed"
    click.echo(f"{done.language.tag}: {', '.join(became)}; {count(done.changed_files, 'file')} {verb}")
    if done.counts.get("without a name"):
        click.echo("    next: say with --by who vouches for what the file calls reviewed or final")


def report_proposals(found: Proposals, *, is_dry_run: bool) -> None:
    """Print how many words are proposed to the termbase, and where they stand."""
    verb = "would stand" if is_dry_run else "stand"
    place = f"; they {verb} in {os.path.relpath(found.path)}" if found.rows else ""
    click.echo(f"terms: {count(len(found.rows), 'word')} proposed, {found.known} known{place}")
    if found.rows and not is_dry_run:
        click.echo("    next: copy into locale/termbase.csv what whoever answers for the language agrees to")


def _report_some(findings: Sequence[Finding], path: Path) -> None:
    """Print some of *findings* of each kind and how many there are, errors first; write all of them to *path*."""
    kinds: dict[tuple[bool, str], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.severity is not Severity.ERROR, finding.check), []).append(finding)
    for (_, check), found in sorted(kinds.items(), key=lambda each: each[0][0]):
        report_notices(found[:_EACH])
        if len(found) > _EACH:
            click.echo(f"    … and {len(found) - _EACH:,} more of these [{check}]")
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes("".join(f"{finding}\n" for finding in findings).encode())
        click.echo(f"{len(findings):,} findings; all of them are in {os.path.relpath(path)}")
    except OSError as error:  # what came in is in: the list alone is missing
        click.echo(f"{len(findings):,} findings; they cannot be listed in a file: {refusal(error)}")


def report_notices(notices: Iterable[Finding]) -> None:
    """Print *notices*, a line each, and what to do about them."""
    for notice in notices:
        click.echo(str(notice))
