"""One run at a time: the lock of a project, and what a killed run has left."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from builders.catalogs.files import sweep
from builders.model.addresses import ADAPTATIONS, DIST
from builders.problems import Problem
from builders.publishing.dist import put_back, unfinished


@contextmanager
def one_at_a_time(project: Path) -> Iterator[None]:
    """Hold the project for one run, or raise a Problem; put back, or sweep away, what a killed run has left."""
    folder, dist = project / ".cache", project / DIST
    folder.mkdir(exist_ok=True)
    try:
        lock = FileLock(folder / "lock").acquire(blocking=False)
    except Timeout as error:
        raise Problem(
            code="already-running",
            what="another run is publishing or updating this project",
            next_step="wait until it has ended, then run the command again",
        ) from error
    with lock:
        places = [dist, *dist.glob(f"{ADAPTATIONS}/*")]
        for aside in [each for place in places for each in place.glob(".*-old-*")]:
            put_back(aside)
        kept = [folder / "artifacts", *folder.glob(f"{ADAPTATIONS}/*/artifacts")]
        left = [*folder.glob("units-*"), *(each for place in kept for each in place.glob(".new-*"))]
        for each in [*left, *(each for place in places for each in unfinished(place))]:
            shutil.rmtree(each, ignore_errors=True)
        sweep(project / "locale")
        yield
