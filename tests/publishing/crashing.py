"""Runs commands in processes that come to grief at the moment of a write that a test names.

A moment is one call that creates, fills, syncs, replaces or removes a file of the project. They are counted over all
processes of a command; at the one that a trial names, its fate strikes (``fates.py``). This file is run as a program,
which imports everything once and forks for every trial: what is interrupted is the real command, without the time to
start it.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sphinx.application import builtin_extensions

from builders.cli import SEED
from builders.cli.starting import FIXED_ENVIRONMENT
from builders.editions.collation import sort_key
from builders.settings import read_settings
from tests.publishing.fates import FATES, POEDIT, drop_rights, small_disk

ROOT = Path(__file__).resolve().parents[2]
MOMENTS, SAID = "moments.txt", "said.txt"


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A command in a project, and what happens to it at which moment."""

    folder: str
    arguments: Sequence[str]
    moment: int = 0
    """Counted from 1; 0 is never."""
    fate: str = "kill"
    room: int = 0
    """How many KiB the disk has for the catalogs; 0 is no disk of its own."""


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How a command has ended: its exit code, or the signal that ended it as a negative number."""

    code: int
    moments: tuple[str, ...]
    said: str


class Grounds:
    """The program that runs trials: started once, in a namespace of its own where the machine permits one."""

    def __init__(self, warming: Path) -> None:
        self.can_mount = (
            not subprocess.run(
                ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
            ).returncode
            if shutil.which("unshare")
            else False
        )
        command = [*(["unshare", "-rm"] if self.can_mount else []), sys.executable, "-m", "tests.publishing.crashing"]
        fixed = {**FIXED_ENVIRONMENT, SEED: "0", "SOURCE_DATE_EPOCH": str(read_settings(warming).source_date_epoch)}
        self._program = subprocess.Popen(
            [*command, str(warming)],
            cwd=ROOT,
            env={**os.environ, **fixed},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, trial: Trial) -> Ending:
        """Return how *trial* ends."""
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.write(json.dumps(asdict(trial)) + "\n")
        self._program.stdin.flush()
        answer = self._program.stdout.readline()
        assert answer, "the program that runs trials has ended"
        ending = json.loads(answer)
        return Ending(**{**ending, "moments": tuple(ending["moments"])})

    def close(self) -> None:
        self._program.communicate()


# When it happens --------------------------------------------------------------------------------------------------

CALLS = ("open", "fdopen", "sendfile", "chmod", "replace", "rename", "unlink", "rmdir", "mkdir")
REAL: dict[str, Any] = {name: getattr(os, name) for name in CALLS}
REAL |= {name: getattr(Path, name) for name in ("write_bytes", "write_text")}


class Watch:
    """Counts the moments of a command over all its processes, and lets its fate strike."""

    def __init__(self, trial: Trial) -> None:
        self._fate, self._stays = FATES[trial.fate]
        self._moment = trial.moment
        self._folder = Path(trial.folder)
        self._count = multiprocessing.Value("i", 0)
        self._log = os.open(self._folder / MOMENTS, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def moment(self, kind: str, path: str | Path) -> None:
        """Count a moment of *kind* for *path*, unless it is no file of the project."""
        path = Path(path).absolute()
        if not path.is_relative_to(self._folder) or self._is_passing(path.relative_to(self._folder)):
            return
        with self._count.get_lock():
            self._count.value += 1
            now = self._count.value
        os.write(self._log, f"{kind} {path.relative_to(self._folder)}\n".encode())
        if now == self._moment or (self._stays and 0 < self._moment < now):
            self._fate(kind, path)

    def _is_passing(self, path: Path) -> bool:
        """Whether *path* serves only this run, so that nothing depends on it: the next one sweeps it away."""
        return path.parts[:1] == (".cache",) and path.parts[1:2] != ("artifacts",)

    def refuse_in_place(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse to open a file of translators to overwrite it: between two moments, half of it would stand."""
        if event == "open" and isinstance(arguments[0], str | Path) and {*(arguments[1] or "")} & {*"wax+"}:
            path = Path(arguments[0]).absolute()
            if path.is_relative_to(self._folder / "locale") and path.name != POEDIT:
                raise RuntimeError(f"{path} is written in place")

    def install(self) -> None:
        """Take the place of the calls of the system that write."""
        sys.addaudithook(self.refuse_in_place)

        def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            if flags & os.O_CREAT:
                self.moment("create", path)
            return REAL["open"](path, flags, *rest, **more)

        def filed(descriptor: int, *rest: Any, **more: Any) -> Any:
            return Torn(REAL["fdopen"](descriptor, *rest, **more), lambda: self.moment("write", name_of(descriptor)))

        def synced(descriptor: int) -> None:
            self.moment("sync", name_of(descriptor))  # what the system has outlives the process: no need to wait

        def made(path: Any, *rest: Any, **more: Any) -> None:
            if not Path(path).exists():
                self.moment("folder", path)
            REAL["mkdir"](path, *rest, **more)

        def sent(out: int, source: int, offset: int, count: int) -> int:
            half = 0 if offset else min(count, os.fstat(source).st_size) // 2
            done: int = REAL["sendfile"](out, source, offset, half or count)
            if half:
                self.moment("write", name_of(out))
            return done

        def filled(name: str) -> Callable[..., Any]:
            def call(path: Path, data: Any, **more: Any) -> int:
                self.moment("create", path)
                REAL[name](path, data[: len(data) // 2], **more)
                self.moment("write", path)
                return REAL[name](path, data, **more)

            return call

        def simple(name: str, kind: str, place: int) -> Callable[..., Any]:
            def call(*arguments: Any, **more: Any) -> Any:
                folder = more.get("dir_fd")
                self.moment(kind, Path(name_of(folder) if folder is not None else "", arguments[place]))
                return REAL[name](*arguments, **more)

            return call

        os.open, os.fdopen, os.fsync = opened, filed, synced
        os.chmod = simple("chmod", "chmod", 0)
        os.replace = simple("replace", "replace", 1)
        os.rename = simple("rename", "replace", 1)
        os.unlink = simple("unlink", "remove", 0)
        os.rmdir = simple("rmdir", "remove", 0)
        os.mkdir = made
        os.sendfile = sent
        for name in ("write_bytes", "write_text"):
            setattr(Path, name, filled(name))


class Torn:
    """A file that is written in two halves, with a moment between them."""

    def __init__(self, file: Any, moment: Callable[[], None]) -> None:
        self._file = file
        self._moment = moment

    def write(self, data: bytes) -> int:
        middle = len(data) // 2
        self._file.write(data[:middle])
        self._file.flush()
        self._moment()
        return middle + self._file.write(data[middle:])

    def __enter__(self) -> Torn:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def name_of(descriptor: int) -> str:
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())


# The program that forks -------------------------------------------------------------------------------------------


def run(trial: Trial) -> Ending:
    """Run the command of *trial* in a process of its own, and wait until it and its helpers have let the lock go."""
    folder = Path(trial.folder)
    (folder / MOMENTS).unlink(missing_ok=True)
    watch = Watch(trial)
    child = os.fork()
    if child == 0:
        work(trial, watch)
    _, status = os.waitpid(child, 0)
    wait_for_lock(folder)
    said, moments = folder / SAID, folder / MOMENTS
    return Ending(
        code=os.waitstatus_to_exitcode(status),
        moments=tuple(moments.read_text(encoding="utf-8").splitlines()),
        said=said.read_text(encoding="utf-8"),
    )


def work(trial: Trial, watch: Watch) -> None:
    from builders.cli.menu import main

    code: Any = 70
    try:
        os.setsid()
        os.chdir(trial.folder)
        said = os.open(SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        if trial.fate == "powerless":
            drop_rights()
        watch.install()
        main(list(trial.arguments), prog_name="cop")
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def wait_for_lock(folder: Path) -> None:
    """Wait until nobody holds the project in *folder*; helpers of a command that was killed must not do so for ever."""
    lock = folder / ".cache" / "lock"
    if not lock.exists():
        return
    try:
        with FileLock(lock, timeout=10):
            return
    except Timeout as error:
        raise TimeoutError(f"a process of a command that has ended still holds {lock}") from error


def serve(warming: Path) -> None:
    """Run the trials that come in, a line each, and print how they end; *warming* is a project to begin with."""
    from builders.publishing import publish, reports  # noqa: F401 - once for all
    from builders.publishing.scheduling import WRITERS
    from builders.translating import importing, new_language, reviewing  # noqa: F401
    from builders.translating.update_command import make_templates

    settings = read_settings(warming)
    make_templates(settings)
    for module in (*WRITERS.values(), *builtin_extensions):
        import_module(module)
    sort_key("first", settings.languages[0])
    for line in sys.stdin:
        trial = Trial(**json.loads(line))
        disk = small_disk(Path(trial.folder, "locale"), trial.room) if trial.room else nullcontext()
        with disk:
            ending = run(trial)
        print(json.dumps(asdict(ending)), flush=True)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
