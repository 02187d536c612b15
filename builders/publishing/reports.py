"""What a run tells people on the terminal: quiet, honest, readable without colour."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from builders.model.progress import Lack
from builders.problems import ExitCode
from builders.publishing.losses import amiss
from builders.publishing.publish import Outcome
from builders.settings import Settings


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Give what shows how much is done: a bar on a terminal; on anything else, nothing until the end."""
    # Only who publishes sees a bar: the other commands do not wait for what draws it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    # Units are forked from this process: it must not have a second thread.
    bar = Progress(
        *(BarColumn(bar_width=30), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}")),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
    tasks: list[TaskID] = []

    def show(what: str, done: int, total: int) -> None:
        if not bar.console.is_terminal:
            return
        if not tasks:
            bar.start()
            tasks.append(bar.add_task(what, total=total))
        bar.update(tasks[0], description=what, completed=done, total=total, refresh=True)

    try:
        yield show
    finally:
        bar.stop()


def report_outcome(outcome: Outcome, settings: Settings) -> ExitCode:
    """Print what *outcome* came to and return the exit code."""
    from rich.console import Console

    say = partial(Console(highlight=False, soft_wrap=True).print, markup=False)
    for finding in outcome.findings:
        say(str(finding))
    if outcome.outdated:
        would = "would go out: they are out of date, and this run does not renew them"
        fate = "went out:" if outcome.is_published else would
        say(f"{count(len(outcome.outdated), 'artifact')} of an earlier run {fate}")
        say("\n".join(f"    {path}" for path in outcome.outdated))
    for finding in outcome.shown.losses:
        say(str(finding) if not outcome.is_published else f"{finding.location}: {finding.message} (accepted)")
    for line in _fallback_lines(outcome, settings):
        say(line)
    if not outcome.is_published:
        say("Nothing was published; dist/ is as it was.")
        mend = "mend the lines named above, or publish the rest with --partial"
        renew = "publish without options to renew them, or with --drop-outdated to go without them"
        lose = "bring the translations back, or publish without them with --accept-loss"
        say(f"    next: {renew if outcome.outdated else lose if outcome.shown.losses else mend}")
        return ExitCode.FINDINGS
    size = sum(artifact.size for artifact in outcome.artifacts) / 1e6
    place = outcome.folder.relative_to(settings.project)
    fates = f"{outcome.built} built, {outcome.from_cache} unchanged"
    say(f"{count(len(outcome.artifacts), 'artifact')} in {place}/ ({size:.1f} MB): {fates}.")
    say(f"Open {place}/index.html")
    return ExitCode.FINDINGS if outcome.findings else ExitCode.DONE


def _fallback_lines(outcome: Outcome, settings: Settings) -> Iterator[str]:
    """Yield where readers of each language see English, and why."""
    found = [each for each in outcome.shown.fallbacks if each.lacking]
    if found:
        yield "Readers see English where a translation is missing:"
    for each in found:
        edited = f", {each.edited:,} of the fuzzy ones because the English has changed since {outcome.shown.last}"
        parts = []
        for noun, labels in (("messages", False), ("labels", True)):
            if reasons := each.reasons(labels=labels):
                said = ", ".join(f"{reasons[lack]:,} {lack.value}" for lack in Lack if reasons[lack])
                parts.append(f"{reasons.total():,} of {each.total(labels=labels):,} {noun} ({said})")
        yield f"    {each.language.tag}: {', '.join(parts)}{edited if each.edited else ''}"
    yield from (f"    {finding}" for finding in amiss(found, settings))


def count(number: int, noun: str) -> str:
    """Return *number* and *noun*, which takes an s in the plural."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
