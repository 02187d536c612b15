"""One run at a time: the lock of a project, and what a killed run has left."""

try:
    import fcntl
except ImportError:  # Windows has no such lock; there, two runs are not kept apart
    fcntl = None  # type: ignore[assignment]
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builders.catalogs.files import sweep
from builders.problems import Problem
from builders.publishing.dist import put_back, unfinished


@contextmanager
def one_at_a_time(project: Path) -> Iterator[None]:
    """Hold the project for one run, or raise a Problem; put back, or sweep away, what a killed run has left."""
    folder = project / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Problem(
                    code="already-running",
                    what="another run is publishing or updating this project",
                    next_step="wait until it has ended, then run the command again",
                ) from error
        for aside in (project / "dist").glob(".*-old-*"):
            put_back(aside)
        for left in [*folder.glob("units-*"), *(folder / "artifacts").glob(".new-*"), *unfinished(project / "dist")]:
            shutil.rmtree(left, ignore_errors=True)
        sweep(project / "locale")
        yield
