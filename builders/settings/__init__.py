"""Reads what the project is made of, once, into one frozen value; all faults are reported together."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from builders.model.editions import Edition, Format
from builders.model.findings import Finding, Location
from builders.model.identifiers import LedgerEntry, is_well_formed
from builders.model.instruments import Entity, Instrument
from builders.model.labels import LABELS, edition_labels
from builders.model.languages import Direction, Fonts, Language
from builders.model.registries import Fact, Person
from builders.problems import Problem
from builders.settings import registered

Faults = list[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that is decided by data files and not by code."""

    project: Path
    version: str
    released: date
    """Date of publication; every date inside an artifact comes from it."""
    published_at: str
    publisher: str
    editions: tuple[Edition, ...]
    languages: tuple[Language, ...]
    ledger: Mapping[str, LedgerEntry]
    instruments: Mapping[str, Instrument]
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    characters: Mapping[str, Person]
    """The characters of the children's set, by slug."""
    classes: Mapping[str, str]
    """Code of every kind of risk and its English label; the next four are the same for what they name."""
    risks: Mapping[str, str]
    services: Mapping[str, str]
    stakeholders: Mapping[str, str]
    topics: Mapping[str, str]
    variables: Mapping[str, str]
    """Name of every variable and its English label."""
    values: Mapping[str, str]
    """Values of the variables that are set; the base edition sets none."""

    @property
    def source(self) -> Path:
        """The folder of the English text."""
        return self.project / "source"

    @property
    def locale(self) -> Path:
        """The folder of the catalogs."""
        return self.project / "locale"

    @property
    def source_date_epoch(self) -> int:
        """Seconds since 1970 at the start of the day of publication (reproducible-builds.org)."""
        return int(datetime(self.released.year, self.released.month, self.released.day, tzinfo=UTC).timestamp())

    @property
    def labels(self) -> Mapping[str, str]:
        """Key and English text of every label, in the order of the label catalog."""
        registered = {
            f"{prefix}/{code}": label
            for prefix, entries in (
                ("services", self.services),
                ("who", self.stakeholders),
                ("class", self.classes),
                ("risks", self.risks),
                ("topic", self.topics),
                ("fact", {name: fact.label for name, fact in self.facts.items()}),
                ("variable", self.variables),
            )
            for code, label in entries.items()
        }
        return {**LABELS, **dict(edition_labels(self.editions)), **registered}

    def edition(self, name: str) -> Edition:
        """Return the edition called *name*; raise a Problem that lists the editions otherwise."""
        for edition in self.editions:
            if edition.id == name:
                return edition
        raise Problem(
            code="unknown-edition",
            what=f"there is no edition “{name}”",
            next_step="choose one of: " + ", ".join(edition.id for edition in self.editions),
        )

    def language(self, name: str) -> Language:
        """Return the language that *name* means; raise a Problem that lists the languages otherwise."""
        for language in self.languages:
            if language.is_called(name):
                return language
        raise Problem(
            code="unknown-language",
            what=f"there is no language “{name}”",
            why="an unknown language would be published in English under a wrong name",
            next_step="choose one of: " + ", ".join(language.tag for language in self.languages),
        )

    def home_edition(self, identifier: str) -> Edition | None:
        """Return the edition that issued the block *identifier*, None for shared blocks."""
        homes = identifier.split("-")[1:2]
        return next((edition for edition in self.editions if [edition.home] == homes), None)


def read_settings(project: Path) -> Settings:
    """Read the settings of the project in the folder *project*.

    Raises a Problem with every fault found in any of the files.
    """
    try:
        return _read(project)
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError) as error:
        raise Problem(
            code="settings-faulty",
            what=f"an entry of the settings has the wrong form ({type(error).__name__}: {error})",
            where=[Location("source/editions.toml"), Location("locale/languages.toml"), Location("source/registries")],
            next_step="compare the entry that you changed last with its neighbours",
        ) from error


def _read(project: Path) -> Settings:
    faults: Faults = []
    editions = _toml(project, "source/editions.toml", faults)
    languages = _toml(project, "locale/languages.toml", faults)
    registries = {name: _toml(project, f"source/registries/{name}.toml", faults) for name in registered.REGISTRIES}
    if faults:
        raise _faulty(faults)
    settings = Settings(
        project=project,
        version=_version(editions.get("version"), faults),
        released=_date(editions.get("released"), faults),
        published_at=str(editions.get("published-at", "")).rstrip("/"),
        publisher=str(editions.get("publisher", "")),
        editions=tuple(_editions(editions, faults)),
        languages=tuple(_languages(languages, faults)),
        ledger=_ledger(project, faults),
        **registered.read(registries, faults),
    )
    if not faults:
        _check_names(settings, faults)
    if faults:
        raise _faulty(faults)
    return settings


