"""The glossary: terms from the data of the termbase, named and sorted in the language of the unit."""

from __future__ import annotations

from itertools import groupby

from docutils import nodes
from sphinx.transforms import SphinxTransform

from builders.catalogs.termbase import DEFINITIONS, TERMBASE, preferred_terms, read_definitions, read_termbase
from builders.editions.collation import sort_key
from builders.markup.blocks import BlockPart, BlockTitle
from builders.markup.generated import Glossary
from builders.markup.term import Term
from builders.model.languages import Language
from builders.model.terms import Concept
from builders.model.units import Unit
from builders.settings import Settings

CHILDREN = "children"


def fill_glossaries(document: nodes.document, settings: Settings) -> None:
    """Put the terms of every edition where *document* asks for them, in place."""
    for place in list(document.findall(Glossary)):
        names = preferred_terms(read_termbase(settings.locale / TERMBASE), "en")
        concepts = read_definitions(settings.locale / DEFINITIONS)
        place.replace_self([_term(each, names.get(each.id, each.id), place, document) for each in concepts])


def _term(concept: Concept, name: str, place: nodes.Element, document: nodes.document) -> Term:
    title = BlockTitle("", name)
    body: list[nodes.Element] = [title, _paragraph(concept.definition)]
    if concept.child_definition:
        body.append(BlockPart("", _paragraph(concept.child_definition), part=CHILDREN))
    term = Term("", *body, block_id=concept.block_id, audience=list(concept.editions), concept=concept.id)
    term["ids"] = [concept.block_id]
    document.ids[concept.block_id] = term
    for node in term.findall():
        node.source, node.line = place.source, place.line
    return term


def _paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph(text, text)


class NameTerms(SphinxTransform):
    """Names every term by its preferred word in the language of the unit, and sorts them."""

    default_priority = 21

    def apply(self, **kwargs: object) -> None:
        unit: Unit | None = self.config.cop_unit
        terms = [node for node in self.document.findall(Term) if "concept" in node]
        if unit is None or not terms:
            return
        settings: Settings = self.config.cop_settings
        if not unit.language.is_source:
            names = preferred_terms(read_termbase(settings.locale / TERMBASE), unit.language.tag)
            for term in terms:
                _name(term, names.get(term["concept"], ""))
        for parent, siblings in groupby(terms, key=lambda term: term.parent):
            _sort(parent, list(siblings), unit.language)


def _name(term: Term, name: str) -> None:
    title = next(child for child in term.children if isinstance(child, BlockTitle))
    if name:
        title.children = []
        title += nodes.Text(name)
    else:
        title["lang"], title["dir"] = "en", "ltr"


def _sort(parent: nodes.Element, terms: list[Term], language: Language) -> None:
    places = sorted(parent.index(term) for term in terms)
    for place, term in zip(places, sorted(terms, key=lambda term: sort_key(_title(term), language)), strict=True):
        parent[place] = term


def _title(term: Term) -> str:
    return next(child.astext() for child in term.children if isinstance(child, BlockTitle))
