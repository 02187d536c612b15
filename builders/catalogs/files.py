"""Files that take the place of others: all of them or none, and never over what somebody saved meanwhile."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from builders.catalogs.memory import FILE as MEMORY
from builders.model.findings import Location
from builders.problems import Problem

_NEW = ".new"
"""Ends the name of a file that is to take the place of another one."""


def read_folder(folder: Path) -> dict[Path, bytes]:
    """Return what stands in the catalogs and the memory of the language in *folder*, to be read before they are.

    What cannot be read is left out: whoever needs it says so.
    """
    found = {}
    for path in (folder / MEMORY, *sorted(folder.glob("LC_MESSAGES/*.po"))):
        with suppress(OSError):
            found[path] = path.read_bytes()
    return found


def replace_files(files: Sequence[tuple[Path, bytes | None]], *, seen: Mapping[Path, bytes] | None = None) -> int:
    """Give every path of *files* its new content, in their order, None for no file; return how many have changed.

    Everything is on the disk before the first file is replaced: when there is no room, nothing has changed.
    A path may stand twice, for a state between the old and the new one.

    *seen* is what stood in the files that *files* were made from. Raises a Problem, and replaces nothing more, when
    one of them holds something else by now: somebody has saved it meanwhile, and what they wrote must stay.
    """
    standing: dict[Path, bytes | None] = {path: None if seen is not None else _content(path) for path, _ in files}
    standing.update(seen or {})
    wanted = dict(standing)
    ready: list[tuple[Path | None, Path, bytes | None]] = []
    try:
        for path, data in files:
            if wanted[path] != data:
                ready.append((None if data is None else _beside(path, data), path, data))
                wanted[path] = data
        changed = {path for _, path, _ in ready}
        for path in standing:
            _refuse_other(path, standing[path])
        while ready:
            beside, path, data = ready[0]
            _refuse_other(path, standing[path])
            with _blamed_on(path):
                if beside is None:
                    path.unlink(missing_ok=True)
                else:
                    beside.replace(path)
            standing[path] = data
            ready.pop(0)
            if not ready or ready[0][1].parent != path.parent:
                sync(path.parent)  # what comes later in another folder may not reach the disk before
    finally:
        for left, _, _ in ready:
            if left is not None:
                _remove(left)
    return len(changed)


def sweep(folder: Path) -> None:
    """Take away what a run that was killed has left in *folder* and below; nobody else may be writing there."""
    for left in folder.rglob(f".*.????????{_NEW}"):
        _remove(left)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _refuse_other(path: Path, data: bytes | None) -> None:
    """Raise a Problem unless *path* holds *data*, None for no file."""
    if _content(path) != data:
        raise Problem(
            code="catalog-changed-meanwhile",
            what="somebody has saved this file while the command ran",
            where=[Location(str(path))],
            why="what they wrote would be lost; it stays as they saved it",
            next_step="save and close the file in your editor, then run the command again",
        )


@contextmanager
def _blamed_on(path: Path) -> Iterator[None]:
    """Let trouble of the machine name *path*, which people know, and not the file beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _beside(path: Path, data: bytes) -> Path:
    """Write *data* to a new file beside *path*, down to the disk, and return where."""
    with _blamed_on(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_NEW)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
        except BaseException:
            _remove(Path(name))
            raise
    return Path(name)


def _remove(path: Path) -> None:
    """Delete *path*; where even that is refused, the next run does it."""
    with suppress(OSError):
        path.unlink()


def sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk, where the system lets a folder be opened."""
    if os.name == "posix":
        with _blamed_on(path):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
