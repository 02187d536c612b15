"""The terms of one language as a table, as Weblate's glossaries and spreadsheets read it."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from builders.catalogs.termbase import words_of
from builders.catalogs.xml_files import one_line
from builders.model.languages import Language
from builders.model.terms import Concept, Term, TermStatus

COLUMNS = ("source", "target", "context", "translator_comments", "developer_comments")
"""Weblate's names."""
HEADING = ",".join(COLUMNS).encode()


def format_terms(concepts: Iterable[Concept], terms: Iterable[Term], language: Language) -> bytes:
    """Return a row for every English word of *concepts* that has a preferred word in *language*."""
    words = words_of(terms)
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([one_line(cell) for cell in row] for each in concepts for row in _rows(each, words, language))
    return table.getvalue().encode()


def _rows(
    concept: Concept, words: Mapping[tuple[str, str], Sequence[Term]], language: Language
) -> Iterator[tuple[str, ...]]:
    own = words.get((concept.id, language.tag), ())
    preferred = [term.text for term in own if term.status is TermStatus.PREFERRED]
    for english in words.get((concept.id, "en"), ()) if preferred else ():
        if english.status is not TermStatus.FORBIDDEN:
            yield english.text, preferred[0], concept.id, remarks(own), concept.definition


def remarks(own: Iterable[Term]) -> str:
    """Return what else there is to know of the words *own* of a concept: which may stand for it, and which may not."""
    found = list(own)
    said = (
        f"{label}: {', '.join(texts)}."
        for label, status in (("Also", TermStatus.ADMITTED), ("Never", TermStatus.FORBIDDEN))
        if (texts := [term.text for term in found if term.status is status])
    )
    return " ".join(said)
