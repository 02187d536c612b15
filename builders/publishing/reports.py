"""What a run tells people on the terminal: quiet, honest, readable without colour."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from builders.model.coverage import Coverage
from builders.model.vocabulary import BLOCK_TYPES
from builders.problems import ExitCode
from builders.publishing.publish import Outcome
from builders.settings import Settings

if TYPE_CHECKING:
    from builders.publishing.measuring import EditionSize
    from builders.publishing.translating import LanguageUpdate


class ProgressBar:
    """A bar on a terminal; on anything else, nothing until the end."""

    def __init__(self) -> None:
        self._progress = Progress(
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=Console(stderr=True),
            # Units are forked from this process: it must not have a second thread.
            auto_refresh=False,
            transient=True,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """Show that *done* of *total* units are built."""
        if not self._progress.console.is_terminal:
            return
        if self._task is None:
            self._progress.start()
            self._task = self._progress.add_task(what, total=total)
        self._progress.update(self._task, description=what, completed=done, total=total, refresh=True)


def report_outcome(outcome: Outcome, settings: Settings) -> ExitCode:
    """Print what *outcome* came to and return the exit code."""
    console = Console(highlight=False, soft_wrap=True)
    for finding in outcome.findings:
        console.print(str(finding), markup=False)
    if not outcome.is_published:
        console.print("Nothing was published; dist/ is as it was.", markup=False)
        console.print("    next: mend the lines named above, or publish the rest with --partial", markup=False)
        return ExitCode.FINDINGS
    size = sum(artifact.size for artifact in outcome.artifacts) / 1e6
    place = outcome.folder.relative_to(settings.project)
    console.print(
        f"{count(len(outcome.artifacts), 'artifact')} in {place}/ ({size:.1f} MB): "
        f"{outcome.built} built, {outcome.from_cache} unchanged.",
        markup=False,
    )
    if outcome.taken_out:
        console.print(
            f"{count(outcome.taken_out, 'artifact')} of an earlier run no longer matched the text and went out; "
            "publish without options to have everything.",
            markup=False,
        )
    console.print(f"Open {place}/index.html", markup=False)
    return ExitCode.FINDINGS if outcome.findings else ExitCode.DONE


def count(number: int, noun: str) -> str:
    """Return *number* and *noun*, which takes an s in the plural."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def report_update(done: LanguageUpdate) -> None:
    """Print what an update did to one language, and every change of the source that its translator should know of."""
    report = done.report
    click.echo(
        f"{done.language.tag}: {report.kept} kept, {report.moved} moved, {report.revived} revived, "
        f"{report.carried} carried over, {report.fuzzy} to look at, {report.untranslated} untranslated, "
        f"{report.made_obsolete} no longer used; {count(done.changed_files, 'file')} changed"
    )
    for changed in report.changes:
        name = f"{changed.domain}: {changed.context}" if changed.context else changed.domain
        click.echo(f"    {name}: {changed.change}")


def print_status(
    sizes: Mapping[str, EditionSize],
    table: Mapping[tuple[str, str], Coverage],
    settings: Settings,
    *,
    is_json: bool,
) -> None:
    """Print the *sizes* of the editions and the coverage *table*, as JSON or for people."""
    if is_json:
        editions = [
            {"edition": name, "words": size.words, "blocks": size.block_count, "by_type": size.blocks}
            for name, size in sizes.items()
        ]
        coverage = [
            {"language": tag, "edition": edition, "translated": covered.translated, "total": covered.total}
            for (tag, edition), covered in table.items()
        ]
        print(json.dumps({"editions": editions, "coverage": coverage}, indent=2))
        return
    _print_sizes(sizes, settings)
    shown = Table(title=f"Translated messages, version {settings.version}")
    shown.add_column("")
    for edition in settings.editions:
        shown.add_column(edition.short_title, justify="right")
    for language in settings.languages:
        cells = [_cell(table[language.tag, edition.id]) for edition in settings.editions]
        shown.add_row(f"{language.tag} {language.endonym}", *cells)
    console = Console(highlight=False)
    console.print(shown)
    for language in settings.languages:
        console.print(f"{language.tag}: {language.review_state or 'source'}", markup=False)


def _print_sizes(sizes: Mapping[str, EditionSize], settings: Settings) -> None:
    shown = Table(title=f"English text, version {settings.version}")
    shown.add_column("")
    for edition in settings.editions:
        shown.add_column(edition.short_title, justify="right")
    own = [sizes[edition.id] for edition in settings.editions]
    shown.add_row("words", *(f"{size.words:,}" for size in own))
    shown.add_row("blocks", *(str(size.block_count) for size in own))
    for name in BLOCK_TYPES:
        counts = [size.blocks.get(name, 0) for size in own]
        if any(counts):
            shown.add_row(f"  {name}", *(str(number or "–") for number in counts))
    Console(highlight=False).print(shown)


def _cell(covered: Coverage) -> str:
    share = f"{covered.percent} %"
    return share if covered.translated == covered.total else f"{covered.translated}/{covered.total} {share}"
