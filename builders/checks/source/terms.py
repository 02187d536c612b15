"""Terms: no forbidden word anywhere, no word for specialists in text for children."""

from collections.abc import Iterable, Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.passages import Passage
from builders.checks.source.source_text import SourceText
from builders.language.matching import find_forbidden, find_term, is_usable, wordings
from builders.markup.faults import place_of
from builders.markup.references import BlockReference
from builders.markup.typed_block import blocks_around
from builders.model.findings import Location
from builders.model.terms import ChildUse, Term, TermStatus

SPEECH = ("dialogue", "law-quote", "quotation")
"""Exceptions of the termbase (``except=``) that let a word stand between quotation marks or in a spoken line."""

ADULT_EDITIONS_ONLY = "adult editions only"
"""Note of a forbidden word that text for children may use."""


@check("forbidden-term")
def forbidden_term(source: SourceText) -> Iterator[Remark]:
    """A passage uses a word that the termbase forbids."""
    preferred = {term.concept: term.text for term in _english(source, TermStatus.PREFERRED)}
    for term in filter(is_usable, _english(source, TermStatus.FORBIDDEN)):
        hint = f"write “{preferred[term.concept]}”" if term.concept in preferred else ""
        for passage, text in _texts(term, source.passages):
            for start, end in find_forbidden(term, text):
                said = " ".join(passage.text[start:end].split())
                reason = "; ".join(filter(None, (hint, term.notes.get("note", ""))))
                yield passage.remark(f"“{said}” is a forbidden term", offset=start, hint=reason)


def _english(source: SourceText, status: TermStatus) -> Iterator[Term]:
    return (term for term in source.terms if term.tag == "en" and term.status is status)


def _texts(term: Term, passages: Iterable[Passage]) -> Iterator[tuple[Passage, str]]:
    """Yield those of *passages* that may not use *term*, with the text of theirs that it counts in."""
    is_for_adults = ADULT_EDITIONS_ONLY in term.notes.get("note", "")
    is_speech_free = any(word in term.notes.get("except", "") for word in SPEECH)
    for passage in passages:
        if not (is_for_adults and passage.is_for_children) and not (is_speech_free and "line" in passage.types):
            yield passage, passage.without_quotations() if is_speech_free else passage.text


@check("never-term-for-children")
def never_term_for_children(source: SourceText) -> Iterator[Remark]:
    """A passage for children uses a word that is not for them."""
    barred = {concept.id: concept for concept in source.concepts if concept.child_use is not ChildUse.ALLOW}
    usable = (term for term in source.terms if term.status is not TermStatus.FORBIDDEN and term.tag == "en")
    passages = [passage for passage in source.passages if passage.is_for_children]
    for term in (term for term in usable if term.concept in barred):
        forms, plain = tuple(wordings(term)), barred[term.concept].plain_words
        hint = f"write “{plain}”" if plain else ""
        for passage in passages:
            for start, end in {place for form in forms for place in find_term(form, passage.text, term.tag)}:
                said = " ".join(passage.text[start:end].split())
                yield passage.remark(f"“{said}” is not a word for children", offset=start, hint=hint)


@check("unknown-term-reference")
def unknown_term_reference(source: SourceText) -> Iterator[Remark]:
    """A reference names a term that is in no glossary."""
    for name, document in source.documents.items():
        for node in document.findall(BlockReference):
            target = str(node["target"])
            if target.startswith("trm-") and target not in source.blocks:
                around = tuple(each["block_id"] for each in blocks_around(node))
                yield Remark(location=place_of(name, node), message=f"no glossary explains {target}", blocks=around)


def term_remark(term: Term, message: str) -> Remark:
    """Return a remark on the row of *term* in the termbase."""
    return Remark(location=Location("locale/termbase.csv", term.line), message=message, passage=term.text)


@check("term-without-concept")
def term_without_concept(source: SourceText) -> Iterator[Remark]:
    """A row of the termbase belongs to a concept without a definition."""
    known = {concept.id for concept in source.concepts}
    for term in source.terms:
        if term.concept not in known:
            yield term_remark(term, f"the concept {term.concept} of “{term.text}” is not defined")


@check("term-unused")
def term_unused(source: SourceText) -> Iterator[Remark]:
    """No edition that could explain a term uses it, so no glossary prints it, and no rule stands on its row either."""
    guarding = {term.concept for term in source.terms if term.status is TermStatus.FORBIDDEN}
    for concept in source.concepts:
        block = source.blocks.get(concept.block_id)
        is_rule = concept.child_use is not ChildUse.ALLOW or concept.id in guarding
        if block is not None and not block.editions and not is_rule:
            names = " and of ".join(concept.editions)
            message = f"{concept.id}: no glossary prints it; the text of {names} does not use it"
            yield Remark(location=Location("locale/definitions.csv", concept.line), message=message)


@check("term-pattern")
def term_pattern(source: SourceText) -> Iterator[Remark]:
    """A forbidden word is matched so that it misses itself, or finds an agreed term."""
    for term in source.terms:
        if term.status is TermStatus.FORBIDDEN:
            for fault in _pattern_faults(term, source.terms):
                yield term_remark(term, f"“{term.text}” {fault}")


def _pattern_faults(term: Term, terms: Iterable[Term]) -> Iterator[str]:
    if not is_usable(term):
        yield f"cannot be matched by “{term.notes['match']}”"
        return
    if not any(find_forbidden(term, term.text)):
        yield "is not found by its own pattern"
    for other in terms:
        if other.tag == term.tag and other.status is not TermStatus.FORBIDDEN:
            for wording in wordings(other):
                if any(find_forbidden(term, wording)):
                    yield f"also finds the agreed term “{wording}”"
