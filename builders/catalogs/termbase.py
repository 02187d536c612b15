"""The termbase: which words stand for a concept in each language, and how the concept is defined."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from builders.model.findings import Finding, Location
from builders.model.terms import ChildUse, Concept, Term, TermStatus
from builders.problems import Problem

DEFINITIONS = "definitions.csv"
TERMBASE = "termbase.csv"

Row = Mapping[str, str]
Value = TypeVar("Value")

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


@lru_cache(maxsize=4)
def _read_definitions(path: Path, changed: int) -> tuple[Concept, ...]:
    return _read(path, _concept, key=lambda concept: concept.id)


@lru_cache(maxsize=4)
def _read_termbase(path: Path, changed: int) -> tuple[Term, ...]:
    return _read(path, _term, key=lambda term: f"{term.concept} {term.tag} {term.text}")


def _read(path: Path, make: Callable[[Row, int], Value], *, key: Callable[[Value], str]) -> tuple[Value, ...]:
    faults: list[Finding] = []
    values: dict[str, Value] = {}
    for row, line in _rows(path):
        try:
            value = make(row, line)
            if key(value) in values:
                raise ValueError(f"“{key(value)}” stands in the file twice")
            values[key(value)] = value
        except (KeyError, ValueError, TypeError) as error:
            place = Location(f"locale/{path.name}", line)
            hint = "compare the row with its neighbours"
            faults.append(Finding(check="termbase-row", location=place, message=str(error), hint=hint))
    if faults:
        raise Problem(
            code="termbase-faulty",
            what=f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in locale/{path.name}",
            findings=faults,
            next_step="mend the rows named above",
        )
    return tuple(values.values())


def _rows(path: Path) -> Iterator[tuple[Row, int]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for row in reader:
            yield {name or "": value or "" for name, value in row.items() if isinstance(value, str)}, reader.line_num


def _concept(row: Row, line: int) -> Concept:
    if not _CONCEPT.fullmatch(row["term_id"]):
        raise ValueError(f"“{row['term_id']}” is no name of a concept: use lowercase letters, digits and hyphens")
    if not row["definition_en"].strip():
        raise ValueError(f"{row['term_id']} has no definition")
    use, _, plain = row["child_edition"].partition(":")
    return Concept(
        id=row["term_id"],
        domain=row["domain"],
        tier=row["tier"],
        editions=tuple(row["editions"].split()),
        child_use=ChildUse(use),
        plain_words=plain.strip(),
        definition=row["definition_en"].strip(),
        child_definition=row["child_definition_en"].strip(),
        line=line,
    )


def _term(row: Row, line: int) -> Term:
    if not row["term"].strip():
        raise ValueError(f"{row['term_id']} has an empty word in {row['lang']}")
    notes: dict[str, str] = {}
    for part in row["note"].split(";"):
        name, equals, value = part.strip().partition("=")
        if equals:
            notes[name.strip()] = value.strip()
        elif name:
            notes["note"] = f"{notes.get('note', '')} {name}".strip()
    return Term(
        concept=row["term_id"],
        tag=row["lang"],
        text=row["term"].strip(),
        status=TermStatus(row["status"]),
        notes=notes,
        line=line,
        part_of_speech=row.get("pos", ""),
    )
