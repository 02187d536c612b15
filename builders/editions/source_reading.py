"""Reads the whole source, all audiences, for every unit; a page is parsed once for as long as nothing of it changes."""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from builders.catalogs.termbase import DEFINITIONS, read_definitions
from builders.editions.parse_cache import KeptPages, ParsedPage, digests, kept_pages
from builders.markup.faults import UNREADABLE, faulty_bytes
from builders.model.findings import Finding, Location
from builders.problems import Problem
from builders.settings import Settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from builders.markup.raw_doctrees import RawDoctrees


def parse_source(settings: Settings) -> RawDoctrees:
    """Return the raw doctree of every source document.

    Raises a Problem with every fault of the markup, each with file and line.
    """
    doctrees, faults = parse_sound(settings)
    if faults:
        what = f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in the source text"
        next_step = "mend the lines named above; docs/authors/blocks.rst says what every block takes"
        raise Problem(code="source-faulty", what=what, findings=faults, next_step=next_step)
    return doctrees


def parse_sound(settings: Settings) -> tuple[RawDoctrees, list[Finding]]:
    """Return the raw doctrees of the documents without a fault, and every fault of the others, by file and line.

    Those of an adaptation are the ones of the guidelines with its changes, and the pages that list these.
    """
    if settings.layers:
        from builders.editions.national_reading import parse_adapted

        return parse_adapted(settings)
    texts, in_bytes = _texts(settings)
    unreadable = {each.location.path for each in in_bytes if each.check in UNREADABLE}
    # A page that cannot be read is another matter than one that is gone: contents lists that name it are right.
    kept = kept_pages(settings, [*texts, *unreadable])
    known = {name: page for name, text in texts.items() if (page := kept.find(name, text))}
    parsed, marked = _parse(settings, texts.keys() - known.keys(), unreadable)
    if known and _share_identifiers([*known.values(), *parsed.values()]):
        # Which page is at fault is a matter of their order: it shows only when all of them are parsed.
        known, (parsed, marked) = {}, _parse(settings, texts.keys(), unreadable)
    faults = sorted({*in_bytes, *marked}, key=lambda each: (each.location, each.message))
    at_fault = {each.location.path for each in faults}
    parsed = {name: _with_terms(name, page, settings) for name, page in parsed.items() if _place(name) not in at_fault}
    if parsed and kept == kept_pages(settings, [*texts, *unreadable]):
        _keep(kept, parsed, texts, at_fault, settings.project)
    pages = sorted({**known, **parsed}.items())
    sound = {name: page for name, page in pages if page.tree and _place(name) not in at_fault}
    return _with_glossaries(sound, settings), faults


def _with_terms(name: str, page: ParsedPage, settings: Settings) -> ParsedPage:
    """Return *page* with the terms that it uses."""
    from builders.editions.term_use import used_terms

    return replace(page, terms=used_terms(name, page.tree, settings)) if page.tree else page


def _with_glossaries(pages: Mapping[str, ParsedPage], settings: Settings) -> dict[str, bytes]:
    """Return the trees of *pages*, with a note at the terms of every glossary: which editions print them."""
    concepts = {concept.block_id for concept in read_definitions(settings.locale / DEFINITIONS)}
    glossaries = [name for name, page in pages.items() if not concepts.isdisjoint(page.identifiers)]
    trees = {name: page.tree for name, page in pages.items()}
    if glossaries:
        from builders.editions.parsing import with_printed_terms
        from builders.editions.term_use import printed_terms

        printed = printed_terms([page.terms for page in pages.values()], settings)
        trees |= {name: with_printed_terms(trees[name], printed) for name in glossaries}
    return trees


def _place(name: str) -> str:
    return f"source/{name}.rst"


