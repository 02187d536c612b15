"""What a kit shows of a message: its texts with their markup kept apart, what has changed, terms, and findings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builders.catalogs.inline import Kind, split
from builders.catalogs.termbase import words_of
from builders.language.matching import find_term
from builders.model.findings import Finding
from builders.model.languages import Language
from builders.model.terms import Concept, Term, TermStatus

_TEXT = (Kind.TEXT, Kind.STRONG, Kind.EMPHASIS)
_WORD = re.compile(r"\s+|[^\s]+")

Part = tuple[str, str]
"""A piece of a text, and what it is: empty for plain words."""


def parts(text: str) -> list[Part]:
    """Return *text* in parts: what programs read is ``code``, which runs from left to right in every language."""
    return [(piece.source, "" if piece.kind in _TEXT else "code") for piece in split(text)]


def word_changes(before: str, after: str) -> list[Part]:
    """Return *after* in parts beside what stood *before* it: words are the same, ``del`` or ``ins``."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    found: list[Part] = []
    for kind, first, last, start, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind != "insert" and kind != "equal":
            found.append(("".join(old[first:last]), "del"))
        if kind != "delete":
            found.append(("".join(new[start:end]), "" if kind == "equal" else "ins"))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedTerm:
    """A term of the English text, and its words in the language."""

    english: str
    preferred: tuple[str, ...]
    admitted: tuple[str, ...]
    forbidden: tuple[str, ...]
    definition: str


class AgreedTerms:
    """The termbase, asked message by message."""

    def __init__(self, concepts: Iterable[Concept], terms: Iterable[Term], language: Language) -> None:
        words = words_of(terms)
        self._terms: list[AgreedTerm] = []
        for concept in concepts:
            own = words.get((concept.id, language.tag), ())
            by_status = {status: tuple(term.text for term in own if term.status is status) for status in TermStatus}
            for english in words.get((concept.id, "en"), ()) if own else ():
                if english.status is not TermStatus.FORBIDDEN:
                    self._terms.append(
                        AgreedTerm(
                            english=english.text,
                            preferred=by_status[TermStatus.PREFERRED],
                            admitted=by_status[TermStatus.ADMITTED],
                            forbidden=by_status[TermStatus.FORBIDDEN],
                            definition=concept.definition,
                        )
                    )
        self._terms.sort(key=lambda each: -len(each.english))

    def of(self, text: str) -> Iterator[AgreedTerm]:
        """Yield the terms that the English *text* holds, the longest first; one within another is left out."""
        taken: list[tuple[int, int]] = []
        folded = text.casefold()
        for term in self._terms:
            if term.english.casefold()[:3] not in folded:
                continue
            spans = [
                span
                for span in find_term(term.english, text, "en")
                if not any(start <= span[0] and span[1] <= end for start, end in taken)
            ]
            if spans:
                taken += spans
                yield term


def by_message(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Return *findings* by the name of the message that they are about."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.beside:
            found.setdefault(finding.beside.id, []).append(finding)
    return found
