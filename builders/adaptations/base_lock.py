"""``base.lock``: the text that every change was accepted on, so that three texts can be compared years later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from builders.adaptations.blocks import BlockState, fingerprint
from builders.model.findings import Finding, Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What a change was accepted on, by whom and when."""

    key: str
    version: str
    """That of the guidelines."""
    by: str
    on: str
    parts: Mapping[str, str] = field(default_factory=dict)
    """Every part of the block as it was."""
    layers: Mapping[str, str] = field(default_factory=dict)
    """The adaptation that a part came from, where it was not the guidelines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseLock:
    """What is kept of the text below an adaptation, by change."""

    base: str = ""
    """The version of the guidelines that it was accepted on last."""
    digest: str = ""
    """The SHA-256 of all their blocks."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """The identifiers of its own ledger at that time, each with its status: they are never used again."""
    accepted: Mapping[str, Accepted] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who accepts changes, when, and on which version of the guidelines."""

    version: str
    by: str
    on: date
    ids: Mapping[str, str] = field(default_factory=dict)
    """The identifiers of the adaptation's own ledger, each with its status."""


def accepted(key: str, block: BlockState, terms: Terms) -> Accepted:
    """Return that somebody accepts the change *key* on *block* as it stands."""
    return Accepted(
        key=key,
        version=terms.version,
        by=terms.by,
        on=terms.on.isoformat(),
        parts=dict(block.parts),
        layers=dict(block.layers),
    )


def written(lock: BaseLock) -> str:
    """Return *lock* as lines of JSON: the first for the guidelines, then one for every change, in their order."""
    lines: list[dict[str, Any]] = [{"base": lock.base, "digest": lock.digest, "ids": dict(sorted(lock.ids.items()))}]
    for key, entry in sorted(lock.accepted.items()):
        parts = {name: {"sha": fingerprint(text), "text": text} for name, text in sorted(entry.parts.items())}
        line: dict[str, Any] = {"change": key, "base": entry.version, "by": entry.by, "on": entry.on, "parts": parts}
        lines.append(line | ({"layers": dict(sorted(entry.layers.items()))} if entry.layers else {}))
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read_lock(text: str, path: str, faults: list[Finding]) -> BaseLock:
    """Return the lock in *text*, the content of the file *path*; add what nobody but an editor can have done to it."""
    entries: dict[str, Accepted] = {}
    base, digest, ids = "", "", {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            data = json.loads(line)
            if number == 1:
                base, digest = str(data["base"]), str(data["digest"])
                ids = {str(name): str(status) for name, status in data.get("ids", {}).items()}
                continue
            entry = _entry(data)
            if entry.key in entries:
                raise ValueError(f"{entry.key} stands twice")
            entries[entry.key] = entry
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"the line was altered by hand, or in a merge ({_said(error)})"
            hint = "restore it from the repository, or take it out and accept the change again"
            faults.append(Finding(check="adapt-lock", location=Location(path, number), message=message, hint=hint))
    return BaseLock(base=base, digest=digest, ids=ids, accepted=entries)


def _said(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return "it is no line of JSON"
        case KeyError():
            return f"{error} is missing"
        case TypeError() | AttributeError():
            return "it does not hold what such a line holds"
    return str(error)


def _entry(data: Mapping[str, Any]) -> Accepted:
    parts = {str(name): str(part["text"]) for name, part in data["parts"].items()}
    for name, text in parts.items():
        if fingerprint(text) != data["parts"][name]["sha"]:
            raise ValueError(f"the text of {name} is not that of its fingerprint")
    return Accepted(
        key=str(data["change"]),
        version=str(data["base"]),
        by=str(data["by"]),
        on=str(data["on"]),
        parts=parts,
        layers={str(name): str(layer) for name, layer in data.get("layers", {}).items()},
    )
