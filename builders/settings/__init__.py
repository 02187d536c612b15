"""Reads what the project is made of, once, into one frozen value; all faults are reported together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from builders.model.adaptations import Layer, Locks, Value
from builders.model.addresses import ADAPTATIONS, DIST, version_folder
from builders.model.editions import Edition, Unit
from builders.model.findings import Finding, Location
from builders.model.guideline import Guideline
from builders.model.identifiers import LedgerEntry
from builders.model.instruments import Entity, Instrument
from builders.model.languages import Language
from builders.model.progress import Tier
from builders.model.promises import Promises
from builders.model.readers import Band
from builders.model.registries import Fact, Person, Source
from builders.model.themes import Theme
from builders.problems import Problem, unknown
from builders.settings import registered
from builders.settings.declared import (
    EDITIONS,
    LANGUAGES,
    check_help,
    check_names,
    read_bands,
    read_default,
    read_editions,
    read_languages,
    read_shared_home,
    read_tier,
)
from builders.settings.entries import fault
from builders.settings.files import faulty, read_text, read_toml
from builders.settings.guideline import GUIDELINE, read_guideline
from builders.settings.labels import edition_labels, writers_labels
from builders.settings.ledger import LEDGER as LEDGER
from builders.settings.ledger import read_ledger
from builders.settings.locks import LOCKS, read_locks
from builders.settings.promised import RELEASE, read_promises
from builders.settings.themes import read_themes

Faults = list[Finding]

CACHE = ".cache"
"""The folder of a project that holds what may be deleted at any time."""

MAY_BE_ABSENT = frozenset((*registered.PATHS.values(), RELEASE, LOCKS))
"""Files that a project need not have."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)  # Sphinx would word it for debugging, on every page.
class Settings:
    """Everything that is decided by data files and not by code."""

    project: Path
    version: str
    released: date
    """Date of publication; every date inside an artifact comes from it."""
    guideline: Guideline
    editions: tuple[Edition, ...]
    languages: tuple[Language, ...]
    ledger: Mapping[str, LedgerEntry]
    instruments: Mapping[str, Instrument]
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    characters: Mapping[str, Person]
    """The people of the story, by slug."""
    classes: Mapping[str, str]
    """Code of every kind of risk and its English label; the next four are the same for what they name."""
    risks: Mapping[str, str]
    services: Mapping[str, str]
    stakeholders: Mapping[str, str]
    topics: Mapping[str, str]
    variables: Mapping[str, str]
    """Name of every variable and its English label."""
    values: Mapping[str, Value]
    """Values of the variables that are set, by the name of the variable."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Regular expressions for the words by which the English text names what a variable holds, by its name."""
    phases: Mapping[str, str] = field(default_factory=dict)
    """Code of every phase of the work and its English label, in their order."""
    plans: Mapping[str, str] = field(default_factory=dict)
    """Code of every kind of national plan and its English label."""
    tier: Tier = field(default_factory=Tier)
    """What is translated first."""
    promises: Promises = field(default_factory=Promises)
    """What the release promises."""
    adaptation: str = ""
    """The identifier of the adaptation that this is; empty for the guidelines themselves."""
    layers: tuple[Layer, ...] = ()
    """The adaptations that the text went through, from the region to this one; none for the guidelines themselves."""
    base_version: str = ""
    """The version of the guidelines that an adaptation stands on."""
    is_unchanged: bool = False
    """Whether an adaptation says nothing of its own: then its editions are those of the guidelines, byte by byte."""
    locks: Locks = field(default_factory=Locks)
    """What an adaptation may do with which blocks."""
    shared_home: str = ""
    """The three letters in the ids of blocks that belong to no edition."""
    bands: tuple[Band, ...] = ()
    """For whom editions can be written."""
    default: str = ""
    """The id of the edition that is shown where none is named."""
    themes: Mapping[str, Theme] = field(default_factory=dict)
    """How those editions look that have a theme of their own, by the id of the edition."""

    @property
    def address(self) -> str:
        """Where this version is published: the page that leads to all editions of it; empty where nothing says."""
        at = self.guideline.published_at
        return at and f"{at}/{version_folder(self.version, self._shown_adaptation)}"

    @property
    def source(self) -> Path:
        """The folder of the English text."""
        return self.project / "source"

    @property
    def locale(self) -> Path:
        """The folder of the catalogs."""
        return self.project / "locale"

    @property
    def dist(self) -> Path:
        """The folder of the finished files of this version."""
        return self.project / DIST / version_folder(self.version, self.adaptation)

    @property
    def source_date_epoch(self) -> int:
        """Seconds since 1970 at the start of the day of publication (reproducible-builds.org)."""
        return int(datetime(self.released.year, self.released.month, self.released.day, tzinfo=UTC).timestamp())

    @property
    def labels(self) -> Mapping[str, str]:
        """Key and English text of every label, in the order of the label catalog."""
        named = {
            f"{prefix}/{code}": label
            for prefix, entries in (
                *(("services", self.services), ("who", self.stakeholders), ("class", self.classes)),
                *(("risks", self.risks), ("topic", self.topics), ("phase", self.phases), ("plans", self.plans)),
                *(("fact", {name: fact.label for name, fact in self.facts.items()}), ("variable", self.variables)),
            )
            for code, label in entries.items()
        }
        return {**writers_labels(), **self.guideline.labels, **dict(edition_labels(self.editions)), **named}

    def edition(self, name: str) -> Edition:
        """Return the edition called *name*; raise a Problem that lists the editions otherwise."""
        editions = {edition.id: edition for edition in self.editions}
        if name not in editions:
            raise unknown("unknown-edition", f"there is no edition “{name}”", editions)
        return editions[name]

    @property
    def default_edition(self) -> Edition:
        """The edition that is shown where none is named."""
        return self.edition(self.default)

    def theme(self, edition: Edition) -> Theme:
        """Return how *edition* looks."""
        return self.themes.get(edition.id, Theme())

    def language(self, name: str) -> Language:
        """Return the language that *name* means; raise a Problem that lists the languages otherwise."""
        for language in self.languages:
            if language.is_called(name):
                return language
        why = "an unknown language would be published in English under a wrong name"
        tags = [language.tag for language in self.languages]
        raise unknown("unknown-language", f"there is no language “{name}”", tags, why)

    def value(self, variable: str, language: Language) -> str:
        """Return what *variable* holds in *language*; nothing where it is not set."""
        value = self.values.get(variable)
        return value.text(language.tag) if value else ""

    def unit(self, language: Language, edition: Edition) -> Unit:
        """Return *edition* in *language*, of the adaptation that this is."""
        return Unit(language=language, edition=edition, adaptation=self._shown_adaptation)

    @property
    def _shown_adaptation(self) -> str:
        return "" if self.is_unchanged else self.adaptation

    @property
    def cache(self) -> Path:
        """The folder of what is kept from one run to the next: every adaptation has one of its own."""
        folder = self.project / CACHE
        return folder / ADAPTATIONS / self.adaptation if self.adaptation else folder

    def translates(self, language: Language) -> bool:
        """Whether anything has to be translated into *language*: into English, only what an adaptation has written."""
        return not language.is_source or (bool(self.layers) and not self.is_unchanged)

    def home_edition(self, identifier: str) -> Edition | None:
        """Return the edition that issued the block *identifier*, None for shared blocks."""
        homes = identifier.split("-")[1:2]
        return next((edition for edition in self.editions if [edition.home] == homes), None)