def _texts(settings: Settings) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the bytes of every page that can be read by the name of its document, and what is at fault in them."""
    texts: dict[str, bytes] = {}
    faults: list[Finding] = []
    for path in sorted(settings.source.rglob("*.[rR][sS][tT]")):
        if path.suffix != ".rst":
            message, hint = "nobody reads a page with this name", "let its name end in .rst, in small letters"
            place = Location(path.relative_to(settings.project).as_posix())
            faults.append(Finding(check="page-name", location=place, message=message, hint=hint))
            continue
        found = list(faulty_bytes(path, path.relative_to(settings.project).as_posix()))
        if not any(each.check in UNREADABLE for each in found):
            texts[path.relative_to(settings.source).with_suffix("").as_posix()] = path.read_bytes()
        faults += found
    return texts, faults


def _share_identifiers(pages: Iterable[ParsedPage]) -> bool:
    identifiers = [identifier for page in pages for identifier in page.identifiers]
    return len(identifiers) > len(set(identifiers))


def _parse(
    settings: Settings, names: Collection[str], unreadable: Iterable[str] = ()
) -> tuple[dict[str, ParsedPage], list[Finding]]:
    """Return what comes of parsing the documents called *names*, and what is at fault in them."""
    if not names:
        return {}, []
    # Sphinx is loaded only when there is something to parse.
    from sphinx.application import Sphinx
    from sphinx.util.console import nocolor
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from builders.editions.parsing import use_parsed
    from builders.editions.unit_context import UnitContext

    nocolor()
    use_parsed({})
    warnings = StringIO()
    with (
        tempfile.TemporaryDirectory() as folder,
        patch_docutils(settings.source),
        docutils_namespace(),
        only_warnings(),
    ):
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
        left_out = [path.removeprefix("source/") for path in unreadable]
        app.config.exclude_patterns = [*app.config.exclude_patterns, *left_out]
        app.connect("env-before-read-docs", partial(_leave_others, names))
        app.builder.read()
        pages = _pages(app.env, names)
    found = findings_in(warnings.getvalue(), settings.project)
    return pages, [each for each in found if each.check != "toc.excluded"]


@contextmanager
def only_warnings() -> Iterator[None]:
    """Let Sphinx word nothing but warnings: what else it says, and nobody hears, takes longer than to parse a page."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)


def _leave_others(names: Collection[str], app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take out of *docnames*, in place, all but *names*; to Sphinx they have been read already."""
    env.all_docs.update({name: 0 for name in docnames if name not in names})
    docnames[:] = filter(names.__contains__, docnames)


def _pages(env: BuildEnvironment, names: Collection[str]) -> dict[str, ParsedPage]:
    """Return what Sphinx has read into *env* of the documents called *names*."""
    from builders.editions.parsing import parsed
    from builders.markup.unit_state import state_of

    doctrees, identifiers = parsed(), state_of(env).claims
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
    kept: KeptPages, parsed: Mapping[str, ParsedPage], texts: Mapping[str, bytes], at_fault: Set[str], project: Path
) -> None:
    """Keep those *parsed* that are not *at_fault*, and whose text is still what it was."""
    is_about_pages = all(path.endswith(".rst") for path in at_fault)
    for name, page in parsed.items() if is_about_pages else ():
        if _place(name) not in at_fault and (project / _place(name)).read_bytes() == texts[name]:
            kept.keep(name, texts[name], page)
    kept.sweep(texts)


_LINE = re.compile(
    r"(?:(?P<path>[^:\n]+?)(?::(?P<line>\d+))?: )?(?P<level>WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.*)", re.DOTALL
)
_CODE = re.compile(r"\s*\[(?P<code>[\w.-]+)\]\s*$")
_START = re.compile(r"^(?=(?:[^:\n]+?(?::\d+)?: )?(?:WARNING|ERROR|CRITICAL|SEVERE): )", re.MULTILINE)


def findings_in(text: str, project: Path) -> Iterator[Finding]:
    """Yield a finding for every warning in *text*, Sphinx's warning stream without colours."""
    for part in _START.split(text):
        match = _LINE.match(part.strip())
        if match is None:
            if part.strip():
                yield Finding(check="sphinx", location=Location("source"), message=part.strip())
            continue
        code = _CODE.search(match["message"])
        yield Finding(
            check=code["code"].removeprefix("cop.") if code else "sphinx",
            location=Location(_relative(match["path"] or "source", project), int(match["line"] or 0)),
            message=_CODE.sub("", match["message"]).strip(),
        )


def _relative(path: str, project: Path) -> str:
    # docutils names the file of a nested parse with what it was nested in.
    plain = Path(path.split(":", 1)[0])
    return plain.relative_to(project).as_posix() if plain.is_relative_to(project) else path
