"""Runs units side by side, each in a process of its own that ends with it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from multiprocessing.connection import Connection, wait
from types import MappingProxyType
from typing import Any, cast

from sphinx.application import builtin_extensions

from builders.editions.collation import sort_key
from builders.model.coverage import Coverage
from builders.model.editions import Format
from builders.model.findings import Finding, Location
from builders.problems import Problem
from builders.publishing.building import UnitJob, UnitResult, build_unit

WRITERS: Mapping[Format, str] = MappingProxyType(
    {
        Format.HTML: "builders.writers.html",
        Format.EPUB: "builders.writers.epub",
        Format.DOCX: "builders.writers.docx.handlers",
    }
)
"""The largest part of what writes each format."""


class UnitCrashed(Exception):  # noqa: N818 - it says what happened
    """A unit's process ended with an error of our own; the text is its traceback."""


def run_units(
    jobs: Iterable[UnitJob],
    *,
    processes: int,
    build: Callable[[UnitJob], UnitResult] = build_unit,
) -> Iterator[UnitResult]:
    """Yield the results of *jobs* as they come, with at most *processes* running at once.

    Raises UnitCrashed when a process fails in a way that no author can mend.
    """
    # A forked child shares what the parent has imported and parsed; where fork is not safe, it starts afresh.
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    waiting = list(jobs)[::-1]
    prepare(waiting)
    running: dict[Connection, tuple[Any, UnitJob]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < processes:
                job = waiting.pop()
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(job, sender, build))
                process.start()
                sender.close()
                running[receiver] = (process, job)
            for ready in wait(list(running)):
                receiver = cast("Connection", ready)
                process, job = running.pop(receiver)
                yield _receive(receiver, process, job)
    finally:
        for process, _ in running.values():
            process.terminate()
            process.join()


def prepare(jobs: Iterable[UnitJob]) -> None:
    """Load, once and here, what the process of every one of *jobs* would load for itself."""
    for job in jobs:
        sort_key("中", job.unit.language)
        for format_ in job.formats:
            import_module(WRITERS[format_])
    for extension in builtin_extensions:
        import_module(extension)


def _receive(receiver: Connection, process: Any, job: UnitJob) -> UnitResult:
    try:
        outcome = receiver.recv()
    except EOFError:
        process.join()
        outcome = f"the process of {job.unit.name} ended with code {process.exitcode} and said nothing"
    receiver.close()
    process.join()
    if isinstance(outcome, UnitResult):
        return outcome
    raise UnitCrashed(f"{job.unit.name}:\n{outcome}")


def _work(job: UnitJob, sender: Connection, build: Callable[[UnitJob], UnitResult]) -> None:
    try:
        outcome: UnitResult | str = build(job)
    except Problem as problem:
        place = problem.where[0] if problem.where else Location("source")
        finding = Finding(check=problem.code, location=place, message=problem.what, hint=problem.next_step)
        nothing = Coverage(translated=0, total=0)
        outcome = UnitResult(unit=job.unit, paths={}, coverage=nothing, findings=(finding,))
    except BaseException:
        outcome = traceback.format_exc()
    sender.send(outcome)
    sender.close()
    sys.stdout.flush()
    sys.stderr.flush()
    # The process ends here: interpreter shutdown and a second garbage collection would only cost time.
    os._exit(0)
