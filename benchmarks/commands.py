"""How long a command makes people wait after one edited sentence, in a copy of this project.

Every command has run once before. Then one sentence is edited, and the whole command is measured, from the start of
Python to its end; the preview, which stays, from the edit to the finished pages. The best of several runs counts.

Promised are seconds of CPU on the critical path, which another program on the machine changes least: what the process
itself takes, and of processes that it lets run side by side the part that one of two cores has. On a quiet machine
with two cores that is about what the clock says, too.

Machines differ: the same ``cop check`` took 1.45 s on one and 2.95 s on another. A fixed piece of work says how much
slower the machine at hand is than the one that the promises were made on, and they are as much longer on it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from builders.authoring.preview import rebuild
from builders.model.editions import Unit
from builders.problems import ExitCode
from builders.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]

PROMISED = {"check": 2.0, "update": 2.0, "impact": 2.0, "status": 2.0, "publish": 2.0, "preview": 1.5}
"""Seconds of CPU on the critical path, at most, after one edited sentence."""

PACE = 0.047
"""Seconds of CPU that the fixed work takes on the machine for which the promises were made."""

SIDE_BY_SIDE = {"update": 2, "impact": 2}
"""How many processes of a command run at once on two cores, where it is more than one."""

WATCH = """
import atexit, os, resource

def tell():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(os.environ["COST"], "w") as file:
        print(usage.ru_utime + usage.ru_stime, file=file)

atexit.register(tell)
"""
"""Python reads it when it starts, as sitecustomize.py: at its end it writes what the processes it started have cost."""

_SENTENCE = re.compile(r"^[A-Z][^\n|:]*[a-z]\.$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run of a command cost."""

    own: float
    """Seconds of CPU of the process itself."""
    children: float
    """The same of the processes it has started."""
    wall: float

    def critical(self, name: str) -> float:
        """Return the seconds of CPU on the critical path of the command called *name*."""
        return self.own + self.children / SIDE_BY_SIDE.get(name, 1)


# The machine ------------------------------------------------------------------------------------------------------


def slowness() -> float:
    """Return how many times as long as on the machine of the promises this one takes for a fixed piece of work."""
    return min(_work() for _ in range(9)) / PACE


def _work() -> float:
    """Return the seconds of CPU for counting the words of a text, twelve times."""
    text = " ".join(f"Word{number % 997} stands before word{number % 89}." for number in range(4000))
    found: dict[str, int] = {}
    started = time.process_time()
    for _ in range(12):
        for match in re.finditer(r"\w+", text):
            word = match[0].casefold()
            found[word] = found.get(word, 0) + len(word)
    return time.process_time() - started


# The measurement --------------------------------------------------------------------------------------------------


