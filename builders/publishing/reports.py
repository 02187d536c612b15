"""What a run tells people on the terminal: quiet, honest, readable without colour."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from builders.model.progress import Coverage, Lack
from builders.problems import ExitCode
from builders.publishing.coverage import Fallbacks
from builders.publishing.first_tier import Incomplete
from builders.publishing.runs import Outcome
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


def exit_code(outcome: Outcome) -> ExitCode:
    """Return the exit code of a run with *outcome*."""
    return ExitCode.DONE if outcome.is_published and not outcome.findings else ExitCode.FINDINGS


def outcome_lines(outcome: Outcome, settings: Settings) -> Iterator[str]:
    """Yield what people are told of what *outcome* came to."""
    yield from map(str, outcome.findings)
    if outcome.outdated:
        would = "would go out: they are out of date, and this run does not renew them"
        fate = "went out:" if outcome.is_published else would
        yield f"{count(len(outcome.outdated), 'artifact')} of an earlier run {fate}"
        yield from (f"    {path}" for path in outcome.outdated)
    for finding in outcome.shown.losses:
        yield str(finding) if not outcome.is_published else f"{finding.location}: {finding.message} (accepted)"
    yield from map(str, outcome.shown.amiss())
    yield from _fate(outcome, settings)
    yield from _last_lines(outcome)


def _fate(outcome: Outcome, settings: Settings) -> Iterator[str]:
    if not outcome.is_published:
        yield "Nothing was published; dist/ is as it was."
        mend = "mend the lines named above, or publish the rest with --partial"
        renew = "publish without options to renew them, or with --drop-outdated to go without them"
        lose = "bring the translations back, or publish without them with --accept-loss"
        yield f"    next: {renew if outcome.outdated else lose if outcome.shown.losses else mend}"
        return
    size = sum(artifact.size for artifact in outcome.artifacts) / 1e6
    place = outcome.folder.relative_to(settings.project)
    fates = f"{outcome.built} built, {outcome.from_cache} unchanged"
    yield f"{count(len(outcome.artifacts), 'artifact')} in {place}/ ({size:.1f} MB): {fates}."
    yield f"Open {place}/index.html"


def _last_lines(outcome: Outcome) -> Iterator[str]:
    """Yield a line for every language that the version holds, and one for everything that was left out."""
    found = {each.language: each for each in outcome.shown.fallbacks}
    for language in dict.fromkeys(unit.language for unit in outcome.shown.messages):
        if language not in found:
            yield f"{language.tag}: the source, 100 %"
        else:
            said = [*_coverage(found[language], outcome.shown.last), _warnings(outcome.warnings.get(language.tag))]
            yield f"{language.tag}: {', '.join(said)}"
    yield from left_out_lines(outcome.left_out)


def left_out_lines(left_out: Iterable[Incomplete]) -> Iterator[str]:
    """Yield what is said of every unit that is not published because what is translated first is not complete."""
    for each in left_out:
        yield f"not published, {each} (--draft publishes it as a draft)"


def _coverage(each: Fallbacks, last: str) -> Iterator[str]:
    """Yield how much readers of a language see in it, and what they see in English, and why."""
    total = each.total(labels=False)
    shown = Coverage(translated=total - each.reasons(labels=False).total(), total=total)
    yield f"{shown.percent} % translated"
    # An adaptation that is written in another language is translated into English, too.
    other = "another language" if each.language.is_source else "English"
    if not each.lacking:
        yield f"nothing in {other}"
    edited = f", {each.edited:,} of the fuzzy ones because the English has changed since {last}" if each.edited else ""
    for noun, labels in (("messages", False), ("labels", True)):
        if reasons := each.reasons(labels=labels):
            said = ", ".join(f"{reasons[lack]:,} {lack.value}" for lack in Lack if reasons[lack])
            why = f"{said}{edited if not labels else ''}"
            yield f"{reasons.total():,} of {each.total(labels=labels):,} {noun} in {other} ({why})"


def _warnings(number: int | None) -> str:
    """Return how many warnings the checks have."""
    return "warnings not counted" if number is None else count(number, "warning") if number else "no warnings"


def count(number: int, noun: str) -> str:
    """Return *number* and *noun*, which takes an s in the plural."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
