"""Builds one unit: read once, written in every format, in a fresh folder and a process of its own."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util.build_phase import BuildPhase
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.parallel import SerialTasks

from builders.catalogs.translations import Translations
from builders.editions.outline import make_outline
from builders.editions.parsing import use_parsed
from builders.editions.records import Record, records
from builders.editions.source_reading import findings_in
from builders.editions.unit_context import UnitContext
from builders.editions.views import coverage, messages
from builders.markup.raw_doctrees import RawDoctrees
from builders.model.addresses import artifact_name
from builders.model.editions import Format, Targets, Unit
from builders.model.findings import Finding
from builders.model.outline import Outline
from builders.model.progress import CountedMessage, Coverage
from builders.problems import trouble_said
from builders.publishing.planning import plan
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitJob:
    """What a unit's process is given."""

    unit: Unit
    formats: tuple[Format, ...]
    settings: Settings
    translations: Translations
    doctrees: RawDoctrees
    folder: Path
    """An empty folder for the unit alone."""
    targets: Targets | None = None
    """What the pages may lead to; without it, everything that a whole version holds."""
    has_anchors: bool = False
    """Whether translators can be led to every message; readers' editions have no such marks."""
    shows_faults: bool = False
    """Whether a message whose translation is refused says why, at its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitResult:
    """What came of a unit: finished files, or findings that keep it out."""

    unit: Unit
    paths: dict[Format, Path]
    """A folder for HTML, a file for the other formats."""
    coverage: Coverage
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Record, ...] = ()
    messages: tuple[CountedMessage, ...] = ()
    outline: Outline = field(default_factory=Outline)


def build_unit(job: UnitJob) -> UnitResult:
    """Build the unit of *job* below its folder, and say what came of it."""
    gc.disable()  # A unit ends with its process; collecting garbage only costs time.
    nocolor()
    use_parsed(job.doctrees)
    warnings = StringIO()
    with patch_docutils(job.settings.source), docutils_namespace(), blamed_on_machine(warnings):
        app = _application(job, warnings)
        app.builder.read()
        app.env.check_consistency()
        outline = make_outline(app.env)
        for number, format_ in enumerate(job.formats):
            builder = app.builder if number == 0 else _next_builder(app, format_, job.folder)
            _write(app, builder)
    return UnitResult(
        unit=job.unit,
        paths={format_: _finished(job, format_) for format_ in job.formats},
        coverage=coverage(app.env),
        findings=tuple(dict.fromkeys(findings_in(warnings.getvalue(), job.settings.project))),
        recommendations=records(app.env),
        messages=messages(app.env),
        outline=outline,
    )


@contextmanager
def blamed_on_machine(warnings: StringIO) -> Iterator[None]:
    """Let what fails be trouble of the machine where *warnings* say that Sphinx went on without a file."""
    try:
        yield
    except Exception as error:
        if trouble := trouble_said(warnings.getvalue()):
            raise trouble from error
        raise


def _application(job: UnitJob, warnings: StringIO) -> Sphinx:
    return Sphinx(
        srcdir=job.settings.source,
        confdir=job.settings.source,
        outdir=job.folder / job.formats[0].value,
        doctreedir=job.folder / "doctrees",
        buildername=job.formats[0].value,
        confoverrides={
            "edition": job.unit.edition.id,
            "cop": UnitContext(
                settings=job.settings,
                unit=job.unit,
                translations=job.translations,
                targets=frozenset(plan(job.settings).wanted()) if job.targets is None else job.targets,
                has_anchors=job.has_anchors,
                shows_faults=job.shows_faults,
            ),
        },
        status=None,
        warning=warnings,
        freshenv=True,
    )


def _next_builder(app: Sphinx, format_: Format, folder: Path) -> Builder:
    """Return a builder for *format_* that writes from what *app* has read already."""
    app.outdir = folder / format_.value
    app.outdir.mkdir()
    app.preload_builder(format_.value)
    builder = app.create_builder(format_.value)
    app.env._builder_cls = builder.__class__
    app.builder = builder
    app._init_builder()
    return builder


def _write(app: Sphinx, builder: Builder) -> None:
    builder.phase = BuildPhase.RESOLVING
    builder.parallel_ok = False
    builder.finish_tasks = SerialTasks()
    builder.write(None, sorted(app.env.found_docs), "all")
    builder.finish()
    builder.finish_tasks.join()
    app.events.emit("build-finished", None)
    builder.cleanup()


def _finished(job: UnitJob, format_: Format) -> Path:
    folder = job.folder / format_.value
    return folder if format_.is_folder else folder / artifact_name(job.unit, format_, job.settings.version)
