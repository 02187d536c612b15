"""Waivers: places where a rule is broken on purpose, each with its reason.

They stand in ``source/waivers.toml``, and for translations in ``locale/<locale>/waivers.toml``.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from builders.checks.checking import Check, Remark, check
from builders.model.findings import Location
from builders.model.languages import Language
from builders.settings import Settings

PATH = "source/waivers.toml"

FIELDS = ("check", "at", "reason")
"""What every waiver says; it may also give a ``text``, a ``name`` and a day ``until`` which it holds."""
OF_TRANSLATIONS = (*FIELDS, "name")
"""What a waiver of a translation says: somebody who reads the language answers for it."""


def waivers_path(settings: Settings, language: Language) -> str:
    """Return the path, in the project, of the waivers for translations into *language*."""
    return f"{settings.locale.relative_to(settings.project).as_posix()}/{language.locale}/waivers.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One rule that one place need not keep."""

    check: str
    at: str
    """Identifier of a block or a message, name of a document, or path of a file."""
    reason: str
    text: str = ""
    """Words of the passage or the message; empty for every finding of the place."""
    name: str = ""
    """Who answers for it."""
    until: date | None = None
    """The last day on which it holds; None for ever."""
    path: str = PATH
    line: int = 0

    @property
    def location(self) -> Location:
        """Where the waiver is written."""
        return Location(self.path, self.line)

    def covers(self, check_id: str, remark: Remark) -> bool:
        """Whether *remark* of the check *check_id* is waived."""
        document = remark.location.path.removeprefix("source/").removesuffix(".rst")
        places = (*remark.blocks, document, remark.location.path)
        said = f"{remark.message}\n{remark.passage}"
        return self.check == check_id and self.at in places and self.text in said


@dataclass(frozen=True, slots=True, kw_only=True)
class Waivers:
    """What a file of waivers holds, and what is wrong with it."""

    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Remark, ...] = ()
    unused: tuple[Waiver, ...] = ()
    expired: tuple[Waiver, ...] = ()


def read_waivers(text: str, known: Set[str], *, path: str = PATH, fields: Sequence[str] = FIELDS) -> Waivers:
    """Return the waivers in *text*, the file *path*, which may be of the checks *known* and say all of *fields*."""
    lines = [text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"^\[\[waiver\]\]", text, re.MULTILINE)]
    try:
        entries: Any = tomllib.loads(text).get("waiver", [])
    except tomllib.TOMLDecodeError as error:
        return Waivers(faults=(Remark(location=Location(path), message=f"the file cannot be read: {error}"),))
    waivers: list[Waiver] = []
    faults: list[Remark] = []
    every = entries if isinstance(entries, list) else [entries]
    for entry, line in zip(every, [*lines, *(0 for _ in every)], strict=False):
        found = [Remark(location=Location(path, line), message=message) for message in _faults(entry, known, fields)]
        faults += found
        if not found:
            waivers.append(Waiver(**entry, path=path, line=line))
    return Waivers(waivers=tuple(waivers), faults=tuple(faults))


def _faults(entry: object, known: Set[str], fields: Sequence[str]) -> Iterator[str]:
    if not isinstance(entry, dict) or not all(isinstance(entry[name], str) for name in entry if name != "until"):
        yield "a waiver has fields with texts between quotation marks, and nothing else"
        return
    for name in fields:
        if not str(entry.get(name, "")).strip():
            yield f"the waiver has no {name}"
    for name in entry.keys() - {*OF_TRANSLATIONS, "text", "until"}:
        yield f"a waiver has no field “{name}”"
    until = entry.get("until")
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        yield "until is a day without quotation marks: until = 2027-01-31"
    if entry.get("check") and entry["check"] not in known:
        yield f"there is no check “{entry['check']}” that could be waived"


@check("waiver-faulty")
def waiver_faulty(waivers: Waivers) -> Iterator[Remark]:
    """A waiver has no reason or place, or names no check."""
    yield from waivers.faults


@check("waiver-unused")
def waiver_unused(waivers: Waivers) -> Iterator[Remark]:
    """A waiver covers no finding."""
    for waiver in waivers.unused:
        message = f"the waiver of {waiver.check} at {waiver.at} covers nothing"
        yield Remark(location=waiver.location, message=message)


@check("waiver-expired")
def waiver_expired(waivers: Waivers) -> Iterator[Remark]:
    """A waiver has ended, and covers nothing any more."""
    for waiver in waivers.expired:
        message = f"the waiver of {waiver.check} at {waiver.at} held until {waiver.until}"
        yield Remark(location=waiver.location, message=message)


WAIVER_CHECKS: tuple[Check[Waivers], ...] = (waiver_faulty, waiver_unused, waiver_expired)
"""They belong to every profile and cannot be waived."""


def sift(
    remarks: Iterable[tuple[str, Remark]], waivers: Waivers, checks: Set[str], *, today: date | None = None
) -> tuple[list[tuple[str, Remark]], Waivers]:
    """Return the *remarks* that are not waived, and the *waivers* with those that cover nothing, or have ended.

    A remark comes with the id of its check. Only waivers of the *checks* that have run can be unused.
    Without *today*, no waiver ends.
    """
    expired = tuple(waiver for waiver in waivers.waivers if today and waiver.until and waiver.until < today)
    standing = [waiver for waiver in waivers.waivers if waiver not in expired]
    used: set[Waiver] = set()
    left: list[tuple[str, Remark]] = []
    for name, remark in remarks:
        covering = [waiver for waiver in standing if waiver.covers(name, remark)]
        used.update(covering)
        if not covering:
            left.append((name, remark))
    unused = tuple(waiver for waiver in standing if waiver.check in checks and waiver not in used)
    return left, replace(waivers, unused=unused, expired=expired)
