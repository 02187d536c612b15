"""The register of adoption: which countries and regions make the guidelines their own, as somebody has reported it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from builders.model.adaptations import Kind, Layer
from builders.model.findings import Location


class State(Enum):
    """How far a country or region has come, as reported."""

    NONE = "none"
    """It has said that it plans none."""
    STARTED = "started"
    PUBLISHED = "published"


class Taken(Enum):
    """What an adaptation does with a recommendation; computed from its files, never claimed."""

    WITHDRAWN = "withdrawn"
    NEW = "new"
    """It has added it."""
    ADAPTED = "adapted"
    """Its text, its attributes or a note are its own."""
    ADOPTED = "adopted"
    """Somebody has looked, and it stays as it is."""
    UNCHANGED = "unchanged"
    """Nothing is said of it: readers see the text of the guidelines."""
    NOT_CARRIED = "not carried"
    """No edition of the adaptation holds it."""
    UNCLEAR = "unclear"
    """The adaptation cannot be published as it stands, so that nobody can say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the register."""

    kind: Kind
    code: str
    """ISO 3166-1 alpha-2 of a country, of nobody's for a demonstration; UN M49 of a region, empty where it has none."""
    state: State
    reported: date
    place: Location
    link: str = ""
    layer: Layer | None = None
    """The adaptation, where it stands in this project."""
    is_demonstration: bool = False
