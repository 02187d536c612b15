"""Source files as bytes: UTF-8, and no character that no text needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builders.model.findings import Finding, Location

_NEEDLESS = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u202a-\\u202e\\ufffd\\ufffe\\uffff]")

UNREADABLE = ("unreadable", "charset")
"""What a file is whose markup cannot be judged."""


def faulty_bytes(path: Path, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the bytes of the source file *path*, which messages call *name*."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        yield Finding(check="unreadable", location=Location(name), message=message, hint="restore it, or give access")
        return
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        yield Finding(check="charset", location=Location(name, line), message="this line is not UTF-8", hint=hint)
        return
    for match in _NEEDLESS.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"the line holds the character U+{ord(match[0]):04X}, which no text needs"
        yield Finding(check="character", location=Location(name, line), message=message, hint="delete the character")
