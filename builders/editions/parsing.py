"""Parses the source once for all units, and selects an edition from what was parsed.

Directives are language-neutral, so the raw doctree of a source file is the same in
every unit. The process that plans the units parses every file, keeps the raw
doctrees as bytes, and the units take theirs from there instead of parsing again.
"""

import pickle
from collections.abc import Mapping
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.parsers import RSTParser

from builders.editions.glossary import fill_glossaries
from builders.editions.selection import drop_uncarried_pages, select
from builders.markup import faults
from builders.markup.blocks.term import CHILDREN_PRINTED_IN, PRINTED_IN, Term
from builders.markup.closed import ClosedMarkup, report_listed_twice, report_parts, report_unusable
from builders.markup.mistakes import report_mistakes
from builders.markup.pictures import report_faulty_pictures
from builders.model.editions import Edition, Unit

RawDoctrees = Mapping[str, bytes]
"""Raw doctrees by document name."""

_OWN = ("settings", "reporter", "transformer", "attributes", "rawsource", "_document", "parent")
"""What a document keeps of itself when it takes over a raw doctree."""

_parsed: dict[str, bytes] = {}
"""Raw doctrees of this process: the parent fills them, a unit's process starts with them."""


def parsed() -> RawDoctrees:
    """Return the raw doctrees that this process has parsed or was given."""
    return dict(_parsed)


def use_parsed(doctrees: RawDoctrees) -> None:
    """Let documents of this process be taken from *doctrees* instead of being parsed."""
    _parsed.clear()
    _parsed.update(doctrees)


def freeze(document: nodes.document) -> bytes:
    """Return the raw doctree of *document* as bytes, with the transforms that its directives asked for."""
    kept = {name: getattr(document, name) for name in ("settings", "reporter", "transformer")}
    pending = [entry for entry in document.transformer.transforms if entry[2] is not None]
    try:
        for name in kept:
            setattr(document, name, None)
        return pickle.dumps((document, pending), pickle.HIGHEST_PROTOCOL)
    finally:
        for name, value in kept.items():
            setattr(document, name, value)


def thaw(data: bytes, document: nodes.document) -> None:
    """Fill *document*, in place, with the raw doctree in *data*, which this program froze itself."""
    raw, pending = pickle.loads(data)
    for name, value in vars(raw).items():
        if name not in _OWN:
            setattr(document, name, value)
    for node in raw.findall():
        if node is not raw and node._document is raw:
            node._document = document
    for child in document.children:
        child.parent = document
    document.transformer.transforms.extend(pending)
    document.transformer.sorted = False


def read_raw(data: bytes) -> nodes.document:
    """Return the raw doctree in *data* by itself, for walks that need no Sphinx."""
    document: nodes.document = pickle.loads(data)[0]
    return document


def with_printed_terms(data: bytes, printed: Mapping[Edition, frozenset[str]]) -> bytes:
    """Return the raw doctree in *data* with a note at every term that comes from the data: which editions print it."""
    document, pending = pickle.loads(data)
    for term in document.findall(Term):
        if "concept" in term:
            editions = [edition for edition, concepts in printed.items() if term["concept"] in concepts]
            term[PRINTED_IN] = [edition.id for edition in editions]
            term[CHILDREN_PRINTED_IN] = [edition.id for edition in editions if edition.is_for_children]
    return pickle.dumps((document, pending), pickle.HIGHEST_PROTOCOL)


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
            with ClosedMarkup(lambda message, place: faults.report(message, place, code="not-allowed")):
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
