"""What every command begins with: the project, its environment, and clear words when something is wrong."""

import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from builders.problems import ExitCode, Problem, keep_trace, refusal, remedy
from builders.settings import Settings, read_settings
from builders.settings.adaptations import read_adaptation

Names = tuple[str, ...]
"""What an option brings that may be repeated."""

FIXED_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
"""What every unit is built under, so that the same input gives the same bytes anywhere."""


def command(name: str | None = None) -> Callable[[Callable[..., None]], click.Command]:
    """Return what makes a command called *name* of a function; it ends with one clear message and its exit code."""
    return lambda function: click.command(name)(reporting(function))


def reporting(function: Callable[..., None]) -> Callable[..., None]:
    """Return *function* so that it ends with the exit codes of docs/problems."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except Problem as problem:
            click.echo(str(problem), err=True)
            sys.exit(ExitCode.PROBLEM)
        except (click.exceptions.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except BrokenPipeError:
            os._exit(ExitCode.FINDINGS)  # whoever read the output has gone; there is nobody to tell
        except OSError as error:
            click.echo(f"{refusal(error)} [machine]\n    next: {remedy(error)}", err=True)
            sys.exit(ExitCode.PROBLEM)
        except Exception as error:
            click.echo("This is a fault of the program, not of your text.", err=True)
            click.echo(f"    next: please report it, with the file {keep_trace(error)}", err=True)
            sys.exit(ExitCode.BUG)

    return run


adaptation_option = click.option(
    "--adaptation", metavar="ID", default="", help="This adaptation, a folder in adaptations/; by default none."
)
"""Lets a command work on the text of a country or region in place of the guidelines."""


def project_settings(adaptation: str = "") -> Settings:
    """Return the settings of the project that the command runs in, or of the one this program belongs to.

    With the name of an *adaptation*, they are those of that.
    """
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[2]):
        if (folder / "source" / "editions.toml").exists():
            return read_adaptation(folder, adaptation) if adaptation else read_settings(folder)
    raise Problem(
        code="no-project",
        what=f"there is no source/editions.toml in {here} or above it",
        next_step="run the command in a clone of the guidelines",
    )


def fix_environment(settings: Settings) -> None:
    """Let this process, and all that it starts, build under the fixed environment."""
    os.environ.update(FIXED_ENVIRONMENT, SOURCE_DATE_EPOCH=str(settings.source_date_epoch))
    if sys.platform != "win32":
        time.tzset()
