"""The one exception: the program cannot go on, and says what to do next."""

import errno
import os
import tempfile
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from builders.model.findings import Finding, Location


class ExitCode(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    FINDINGS = 1
    PROBLEM = 2
    BUG = 70


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
        lines += [str(finding) for finding in self.findings]
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

GIVE_ROOM = "make room or give access, then run the command again"


def machine_trouble(error: BaseException | None) -> OSError | None:
    """Return the trouble of the machine that *error* is, or came from; None where there is none."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in MACHINE:
            return error
        if isinstance(error, MemoryError):
            return OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
        error = error.__cause__ or error.__context__
    return None


def refusal(error: OSError) -> str:
    """Return in a line what the machine refuses; of a copy or a move, it names the file that was to be written."""
    name = error.filename2 or error.filename
    place = f" {name}" if name else ""
    return f"the machine refuses to read or write{place}: {error.strerror or error}"


def keep_trace(error: BaseException) -> str:
    """Write down where in the program *error* happened, and return the path of the file."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", prefix="cop-trace-", delete=False, encoding="utf-8") as file:
        file.writelines(traceback.format_exception(error))
    return file.name
