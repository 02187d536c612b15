"""Reads the register of adoption (``adaptations/register.toml``): what countries and regions have reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builders.model.adaptations import FOLDER, Kind, Layer
from builders.model.findings import Finding, Location
from builders.model.register import Entry as Row
from builders.model.register import State
from builders.problems import Problem
from builders.settings import Settings
from builders.settings.adaptation_files import adaptation_names
from builders.settings.adaptations import adapted
from builders.settings.entries import Entry, claim, day, fault, one_of, only, table, text
from builders.settings.files import faulty, read_text, read_toml
from builders.settings.national import read_address, read_code

REGISTER = f"{FOLDER}/register.toml"
HINT = "docs/adapters/register says what an entry holds"
_NAMES = ("code", "adaptation", "state", "reported", "link", "demonstration")
_STATES = [each.value for each in State]
_OPENING = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]", re.MULTILINE)


def has_register(project: Path) -> bool:
    """Whether *project* says who adapts its guidelines."""
    return (project / REGISTER).is_file()


def read_register(settings: Settings) -> tuple[Row, ...] | None:
    """Return the entries of the register of the guidelines with *settings*, in its order; None where there is none.

    Raises one Problem with all its faults, each with its line, and with those of the adaptations that it names.
    """
    if not has_register(settings.project):
        return None
    faults: list[Finding] = []
    file = read_text(settings.project, REGISTER, faults)
    data = read_toml(REGISTER, file, faults)
    rows = list(_Register(settings, file, data, faults).rows())
    faults += _listed_twice(rows)
    if faults:
        raise faulty(sorted(faults, key=lambda each: each.location))
    return tuple(rows)


def _listed_twice(rows: list[Row]) -> Iterator[Finding]:
    known: dict[str, Row] = {}
    for row in rows:
        for name in filter(None, (row.code, row.layer.id if row.layer else "")):
            if (first := known.setdefault(name, row)) is not row:
                message = f"{name} is listed twice, first in line {first.place.line}"
                yield fault(REGISTER, message, "keep the entry that is true today", row.place.line)


class _Register:
    """The file, and what is wrong with it by line."""

    def __init__(self, settings: Settings, file: str, data: Entry, faults: list[Finding]) -> None:
        self.settings, self.file, self.data, self.faults = settings, file, data, faults
        self.known = adaptation_names(settings.project)
        self.openings = {kind: [m for m in _OPENING.finditer(file) if m[1] == kind.value] for kind in Kind}

    def rows(self) -> Iterator[Row]:
        """Yield every entry that can be read."""
        kinds = {kind.value: kind for kind in Kind}
        for name, entries in self.data.items():
            if name not in kinds or not isinstance(entries, list):
                message = f"“{name}” means nothing here: an entry begins with [[country]] or [[region]]"
                self.faults.append(fault(REGISTER, message, HINT, self._line_in(self.file, name)))
                continue
            for number, entry in enumerate(entries):
                part, above = self._written(kinds[name], number)
                try:
                    yield self._row(kinds[name], table(entry), Location(REGISTER, above + 1))
                except ValueError as error:
                    line = self._line_in(part, str(error).partition(" ")[0].strip("“”:"))
                    self.faults.append(fault(REGISTER, str(error), HINT, above + (line or 1)))
                except Problem as problem:
                    self.faults += problem.findings

    def _written(self, kind: Kind, number: int) -> tuple[str, int]:
        """Return what is written of the entry with *number* among those of *kind*, and how many lines stand above."""
        openings = self.openings[kind]
        if number >= len(openings):
            return "", 0
        begin = openings[number].start(1)
        following = _OPENING.search(self.file, openings[number].end())
        return self.file[begin : following.start() if following else None], self.file.count("\n", 0, begin)

    @staticmethod
    def _line_in(part: str, name: str) -> int:
        """Return the line of *part* in which *name* is said; 0 where it is not."""
        found = re.search(rf"^\s*(\[\[?)?{re.escape(name)}\s*[]=.]", part, re.MULTILINE) if name else None
        return part.count("\n", 0, found.end()) + 1 if found else 0

    def _row(self, kind: Kind, entry: Entry, place: Location) -> Row:
        only(entry, _NAMES)
        is_demonstration = claim(entry, "demonstration")
        layer = self._layer(entry)
        state = State(one_of(text(entry, "state"), "state", _STATES))
        schemes = ("https",)
        link = read_address(entry, "link", schemes, is_demonstration=is_demonstration) if "link" in entry else ""
        row = Row(
            kind=kind,
            code=read_code(entry, "code", kind),
            state=state,
            reported=day(entry, "reported"),
            place=place,
            link=link,
            layer=layer,
            is_demonstration=is_demonstration,
        )
        _refuse_contradiction(row)
        return row

    def _layer(self, entry: Entry) -> Layer | None:
        """Return the adaptation that *entry* names; raise a Problem where that cannot be read."""
        if "adaptation" not in entry:
            return None
        name = text(entry, "adaptation")
        if name not in self.known:
            raise ValueError(f"adaptation {name} is not there: no folder {FOLDER}/{name} with an adaptation.toml")
        return adapted(self.settings, name).layers[-1]


def _refuse_contradiction(row: Row) -> None:
    """Raise a ValueError where *row* says what its own adaptation or another word of it denies."""
    layer: Any = row.layer
    if layer is None:
        if row.is_demonstration:
            raise ValueError("adaptation is missing: only its folder says what a demonstration is called")
        if not row.code:
            raise ValueError("code is missing: a region has a number in UN M49, or a folder that names it")
        if row.state is State.PUBLISHED and not row.link:
            raise ValueError("link is missing: where is it published?")
        return
    own = {"code": layer.code, "kind": layer.kind.value, "demonstration": layer.is_demonstration}
    said = {"code": row.code, "kind": row.kind.value, "demonstration": row.is_demonstration}
    for name, value in own.items():
        if said[name] != value:
            words = (str(each).lower() if isinstance(each, bool) else f"“{each}”" for each in (said[name], value))
            raise ValueError("{} is {} here and {} in {}".format(name, *words, f"{layer.folder}/adaptation.toml"))
    if row.state is State.NONE:
        raise ValueError(f"state is none, but {layer.folder} is there")
