"""Units run in processes of their own; what happens there reaches the parent."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from builders.catalogs.translations import Translations
from builders.editions.source_reading import findings_in
from builders.model.editions import Format, Unit
from builders.model.findings import Finding, Location
from builders.model.progress import Coverage
from builders.problems import Problem
from builders.publishing import cores
from builders.publishing.building import UnitJob, UnitResult, blamed_on_machine
from builders.publishing.scheduling import prepare, run_units
from builders.writers.markup_html import templates
from tests.publishing.scenes import only_on_linux

FULL = "the disk is full; nothing more can be written to {folder}: No space left on device [machine]"


@pytest.fixture(
    autouse=True, params=[pytest.param("fork", marks=only_on_linux), pytest.param("spawn", marks=pytest.mark.slow)]
)
def _start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes start as on Linux, and as on Windows and macOS."""
    monkeypatch.setattr(cores, "START", request.param)


@pytest.fixture(autouse=True)
def _traces(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def job(made, tmp_path: Path, edition: str = "cubs") -> UnitJob:
    settings = made.settings
    language = settings.language("en")
    return UnitJob(
        unit=Unit(language=language, edition=settings.edition(edition)),
        formats=(Format.HTML,),
        settings=settings,
        translations=Translations(language=language, texts={}),
        doctrees={},
        folder=tmp_path,
    )


def report_process(job: UnitJob) -> UnitResult:
    return UnitResult(
        unit=job.unit, paths={Format.HTML: Path(str(os.getpid()))}, coverage=Coverage(translated=1, total=1)
    )


def fail(job: UnitJob) -> UnitResult:
    raise ValueError("a fault of ours")


def die(job: UnitJob) -> UnitResult:
    os._exit(9)


def miss(job: UnitJob) -> UnitResult:
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "a page of ours")


def drop_dead(job: UnitJob) -> UnitResult:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def fill_up(job: UnitJob) -> UnitResult:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "pages/a.html")


def fill_up_inside_sphinx(job: UnitJob) -> UnitResult:
    try:
        return fill_up(job)
    except OSError as error:
        raise ExtensionError("a handler threw an exception", error, "cop") from error


def fill_up_while_copying(job: UnitJob) -> UnitResult:
    why = "[Errno 28] No space left on device: 'b'"
    raise shutil.Error([(f"a{number}", f"b{number}", why) for number in range(500)])


def warn(job: UnitJob) -> UnitResult:
    lines = [
        "Failed to copy a file in the theme's 'static' directory: a.css: OSError(28, 'No space left on device')",
        "error writing file a.html: [Errno 28] No space left on device",
    ]
    findings = tuple(Finding(check="sphinx", location=Location("source"), message=line) for line in lines)
    return replace(report_process(job), findings=findings)


def eat_up(job: UnitJob) -> UnitResult:
    raise MemoryError


def for_children(build: Callable[[UnitJob], UnitResult], job: UnitJob) -> UnitResult:
    return (build if job.unit.edition.id == "cubs" else report_process)(job)


def wait_unless_for_children(job: UnitJob) -> UnitResult:
    if job.unit.edition.id != "cubs":
        time.sleep(60)
    return report_process(job)


def refuse(job: UnitJob) -> UnitResult:
    raise Problem(
        code="no-handler", what="cannot write this", where=[Location("source/a.rst", 3)], next_step="remove it"
    )


def test_every_unit_has_a_process_of_its_own(project, tmp_path: Path) -> None:
    jobs = [job(project("Text."), tmp_path)] * 4

    processes = {result.paths[Format.HTML].name for result in run_units(jobs, processes=2, build=report_process)}

    assert len(processes) == 4
    assert str(os.getpid()) not in processes


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (fail, "the program failed: ValueError: a fault of ours"),
        (miss, "the program failed: FileNotFoundError"),
        (die, "its process ended with code 9"),
        (drop_dead, "its process was ended by signal 9 (Killed"),
        (fill_up, FULL),
        (fill_up_inside_sphinx, FULL),
        (fill_up_while_copying, FULL),
        (warn, FULL),
        (eat_up, "the machine refuses to read or write: Cannot allocate memory [machine]"),
    ],
)
def test_a_unit_that_fails_says_so_and_the_others_go_on(project, tmp_path: Path, build, words: str) -> None:
    made = project("Text.")
    jobs = [job(made, tmp_path, edition) for edition in ("cubs", "inventors")]

    results = run_units(jobs, processes=1, build=partial(for_children, build))

    found = {result.unit.edition.id: [str(finding) for finding in result.findings] for result in results}
    assert found["inventors"] == []
    (told,) = found["cubs"]
    assert told.startswith(f"en/cubs: error: {words.format(folder=tmp_path)}")


def test_what_fails_for_want_of_a_page_that_the_machine_refused_is_trouble_of_the_machine() -> None:
    warned = StringIO("WARNING: error writing file a.html: [Errno 28] No space left on device\n")

    with pytest.raises(OSError, match="No space left"), blamed_on_machine(warned):
        raise ValueError("the page is empty")
    with pytest.raises(ValueError, match="the page is empty"), blamed_on_machine(StringIO("WARNING: a title\n")):
        raise ValueError("the page is empty")


def test_a_fault_of_the_program_is_written_down_for_a_report(project, tmp_path: Path) -> None:
    (result,) = run_units([job(project("Text."), tmp_path)], processes=1, build=fail)

    trace = Path(result.findings[0].hint.rpartition(" ")[2])
    assert 'raise ValueError("a fault of ours")' in trace.read_text(encoding="utf-8")


def test_no_unit_outlives_the_run(project, tmp_path: Path) -> None:
    made = project("Text.")
    jobs = [job(made, tmp_path, edition) for edition in ("cubs", "inventors")]
    results = run_units(jobs, processes=2, build=wait_unless_for_children)
    assert next(results).unit.edition.id == "cubs"

    results.close()

    assert multiprocessing.active_children() == []


def test_a_problem_of_a_writer_becomes_a_finding_of_its_unit(project, tmp_path: Path) -> None:
    (result,) = run_units([job(project("Text."), tmp_path)], processes=1, build=refuse)

    (finding,) = result.findings
    assert str(finding.location) == "source/a.rst:3"
    assert finding.hint == "remove it"


def test_warnings_of_sphinx_become_findings_with_their_places() -> None:
    stream = (
        "/p/source/a.rst:7: WARNING: undefined label: 'x' [ref.ref]\n"
        "/p/locale/fr/LC_MESSAGES/a.po:9: ERROR: the translation has lost\nits link [cop.translation]\n"
        "WARNING: something without a place\n"
    )

    found = [(str(each.location), each.message, each.check) for each in findings_in(stream, Path("/p"))]

    assert found == [
        ("source/a.rst:7", "undefined label: 'x'", "ref.ref"),
        ("locale/fr/LC_MESSAGES/a.po:9", "the translation has lost\nits link", "translation"),
        ("source", "something without a place", "sphinx"),
    ]


@pytest.mark.parametrize(("format_", "own"), [(Format.HTML, "layout.html"), (Format.EPUB, "static/book.css.jinja")])
def test_the_theme_of_a_format_is_compiled_once_for_all_units_that_want_it(
    project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: Format, own: str
) -> None:
    monkeypatch.setattr(templates, "_codes", {})
    made = job(project(""), tmp_path)

    prepare([replace(made, formats=(Format.DOCX,))])
    assert templates._codes == {}

    prepare([replace(made, formats=(format_,))])
    assert {"layout.html", "static/book.css.jinja"} & {name for name, _ in templates._codes} == {own}
