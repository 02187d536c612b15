"""The glossary: terms from the data of the termbase, named and sorted in the language of the unit."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from builders.catalogs.termbase import DEFINITIONS, TERMBASE, preferred_terms, read_definitions, read_termbase
from builders.editions.collation import sort_key
from builders.editions.naming import ENGLISH, Name
from builders.markup import faults
from builders.markup.blocks.term import CHILDREN, Term
from builders.markup.faults import line_of
from builders.markup.fields import did_you_mean
from builders.markup.generated import Glossary
from builders.markup.messages import shown_marks
from builders.markup.typed_block import BlockPart, BlockTitle, claim
from builders.model.editions import Unit
from builders.model.languages import Language
from builders.model.terms import Concept, TermStatus
from builders.model.terms import Term as Word
from builders.settings import Settings


def fill_glossaries(document: nodes.document, settings: Settings, env: BuildEnvironment) -> None:
    """Put the terms of every edition where *document* asks for them, in place."""
    for place in list(document.findall(Glossary)):
        terms = read_termbase(settings.locale / TERMBASE)
        concepts = read_definitions(settings.locale / DEFINITIONS)
        for path, line, message in _faults(concepts, terms, settings):
            faults.report(message, f"{settings.locale / path}:{line}", code="termbase-row")
        here = f"{document['source'].removeprefix(f'{settings.project}/')}:{line_of(place)}"
        taken = {each.block_id: first for each in concepts if (first := claim(each.block_id, here, env))}
        for identifier, first in taken.items():
            message = f"the terms are printed twice: {identifier} stands at {first} already"
            faults.report(message, f"{document['source']}:{line_of(place)}", code="id-twice")
            break
        names = preferred_terms(terms, "en")
        place.replace_self([_term(each, names.get(each.id, each.id), place, document) for each in concepts])


def _faults(concepts: Iterable[Concept], terms: Iterable[Word], settings: Settings) -> Iterator[tuple[str, int, str]]:
    """Yield the file, the line and the fault of rows that would be lost, or mean something else, in a glossary."""
    editions = [edition.id for edition in settings.editions]
    tags = [language.tag for language in settings.languages]
    preferred: dict[tuple[str, str], str] = {}
    for term in terms:
        if term.tag not in tags:
            yield TERMBASE, term.line, f"{term.concept}: “{term.tag}” is no language; {did_you_mean(term.tag, tags)}"
        if term.status is TermStatus.PREFERRED:
            first = preferred.setdefault((term.concept, term.tag), term.text)
            if first != term.text:
                yield TERMBASE, term.line, f"{term.concept}: “{first}” and “{term.text}” are both preferred; admit one"
    for concept in concepts:
        if not concept.editions:
            yield DEFINITIONS, concept.line, f"{concept.id}: no edition explains it; name one"
        if (concept.id, "en") not in preferred:
            yield DEFINITIONS, concept.line, f"{concept.id}: no English word is preferred for it in locale/{TERMBASE}"
        if marks := shown_marks(concept.definition) or shown_marks(concept.child_definition or ""):
            yield DEFINITIONS, concept.line, f"{concept.id}: “{marks}” is printed as it stands; write words, no markup"
        for name in concept.editions:
            if name not in editions:
                yield DEFINITIONS, concept.line, f"{concept.id}: “{name}” is no edition; {did_you_mean(name, editions)}"


def _term(concept: Concept, name: str, place: nodes.Element, document: nodes.document) -> Term:
    body: list[nodes.Element] = [BlockTitle("", name), nodes.paragraph(concept.definition, concept.definition)]
    if concept.child_definition:
        paragraph = nodes.paragraph(concept.child_definition, concept.child_definition)
        body.append(BlockPart("", paragraph, part=CHILDREN))
    term = Term("", *body, block_id=concept.block_id, audience=list(concept.editions), concept=concept.id)
    term["ids"] = [concept.block_id]
    document.ids[concept.block_id] = term
    for node in term.findall():
        node.source, node.line = place.source, place.line
    return term


def term_name(identifier: str, unit: Unit, settings: Settings) -> Name | None:
    """Return the word of the term *identifier* in the language of *unit*, or in English; None where it is no term."""
    concepts = read_definitions(settings.locale / DEFINITIONS)
    concept = next((each.id for each in concepts if each.block_id == identifier), None)
    if concept is None:
        return None
    words = read_termbase(settings.locale / TERMBASE)
    for tag in (unit.language.tag, ENGLISH):
        if name := preferred_terms(words, tag).get(concept):
            return Name(text=name, tag=tag)
    return Name(text=concept, tag=ENGLISH)


class NameTerms(SphinxTransform):
    """Names every term by its preferred word in the language of the unit, and sorts them."""

    default_priority = 21

    def apply(self, **kwargs: object) -> None:
        unit: Unit | None = self.config.cop.unit
        terms = [node for node in self.document.findall(Term) if "concept" in node]
        if unit is None or not terms:
            return
        settings: Settings = self.config.cop.settings
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
