"""What an entry of a settings file may hold, read with words for the person who wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from builders.model.characters import line_fault
from builders.model.findings import Finding, Location

Entry = Mapping[str, Any]
Value = TypeVar("Value")

CODE = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
"""What the code of an entry looks like; authors separate several of them by spaces or commas."""

TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""What a language tag looks like (BCP 47)."""


def table(value: object) -> Entry:
    """Return *value* if it is a table of TOML."""
    if not isinstance(value, Mapping):
        raise ValueError(f"“{value}” stands where names and values are expected")
    return value


def only(entry: Entry, known: Iterable[str]) -> None:
    """Refuse names in *entry* that mean nothing."""
    names = list(known)
    for name in entry:
        if name not in names:
            raise ValueError(f"“{name}” means nothing here; use {', '.join(names)}")


def text(entry: Entry, name: str, default: str | None = None) -> str:
    """Return the text *name* of *entry*: one line, of characters that every format can hold."""
    value = entry.get(name, default)
    if value is None:
        raise ValueError(f"{name} is missing")
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text: put “{value}” into quotation marks")
    if default is None and not value.strip():
        raise ValueError(f"{name} is empty")
    return _fit(name, value)


def _fit(name: str, value: str) -> str:
    if fault := line_fault(value):
        raise ValueError(f"{name} holds {fault}")
    return value


def texts(entry: Entry, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return the list of texts *name* of *entry*."""
    value = entry.get(name, default)
    if value is None:
        raise ValueError(f"{name} is missing")
    if isinstance(value, str) or not all(isinstance(each, str) for each in value):
        raise ValueError(f'{name} is no list of texts: write ["…", "…"]')
    return tuple(_fit(name, each) for each in value)


def claim(entry: Entry, name: str) -> bool:
    """Return whether *entry* claims *name*; it does not where it says nothing."""
    value = entry.get(name, False)
    if not isinstance(value, bool):
        raise ValueError(f"{name} is true or false, not “{value}”")
    return value


def one_of(value: str, name: str, known: Iterable[str]) -> str:
    """Return *value*, which is that of *name*, if it is one of the *known* ones."""
    names = list(known)
    if value not in names:
        raise ValueError(f"{name} is one of {', '.join(names)}, not “{value}”")
    return value


def day(entry: Entry, name: str) -> date:
    """Return the day *name* of *entry*."""
    value = entry.get(name)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{name} is no day: write YYYY-MM-DD, without quotation marks and without a time")
    return value


def by_language(entry: Entry, tags: Iterable[str]) -> dict[str, str]:
    """Return the texts of *entry* by language tag; the English one is never missing."""
    known = list(tags)
    for tag in entry:
        if tag not in known:
            raise ValueError(f"“{tag}” is no language of locale/languages.toml; use {', '.join(known)}")
    return {"en": text(entry, "en"), **{tag: text(entry, tag) for tag in entry}}


def line_of(name: str, file: str) -> int:
    """Return the line of *file*, the text of a settings file, in which the entry *name* begins; 0 if none does."""
    found = re.search(rf'^\s*(\[[^\]\n]*?)?"?{re.escape(name)}"?\s*[]=]', file, re.MULTILINE)
    return file.count("\n", 0, found.end()) + 1 if found else 0


def unknown_names(data: Entry, known: Iterable[str], *, path: str, file: str, hint: str) -> Iterator[Finding]:
    """Yield what is wrong with the names in *data*, the content of the settings *file* at *path*: only *known* ones."""
    names = tuple(known)
    for name in data:
        try:
            only({name: ""}, names)
        except ValueError as error:
            yield fault(path, str(error), hint, line_of(name, file))


def fault(path: str, message: str, hint: str, line: int = 0) -> Finding:
    """Return the finding that something in the settings file *path* cannot be used."""
    return Finding(check="settings", location=Location(path, line), message=message, hint=hint)
