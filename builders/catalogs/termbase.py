"""The termbase: which words stand for a concept in each language, and how the concept is defined."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from builders.catalogs.tables import Row, read_table
from builders.model.findings import Finding, Location
from builders.model.terms import ChildUse, Concept, Term, TermStatus
from builders.problems import Problem

DEFINITIONS = "definitions.csv"
TERMBASE = "termbase.csv"

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=Enum)

_CONCEPT_COLUMNS = ("term_id", "domain", "tier", "editions", "child_edition", "definition_en", "child_definition_en")
_TERM_COLUMNS = ("term_id", "lang", "term", "pos", "status", "note")
_PARTS_OF_SPEECH = ("n", "np", "pn", "v")

_CONCEPT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_definitions(path: Path) -> tuple[Concept, ...]:
    """Return the concepts in the file *path*, in its order; none where there is no such file.

    Raises a Problem with every faulty row.
    """
    return _read_definitions(path, path.stat().st_mtime_ns) if path.exists() else ()


def read_termbase(path: Path) -> tuple[Term, ...]:
    """Return the words in the file *path*, in its order; none where there is no such file.

    Raises a Problem with every faulty row.
    """
    return _read_termbase(path, path.stat().st_mtime_ns) if path.exists() else ()


def preferred_terms(terms: Iterable[Term], tag: str) -> dict[str, str]:
    """Return the preferred word of the language *tag* for every concept that has one."""
    return {term.concept: term.text for term in terms if term.tag == tag and term.status is TermStatus.PREFERRED}


def words_of(terms: Iterable[Term]) -> dict[tuple[str, str], list[Term]]:
    """Return *terms* by their concept and language."""
    words: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        words.setdefault((term.concept, term.tag), []).append(term)
    return words


@lru_cache(maxsize=4)
def _read_definitions(path: Path, changed: int) -> tuple[Concept, ...]:
    return _read(path, _CONCEPT_COLUMNS, _concept, key=lambda concept: concept.id)


@lru_cache(maxsize=4)
def _read_termbase(path: Path, changed: int) -> tuple[Term, ...]:
    return _read(path, _TERM_COLUMNS, _term, key=lambda term: f"{term.concept} {term.tag} {term.text}")


def _read(
    path: Path, columns: Sequence[str], make: Callable[[Row, int], Value], *, key: Callable[[Value], str]
) -> tuple[Value, ...]:
    faults: list[Finding] = []
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    name = f"locale/{path.name}"
    for row, line in read_table(path, name, columns, faults):
        try:
            value = make(row, line)
            if first := lines.get(key(value)):
                raise ValueError(f"“{key(value)}” stands in line {first} too")
            values[key(value)], lines[key(value)] = value, line
        except ValueError as error:
            hint = "compare the row with its neighbours"
            place = Location(name, line)
            faults.append(Finding(check="termbase-row", location=place, message=str(error), hint=hint))
    if faults:
        raise Problem(
            code="termbase-faulty",
            what=f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in {name}",
            findings=faults,
            next_step="mend the rows named above",
        )
    return tuple(values.values())


def _concept(row: Row, line: int) -> Concept:
    _check_name(row["term_id"])
    if not row["definition_en"]:
        raise ValueError(f"{row['term_id']} has no definition")
    use, _, plain = row["child_edition"].partition(":")
    child_use = _choice(ChildUse, "child_edition", use.strip())
    if (child_use is ChildUse.REPLACE) is not bool(plain.strip()):
        raise ValueError(f"{row['term_id']}: child_edition is allow, never, or replace: and other words")
    return Concept(
        id=row["term_id"],
        domain=row["domain"],
        tier=row["tier"],
        editions=tuple(row["editions"].split()),
        child_use=child_use,
        plain_words=plain.strip(),
        definition=row["definition_en"],
        child_definition=row["child_definition_en"],
        line=line,
    )


def _term(row: Row, line: int) -> Term:
    _check_name(row["term_id"])
    if not row["term"]:
        raise ValueError(f"{row['term_id']} has an empty word in {row['lang']}")
    if row["pos"] not in _PARTS_OF_SPEECH:
        raise ValueError(f"pos is one of {', '.join(_PARTS_OF_SPEECH)}, not “{row['pos']}”")
    return Term(
        concept=row["term_id"],
        tag=row["lang"],
        text=row["term"],
        status=_choice(TermStatus, "status", row["status"]),
        notes=_notes(row["note"]),
        line=line,
        part_of_speech=row["pos"],
    )


def _notes(text: str) -> dict[str, str]:
    notes: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.strip().partition("=")
        if equals and name.strip() in notes:
            raise ValueError(f"the note has {name.strip()}= twice")
        if equals:
            notes[name.strip()] = value.strip()
        elif name:
            notes["note"] = f"{notes.get('note', '')} {name}".strip()
    return notes


def _check_name(name: str) -> None:
    if not _CONCEPT.fullmatch(name):
        raise ValueError(f"“{name}” is no name of a concept: use lowercase letters, digits and hyphens")


def _choice(kind: type[Choice], column: str, value: str) -> Choice:
    if value not in (values := [str(each.value) for each in kind]):
        raise ValueError(f"{column} is one of {', '.join(values)}, not “{value}”")
    return kind(value)
