"""Units run in processes of their own; what happens there reaches the parent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builders.catalogs.shelf import Shelf
from builders.model.coverage import Coverage
from builders.model.editions import Format
from builders.model.findings import Location
from builders.model.units import Unit
from builders.problems import Problem
from builders.publishing.building import UnitJob, UnitResult
from builders.publishing.logs import findings_in
from builders.publishing.scheduling import UnitCrashed, run_units


def job(made, tmp_path: Path, edition: str = "children") -> UnitJob:
    settings = made.settings
    language = settings.language("en")
    return UnitJob(
        unit=Unit(language=language, edition=settings.edition(edition)),
        formats=(Format.HTML,),
        settings=settings,
        shelf=Shelf(language=language, texts={}),
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


def refuse(job: UnitJob) -> UnitResult:
    raise Problem(
        code="no-handler", what="cannot write this", where=[Location("source/a.rst", 3)], next_step="remove it"
    )


def test_every_unit_has_a_process_of_its_own(project, tmp_path: Path) -> None:
    jobs = [job(project("Text."), tmp_path)] * 4

    processes = {result.paths[Format.HTML].name for result in run_units(jobs, processes=2, build=report_process)}

    assert len(processes) == 4
    assert str(os.getpid()) not in processes


@pytest.mark.parametrize(("build", "words"), [(fail, "ValueError: a fault of ours"), (die, "ended with code 9")])
def test_a_crash_is_told_with_the_name_of_its_unit(project, tmp_path: Path, build, words: str) -> None:
    with pytest.raises(UnitCrashed, match="en/children") as crash:
        list(run_units([job(project("Text."), tmp_path)], processes=1, build=build))

    assert words in str(crash.value)


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
