"""Parses the source once for all units, and selects an edition from what was parsed.

Directives are language-neutral, so the raw doctree of a source file is the same in
every unit. The process that plans the units parses every file, keeps the raw
doctrees as bytes, and the units take theirs from there instead of parsing again.
"""

from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.parsers import RSTParser
from sphinx.project import Project

from builders.editions.glossary import fill_glossaries
from builders.editions.selection import drop_uncarried_pages, select
from builders.markup import BLOCKS, DIRECTIVES, faults
from builders.markup.blocks.term import CHILDREN_PRINTED_IN, PRINTED_IN, Term
from builders.markup.closed import ClosedMarkup, report_listed_twice, report_parts, report_unusable
from builders.markup.constructs import OPTIONS
from builders.markup.mistakes import report_mistakes
from builders.markup.pictures import report_faulty_pictures
from builders.markup.raw_doctrees import RawDoctrees, closed, freeze, opened, thaw
from builders.model.editions import Edition, Unit

SOURCE = (*DIRECTIVES, *OPTIONS)
"""The directives of a source; those of the changes of an adaptation are fewer."""
OVERLAY = ("adapt", *BLOCKS)

_parsed: dict[str, bytes] = {}
"""Raw doctrees of this process: the parent fills them, a unit's process starts with them."""


def parsed() -> RawDoctrees:
    """Return the raw doctrees that this process has parsed or was given."""
    return dict(_parsed)


def use_parsed(doctrees: RawDoctrees) -> None:
    """Let documents of this process be taken from *doctrees* instead of being parsed."""
    _parsed.clear()
    _parsed.update(doctrees)


def with_printed_terms(data: bytes, printed: Mapping[Edition, frozenset[str]]) -> bytes:
    """Return the raw doctree in *data* with a note at every term that comes from the data: which editions print it."""
    document, pending = opened(data)
    for term in document.findall(Term):
        if "concept" in term:
            editions = [edition for edition, concepts in printed.items() if term["concept"] in concepts]
            term[PRINTED_IN] = [edition.id for edition in editions]
            term[CHILDREN_PRINTED_IN] = [edition.id for edition in editions if edition.is_for_children]
    return closed(document, pending)


class WithBroughtPages(Project):
    """The pages of a project, and those *brought*, for which no file stands.

    Sphinx reads the file of every page before it asks for what was parsed: for these, that of the page *read*.
    """

    def __init__(self, project: Project, brought: Iterable[str], *, read: str) -> None:
        super().__init__(project.srcdir, project.source_suffix)
        self.restore(project)
        self._brought, self._read = frozenset(brought), read
        self.docnames = self.docnames | self._brought

    def doc2path(self, docname: str, absolute: bool) -> Any:
        """Return the file of the page *docname*."""
        return super().doc2path(self._read if docname in self._brought else docname, absolute)


def bring_pages(app: Sphinx, env: BuildEnvironment, *found: Set[str]) -> list[str]:
    """Let Sphinx read the pages of the unit that no file of the source holds, such as the annex of an adaptation."""
    unit: Unit | None = app.config.cop.unit
    if unit is None:
        return []
    names = [name for name in _parsed if name not in env.found_docs and unit.edition.carries(name)]
    if names:
        app.project = env.project = WithBroughtPages(app.project, names, read=unit.edition.root)
    return names


class SourceParser(RSTParser):
    """Parses a source file, or takes its raw doctree; then drops what the unit's edition does not carry.

    Without a unit it only keeps the raw doctree: nothing is transformed.
    """

    def parse(self, inputstring: str | StringList, document: nodes.document) -> None:
        """Fill *document*, in place."""
        docname = self._env.current_document.docname
        unit: Unit | None = self._config.cop.unit
        if unit is not None and docname in _parsed:
            thaw(_parsed[docname], document)
        else:
            only = OVERLAY if self._config.cop.is_overlay else SOURCE
            with ClosedMarkup(lambda message, place: faults.report(message, place, code="not-allowed"), only):
                super().parse(inputstring, document)
            fill_glossaries(document, self._config.cop.settings, self._env)
            report_faulty_pictures(document, self._env)
            report_unusable(document, self._config.cop.settings.ledger)
            report_listed_twice(document)
            if docname not in {edition.root for edition in self._config.cop.settings.editions}:
                report_parts(document)
            report_mistakes(document)
        if unit is None:
            for path in document.settings.record_dependencies.list:
                self._env.note_dependency(Path(path).resolve())
            _parsed[docname] = freeze(document)
            document.transformer.transforms.clear()
        else:
            select(document, unit.edition)
            drop_uncarried_pages(document, unit.edition)
