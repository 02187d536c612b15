"""What a run tells people on the terminal: quiet, honest, readable without colour."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from builders.problems import ExitCode
from builders.publishing.publish import Outcome
from builders.settings import Settings

# Only who publishes sees a bar: the other commands do not wait for what draws it.
if TYPE_CHECKING:
    from rich.progress import TaskID


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