def copy_project(folder: Path) -> Settings:
    """Copy the text and its catalogs to *folder*, as a repository with one commit, and return its settings."""
    for name in ("source", "locale"):
        shutil.copytree(ROOT / name, folder / name)
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for command in (["init", "-q"], ["add", "source", "locale"], [*who, "commit", "-q", "-m", "the text"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return read_settings(folder)


def edit(settings: Settings, number: int) -> None:
    """Put sentence *number* behind the first sentence of a page of the default edition, in place of the one before."""
    edition = settings.default_edition
    pages = [path for path in settings.source.rglob("*.rst") if edition.carries(_name(path, settings))]
    page = max((path for path in pages if edition.folder in path.parts), key=lambda path: path.stat().st_size)
    text = re.sub(r" This is sentence \d+\.$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    match = _SENTENCE.search(text)
    assert match, f"{page} has no sentence on a line of its own"
    page.write_text(f"{text[: match.end()]} This is sentence {number}.{text[match.end() :]}", encoding="utf-8")


def _name(path: Path, settings: Settings) -> str:
    return path.relative_to(settings.source).with_suffix("").as_posix()


def arguments(settings: Settings) -> Mapping[str, Sequence[str]]:
    """Return the commands that are measured, by name; the preview is none, because it stays."""
    language = next(language for language in settings.languages if not language.is_source)
    return {
        "check": ["check"],
        "update": ["update"],
        "impact": ["impact", "HEAD"],
        "status": ["status"],
        "publish": ["publish", "-l", language.tag, "-e", settings.default_edition.id, "-f", "html"],
    }


def run(settings: Settings, command: Sequence[str]) -> Cost:
    """Return what *command* costs in the project of *settings*; stop when it cannot do its work."""
    watch, cost = settings.project / "watch", settings.project / "watch" / "cost.txt"
    watch.mkdir(exist_ok=True)
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{watch}{os.pathsep}{ROOT}", "COST": str(cost)}
    with (watch / "said.txt").open("w+", encoding="utf-8") as said:
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "builders.cli", *command],
            cwd=settings.project,
            env=environment,
            stdout=said,
            stderr=said,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode not in (ExitCode.DONE, ExitCode.FINDINGS):
            sys.exit(f"{' '.join(command)}\n{said.read()}")
    children = float(cost.read_text(encoding="utf-8"))
    return Cost(own=usage.ru_utime + usage.ru_stime - children, children=children, wall=wall)


def run_preview(settings: Settings, site: Path) -> Cost:
    """Return what it costs to show the default edition in *site* anew, in a process that has shown it before."""
    unit = Unit(language=settings.languages[0], edition=settings.default_edition)
    started, before = time.monotonic(), _spent()
    with contextlib.redirect_stdout(io.StringIO()):
        assert rebuild(settings, unit, site)
    own, children = (after - former for after, former in zip(_spent(), before, strict=True))
    return Cost(own=own, children=children, wall=time.monotonic() - started)


def _spent() -> tuple[float, ...]:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return tuple(usage.ru_utime + usage.ru_stime for usage in usages)


def measure(settings: Settings, runs: int) -> dict[str, tuple[Cost, Cost]]:
    """Return what each command costs the first time, and at best after one edited sentence, by name."""
    site = settings.project / "site"
    site.mkdir()
    commands: dict[str, Callable[[], Cost]] = {
        name: lambda command=command: run(settings, command) for name, command in arguments(settings).items()
    }
    commands["preview"] = lambda: run_preview(settings, site)
    costs, numbers = {}, count(1)  # no edit comes twice: what was published once is kept, too
    for name, command in commands.items():
        shutil.rmtree(settings.project / ".cache", ignore_errors=True)
        first, again = command(), []
        for _ in range(runs):
            edit(settings, next(numbers))
            again.append(command())
        costs[name] = first, min(again, key=lambda cost, name=name: cost.critical(name))
    return costs


# The answer -------------------------------------------------------------------------------------------------------


def broken_promises(costs: Mapping[str, Cost], slower: float = 1) -> Iterator[str]:
    """Yield what is promised and *costs* on a machine that is so many times *slower* do not show."""
    for name, cost in costs.items():
        if cost.critical(name) > (promised := PROMISED[name] * slower):
            yield f"{name} takes {cost.critical(name):.2f} s of CPU, not at most {promised:.2f} s"


def table(costs: Mapping[str, tuple[Cost, Cost]], slower: float = 1) -> Iterator[str]:
    """Yield the lines of the table, with what is promised on a machine that is so many times *slower*."""
    yield f"{'':10}{'nothing kept':>22}{'one edited sentence':>32}{'promised':>10}"
    yield f"{'':10}{'CPU':>12}{'clock':>10}{'CPU':>12}{'critical':>10}{'clock':>10}{'':>10}"
    for name, (first, again) in costs.items():
        numbers = (first.own + first.children, first.wall, again.own + again.children, again.critical(name), again.wall)
        widths = (12, 10, 12, 10, 10)
        cells = (f"{number:{width}.2f}" for number, width in zip(numbers, widths, strict=True))
        yield f"{name:10}{''.join(cells)}{PROMISED[name] * slower:10.2f}"


def main() -> None:
    """Print the table; end with 1 when a command takes longer than is promised."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="how often each command is measured; the best counts")
    chosen = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who works with the project has its modules compiled
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}", end="; ")
    slower = slowness()
    print(f"load before {os.getloadavg()[0]:.1f}; {slower:.2f} times the seconds of the machine of the promises")
    with tempfile.TemporaryDirectory() as folder:
        costs = measure(copy_project(Path(folder).resolve()), chosen.runs)
    print(*table(costs, slower), f"load after {os.getloadavg()[0]:.1f}", sep="\n")
    broken = list(broken_promises({name: again for name, (_, again) in costs.items()}, slower))
    print(*broken, sep="\n")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
