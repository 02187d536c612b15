"""Reads the files of the settings: what keeps one from being read is a fault among others."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builders.model.characters import unfit_lines
from builders.model.findings import Finding
from builders.problems import Problem
from builders.settings.entries import fault


def faulty(faults: Sequence[Finding]) -> Problem:
    """Return the Problem that has all *faults* of the settings."""
    return Problem(
        code="settings-faulty",
        what=f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in the settings",
        findings=faults,
        next_step="mend the lines named above",
    )


def read_text(project: Path, name: str, faults: list[Finding]) -> str:
    """Return what stands in the file *name* of *project*; add what is wrong with it to *faults*."""
    try:
        # Some editors begin a file with a byte order mark, which TOML does not allow.
        text = (project / name).read_text(encoding="utf-8-sig")
        faults += [fault(name, f"the line holds {unfit}", "delete it", line) for line, unfit in unfit_lines(text)]
        return text
    except FileNotFoundError:
        faults.append(fault(name, "the file is missing", "restore it from the repository"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.append(fault(name, "this line is not UTF-8", "save the file as UTF-8", line))
    except OSError as error:
        faults.append(fault(name, f"the file cannot be read: {error.strerror}", "restore it from the repository"))
    return ""


def read_toml(name: str, text: str, faults: list[Finding]) -> dict[str, Any]:
    """Return the TOML in *text*, the content of the file *name*; add what is wrong with it to *faults*."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else 0
        message, hint = f"the file cannot be read: {error}", "mend this line, or the one above it"
        if set("“”„«»") & set("".join(text.splitlines()[number - 1 : number])):
            hint = 'write straight quotation marks, as in "text": a word processor has bent these'
        faults.append(fault(name, message, hint, number))
    return {}
