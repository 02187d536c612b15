"""The lines of a catalog: plain UTF-8 and no character that text does not need."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from builders.model.findings import Finding, Location, Severity
from builders.problems import Problem

UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffd\ufffe\uffff]")
"""What no catalog may hold: control characters but tab and line end, and what damaged text leaves behind."""


def refusal(name: str, line: int, what: str, next_step: str, code: str = "catalog-syntax") -> Problem:
    """Return the Problem that says *what* is wrong in *line* of the catalog *name*, and the *next_step*."""
    return Problem(code=code, what=what, where=[Location(name, line)], next_step=next_step)


def with_unix_ends(data: bytes) -> bytes:
    """Return *data* with the line ends that catalogs are written with; programs for Windows write others."""
    return data.replace(b"\r\n", b"\n")


def line_end_notices(seen: Mapping[Path, bytes], written: Mapping[Path, bytes | None], root: Path) -> list[Finding]:
    """Return a notice for every file below *root* that had line ends of Windows when it was *seen*, and has none now.

    *written* is what replaces it, None for no file.
    """
    return [
        Finding(
            check="line-ends-changed",
            location=Location(path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)),
            message="the file had the line ends of Windows; it is written with LF line endings",
            hint="let your editor write Unix line ends, so that git shows only what you have changed",
            severity=Severity.WARNING,
        )
        for path, data in written.items()
        if data is not None and data != seen.get(path) and b"\r\n" in seen.get(path, b"")
    ]


def read_lines(data: bytes, name: str) -> Iterator[str]:
    """Yield the lines that *data* holds, without their ends; raise a Problem for what is no plain UTF-8 text."""
    data = with_unix_ends(data)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        advice = "save the file as UTF-8 without a byte order mark"
        raise refusal(name, 1, "the file begins with a byte order mark", advice, "catalog-charset")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"this line is not UTF-8 (byte {data[error.start]:#04x})"
        advice = "save the file as UTF-8, or restore the last good one"
        raise refusal(name, line, what, advice, "catalog-charset") from error
    if not UNFIT.search(text):  # one search instead of one a line; carriage returns are unfit, too
        yield from text.split("\n")
        return
    for number, shown in enumerate(text.split("\n"), start=1):
        if "\r" in shown:
            advice = "delete it; a line ends with LF (Unix) or CR LF (Windows), and with nothing else"
            raise refusal(name, number, "the line holds a carriage return", advice, "catalog-line-ends")
        if control := UNFIT.search(shown):
            what = f"the line holds the character U+{ord(control[0]):04X}, which no text needs"
            raise refusal(name, number, what, "delete the character", "catalog-character")
        yield shown
