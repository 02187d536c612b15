"""Terms: a translation keeps to the words that the termbase has for each concept, and to none that it forbids."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from builders.catalogs.inline import split
from builders.checks.checking import Remark, check
from builders.checks.source.terms import ADULT_EDITIONS_ONLY, SPEECH
from builders.checks.translations.pairs import Pair, Side, Translation, of_one_source
from builders.checks.translations.quoted import without_quotations
from builders.language.lexicon import lexicon
from builders.language.matching import WORD_PARTS, find_forbidden, find_term, fold, is_usable, wordings
from builders.language.table import rules
from builders.language.wordings import Lexicon, Misleading, false_friends, unfit
from builders.model.characters import quoted
from builders.model.findings import Severity
from builders.model.readers import Band
from builders.model.terms import Term, TermStatus

TITLES = "official titles"
"""Exception of the termbase that lets a word stand in the title of a treaty or a book, between quotation marks."""
SPOKEN = (*SPEECH, "citation")
"""Exceptions of the termbase that let a word stand between quotation marks or in a spoken line."""
STORIES = "story"
"""Exception of the termbase that lets a word stand in text for children, where it means an animal."""
ANIMALS = frozenset({"animal", "bird"})
"""Concepts of animals."""

ENTRY = "trm-"
"""Begins the identifiers of the entries of the glossary."""


@check("term-forbidden")
def term_forbidden(translation: Translation) -> Iterator[Remark]:
    """A translation uses a word that the termbase forbids."""
    own = [term for term in translation.terms if term.tag == translation.language.tag]
    forbidden = [term for term in own if term.status is TermStatus.FORBIDDEN and is_usable(term)]
    others = {
        term.concept: [each for each in own if _is_agreed(each) and each.concept == term.concept] for term in forbidden
    }
    of_source = [term for term in translation.terms if term.status is TermStatus.FORBIDDEN and is_usable(term)]
    for pair in translation.pairs:
        for term in forbidden:
            if not any(find_forbidden(term, pair.target.text)):
                continue
            text = _text_of(term, pair)
            found = [span for span in find_forbidden(term, text) if not _is_part(span, text, others[term.concept])]
            if found and not _has_it_too(term, pair.source, of_source):
                said = [" ".join(text[start:end].split()) for start, end in found]
                yield pair.remark(f"{quoted(said[0])} is a forbidden term", target=said, hint=_hint(term, others))


def _is_agreed(term: Term) -> bool:
    return term.status is not TermStatus.FORBIDDEN


def _text_of(term: Term, pair: Pair) -> str:
    """Return the text of the translation that may not have *term*."""
    excepted, note = term.notes.get("except", ""), term.notes.get("note", "")
    is_for_children = any(band.are_children for band in pair.bands)
    if is_for_children and (ADULT_EDITIONS_ONLY in note or (STORIES in excepted and _is_of_animals(pair.source))):
        return ""
    if any(each in excepted for each in SPOKEN) and pair.block_type == "line":
        return ""
    has_exception = any(each in excepted for each in (*SPOKEN, TITLES))
    return without_quotations(pair.target.text) if has_exception else pair.target.text


def _is_of_animals(source: Side) -> bool:
    """Whether *source* speaks of animals, as far as anybody can tell."""
    known = lexicon(source.tag)
    return known is None or not ANIMALS.isdisjoint(known.concepts(source.text))


def _is_part(span: tuple[int, int], text: str, allowed: Iterable[Term]) -> bool:
    """Whether what stands at *span* is a part of an allowed word of the same concept."""
    start, end = span
    return any(
        first <= start and end <= last
        for term in allowed
        for wording in wordings(term)
        if len(wording) > end - start
        for first, last in find_term(wording, text, term.tag)
    )


def _has_it_too(term: Term, source: Side, forbidden: Iterable[Term]) -> bool:
    """Whether the *source* itself has a forbidden word for the concept, as where it says which words are avoided."""
    return any(
        each.concept == term.concept and each.tag == source.tag and any(find_forbidden(each, source.text))
        for each in forbidden
    )


def _hint(term: Term, others: Mapping[str, list[Term]]) -> str:
    preferred = [quoted(each.text) for each in others[term.concept] if each.status is TermStatus.PREFERRED]
    reason = term.notes.get("note", "")
    return "; ".join(filter(None, (f"write {', '.join(preferred)}" if preferred else "", reason)))


@check("term-other")
@of_one_source
def term_other(translation: Translation) -> Iterator[Remark]:
    """A concept of the source has another word than its agreed ones in the translation, or one that misleads."""
    index = _Index(translation, translation.pairs[0].source.tag)
    for pair in translation.pairs:
        target, tag = pair.target.text, pair.target.tag
        for concept, said in index.said(pair.source):
            agreed = index.agreed(concept)
            if not any(_has(wording, target, tag) for wording in agreed):
                message = f"{quoted(said)} has none of its agreed words, such as {quoted(agreed[0])}"
                yield pair.remark(message, source=said)
        for term, said in index.out_of_place(pair):
            message = f"{quoted(said)} is for {term.notes['use']}"
            yield pair.remark(message, target=said, hint=f"the termbase has other words for {term.concept}")
        for said, wrong in _misleading(pair):
            yield pair.remark(
                f"{quoted(wrong)} looks like {quoted(said)} and means something else", source=said, target=wrong
            )
        for said, wrong in _unfit(pair, translation.lists.unfit):
            message = f"{quoted(wrong)} is no fit word for {quoted(said)}"
            yield pair.remark(message, source=said, target=wrong, severity=Severity.WARNING)


def _has(wording: str, text: str, tag: str) -> bool:
    return next(find_term(wording, text, tag), None) is not None


def _readers(use: str, bands: Iterable[Band]) -> frozenset[str]:
    """Return the ids of the *bands* that *use* names, the note of a word on its editions; none where it names none."""
    if "edition" not in use and "set" not in use.split():
        return frozenset()
    return frozenset(band.id for band in bands if band.id in use)


_Form = tuple[str, str, AbstractSet[str]]
"""A wording, the concept that it stands for, and the stems of its words."""


class _Index:
    """The agreed words of both languages, those of the source by the stem of their first word."""

    def __init__(self, translation: Translation, source: str) -> None:
        tag = translation.language.tag
        self._agreed = _agreed(translation.terms, tag)
        self._forms: dict[str, list[_Form]] = {}
        for term in translation.terms:
            is_agreed = term.tag == source and term.status is TermStatus.PREFERRED and term.concept in self._agreed
            for wording in wordings(term) if is_agreed else ():
                stems = _stems(wording, term.tag)
                self._forms.setdefault(next(iter(stems), ""), []).append((wording, term.concept, stems.keys()))

        own = [term for term in translation.terms if term.tag == tag and term.status is TermStatus.ADMITTED]
        bands = translation.settings.bands
        self._limited = [(term, readers) for term in own if (readers := _readers(term.notes.get("use", ""), bands))]

    def out_of_place(self, pair: Pair) -> Iterator[tuple[Term, str]]:
        """Yield the admitted words of the translation that are for other readers, as they stand in it."""
        for term, readers in self._limited:
            if pair.bands and readers.isdisjoint(band.id for band in pair.bands):
                span = next(find_term(term.text, pair.target.text, term.tag), None)
                if span:
                    yield term, pair.target.text[slice(*span)]

    def agreed(self, concept: str) -> list[str]:
        return self._agreed[concept]

    def said(self, source: Side) -> Iterator[tuple[str, str]]:
        """Yield the concepts that *source* names, each with its words."""
        seen: set[str] = set()
        stems = _stems(source.text, source.tag)
        for stem in stems:
            for wording, concept, needed in self._forms.get(stem, ()):
                is_new = concept not in seen and needed <= stems.keys()
                span = next(find_term(wording, source.text, source.tag), None) if is_new else None
                if span:
                    seen.add(concept)
                    yield concept, source.text[slice(*span)]


def _stems(text: str, tag: str) -> dict[str, None]:
    """Return the stems of the words of *text*, in their order."""
    stem = rules(tag).stem or str
    return dict.fromkeys(stem(match[0]) for match in WORD_PARTS.finditer(fold(text).text))


def _misleading(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the words of the source that mislead, with what they have misled to."""
    for friends in false_friends(pair.source.tag, pair.target.tag):
        yield from _found(friends, pair)


