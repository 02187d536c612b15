"""Reads what the release promises (``source/release.toml``); a project without the file promises nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from builders.model.findings import Finding
from builders.model.promises import Amount, LanguagePromise, Promises
from builders.model.vocabulary import BLOCK_TYPES
from builders.settings.entries import Entry, fault, line_of, only, table, texts

RELEASE = "source/release.toml"
KINDS = ("edition", "checklist", "language")

Value = TypeVar("Value")


def read_promises(
    data: Entry, file: str, faults: list[Finding], *, editions: Iterable[str], tags: Iterable[str]
) -> Promises:
    """Return the promises in *data*, which *file* says, for *editions* and the languages *tags*.

    What is wrong is added to *faults*.
    """

    def each(kind: str, entries: object, begin: int, make: Callable[[str, object, int], Value]) -> dict[str, Value]:
        made: dict[str, Value] = {}
        try:
            for name, value in table(entries).items():
                line = _line(kind, name, file)
                try:
                    made[name] = make(name, value, line)
                except ValueError as error:
                    faults.append(fault(RELEASE, f"{kind} {name}: {error}", "compare it with its neighbours", line))
        except ValueError as error:
            faults.append(fault(RELEASE, f"{kind}: {error}", "compare it with its neighbours", begin))
        return made

    def of_edition(name: str, value: object, line: int) -> dict[str, Amount]:
        _known(name, editions)
        return each(f"edition.{name}", value, line, _blocks)

    def of_language(name: str, value: object, line: int) -> LanguagePromise:
        _known(name, tags)
        entry = table(value)
        only(entry, ("labels", "messages", "pages"))
        return LanguagePromise(
            line=line,
            labels=_percent(entry, "labels"),
            messages=_percent(entry, "messages"),
            pages=texts(entry, "pages", ()),
        )

    def all_of(kind: str, make: Callable[[str, object, int], Value]) -> dict[str, Value]:
        return each(kind, data.get(kind, {}), _begin(kind, file), make)

    for name in data.keys() - KINDS:
        message = f"“{name}” means nothing here; use {', '.join(KINDS)}"
        faults.append(fault(RELEASE, message, "write [edition.…], [checklist] or [language.…]", _begin(name, file)))
    return Promises(
        blocks=all_of("edition", of_edition),
        questions=all_of("checklist", lambda _, value, line: _amount(value, line)),
        languages=all_of("language", of_language),
    )


def _begin(kind: str, file: str) -> int:
    """Return the line of *file* in which the first table of *kind* begins."""
    found = re.search(rf"^\s*\[*{re.escape(kind)}\b", file, re.MULTILINE)
    return file.count("\n", 0, found.end()) + 1 if found else 0


def _line(kind: str, name: str, file: str) -> int:
    """Return the line of *name* in the table *kind* of *file*, or else that of its own table."""
    before, head, rest = file.partition(f"[{kind}]\n")
    inside = line_of(name, rest) if head else 0
    return before.count("\n") + 1 + inside if inside else line_of(name, file)


def _known(name: str, names: Iterable[str]) -> None:
    known = list(names)
    if name not in known:
        raise ValueError(f"“{name}” is none of the project; use {', '.join(known)}")


def _blocks(query: str, value: object, line: int) -> Amount:
    if query.partition(" ")[0] not in BLOCK_TYPES:
        raise ValueError(f"“{query}” does not begin with a type of block")
    return _amount(value, line)


def _amount(value: object, line: int) -> Amount:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return Amount(least=value, most=value, line=line)
    if isinstance(value, str) and (match := re.fullmatch(r"at least (\d+)|(\d+) to (\d+)", value)):
        floor, least, most = match.groups()
        return Amount(least=int(floor or least), most=int(most) if most else None, line=line)
    raise ValueError(f'“{value}” is no number: write 36, "at least 36" or "35 to 37"')


def _percent(entry: Entry, name: str) -> int:
    value = entry.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise ValueError(f"{name} is a whole number of per cent, not “{value}”")
    return value
