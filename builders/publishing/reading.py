"""Reads the whole source, all audiences, for every unit; a page is parsed once for as long as nothing of it changes."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from builders.markup.source_files import faulty_bytes
from builders.model.findings import Finding
from builders.problems import Problem
from builders.publishing.logs import findings_in
from builders.publishing.trees import KeptPages, ParsedPage, digests, kept_pages
from builders.settings import Settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from builders.editions.parsing import RawDoctrees


def parse_source(settings: Settings) -> RawDoctrees:
    """Return the raw doctree of every source document.

    Raises a Problem with every fault of the markup, each with file and line.
    """
    texts = _texts(settings)
    kept = kept_pages(settings, texts)
    known = {name: page for name, text in texts.items() if (page := kept.find(name, text))}
    parsed, findings = _parse(settings, texts.keys() - known.keys())
    if known and _share_identifiers([*known.values(), *parsed.values()]):
        # Which page is at fault is a matter of their order: it shows only when all of them are parsed.
        known, (parsed, findings) = {}, _parse(settings, texts.keys())
    if parsed and kept == kept_pages(settings, texts):
        _keep(kept, parsed, texts, findings, settings)
    if findings:
        raise _faulty(findings)
    return {name: page.tree for name, page in sorted({**known, **parsed}.items()) if page.tree}


def _texts(settings: Settings) -> dict[str, bytes]:
    """Return the bytes of every page of the source by the name of its document, all readable as text."""
    paths = [path for path in sorted(settings.source.rglob("*.rst")) if path.is_file()]
    unreadable = [
        finding for path in paths for finding in faulty_bytes(path, path.relative_to(settings.project).as_posix())
    ]
    if unreadable:
        raise _faulty(unreadable)
    return {path.relative_to(settings.source).with_suffix("").as_posix(): path.read_bytes() for path in paths}


def _share_identifiers(pages: Iterable[ParsedPage]) -> bool:
    identifiers = [identifier for page in pages for identifier in page.identifiers]
    return len(identifiers) > len(set(identifiers))


def _parse(settings: Settings, names: Collection[str]) -> tuple[dict[str, ParsedPage], list[Finding]]:
    """Return what comes of parsing the documents called *names*, and what is at fault in them."""
    if not names:
        return {}, []
    # Sphinx is loaded only when there is something to parse.
    from sphinx.application import Sphinx
    from sphinx.util.console import nocolor
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from builders.editions.parsing import use_parsed

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
        app.connect("env-before-read-docs", partial(_leave_others, names))
        app.builder.read()
        pages = _pages(app.env, names)
    return pages, list(findings_in(warnings.getvalue(), settings.project))


def _leave_others(names: Collection[str], app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take out of *docnames*, in place, all but *names*; to Sphinx they have been read already."""
    env.all_docs.update({name: 0 for name in docnames if name not in names})
    docnames[:] = filter(names.__contains__, docnames)


def _pages(env: BuildEnvironment, names: Collection[str]) -> dict[str, ParsedPage]:
    """Return what Sphinx has read into *env* of the documents called *names*."""
    from builders.editions.parsing import parsed
    from builders.markup.blocks import claimed

    doctrees, identifiers = parsed(), claimed(env)
    return {
        name: ParsedPage(
            tree=doctrees.get(name, b""),
            identifiers=tuple(identifier for identifier, (document, _) in identifiers.items() if document == name),
            files=digests(map(str, env.dependencies.get(name, ()))),
        )
        for name in names
        if name in doctrees or name not in env.found_docs
    }


def _keep(
    kept: KeptPages,
    parsed: Mapping[str, ParsedPage],
    texts: Mapping[str, bytes],
    findings: Iterable[Finding],
    settings: Settings,
) -> None:
    """Keep those *parsed* that have no *findings*, and whose text is still what it was."""
    places = {name: f"source/{name}.rst" for name in parsed}
    at_fault = {finding.location.path for finding in findings}
    for name, page in parsed.items() if at_fault <= set(places.values()) else ():
        if places[name] not in at_fault and (settings.project / places[name]).read_bytes() == texts[name]:
            kept.keep(name, texts[name], page)
    kept.sweep(texts)


def _faulty(findings: list[Finding]) -> Problem:
    return Problem(
        code="source-faulty",
        what=f"{len(findings)} fault{'s' if len(findings) > 1 else ''} in the source text",
        findings=findings,
        next_step="mend the lines named above; docs/authors/blocks.rst says what every block takes",
    )
