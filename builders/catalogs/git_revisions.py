"""Reads files of the project as they were at another revision; git is asked, nothing is checked out."""

import io
import re
import subprocess
from pathlib import Path

from builders.problems import Problem

_FILE = re.compile(rb"100(?:644|755) blob ([0-9a-f]+)\t(.+)", re.DOTALL)
"""How git lists a file; a link is none."""


def commit_of(project: Path, revision: str) -> str:
    """Return the commit that *revision* means; raise a Problem when git does not know it."""
    if (asked := _git(project, "rev-parse", "--git-dir")).returncode:
        raise _no_repository(f"git finds no repository here ({asked.stderr.decode('utf-8', 'replace').strip()})")
    done = _git(project, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done.returncode or revision.startswith("-"):
        what = f"git knows no revision “{revision}”"
        advice = "name a branch, a tag or a commit; a clone that is not whole needs git fetch first"
        if ".." in revision:
            what = f"“{revision}” names several revisions"
            advice = "name the one to compare with; git merge-base main HEAD prints where a branch has begun"
        raise Problem(code="unknown-revision", what=what, next_step=advice)
    return done.stdout.decode().strip()


def files_at(project: Path, commit: str, folder: str) -> dict[str, bytes]:
    """Return the files below *folder* at *commit* by path, as git keeps them: without its filters and line ends."""
    listed = _git(project, "ls-tree", "-r", "-z", commit, "--", folder).stdout.split(b"\0")
    found = [_FILE.fullmatch(line) for line in listed]
    files = {match[2].decode("utf-8", "replace"): match[1] for match in found if match}
    asked = b"".join(name + b"\n" for name in files.values())
    answer = io.BytesIO(_git(project, "cat-file", "--batch", stdin=asked).stdout)
    return {path: _content(answer, path, commit) for path in files}


def _content(answer: io.BytesIO, path: str, commit: str) -> bytes:
    """Return the next file of the *answer* of git."""
    size = (answer.readline().split() or [b""])[-1]
    if not size.isdigit():
        raise Problem(
            code="unknown-revision",
            what=f"this clone does not hold {path} as it was at {commit[:10]}",
            next_step="fetch the whole repository: git fetch --unshallow, or git fetch --refetch",
        )
    data = answer.read(int(size))
    answer.read(1)
    return data


def names_at(project: Path, commit: str, folder: str) -> tuple[str, ...]:
    """Return the paths of the files below *folder* at *commit*."""
    done = _git(project, "ls-tree", "-r", "-z", "--name-only", commit, "--", folder)
    return tuple(name for name in done.stdout.decode("utf-8", "replace").split("\0") if name)


def _git(project: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=project, input=stdin, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise _no_repository("git is not installed") from error


def _no_repository(what: str) -> Problem:
    return Problem(
        code="no-repository",
        what=what,
        why="the text is compared with what it was at another revision",
        next_step="run the command in a clone of the guidelines, on a machine with git",
    )
