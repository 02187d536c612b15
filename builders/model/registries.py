"""Facts, sources and persons that the text names but never types by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from builders.model.vocabulary import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value that was true on a day, and the day on which somebody looks again."""

    id: str
    label: str
    """English statement without the value, a message of the label catalog."""
    value: str | int | date
    as_of: date
    sources: Mapping[str, str]
    """Where it stands, by language tag; the English words are never missing."""
    source_url: str
    review_by: date
    reported_by: str = ""
    """Whose account the address leads to, where that is not the source itself; a name, the same in every language."""

    @property
    def source(self) -> str:
        """Where it stands, in English."""
        return self.sources["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that the text rests on, found in public material on a day."""

    id: str
    author: str
    """The body or the persons, as printed."""
    title: str
    """As printed, in the language of the document."""
    year: int
    kind: SourceKind
    identifier: str
    """What libraries and courts find it by (DOI, ISBN, document symbol); empty where there is none."""
    address: str
    """Where readers find it."""
    language: str
    """Tag of the language of the document that was opened."""
    seen: date
    """The day on which it was opened."""
    supports: str
    """What it can carry, in our own words, for editors; readers never see it."""

    @property
    def name(self) -> str:
        """Who wrote it, its title and its year, in its own language."""
        return f"{self.author}: {self.title} ({self.year})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the story, the same on its pages, on the cards and in the episodes."""

    slug: str
    names: Mapping[str, str]
    """Name by language tag."""
    genders: Mapping[str, str]
    """Grammatical gender by language tag: ``m``, ``f`` or ``none``."""
    age: str
    description: str
    disability: str
    voice: str

    def name(self, tag: str) -> str:
        """Return the name in the language *tag*, in English where there is none."""
        return self.names.get(tag) or self.names["en"]
