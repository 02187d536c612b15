"""Words that come in from other programs: proposals to the termbase, which a person takes over or not."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from builders.catalogs.exchange.returned import means
from builders.catalogs.exchange.tbx_reading import ForeignTerm, parse_tbx
from builders.catalogs.files import replace_files
from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.model.languages import Language
from builders.model.terms import Term, TermStatus
from builders.settings import Settings

COLUMNS = ("term_id", "lang", "term", "pos", "status", "note")
"""Those of the termbase: a row that is taken over is copied."""
PLACE = "build/term-proposals.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What files propose to the termbase."""

    rows: tuple[tuple[str, ...], ...]
    known: int
    """Words that the termbase has with the same status."""
    path: Path
    """Where the rows are, or would be, written."""


def propose(
    settings: Settings, files: Iterable[tuple[str, bytes]], language: Language | None, *, is_dry_run: bool
) -> Proposals:
    """Return what the TBX *files* propose for *language*, or for all, and write it down unless it *is_dry_run*."""
    terms = read_termbase(settings.locale / TERMBASE)
    languages = [each for each in settings.languages if language in (None, each) or each.is_source]
    found = [each for name, data in files for each in parse_tbx(data, name)]
    placed = list(_placed(found, settings, terms, languages))
    statuses = {(term.concept, term.tag, term.text.casefold()): term.status for term in terms}
    preferred = {
        (term.concept, term.tag): term.text for term in terms if term.status is TermStatus.PREFERRED and term.concept
    }
    rows = dict.fromkeys(
        _row(concept, tag, word, english, (statuses, preferred))
        for concept, tag, word, english in placed
        if statuses.get((concept, tag, word.text.casefold())) is not word.status
    )
    path = settings.project / PLACE
    if rows and not is_dry_run:
        table = StringIO(newline="")
        csv.writer(table, lineterminator="\n").writerows((COLUMNS, *rows))
        path.parent.mkdir(exist_ok=True)
        replace_files([(path, table.getvalue().encode())])
    return Proposals(rows=tuple(rows), known=len(placed) - len(rows), path=path)


def _placed(
    found: Sequence[ForeignTerm], settings: Settings, terms: Iterable[Term], languages: Sequence[Language]
) -> Iterator[tuple[str, str, ForeignTerm, str]]:
    """Yield each word of our *languages* with the concept that it stands for, its tag, and the English of its entry."""
    blocks = {concept.block_id: concept.id for concept in read_definitions(settings.locale / DEFINITIONS)}
    words = {term.text.casefold(): term.concept for term in terms if term.tag == "en"}
    english: dict[tuple[str, str], list[str]] = {}
    for word in found:
        if word.tag.lower().partition("-")[0] == "en":
            english.setdefault((word.location.path, word.concept), []).append(word.text)
    for word in found:
        own = next((each for each in languages if means(word.tag, each)), None)
        if own is None:
            continue
        said = english.get((word.location.path, word.concept), [])
        known = next((words[each.casefold()] for each in said if each.casefold() in words), "")
        yield blocks.get(word.concept, known), own.tag, word, ", ".join(said)


def _row(
    concept: str,
    tag: str,
    word: ForeignTerm,
    english: str,
    known: tuple[dict[tuple[str, str, str], TermStatus], dict[tuple[str, str], str]],
) -> tuple[str, ...]:
    statuses, preferred = known
    old, best = statuses.get((concept, tag, word.text.casefold())), preferred.get((concept, tag))
    remarks = [f"for “{english}”"] if not concept and tag != "en" else []
    remarks += [f"the termbase says {old.value}"] if old else []
    remarks += [f"the termbase prefers “{best}”"] if best and word.status is TermStatus.PREFERRED else []
    return concept, tag, word.text, "", word.status.value, "; ".join((*remarks, f"from {word.location}"))