def _unfit(pair: Pair, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield words of the source with those of the translation that do not fit them, or not these readers."""
    has_children = any(band.are_children for band in pair.bands) or not pair.bands
    for words in unfit(lexicon, pair.source.tag, pair.target.tag):
        if not (words.for_adults and has_children):
            yield from _found(words.misleading, pair)


def _found(words: Misleading, pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield what the source says of *words* with what the translation wrongly has for it, if it has."""
    source, target = fold(pair.source.text), fold(pair.target.text)
    wrong = words.wrong.search(target.text)
    said = words.source.search(source.text) if wrong else None
    if said and wrong and not words.unless.search(source.text):
        start, end = source.origin(*said.span())
        yield pair.source.text[start:end], pair.target.text[slice(*target.origin(*wrong.span()))]


@check("term-headword")
def term_headword(translation: Translation) -> Iterator[Remark]:
    """A link to an entry of the glossary shows none of the words that the termbase has for the entry."""
    agreed = _agreed(translation.terms, translation.language.tag)
    for pair in translation.pairs:
        for piece in split(pair.target.message) if ENTRY in pair.target.message else ():
            words = agreed.get(piece.target.removeprefix(ENTRY), ()) if piece.target.startswith(ENTRY) else ()
            if piece.text and words and not any(_has(word, piece.text, pair.target.tag) for word in words):
                message = f"{quoted(piece.text)} leads to the entry {quoted(words[0])} of the glossary"
                yield pair.remark(message, target=piece.text)


def _agreed(terms: Iterable[Term], tag: str) -> dict[str, list[str]]:
    """Return the preferred and admitted words of the language *tag* by concept, in their order."""
    agreed: dict[str, list[str]] = {}
    for term in terms:
        if term.tag == tag and _is_agreed(term):
            agreed.setdefault(term.concept, []).extend(wordings(term))
    return agreed
