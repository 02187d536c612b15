"""Source files as bytes: UTF-8, and no character that no text needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builders.model.characters import unfit_lines
from builders.model.findings import Finding, Location


def faulty_bytes(path: Path, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the bytes of the source file *path*, which messages call *name*."""
    data = path.read_bytes()
    try:
        # Some editors begin a file with a byte order mark, which Sphinx does not mind.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        yield Finding(check="charset", location=Location(name, line), message="this line is not UTF-8", hint=hint)
        return
    for line, unfit in unfit_lines(text):
        message = f"the line holds {unfit}"
        yield Finding(check="character", location=Location(name, line), message=message, hint="delete the character")
