"""Concepts of the subject, and the words that stand for them in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class TermStatus(Enum):
    """What a word is for its concept (TBX, ISO 30042: administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


class ChildUse(Enum):
    """Whether text for children may use the words of a concept."""

    ALLOW = "allow"
    REPLACE = "replace"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One row of ``locale/definitions.csv``."""

    id: str
    domain: str
    tier: str
    editions: tuple[str, ...]
    """Ids of the editions whose glossary carries it."""
    child_use: ChildUse
    plain_words: str
    """What text for children says instead; empty where nothing has to be replaced."""
    definition: str
    child_definition: str
    line: int

    @property
    def block_id(self) -> str:
        """The identifier of its entry in the glossary."""
        return f"trm-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One row of ``locale/termbase.csv``: a word for a concept in a language."""

    concept: str
    tag: str
    text: str
    status: TermStatus
    notes: Mapping[str, str]
    """What the row says beside the word: ``pl``, ``match``, ``except``, ``use`` and others."""
    line: int
    part_of_speech: str = ""
    """``n``, ``np`` (several words), ``pn`` (a name) or ``v``."""
