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
from builders.markup.source_files import UNREADABLE, faulty_bytes
from builders.model.findings import Finding
from builders.problems import Problem
from builders.publishing.logs import findings_in
from builders.settings import Settings


def parse_source(settings: Settings) -> RawDoctrees:
    """Return the raw doctree of every source document.

    Raises a Problem with every fault of the markup, each with file and line.
    """
    doctrees, faults = parse_sound(settings)
    if faults:
        raise _faulty(faults)
    return doctrees


def parse_sound(settings: Settings) -> tuple[RawDoctrees, list[Finding]]:
    """Return the raw doctrees of the documents without a fault, and every fault of the others, by file and line."""
    found = {
        path.relative_to(settings.source): [*faulty_bytes(path, path.relative_to(settings.project).as_posix())]
        for path in sorted(settings.source.rglob("*.rst"))
    }
    unreadable = [path.as_posix() for path, faults in found.items() if any(each.check in UNREADABLE for each in faults)]
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
            confoverrides={"edition": "", "cop_settings": settings},
            status=None,
            warning=warnings,
            freshenv=True,
        )
        app.config.exclude_patterns = [*app.config.exclude_patterns, *unreadable]
        app.builder.read()
        # The tables for sorting are loaded here once, before processes are made that need them.
        prepare()
    # A contents list that names an unreadable page is right; Sphinx says that the page is excluded.
    marked = (each for each in findings_in(warnings.getvalue(), settings.project) if each.check != "toc.excluded")
    in_bytes = (each for faults in found.values() for each in faults)
    faults = sorted({*in_bytes, *marked}, key=lambda each: (each.location, each.message))
    faulty = {each.location.path for each in faults}
    return {name: tree for name, tree in parsed().items() if f"source/{name}.rst" not in faulty}, faults


def _faulty(findings: list[Finding]) -> Problem:
    return Problem(
        code="source-faulty",
        what=f"{len(findings)} fault{'s' if len(findings) > 1 else ''} in the source text",
        findings=findings,
        next_step="mend the lines named above; docs/authors/blocks.rst says what every block takes",
    )
