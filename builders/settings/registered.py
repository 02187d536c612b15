"""Reads the registries: what the text names but never types by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from builders.model.findings import Finding, Location
from builders.model.instruments import Entity, Instrument
from builders.model.registries import Fact, Person

REGISTRIES = (
    "instruments",
    "entities",
    "facts",
    "characters",
    "stakeholders",
    "risks",
    "services",
    "topics",
    "variables",
)
"""Files of source/registries/, without their suffix."""

Entry = Mapping[str, Any]
Value = TypeVar("Value")


def read(registries: Mapping[str, Entry], faults: list[Finding]) -> dict[str, Any]:
    """Return the fields of Settings that the *registries* fill; add what is wrong with an entry to *faults*."""

    def each(registry: str, make: Callable[[str, Entry], Value], table: str = "") -> dict[str, Value]:
        entries = registries[registry].get(table, {}) if table else registries[registry]
        values: dict[str, Value] = {}
        for code, entry in entries.items():
            try:
                values[code] = make(code, entry)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                faults.append(_fault(registry, code, error))
        return values

    return {
        "instruments": each("instruments", Instrument.from_registry),
        "entities": each("entities", Entity.from_registry),
        "facts": each("facts", _fact, "fact"),
        "characters": each("characters", _person),
        "classes": each("risks", _label, "class"),
        "risks": each("risks", _label, "risk"),
        "services": each("services", _label, "service"),
        "stakeholders": each("stakeholders", _label, "stakeholder"),
        "topics": each("topics", _label, "topic"),
        "variables": each("variables", _label, "variable"),
        "values": {
            name: entry["value"]
            for name, entry in registries["variables"].get("variable", {}).items()
            if isinstance(entry, Mapping) and "value" in entry
        },
    }


def _fault(registry: str, code: str, error: Exception) -> Finding:
    message = f"the entry {code} is not complete or has the wrong form ({type(error).__name__}: {error})"
    return Finding(
        check="settings",
        location=Location(f"source/registries/{registry}.toml"),
        message=message,
        hint="compare it with its neighbours",
    )


def _label(code: str, entry: Entry) -> str:
    if not isinstance(entry["label"], str) or not entry["label"].strip():
        raise ValueError("its label is empty")
    return str(entry["label"])


def _fact(code: str, entry: Entry) -> Fact:
    for name in ("as-of", "review-by"):
        if not isinstance(entry[name], date):
            raise ValueError(f"{name} is not a date")
    return Fact(
        id=code,
        label=_label(code, entry),
        value=entry["value"],
        as_of=entry["as-of"],
        source=str(entry["source"]),
        source_url=str(entry["source-url"]),
        review_by=entry["review-by"],
    )


def _person(code: str, entry: Entry) -> Person:
    return Person(
        slug=code,
        names=dict(entry["name"]),
        genders=dict(entry["gender"]),
        age=str(entry.get("age", "")),
        description=str(entry["description"]),
        disability=str(entry.get("disability", "")),
        voice=str(entry.get("voice", "")),
    )