def _faulty(faults: Faults) -> Problem:
    return Problem(
        code="settings-faulty",
        what=f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in the settings",
        findings=faults,
        next_step="mend the lines named above",
    )


def _toml(project: Path, name: str, faults: Faults) -> dict[str, Any]:
    try:
        return tomllib.loads((project / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(_fault(name, "the file is missing", "restore it from the repository"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(_fault(name, f"the file cannot be read: {error}", "mend the line named in the message"))
    return {}


def _version(value: object, faults: Faults) -> str:
    """Return the version, which is also the name of a folder of dist/."""
    if isinstance(value, str) and re.fullmatch(r"[0-9A-Za-z](?:[\w.-]*\w)?", value) and ".." not in value:
        return value
    hint = 'write version = "2026.1": letters, digits, dots and hyphens'
    faults.append(_fault("source/editions.toml", f"“{value}” is no version", hint))
    return "0"


def _check_names(settings: Settings, faults: Faults) -> None:
    """Report names that stand twice, or that could not be folders."""
    for path, kind, names in (
        ("source/editions.toml", "edition id", [edition.id for edition in settings.editions]),
        ("source/editions.toml", "edition home", [edition.home for edition in settings.editions]),
        ("locale/languages.toml", "language tag", [language.tag for language in settings.languages]),
        ("locale/languages.toml", "language locale", [language.locale for language in settings.languages]),
    ):
        for name in names:
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", str(name)):
                faults.append(_fault(path, f"the {kind} “{name}” is no name", "use letters, digits and hyphens"))
            if names.count(name) > 1:
                faults.append(_fault(path, f"the {kind} “{name}” stands twice", "give each its own"))
    for edition in settings.editions:
        if not edition.carries(edition.root):
            hint = "its documents must include the root"
            faults.append(_fault("source/editions.toml", f"the edition {edition.id} does not carry its root", hint))
    if not any(language.is_source for language in settings.languages):
        faults.append(_fault("locale/languages.toml", "the language en is missing", "the text is written in it"))


def _date(value: object, faults: Faults) -> date:
    if isinstance(value, date):
        return value
    hint = "write released = YYYY-MM-DD, without quotes"
    faults.append(_fault("source/editions.toml", "the date of publication is missing", hint))
    return date(1980, 1, 1)


def _fault(path: str, message: str, hint: str, line: int = 0) -> Finding:
    return Finding(check="settings", location=Location(path, line), message=message, hint=hint)


def _editions(data: dict[str, Any], faults: Faults) -> Iterator[Edition]:
    for entry in data.get("edition", []):
        known = {name.replace("-", "_"): value for name, value in entry.items()}
        known["documents"] = tuple(known.get("documents", ()))
        try:
            known["formats"] = tuple(Format(name) for name in known.get("formats", [f.value for f in Format]))
            yield Edition(**known)
        except (TypeError, ValueError) as error:
            name = entry.get("id", "without an id")
            faults.append(_fault("source/editions.toml", f"edition {name}: {error}", "compare it with the others"))


def _languages(data: dict[str, Any], faults: Faults) -> Iterator[Language]:
    for entry in data.get("language", []):
        known = {name.replace("-", "_"): value for name, value in entry.items()}
        known["aliases"] = tuple(known.get("aliases", ()))
        try:
            known["direction"] = Direction(known.get("direction", "ltr"))
            fonts = {name.replace("-", "_"): value for name, value in known.get("fonts", {}).items()}
            known["fonts"] = Fonts(**fonts)
            yield Language(**known)
        except (TypeError, ValueError) as error:
            name = entry.get("tag", "without a tag")
            faults.append(_fault("locale/languages.toml", f"language {name}: {error}", "compare it with the others"))


def _ledger(project: Path, faults: Faults) -> dict[str, LedgerEntry]:
    path = project / "source" / "ids.csv"
    if not path.exists():
        faults.append(_fault("source/ids.csv", "the ledger of identifiers is missing", "restore it"))
        return {}
    entries: dict[str, LedgerEntry] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            line = reader.line_num
            identifier = row.get("id") or ""
            if not is_well_formed(identifier):
                hint = "use lowercase letters, digits and single hyphens, at most 40 characters"
                faults.append(_fault("source/ids.csv", f"“{identifier}” is not an identifier", hint, line))
            elif identifier in entries:
                first = entries[identifier].line
                hint = "an identifier is never reused: give the newer block the next free one"
                faults.append(_fault("source/ids.csv", f"{identifier} stands in line {first} too", hint, line))
            else:
                entries[identifier] = LedgerEntry(
                    id=identifier,
                    type=row.get("type") or "",
                    since=row.get("since") or "",
                    status=row.get("status") or "",
                    superseded_by=row.get("superseded_by") or "",
                    line=line,
                )
    return entries
