"""Runs units side by side, each in a process of its own that ends with it."""

import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from importlib import import_module
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from sphinx.application import builtin_extensions

from builders.catalogs.translations import open_translations
from builders.editions.collation import sort_key
from builders.editions.source_reading import parse_source
from builders.model.editions import Format, Targets, Unit
from builders.model.findings import Finding, Location
from builders.model.progress import Coverage
from builders.problems import Problem, keep_trace, machine_trouble, refusal, remedy, trouble_said
from builders.publishing import cores
from builders.publishing.building import UnitJob, UnitResult, build_unit
from builders.settings import Settings
from builders.writers import epub, html
from builders.writers.epub import builder as epub_builder
from builders.writers.markup_html.templates import compile_all

WRITERS: Mapping[Format, str] = {
    Format.HTML: "builders.writers.html",
    Format.EPUB: "builders.writers.epub",
    Format.DOCX: "builders.writers.docx.handlers",
}
"""The largest part of what writes each format."""
TEMPLATES: Mapping[Format, Sequence[Environment]] = {Format.EPUB: (epub_builder.TEMPLATES,)}
THEMES: Mapping[Format, Sequence[Path]] = {Format.HTML: (html.THEME_FOLDER,), Format.EPUB: (epub.THEME_FOLDER,)}


class Refused(Enum):
    """What becomes of a message whose translation the gate refuses."""

    STOPS = "stops"
    """Nothing is built before it is mended."""
    IS_ENGLISH = "is English"
    """Readers see it in English, marked as such."""
    IS_EXPLAINED = "is explained"
    """It stands in English, and says why at its place."""


def build_units(
    wanted: Mapping[Unit, tuple[Format, ...]],
    settings: Settings,
    work: Path,
    *,
    processes: int,
    targets: Callable[[Unit], Targets | None] = lambda unit: None,
    has_anchors: bool = False,
    refused: Refused = Refused.STOPS,
) -> Iterator[UnitResult]:
    """Read the source and the catalogs once, and yield the results of the *wanted* units, built below *work*.

    What becomes of translations that the gate has *refused* is said by whoever calls; by default they are a Problem.
    """
    languages = dict.fromkeys(unit.language for unit in wanted)
    passes_over = refused is not Refused.STOPS
    translations = {
        language.tag: open_translations(settings, language, passes_over=passes_over) for language in languages
    }
    doctrees = parse_source(settings)
    jobs = []
    for unit, formats in wanted.items():
        (work / unit.name).mkdir(parents=True)
        job = UnitJob(
            unit=unit,
            formats=formats,
            settings=settings,
            translations=translations[unit.language.tag],
            doctrees=doctrees,
            folder=work / unit.name,
            targets=targets(unit),
            has_anchors=has_anchors,
            shows_faults=refused is Refused.IS_EXPLAINED,
        )
        jobs.append(job)
    yield from run_units(jobs, processes=processes)


def run_units(
    jobs: Iterable[UnitJob], *, processes: int, build: Callable[[UnitJob], UnitResult] = build_unit
) -> Iterator[UnitResult]:
    """Yield results of *jobs* as they come, *processes* at once; one that fails or dies has a finding that says so."""
    context: Any = multiprocessing.get_context(cores.START)
    waiting = list(jobs)[::-1]
    if cores.START == "fork":
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


def prepare(jobs: Collection[UnitJob]) -> None:
    """Load, once and here, what the process of every one of *jobs* would load for itself."""
    for language in {job.unit.language for job in jobs}:
        sort_key("中", language)
    for format_ in {format_ for job in jobs for format_ in job.formats}:
        import_module(WRITERS[format_])
        compile_all(*TEMPLATES.get(format_, ()), themes=THEMES.get(format_, ()))
    for extension in builtin_extensions:
        import_module(extension)


def _receive(receiver: Connection, process: Any, job: UnitJob) -> UnitResult:
    try:
        result: UnitResult = receiver.recv()
    except (EOFError, OSError):  # nothing was sent, or half of it
        process.join()
        result = _kept_out(job, _death(process.exitcode, job))
    receiver.close()
    process.join()
    return result


def _work(job: UnitJob, sender: Connection, build: Callable[[UnitJob], UnitResult]) -> None:
    logging.disable(logging.INFO)  # Sphinx words each of its thousand lines before it drops them.
    try:
        result = _without_refusals(build(job))
    except Problem as problem:
        place = problem.where[0] if problem.where else Location("source")
        finding = Finding(check=problem.code, location=place, message=problem.what, hint=problem.next_step)
        result = _kept_out(job, finding)
    except KeyboardInterrupt:
        os._exit(128 + signal.SIGINT)
    except BaseException as error:
        result = _kept_out(job, _failure(error, job))
    sender.send(result)
    sender.close()
    sys.stdout.flush()
    sys.stderr.flush()
    # The process ends here: interpreter shutdown and a second garbage collection would only cost time.
    os._exit(0)


def _kept_out(job: UnitJob, finding: Finding) -> UnitResult:
    return UnitResult(unit=job.unit, paths={}, coverage=Coverage(translated=0, total=0), findings=(finding,))


def _without_refusals(result: UnitResult) -> UnitResult:
    """Return *result*; raise what Sphinx warns of because the machine refuses it."""
    if trouble := trouble_said("\n".join(each.message for each in result.findings)):
        raise trouble
    return result


def _failure(error: BaseException, job: UnitJob) -> Finding:
    """Return what people are told of an *error* that no author can mend."""
    place = Location(job.unit.name)
    if trouble := machine_trouble(error):
        cache = job.settings.project / ".cache"
        folder = cache if job.folder.is_relative_to(cache) else job.folder
        return Finding(check="machine", location=place, message=refusal(trouble, folder), hint=remedy(trouble))
    return Finding(
        check="unit-failed",
        location=place,
        message=f"the program failed: {type(error).__name__}: {error}",
        hint=f"this is a fault of the program, not of your text: please report it, with the file {keep_trace(error)}",
    )


def _death(code: int, job: UnitJob) -> Finding:
    """Return what people are told of a process that ended with *code* before it had said anything."""
    how = f"was ended by signal {-code} ({signal.strsignal(-code)})" if code < 0 else f"ended with code {code}"
    return Finding(
        check="unit-failed",
        location=Location(job.unit.name),
        message=f"its process {how} and said nothing",
        hint="a machine that is out of memory ends processes: build fewer units at once, with --jobs 1",
    )
