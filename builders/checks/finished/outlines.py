"""The outlines of one edition side by side: in every language the same blocks and messages, in the same order."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.model.findings import Finding, Location
from builders.model.messages import message_id
from builders.problems import Problem
from builders.settings import Settings, read_settings

FILE = "texts.json"
SOURCE = "en"
_NAMED = 5
"""Blocks or messages that a finding names."""
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the messages of a language stand: in its catalog, and in the source; nothing where it cannot be read."""

    settings: Settings | None
    tag: str
    found: dict[str, tuple[Location, str]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[Location | None, str]:
        """Return the line of the catalog that translates the message *name*, and its place in the source."""
        if self.settings and not self.found:
            with suppress(Problem):
                language = self.settings.language(self.tag)
                folder = catalog_folder(self.settings, language).relative_to(self.settings.project).as_posix()
                for domain, catalog in read_catalogs(self.settings, language).items():
                    for entry in catalog.active:
                        place = Location(f"{folder}/{domain}.po", entry.line)
                        self.found[message_id(domain, entry.key)] = (place, " ".join(entry.references))
        return self.found.get(name, (None, ""))


def outlines(folder: Path) -> Iterator[Finding]:
    """Yield how the outline of each translated unit of the version in *folder* differs from the English one.

    What is compared are the blocks and messages, their order, their kinds, and what each message refers to.
    """
    settings = None
    with suppress(Problem):
        settings = read_settings(folder.parent.parent)
    for english in sorted((folder / SOURCE).glob(f"*/{FILE}")):
        wanted = _texts(english)
        for path in sorted(folder.glob(f"*/{english.parent.name}/{FILE}")):
            if path != english:
                places = _Places(settings, path.parent.parent.name)
                yield from _differences(wanted, _texts(path), Location(path.relative_to(folder).as_posix()), places)


def _texts(path: Path) -> list[Entry]:
    return list(json.loads(path.read_text(encoding="utf-8"))["texts"])


def _differences(wanted: list[Entry], found: list[Entry], location: Location, places: _Places) -> Iterator[Finding]:
    own, other = (Counter(map(_name, entries)) for entries in (wanted, found))
    for verb, names in (("missing from", own - other), ("only in", other - own)):
        if names:
            every = list(names.elements())
            more = f" and {len(every) - _NAMED} more" if len(every) > _NAMED else ""
            listed = ", ".join(" ".join(filter(None, each)) for each in every[:_NAMED])
            message = f"{verb} the translation: {listed}{more}"
            yield Finding(check="outline-differs", location=location, message=message)
    if own != other:
        return
    for first, second in zip(map(_name, _in_order(wanted)), map(_name, _in_order(found)), strict=True):
        if first != second:
            message = f"the order differs from {' '.join(filter(None, first))} on"
            yield Finding(check="outline-differs", location=location, message=message)
            return
    for one, two in zip(sorted(wanted, key=_name), sorted(found, key=_name), strict=True):
        if one["references"] != two["references"]:
            yield _about_references(one, two, location, places)


def _in_order(entries: list[Entry]) -> Iterator[Entry]:
    """Yield the *entries* whose order is the author's: terms stand in the alphabet of their language."""
    return (entry for entry in entries if not (entry["kind"] == "term" or entry["context"].startswith("trm-")))


def _name(entry: Entry) -> tuple[str, ...]:
    return entry["document"], entry["kind"], entry["id"], entry["context"]


def _about_references(first: Entry, second: Entry, location: Location, places: _Places) -> Finding:
    line, origin = places.of(first["id"])
    own, other = Counter[str](first["references"]), Counter[str](second["references"])
    parts = (("has lost", own - other), ("adds", other - own))
    said = " and ".join(f"{verb} {', '.join(sorted(names.elements()))}" for verb, names in parts if names)
    place = ", ".join(filter(None, (first["document"], first["context"], first["id"], origin)))
    return Finding(check="outline-differs", location=line or location, message=f"the text {said} ({place})")
