"""The one exception: the program cannot go on, and says what to do next."""

import errno
import os
import re
import shutil
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path

from builders.model.findings import Finding, Location


class ExitCode(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    FINDINGS = 1
    PROBLEM = 2
    BUG = 70


MOST = 50
"""Findings of a problem that are printed."""


@dataclass(kw_only=True, eq=False)
class Problem(Exception):  # noqa: N818 - a problem is the term of the glossary
    """What a person must change before the program can go on; ``docs/problems.rst`` has a section for every *code*."""

    code: str
    what: str
    next_step: str
    where: Sequence[Location] = ()
    why: str = ""
    findings: Sequence[Finding] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Return what another process makes the same problem of."""
        return partial(Problem, **self.__dict__), ()

    def __str__(self) -> str:
        places = "".join(f"{place}: " for place in self.where[:1])
        lines = [f"{places}{self.what} [{self.code}]"]
        lines += [f"    also: {place}" for place in self.where[1:]]
        lines += [str(finding) for finding in self.findings[:MOST]]
        if len(self.findings) > MOST:
            lines.append(f"    … and {len(self.findings) - MOST:,} more")
        if self.why:
            lines.append(f"    why: {self.why}")
        lines.append(f"    next: {self.next_step}")
        return "\n".join(lines)


def unknown(code: str, what: str, known: Iterable[str], why: str = "") -> Problem:
    """Return the Problem that nothing is called as somebody wrote; it lists the names that are *known*."""
    return Problem(code=code, what=what, why=why, next_step="choose one of: " + ", ".join(known))


MACHINE = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENOMEM)
)
"""Errors of the system for which neither a text nor a program is at fault."""

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
_NUMBER = re.compile(r"(?:\[Errno |Error\()(\d+)\b")
"""How an error of the system stands in the text of another."""


def machine_trouble(error: BaseException | None) -> OSError | None:
    """Return the trouble of the machine that *error* is, or came from; None where there is none."""
    while error is not None:
        if isinstance(error, OSError) and _single(error).errno in MACHINE:
            return _single(error)
        if isinstance(error, MemoryError):
            return OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
        error = error.__cause__ or error.__context__
    return None


def trouble_said(text: str) -> OSError | None:
    """Return the trouble of the machine that *text* tells of: Sphinx warns of it and goes on."""
    codes = (int(found[1]) for found in _NUMBER.finditer(text))
    return next((OSError(code, os.strerror(code)) for code in codes if code in MACHINE), None)


def refusal(error: OSError, folder: Path | None = None) -> str:
    """Return in a line what the machine refuses; of a copy or a move, it names the file that was to be written.

    Where a full disk is filled in a *folder* that people know, that is named.
    """
    error = _single(error)
    name = error.filename2 or error.filename
    place = f" {name}" if name else ""
    if error.errno in _FULL:
        known = folder or (_folder(name) if name else None)
        said = f"; nothing more can be written to {known}" if known else ""
        return f"the disk is full{said}: {error.strerror or error}"
    return f"the machine refuses to read or write{place}: {error.strerror or error}"


def remedy(error: OSError) -> str:
    """Return what people do about what the machine refuses."""
    if _single(error).errno in _FULL:
        return "make room on that disk (.cache/ and build/ may be deleted at any time), then run the command again"
    return "make room or give access, then run the command again"


@contextmanager
def blamed_on(folder: Path) -> Iterator[None]:
    """Let a full disk name *folder*, which people know, and other trouble of the machine, where it names no file."""
    try:
        yield
    except OSError as error:
        told = _single(error)
        if told.filename and told.errno not in _FULL:
            raise
        raise OSError(told.errno, told.strerror or str(told), str(folder)) from error


def _single(error: OSError) -> OSError:
    """Return *error*, or the first of those that shutil has made one list of, with the file that was to be written."""
    listed = error.args[0] if isinstance(error, shutil.Error) and error.args else None
    if not isinstance(listed, list) or not listed:
        return error
    _, target, why = listed[0]
    found = _NUMBER.search(str(why))
    code = int(found[1]) if found else errno.EIO
    return OSError(code, os.strerror(code), str(target))


def _folder(name: str) -> Path:
    """Return the folder of the file *name*, or the folder that it is."""
    return Path(name) if Path(name).is_dir() else Path(name).parent


def keep_trace(error: BaseException) -> str:
    """Write down where in the program *error* happened, and return the path of the file."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", prefix="cop-trace-", delete=False, encoding="utf-8") as file:
        file.writelines(traceback.format_exception(error))
    return file.name
