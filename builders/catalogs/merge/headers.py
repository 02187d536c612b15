"""The header of a catalog that two sides have changed."""

from __future__ import annotations

from datetime import datetime

from builders.catalogs.merge.versions import Versions
from builders.catalogs.po.headers import HELD, header_fields


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
