"""What is found out about a unit while it is read and written: one record in the environment of Sphinx."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment

from builders.model.progress import CountedMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBlock:
    """A typed block that the unit carries."""

    docname: str
    type: str
    text: str
    """What a reference to it says: its title, or its printed identifier."""
    tag: str
    """The language of that text where it is not that of the unit: it has no translation; empty otherwise."""
    attributes: Mapping[str, Any]
    """Attributes of its node."""
    node: nodes.Element | None = None
    """The block itself, where checklists and overviews elsewhere print parts of it."""

    @property
    def is_fallback(self) -> bool:
        """Whether its text is in another language than that of the unit."""
        return bool(self.tag)


@dataclass(slots=True, kw_only=True)
class UnitState:
    """The record of one unit; it grows document by document."""

    blocks: dict[str, KnownBlock] = field(default_factory=dict)
    """The typed blocks of the unit, by identifier; in reading order once everything is read."""
    claims: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The document and the line of every identifier that stands in the source."""
    citations: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """The sources that each document cites, each with the question that cites it, empty where that is other text."""
    messages: dict[str, list[CountedMessage]] = field(default_factory=dict)
    """The messages of each document as they count."""
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The recommendations as data, by identifier; those of documents that have been written."""
    unlisted: set[str] = field(default_factory=set)
    """The questions that none of the unit's checklists prints."""
    english_titles: dict[str, set[str]] = field(default_factory=dict)
    """For each document, the ids of what has a title that fell back to English."""
    english_captions: set[str] = field(default_factory=set)
    """The titles of parts in contents lists that fell back to English."""
    item_anchors: dict[str, str] = field(default_factory=dict)
    """Which checklist carries the anchor of each question."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What stands beside the pages of the unit, by the address below its opening page."""
    places: dict[str, str] | None = None
    """The document of every block of the whole source, also of those that the unit does not read; found when needed."""


def state_of(env: BuildEnvironment) -> UnitState:
    """Return the record that *env* keeps of its unit."""
    state: UnitState = env.__dict__.setdefault("cop_state", UnitState())
    return state
