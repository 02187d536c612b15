"""The header of a catalog: fields that translators' tools read, and add to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from builders.catalogs.versions import Versions

ORDER = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
    "X-Review-State",
)
"""The order of the fields in a new header."""

ALWAYS = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}

OURS = ("X-Review-State",)
"""Fields that follow ``locale/languages.toml`` whatever a catalog says."""

HELD = ("Language", "Content-Type", "Plural-Forms", "X-Review-State")
"""Fields on which two sides of a merge must agree; in the others, the side that was saved later is right."""


def merge_header(fields: Mapping[str, str], old: str = "") -> str:
    """Return the header *old* with those of *fields* that it lacks or leaves empty; what it says stays, in its order.

    Only the fields of OURS take the value of *fields* in any case.
    """
    known = {name.lower() for name, _ in header_fields(old)}
    missing = {name: value for name, value in {**ALWAYS, **fields}.items() if name.lower() not in known}
    kept = "".join(_current(line, fields) for line in old.splitlines(keepends=True))
    if old and not missing:
        return kept
    names = sorted(missing, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    added = "".join(f"{name}: {missing[name]}\n" for name in names)
    return (kept if kept.endswith("\n") or not kept else f"{kept}\n") + added


def _current(line: str, fields: Mapping[str, str]) -> str:
    name, colon, value = line.partition(":")
    wanted = fields.get(name, "")
    if not colon or not wanted or value.strip() == wanted or (value.strip() and name not in OURS):
        return line
    return f"{name}: {wanted}\n"


def header_fields(header: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of *header* and their values."""
    for line in header.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()


def join_headers(headers: Versions[str]) -> tuple[str, ...]:
    """Return the header that both sides make, field by field; ours and theirs, two, where a field of HELD differs."""
    if not headers.are_at_odds:
        return (headers.settled(unsure=""),)
    lines = headers.of(_lines_by_field)
    later = lines.theirs if _saved(headers.theirs) > _saved(headers.ours) else lines.ours
    return tuple(dict.fromkeys(_joined(lines, side, later) for side in (lines.ours, lines.theirs)))


def _joined(lines: Versions[dict[str, str]], side: dict[str, str], later: dict[str, str]) -> str:
    names = dict.fromkeys((*lines.ours, *lines.theirs))
    return "".join(_line(lines, name, side if name in HELD else later) for name in names)


def _line(lines: Versions[dict[str, str]], name: str, right: dict[str, str]) -> str:
    return lines.of(lambda each: each.get(name, "")).settled(unsure=right.get(name, ""))


def _lines_by_field(header: str) -> dict[str, str]:
    return {line.partition(":")[0].strip(): f"{line}\n" for line in header.splitlines()}


def _saved(header: str) -> float:
    """Return when a translator's tool saved the catalog, in seconds; 0 where it does not say."""
    day = dict(header_fields(header)).get("PO-Revision-Date", "")
    try:
        return datetime.strptime(day, "%Y-%m-%d %H:%M%z").timestamp()
    except ValueError:
        return 0.0
