"""Runs the validators over a published version and says what they found, and what did not run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builders.checks.finished import VALIDATORS
from builders.checks.finished.tools import NotInstalled
from builders.problems import ExitCode, Problem, unknown
from builders.publishing.dist import MANIFEST
from builders.settings import Settings


def validate(settings: Settings, *, names: Sequence[str], is_required: bool, say: Callable[[str], None]) -> ExitCode:
    """Validate ``dist/<version>`` with the validators called *names* and return the exit code.

    A validator that is not installed is skipped with a line that says what to install; with *is_required* it is an
    error. Raises a Problem when nothing is published or a name is unknown.
    """
    folder = settings.project / "dist" / settings.version
    if not (folder / MANIFEST).exists():
        raise Problem(
            code="nothing-published",
            what=f"there is nothing in dist/{settings.version}",
            next_step="publish first: .venv/bin/cop publish",
        )
    code = ExitCode.DONE
    for name in names:
        if name not in VALIDATORS:
            raise unknown("unknown-validator", f"there is no validator “{name}”", VALIDATORS)
        say(f"{name} …")
        try:
            findings = list(VALIDATORS[name](folder))
        except NotInstalled as reason:
            say(f"{name}: {'missing' if is_required else 'skipped'}, {reason}")
            code = ExitCode.FINDINGS if is_required else code
            continue
        for finding in findings:
            say(str(finding))
        say(f"{name}: {len(findings)} findings")
        code = ExitCode.FINDINGS if findings else code
    return code
