"""Reads files of the project as they were at another revision; git is asked, nothing is checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from builders.problems import Problem


def commit_of(project: Path, revision: str) -> str:
    """Return the commit that *revision* means; raise a Problem when git does not know it."""
    if (asked := _git(project, "rev-parse", "--git-dir")).returncode:
        raise _no_repository(f"git finds no repository here ({asked.stderr.decode('utf-8', 'replace').strip()})")
    done = _git(project, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done.returncode or revision.startswith("-"):
        raise Problem(
            code="unknown-revision",
            what=f"git knows no revision “{revision}”",
            next_step="name a branch, a tag or a commit; a clone that is not whole needs git fetch first",
        )
    return done.stdout.decode().strip()


def files_at(project: Path, commit: str, folder: str) -> dict[str, bytes]:
    """Return the files below *folder* at *commit*, by their path in the project; none where it has no such folder."""
    done = _git(project, "-c", "core.autocrlf=false", "archive", "--format=tar", commit, "--", folder)
    if done.returncode:
        return {}
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        files = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name: file.read() for name, file in files.items() if file is not None}


def names_at(project: Path, commit: str, folder: str) -> tuple[str, ...]:
    """Return the paths of the files below *folder* at *commit*."""
    done = _git(project, "ls-tree", "-r", "-z", "--name-only", commit, "--", folder)
    return tuple(name for name in done.stdout.decode("utf-8", "replace").split("\0") if name)


def _git(project: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=project, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise _no_repository("git is not installed") from error


def _no_repository(what: str) -> Problem:
    return Problem(
        code="no-repository",
        what=what,
        why="the text is compared with what it was at another revision",
        next_step="run the command in a clone of the guidelines, on a machine with git",
    )