def read_settings(project: Path) -> Settings:
    """Read the settings of the project in the folder *project*; raise one Problem with all faults of its files."""
    try:
        return _read(project)
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError) as error:
        raise Problem(
            code="settings-faulty",
            what=f"an entry of the settings has the wrong form ({type(error).__name__}: {error})",
            where=[Location(EDITIONS), Location(LANGUAGES), Location("source/registries")],
            next_step="compare the entry that you changed last with its neighbours",
        ) from error


def _read(project: Path) -> Settings:
    faults: Faults = []
    named = (GUIDELINE, EDITIONS, LANGUAGES, *registered.PATHS.values(), RELEASE, LOCKS)
    files = [name for name in named if name not in MAY_BE_ABSENT or (project / name).exists()]
    texts = {name: read_text(project, name, faults) for name in files}
    data = {name: read_toml(name, text, faults) for name, text in texts.items()}
    if faults:
        raise faulty(faults)
    editions, languages = data[EDITIONS], tuple(read_languages(data[LANGUAGES], texts[LANGUAGES], faults))
    tags = [language.tag for language in languages]
    bands = tuple(read_bands(editions, texts[EDITIONS], faults))
    read = tuple(read_editions(editions, texts[EDITIONS], faults, bands=bands))
    settings = Settings(
        project=project,
        version=_version(editions.get("version"), faults),
        released=_date(editions.get("released"), faults),
        guideline=read_guideline(data[GUIDELINE], texts[GUIDELINE], tags, faults),
        editions=read,
        languages=languages,
        ledger=read_ledger(project, faults),
        tier=read_tier(editions.get("first-tier", {}), project / "source", faults),
        shared_home=read_shared_home(editions, texts[EDITIONS], faults),
        bands=bands,
        default=read_default(editions, texts[EDITIONS], faults),
        locks=read_locks(data.get(LOCKS, {}), texts.get(LOCKS, ""), faults),
        themes=read_themes(project, [edition.id for edition in read], faults),
        **registered.read(data, texts, tags, faults),
    )
    if not faults:
        check_names(settings.editions, settings.languages, settings.source, faults)
        check_help(settings.editions, settings.source, texts[EDITIONS], faults)
        names = [edition.id for edition in settings.editions]
        translated = [language.tag for language in languages if not language.is_source]
        promises = read_promises(data.get(RELEASE, {}), texts.get(RELEASE, ""), faults, editions=names, tags=translated)
        settings = replace(settings, promises=promises)
    if faults:
        raise faulty(faults)
    return settings


def version_of(value: object) -> str | None:
    """Return *value* if it can be a version, which is also the name of a folder of dist/."""
    is_version = isinstance(value, str) and re.fullmatch(r"[0-9A-Za-z](?:[\w.-]*\w)?", value) and ".." not in value
    return str(value) if is_version else None


def _version(value: object, faults: Faults) -> str:
    version = version_of(value)
    if version is None:
        hint = 'write version = "2026.1": letters, digits, dots and hyphens'
        faults.append(fault(EDITIONS, f"“{value}” is no version", hint))
    return version or "0"


def _date(value: object, faults: Faults) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    faults.append(fault(EDITIONS, "the date of publication is missing", "write released = YYYY-MM-DD, without quotes"))
    return date(1980, 1, 1)
