"""Reads the changes of an adaptation with the directives of the source, and hands them down."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path

from builders.adaptations.overlays import Overlay, overlay_of
from builders.editions.parse_cache import ParsedPage, kept_pages
from builders.editions.source_reading import findings_in, only_warnings
from builders.markup.faults import faulty_bytes
from builders.markup.raw_doctrees import RawDoctrees
from builders.model.adaptations import FOLDER
from builders.model.findings import Finding
from builders.settings import Settings
from builders.settings.adaptation_files import CHANGES, change_files


def read_overlay(settings: Settings) -> tuple[Overlay, list[Finding]]:
    """Return the changes of the adaptation with *settings*, and what is wrong with their form, by file and line.

    A change whose form is wrong is among the findings and not among the changes.
    """
    layer = settings.layers[-1]
    files = [settings.project / name for name in change_files(settings.project, layer.id)]
    faults = [each for path in files for each in faulty_bytes(path, path.relative_to(settings.project).as_posix())]
    if faults or not files:
        return Overlay(layer=layer), faults
    doctrees, found = _read(settings, {path.stem: path.read_bytes() for path in files})
    faults += found
    overlay = overlay_of(layer, doctrees, faults)
    return overlay, sorted(set(faults), key=lambda each: (each.location, each.message))


def _read(settings: Settings, texts: Mapping[str, bytes]) -> tuple[RawDoctrees, list[Finding]]:
    """Return the raw doctrees of the pages with *texts*, parsed once for as long as none of them changes."""
    folder = settings.project / FOLDER / settings.adaptation / CHANGES
    kept = kept_pages(settings, texts)
    known = {name: page for name, text in texts.items() if (page := kept.find(_kept_as(settings, name), text))}
    if known.keys() == texts.keys():
        return {name: page.tree for name, page in known.items()}, []
    doctrees, found = _parse(settings, folder, list(texts))
    if not found:
        for name, tree in doctrees.items():
            kept.keep(_kept_as(settings, name), texts[name], ParsedPage(tree=tree))
    return doctrees, found


def _kept_as(settings: Settings, name: str) -> str:
    return f"{FOLDER}/{settings.adaptation}/{CHANGES}/{name}"


def _parse(settings: Settings, folder: Path, names: list[str]) -> tuple[RawDoctrees, list[Finding]]:
    """Return the raw doctrees of the pages called *names* in *folder*, and what is at fault in them."""
    from sphinx.application import Sphinx
    from sphinx.util.console import nocolor
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from builders.editions.parsing import parsed, use_parsed
    from builders.editions.unit_context import UnitContext

    nocolor()
    kept, warnings = parsed(), StringIO()
    use_parsed({})
    # Sphinx wants a page that everything begins with.
    root = replace(settings.editions[0], root=names[0], documents=("*",))
    read = replace(settings, editions=(root, *settings.editions[1:]))
    try:
        with (
            tempfile.TemporaryDirectory() as work,
            patch_docutils(settings.source),
            docutils_namespace(),
            only_warnings(),
        ):
            app = Sphinx(
                srcdir=folder,
                confdir=settings.source,
                outdir=Path(work) / "out",
                doctreedir=Path(work) / "doctrees",
                buildername="dummy",
                confoverrides={"cop": UnitContext(settings=read, is_overlay=True)},
                status=None,
                warning=warnings,
                freshenv=True,
            )
            app.builder.read()
            return parsed(), list(_named(findings_in(warnings.getvalue(), settings.project)))
    finally:
        use_parsed(kept)


def _named(findings: Iterator[Finding]) -> Iterator[Finding]:
    for finding in findings:
        for begins, message, hint in _PLAIN:
            if finding.message.startswith(begins):
                finding = replace(finding, message=message or finding.message, hint=hint)
        yield replace(finding, hint=finding.hint or "docs/adapters says what a change holds")


_PLAIN = (
    (
        'Error in "adapt" directive:\ninvalid option block',
        "a line among the options is no option",
        "leave an empty line between the options and the text",
    ),
    (
        "Explicit markup ends without a blank line",
        "",
        "indent the lines of a change by three spaces, and leave an empty line behind it",
    ),
    ("the directive “", "", "a change begins with “.. adapt:: <identifier>”; inside it, docs/authors/blocks.rst"),
    ("Inline ", "", "close the marks that you have opened, or write a backslash before a star that is meant"),
)
"""What docutils says of mistakes in changes: how it begins, what we say in its place, and what to do."""
