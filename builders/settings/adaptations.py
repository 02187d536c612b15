"""Reads an adaptation (``adaptations/<id>/adaptation.toml``): the settings of the guidelines as a country has them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from builders.model.adaptations import FOLDER, Kind, Layer
from builders.model.editions import Edition, Format
from builders.model.findings import Finding, Location
from builders.model.guideline import Guideline
from builders.model.languages import Language
from builders.model.promises import Promises
from builders.problems import Problem, unknown
from builders.settings import Settings, read_settings, version_of
from builders.settings.adaptation_files import FILE, adaptation_names, misplaced_files
from builders.settings.declared import read_languages, read_tier
from builders.settings.entries import (
    Entry,
    claim,
    day,
    fault,
    line_of,
    one_of,
    table,
    text,
    texts,
    unknown_names,
)
from builders.settings.files import faulty, read_text, read_toml
from builders.settings.ledger import read_ledger
from builders.settings.national import home_of, read_code, read_values, strange_entries, texts_by_language

NAMES = (
    *("kind", "parent", "base", "home", "code", "version", "released", "written-in", "languages", "editions"),
    *("demonstration", "grace", "formats", "name", "publisher", "disclaimer", "values", "first-tier", "language"),
)
HINT = "docs/adapters says what stands in the file"


def read_adaptation(project: Path, name: str) -> Settings:
    """Return the settings of the adaptation *name* of *project*: those of the guidelines, and what it has of its own.

    Raises one Problem with all faults of its files, each with its line.
    """
    return adapted(read_settings(project), name)


def adapted(base: Settings, name: str) -> Settings:
    """Return the settings of the adaptation *name* of the guidelines with the settings *base*."""
    faults: list[Finding] = []
    settings = _read(base, name, (), faults)
    if faults:
        raise faulty(sorted(faults, key=lambda each: each.location))
    return settings


def _read(guidelines: Settings, name: str, below: tuple[str, ...], faults: list[Finding]) -> Settings:
    """Return the settings of *name* of the *guidelines*, which the adaptations *below* stand on."""
    base = guidelines
    known = adaptation_names(base.project)
    if name not in known:
        raise _unknown(base.project, name, known)
    faults += misplaced_files(base, name)
    path = f"{FOLDER}/{name}/{FILE}"
    unread: list[Finding] = []
    file = read_text(base.project, path, unread)
    data = read_toml(path, file, unread)
    if not data and unread:  # what else is said of it would be about nothing
        raise faulty(unread)
    faults += unread
    parent = data.get("parent", "")
    if parent in (name, *below):
        what = f"it stands on {parent}, which stands on it"
        hint = "a country stands on a region, a region on the guidelines"
        faults.append(fault(path, what, hint, line_of("parent", file)))
    elif parent and parent not in known:
        what = f"there is no adaptation “{parent}” that it could stand on"
        faults.append(fault(path, what, f"choose one of: {', '.join(known)}", line_of("parent", file)))
    elif parent:
        base = _read(guidelines, parent, (*below, name), faults)
    return _Reader(guidelines, base, path, file, data, faults).settings()


def _unknown(project: Path, name: str, known: list[str]) -> Problem:
    """Return the Problem that there is no adaptation *name*: a folder that was to be it is told, with what it lacks."""
    what = f"there is no adaptation “{name}”"
    folders = [path.name for path in sorted((project / FOLDER).glob("*")) if path.is_dir() and path.name not in known]
    if name in folders:
        files = [path.name for path in sorted((project / FOLDER / name).iterdir()) if path.name.lower() == FILE]
        next_step = f"rename {files[0]} to {FILE}" if files else "write it; docs/adapters/first-adaptation shows one"
        return Problem(code="unknown-adaptation", what=f"{what}: {FOLDER}/{name} has no {FILE}", next_step=next_step)
    if close := get_close_matches(name, [each.lower().replace(" ", "") for each in folders], n=1):
        folder = next(each for each in folders if each.lower().replace(" ", "") == close[0])
        next_step = "rename the folder: small letters, digits and hyphens name an adaptation"
        return Problem(code="unknown-adaptation", what=f"{what}, but a folder “{FOLDER}/{folder}”", next_step=next_step)
    return unknown("unknown-adaptation", what, known or ["none yet"])


class _Reader:
    """One file adaptation.toml, and what is wrong with it by line."""

    def __init__(
        self, guidelines: Settings, base: Settings, path: str, file: str, data: Entry, faults: list[Finding]
    ) -> None:
        self.guidelines, self.base, self.path = guidelines, base, path
        self.file, self.data, self.faults = file, data, faults
        self.name = path.split("/")[1]

    def settings(self) -> Settings:
        """Return the settings of the adaptation, with a default for everything that is wrong."""
        base, own = self.base, list(read_languages(self.data, self.file, self.faults, self.path))
        self.faults += unknown_names(self.data, NAMES, path=self.path, file=self.file, hint=HINT)
        known = list({each.tag: each for each in (*self.guidelines.languages, *base.languages, *own)}.values())
        languages = self.part("languages", lambda entry, name: _languages(entry, name, known), base.languages)
        layer = self._layer(known, languages)
        ledger = read_ledger(base.project, self.faults, f"{layer.folder}/ids.csv")
        self.faults += strange_entries(ledger, base, layer)
        version = version_of(self.data.get("version"))
        if version is None:
            self.report("version", 'version is missing or no version: write version = "2026.1-exl.1"')
        released = self.part("released", _released(base.released), base.released)
        is_unchanged = self._is_unchanged() and (version, released) == (base.version, base.released)
        editions = base.editions if is_unchanged else self._editions()
        ids = [edition.id for edition in editions]
        return replace(
            base,
            adaptation=self.name,
            base_version=self.guidelines.version,
            is_unchanged=is_unchanged,
            version=version or "0",
            released=released,
            languages=languages,
            editions=editions,
            default=base.default if base.default in ids else ids[0],
            guideline=base.guideline if is_unchanged else self._guideline(layer),
            promises=Promises(),
            ledger={**base.ledger, **ledger},
            values=read_values(base, self.data, languages, self.report),
            tier=self._tier(),
            layers=(*base.layers, replace(layer, ids=tuple(ledger))),
        )

    def _is_unchanged(self) -> bool:
        """Whether it changes nothing of what it stands on, and has no value and no translation of its own."""
        folder = self.base.project / FOLDER / self.name
        has_text = any(folder.glob("changes/*.rst")) or any(folder.glob("locale/*/LC_MESSAGES/*.po"))
        stands_on_unchanged = self.base.is_unchanged or not self.base.layers
        return stands_on_unchanged and not has_text and not self.data.get("values")

    def report(self, name: str, message: str) -> None:
        """Note that the entry *name* is at fault."""
        self.faults.append(fault(self.path, message, HINT, line_of(name, self.file)))

    def part(self, name: str, read: Callable[[Entry, str], Any], otherwise: Any) -> Any:
        """Return what *read* makes of the entry *name*, *otherwise* where it is at fault."""
        try:
            return read(self.data, name)
        except ValueError as error:
            self.report(name, str(error) if str(error).startswith(name) else f"{name}: {error}")
            return otherwise

    def _layer(self, known: list[Language], languages: Iterable[Language]) -> Layer:
        """Return who adapts the guidelines, in which languages of those *known*."""
        tags = [each.tag for each in languages]
        written = self.part("written-in", lambda entry, name: _language(text(entry, name), name, known), known[0])
        kind = self.part("kind", lambda entry, name: Kind(one_of(text(entry, name), name, _KINDS)), Kind.COUNTRY)
        named = {"": "—", written.tag: "—"}

        def words(entry: Entry, name: str) -> Mapping[str, str]:
            found = table(entry.get(name, {}))
            if strays := [each for each in NAMES if each in found]:
                raise ValueError(f"{strays[0]} stands below [{name}]: write it above the first line in square brackets")
            return texts_by_language(found, [*tags, written.tag], written.tag)

        parent = str(self.data.get("parent", ""))
        above = next((each for each in self.base.layers if each.id == parent), None)
        if above is not None and above.kind is not Kind.REGION:
            self.report("parent", f"parent is {parent}, which is a country; a country stands on a region")
        return Layer(
            id=self.name,
            kind=kind,
            names=self.part("name", words, named),
            publishers=self.part("publisher", words, named),
            disclaimers=self.part("disclaimer", words, {}) if "disclaimer" in self.data else {},
            version=str(self.data.get("version", "")),
            base=self.part("base", text, ""),
            home=self.part("home", lambda entry, name: home_of(entry, name, self.base), "xxx"),
            written_in=written,
            parent=parent,
            code=self.part("code", lambda entry, name: read_code(entry, name, kind), ""),
            is_demonstration=self.part("demonstration", claim, False),
            grace=self.part("grace", _days, 180),
        )

    def _editions(self) -> tuple[Edition, ...]:
        """Return the editions that it carries, in the formats that it wants."""
        ids = [edition.id for edition in self.guidelines.editions]
        above = {edition.id: edition for edition in (*self.guidelines.editions, *self.base.editions)}
        wanted = self.part(
            "editions", lambda entry, name: _some(entry, name, ids), [edition.id for edition in self.base.editions]
        )
        formats = self.part("formats", lambda entry, name: dict(_formats(table(entry.get(name, {})), ids)), {})
        chosen = [edition for edition in above.values() if edition.id in wanted]
        return tuple(_with_annex(replace(each, formats=formats.get(each.id, each.formats))) for each in chosen)

    def _guideline(self, layer: Layer) -> Guideline:
        """Return what the guideline is called, published by the country."""
        return replace(self.base.guideline, publishers={**layer.publishers, "en": layer.publisher("en")})

    def _tier(self) -> Any:
        if "first-tier" not in self.data:
            return self.base.tier
        faults: list[Finding] = []
        tier = self.part(
            "first-tier", lambda entry, name: read_tier(table(entry[name]), self.base.source, faults), self.base.tier
        )
        place = Location(self.path, line_of("first-tier", self.file))
        self.faults += (replace(each, location=place) for each in faults)
        return tier


_KINDS = [each.value for each in Kind]


def annex_name(edition: Edition) -> str:
    """Return the name of the document that lists how *edition* differs from that of the guidelines."""
    return f"{edition.folder}/differences".lstrip("/")


def _with_annex(edition: Edition) -> Edition:
    """Return *edition* with the page of its annex; an edition for children has none."""
    name = annex_name(edition)
    if edition.is_for_children or name in edition.annexes:
        return edition
    documents = edition.documents if edition.carries(name) else (*edition.documents, name)
    return replace(edition, documents=documents, annexes=(*edition.annexes, name))


def _language(tag: str, name: str, known: Iterable[Language]) -> Language:
    languages = {each.tag: each for each in known}
    return languages[one_of(tag, name, languages)]


def _languages(entry: Entry, name: str, known: list[Language]) -> tuple[Language, ...]:
    tags = texts(entry, name)
    if not tags or len(set(tags)) < len(tags):
        raise ValueError(f"{name} names every language once, and one at least")
    return tuple(_language(tag, name, known) for tag in tags)


def _released(otherwise: date) -> Callable[[Entry, str], date]:
    return lambda entry, name: day(entry, name) if name in entry else otherwise


def _days(entry: Entry, name: str) -> int:
    value = entry.get(name, 180)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} is a number of days, without quotation marks, not “{value}”")
    return value


def _some(entry: Entry, name: str, known: list[str]) -> list[str]:
    if name not in entry:
        return known
    chosen = [one_of(each, name, known) for each in texts(entry, name)]
    if not chosen or len(set(chosen)) < len(chosen):
        raise ValueError(f"{name} names every edition once, and one at least")
    return chosen


def _formats(entry: Entry, known: list[str]) -> Iterator[tuple[str, tuple[Format, ...]]]:
    possible = [each.value for each in Format]
    for edition in entry:
        one_of(edition, "the edition", known)
        names = [one_of(each, f"the format of {edition}", possible) for each in texts(entry, edition)]
        if not names:
            raise ValueError(f"{edition} has no format")
        yield edition, tuple(dict.fromkeys(map(Format, names)))
