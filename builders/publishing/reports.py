"""What a run tells people on the terminal: quiet, honest, readable without colour."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING

import click

from builders.model.findings import Finding
from builders.model.messages import shown
from builders.model.reviews import Review
from builders.problems import ExitCode
from builders.publishing.publish import Outcome
from builders.settings import Settings

# Only who publishes sees a bar: the other commands do not wait for what draws it.
if TYPE_CHECKING:
    from rich.progress import TaskID

    from builders.publishing.importing import Import
    from builders.publishing.reviewing import Reviewed
    from builders.publishing.translating import LanguageUpdate


class ProgressBar:
    """A bar on a terminal; on anything else, nothing until the end."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

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
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    for finding in outcome.findings:
        console.print(str(finding), markup=False)
    if outcome.outdated:
        would = "would go out: their text has changed, and this run does not renew them"
        fate = "went out:" if outcome.is_published else would
        console.print(f"{count(len(outcome.outdated), 'artifact')} of an earlier run {fate}", markup=False)
        console.print("\n".join(f"    {path}" for path in outcome.outdated), markup=False)
    if not outcome.is_published:
        console.print("Nothing was published; dist/ is as it was.", markup=False)
        mend = "mend the lines named above, or publish the rest with --partial"
        renew = "publish without options to renew them, or with --drop-outdated to go without them"
        console.print(f"    next: {renew if outcome.outdated else mend}", markup=False)
        return ExitCode.FINDINGS
    size = sum(artifact.size for artifact in outcome.artifacts) / 1e6
    place = outcome.folder.relative_to(settings.project)
    console.print(
        f"{count(len(outcome.artifacts), 'artifact')} in {place}/ ({size:.1f} MB): "
        f"{outcome.built} built, {outcome.from_cache} unchanged.",
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


def report_import(done: Import, *, is_dry_run: bool) -> None:
    """Print what became of the files of one language, and every line of them that needs another look."""
    report_notices((*done.notices, *done.findings))
    became = [f"{number} {what}" for what, number in done.counts.items()] or ["nothing to take in"]
    if done.remembered:
        became.append(f"{done.remembered} new in the memory")
    verb = "would change" if is_dry_run else "changed"
    click.echo(f"{done.language.tag}: {', '.join(became)}; {count(done.changed_files, 'file')} {verb}")
    if done.counts.get("without a name"):
        click.echo("    next: say with --by who vouches for what the file calls reviewed or final")


def report_notices(notices: Iterable[Finding]) -> None:
    """Print *notices*, a line each, and what to do about them."""
    for notice in notices:
        click.echo(str(notice))
