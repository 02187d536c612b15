"""Which terms a glossary prints: those that its edition names or links, and those that explain these."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.editions.naming import ENGLISH
from builders.editions.selection import select
from builders.language.english import stem
from builders.language.matching import find_term, fold, wordings
from builders.language.sentences import WORD
from builders.markup.blocks.term import Term
from builders.markup.faults import with_ancestors
from builders.markup.messages import translatable_texts
from builders.markup.raw_doctrees import read_raw
from builders.markup.references import BlockReference
from builders.model.editions import Edition
from builders.model.terms import Concept, TermStatus
from builders.settings import Settings

UsedTerms = Mapping[str, tuple[str, ...]]
"""For every edition that carries a page, the concepts that the page names or links."""

PrintedTerms = Mapping[Edition, frozenset[str]]
"""For every edition, the concepts that its glossary prints."""

_Forms = Mapping[str, list[tuple[str, str]]]
"""Concepts and the wordings that stand for them, by the stem of the first word of the wording.

Wordings in capitals, such as “AI”, have no stem: they stand below the empty one.
"""


def used_terms(name: str, tree: bytes, settings: Settings) -> UsedTerms:
    """Return what the page *name*, whose raw doctree is *tree*, uses in its English text, outside the glossary."""
    forms = _read_forms(*_termbase(settings))
    concepts = {concept.block_id: concept.id for concept in _concepts(settings)}
    found: dict[str, tuple[str, ...]] = {}
    known: dict[str, frozenset[str]] = {}
    for edition in settings.editions:
        if not edition.carries(name) or not concepts:
            continue
        document = read_raw(tree)
        select(document, edition)
        used: set[str] = set()
        for text in translatable_texts(document):
            if not any(isinstance(each, Term) for each in with_ancestors(text.node)):
                if text.shown not in known:
                    known[text.shown] = frozenset(_named(text.shown, forms))
                used |= known[text.shown]
        targets = {str(node["target"]) for node in document.findall(BlockReference)}
        used |= {concepts[target] for target in targets & concepts.keys()}
        found[edition.id] = tuple(sorted(used & set(concepts.values())))
    return found


def printed_terms(used: Iterable[UsedTerms], settings: Settings) -> PrintedTerms:
    """Return what the glossaries print when all pages together use *used*.

    A term belongs to the editions that its row names, and is printed where the text uses it; one that the
    definition of a printed term uses is printed too, so that no reader meets a word there that is not explained.
    """
    pages, concepts = list(used), _concepts(settings)
    printed: dict[Edition, frozenset[str]] = {}
    for edition in settings.editions:
        allowed = {concept.id: concept for concept in concepts if edition.id in concept.editions}
        waiting = {name for page in pages for name in page.get(edition.id, ()) if name in allowed}
        reached: set[str] = set()
        while waiting:
            reached |= waiting
            named = {name for each in waiting for name in _explained_by(allowed[each], edition, settings)}
            waiting = {name for name in named if name in allowed} - reached
        printed[edition] = frozenset(reached)
    return printed


def _explained_by(concept: Concept, edition: Edition, settings: Settings) -> frozenset[str]:
    definition = concept.definition
    if edition.is_for_children and concept.child_definition:
        definition = concept.child_definition
    return _named_by(definition, *_termbase(settings))


@lru_cache(maxsize=4096)
def _named_by(definition: str, path: Path, changed: int) -> frozenset[str]:
    return frozenset(_named(definition, _read_forms(path, changed)))


def _concepts(settings: Settings) -> tuple[Concept, ...]:
    return read_definitions(settings.locale / DEFINITIONS)


def _termbase(settings: Settings) -> tuple[Path, int]:
    """Return where the termbase is, and when it was changed; 0 where there is none."""
    path = settings.locale / TERMBASE
    return path, path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=4)
def _read_forms(path: Path, changed: int) -> _Forms:
    forms: dict[str, list[tuple[str, str]]] = {}
    for term in read_termbase(path) if changed else ():
        if term.tag == ENGLISH and term.status is not TermStatus.FORBIDDEN:
            for wording in wordings(term):
                if wording.isupper():
                    forms.setdefault("", []).append((term.concept, wording))
                elif first := WORD.search(wording):
                    forms.setdefault(stem(fold(first[0]).text), []).append((term.concept, wording))
    return forms


def _named(text: str, forms: _Forms) -> Iterator[str]:
    """Yield the concepts that *text* names, in any form of their words."""
    for concept, wording in forms.get("", ()):
        # “AI” is a word of its own, also in “AI-made”; what is written in small letters is another one.
        if re.search(rf"\b{re.escape(wording)}s?\b", text):
            yield concept
    for first in {stem(fold(match[0]).text) for match in WORD.finditer(text)} & forms.keys():
        for concept, wording in forms[first]:
            if any(find_term(wording, text, ENGLISH)):
                yield concept
