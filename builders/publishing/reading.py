"""Reads the whole source once, all audiences, for every unit."""

from __future__ import annotations

import tempfile
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from builders.editions.collation import prepare
from builders.editions.parsing import RawDoctrees, parsed, use_parsed
from builders.editions.unit_context import UnitContext
from builders.markup.source_files import faulty_bytes
from builders.model.findings import Finding
from builders.problems import Problem
from builders.publishing.logs import findings_in
from builders.settings import Settings


def parse_source(settings: Settings) -> RawDoctrees:
    """Return the raw doctree of every source document.

    Raises a Problem with every fault of the markup, each with file and line.
    """
    paths = sorted(settings.source.rglob("*.rst"))
    unreadable = [
        finding for path in paths for finding in faulty_bytes(path, path.relative_to(settings.project).as_posix())
    ]
    if unreadable:
        raise _faulty(unreadable)
    nocolor()
    use_parsed({})
    warnings = StringIO()
    with tempfile.TemporaryDirectory() as folder, patch_docutils(settings.source), docutils_namespace():
        app = Sphinx(
            srcdir=settings.source,
            confdir=settings.source,
            outdir=Path(folder) / "out",
            doctreedir=Path(folder) / "doctrees",
            buildername="dummy",
            confoverrides={"cop": UnitContext(settings=settings)},
            status=None,
            warning=warnings,
            freshenv=True,
        )
        app.builder.read()
        # The tables for sorting are loaded here once, before processes are made that need them.
        prepare()
    findings = list(findings_in(warnings.getvalue(), settings.project))
    if findings:
        raise _faulty(findings)
    return parsed()


def _faulty(findings: list[Finding]) -> Problem:
    return Problem(
        code="source-faulty",
        what=f"{len(findings)} fault{'s' if len(findings) > 1 else ''} in the source text",
        findings=findings,
        next_step="mend the lines named above; docs/authors/blocks.rst says what every block takes",
    )
