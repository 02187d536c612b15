"""Waivers: places where a rule is broken on purpose, each with its reason (``source/waivers.toml``)."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from builders.checks.checking import Check, Remark, check
from builders.model.findings import Location

PATH = "source/waivers.toml"

FIELDS = ("check", "at", "reason")
"""What every waiver says; it may also name a ``text``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One rule that one place need not keep."""

    check: str
    at: str
    """Identifier of a block, name of a document, or path of a file."""
    reason: str
    text: str = ""
    """Words of the passage or the message; empty for every finding of the place."""
    line: int = 0

    @property
    def location(self) -> Location:
        """Where the waiver is written."""
        return Location(PATH, self.line)

    def covers(self, check_id: str, remark: Remark) -> bool:
        """Whether *remark* of the check *check_id* is waived."""
        document = remark.location.path.removeprefix("source/").removesuffix(".rst")
        places = (*remark.blocks, document, remark.location.path)
        said = f"{remark.message}\n{remark.passage}"
        return self.check == check_id and self.at in places and self.text in said


@dataclass(frozen=True, slots=True, kw_only=True)
class Waivers:
    """What ``source/waivers.toml`` holds, and what is wrong with it."""

    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Remark, ...] = ()
    unused: tuple[Waiver, ...] = ()


def read_waivers(text: str, known: Set[str]) -> Waivers:
    """Return the waivers in *text*, which may be of the checks *known*."""
    lines = [text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"^\[\[waiver\]\]", text, re.MULTILINE)]
    try:
        entries: Any = tomllib.loads(text).get("waiver", [])
    except tomllib.TOMLDecodeError as error:
        return Waivers(faults=(Remark(location=Location(PATH), message=f"the file cannot be read: {error}"),))
    waivers: list[Waiver] = []
    faults: list[Remark] = []
    every = entries if isinstance(entries, list) else [entries]
    for entry, line in zip(every, [*lines, *(0 for _ in every)], strict=False):
        found = [Remark(location=Location(PATH, line), message=message) for message in _faults(entry, known)]
        faults += found
        if not found:
            waivers.append(Waiver(**entry, line=line))
    return Waivers(waivers=tuple(waivers), faults=tuple(faults))


def _faults(entry: object, known: Set[str]) -> Iterator[str]:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        yield "a waiver has fields with texts between quotation marks, and nothing else"
        return
    for name in FIELDS:
        if not str(entry.get(name, "")).strip():
            yield f"the waiver has no {name}"
    for name in entry.keys() - {*FIELDS, "text"}:
        yield f"a waiver has no field “{name}”"
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


WAIVER_CHECKS: tuple[Check[Waivers], ...] = (waiver_faulty, waiver_unused)
"""They belong to every profile and cannot be waived."""


def sift(
    remarks: Iterable[tuple[str, Remark]], waivers: Waivers, checks: Set[str]
) -> tuple[list[tuple[str, Remark]], Waivers]:
    """Return the *remarks* that are not waived, and the *waivers* with those that cover nothing.

    A remark comes with the id of its check. Only waivers of the *checks* that have run can be unused.
    """
    used: set[Waiver] = set()
    left: list[tuple[str, Remark]] = []
    for name, remark in remarks:
        covering = [waiver for waiver in waivers.waivers if waiver.covers(name, remark)]
        used.update(covering)
        if not covering:
            left.append((name, remark))
    unused = tuple(waiver for waiver in waivers.waivers if waiver.check in checks and waiver not in used)
    return left, Waivers(waivers=waivers.waivers, faults=waivers.faults, unused=unused)
