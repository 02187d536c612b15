"""National and regional texts: who adapts the guidelines, what a change does, and how far it has drifted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from builders.model.findings import Location
from builders.model.languages import Language

FOLDER = "adaptations"
"""The folder of a project that holds its adaptations."""

EVERY_LANGUAGE = "all"
"""Stands for the tag of a language where a text is the same in all of them: a number that is dialled."""


class Kind(Enum):
    """Whose text an adaptation is; a region may be the parent of countries."""

    COUNTRY = "country"
    REGION = "region"


class Do(Enum):
    """What a change does with the block that it names."""

    STATEMENT = "statement"
    """Puts its text in place of the first paragraph."""
    EXPLANATION = "explanation"
    """Puts its text in place of the paragraphs behind the first."""
    NOTE = "note"
    """Puts its text behind the block's own, marked as national."""
    WITHDRAW = "withdraw"
    """Says why the block is not adopted; its number and its text stay."""
    AFTER = "after"
    """Puts a block of its own behind the one that it names."""
    TERM = "term"
    """Puts its text in place of the definition of a term."""


class Decision(Enum):
    """What was decided about a block, in the words of GRADE-ADOLOPMENT."""

    ADOPT = "adopt"
    """Somebody looked, and it stays as it is."""
    ADAPT = "adapt"
    NEW = "new"


class Reason(Enum):
    """Why a country changes what the guidelines say."""

    LAW = "law"
    INSTITUTION = "institution"
    CULTURE = "culture"
    LANGUAGE = "language"
    EVIDENCE = "evidence"
    NOT_APPLICABLE = "not-applicable"
    PRIORITY = "priority"


class Status(Enum):
    """How a change stands to the guidelines of today, from the least to the most that has to be done."""

    FRESH = "fresh"
    LOOK = "look"
    """Something beside what it rests on has changed: worth a look."""
    STALE = "stale"
    """What it rests on has changed."""
    CONFLICT = "conflict"
    """The guidelines no longer allow it."""
    ORPHAN = "orphan"
    """The block that it names is gone."""


class Relation(Enum):
    """How a block of an adaptation stands to that of the guidelines, for programs."""

    EQUAL = "equal"
    MODIFIED = "modified"
    WITHDRAWN = "withdrawn"
    NEW = "new"


RELATIONS: Mapping[Do | None, Relation] = {
    None: Relation.EQUAL,
    Do.WITHDRAW: Relation.WITHDRAWN,
    Do.AFTER: Relation.NEW,
}
"""What comes of a change; all others modify."""


class Degree(Enum):
    """How far an edition is from that of the guidelines (ISO/IEC Guide 21-1); computed, never claimed."""

    IDENTICAL = "identical"
    MODIFIED = "modified"
    NOT_EQUIVALENT = "not equivalent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a variable holds, who has looked at it and until when it holds."""

    texts: Mapping[str, str]
    """Its text by language tag, or by EVERY_LANGUAGE."""
    source: str = ""
    """The address where it was found."""
    checked: date | None = None
    by: str = ""
    """Who has looked."""
    review_by: date | None = None
    """The day on which somebody looks again; a later edition does not print it."""

    def text(self, tag: str) -> str:
        """Return it in the language *tag*; empty where it has no text in that."""
        return self.texts.get(tag) or self.texts.get(EVERY_LANGUAGE, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One adaptation: a region, or a country that stands on the guidelines or on its region."""

    id: str
    """The name of its folder."""
    kind: Kind
    names: Mapping[str, str]
    """What the country or region is called, by language tag."""
    publishers: Mapping[str, str]
    version: str
    base: str
    """The version of the guidelines that it was made for."""
    home: str
    """The three letters in the ids of its own blocks (``exl``)."""
    written_in: Language
    """The language that its changes are written in."""
    parent: str = ""
    code: str = ""
    """ISO 3166-1 alpha-2, user-assigned for a demonstration; for a region its number in UN M49, if it has one."""
    is_demonstration: bool = False
    disclaimers: Mapping[str, str] = field(default_factory=dict)
    """What it says below the licence of the guidelines, by language tag."""
    grace: int = 180
    """Days behind the publication of the guidelines until which it may be published although a change is stale."""
    ids: tuple[str, ...] = ()
    """The identifiers of its own ledger."""
    changed_in: tuple[str, ...] = ()
    """Its files with changes."""

    @property
    def folder(self) -> str:
        """Where it stands in the project."""
        return f"{FOLDER}/{self.id}"

    def name(self, tag: str) -> str:
        """Return what it is called in the language *tag*, or in the language that it is written in."""
        return self.names.get(tag) or self.names[self.written_in.tag]

    def publisher(self, tag: str) -> str:
        """Return who publishes it, in the language *tag* or in the language that it is written in."""
        return self.publishers.get(tag) or self.publishers[self.written_in.tag]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an adaptation does with one block, without its text."""

    target: str
    do: Do | None
    """None where the block is adopted as it is."""
    decision: Decision
    layer: str
    """The identifier of the adaptation."""
    place: Location
    block: str = ""
    """The identifier of the block that it adds."""
    reason: Reason | None = None
    """None where nothing changes."""
    basis: str = ""
    """The law, the decision or the consultation that it rests on, in words."""
    instruments: tuple[str, ...] = ()
    """Codes of the instruments that it rests on."""
    by: tuple[str, ...] = ()
    """Who has decided."""
    on: date | None = None
    until: date | None = None
    """The last day on which it holds."""
    strength: str = ""
    """The strength that a recommendation is raised to."""
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes that it adds to the attributes named."""

    @property
    def key(self) -> str:
        """What it is called: no other change of the adaptation does the same with the block."""
        done = self.do.value if self.do else self.decision.value
        return "/".join(filter(None, (self.target, done, self.block)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDrift:
    """A part of a block that has changed since a change was accepted; empty where it was not, or is not."""

    part: str
    then: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How a change stands to the text of today, and why."""

    change: Change
    status: Status
    why: str = ""
    """One sentence for adapters; empty where nothing has changed."""
    parts: tuple[PartDrift, ...] = ()
    """Everything of its block that has changed since."""
    is_accepted: bool = True
    """Whether somebody has accepted it at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One entry of the annex: what the guidelines say, what the country says, and by what right."""

    change: Change
    document: str
    """Where the block stands."""
    block_type: str
    part: str
    """The part whose text is another one; empty where something is added."""
    base_text: str
    """What the text that it stands on says there, as it was written."""
    national_text: str
    """What the adaptation says, in the language that it is written in."""
    language: str
    status: Status
    attributes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Attributes that have another value, each with what it was and what it is."""

    @property
    def relation(self) -> Relation:
        """How the block stands to that of the guidelines."""
        return RELATIONS.get(self.change.do, Relation.MODIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What an adaptation may do with blocks of a type."""

    lock: str
    """``fixed``, ``adaptable`` or ``localise``, where a block says nothing itself."""
    takes: tuple[Do, ...]
    """What a change may do with a block that is not fixed; without any, it is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locks:
    """What adaptations may do, by type of block; a type that nothing is said about is fixed and takes notes."""

    types: Mapping[str, Lock] = field(default_factory=dict)
    otherwise: Lock = Lock(lock="fixed", takes=(Do.NOTE,))

    def of(self, block_type: str) -> Lock:
        """Return what is allowed with blocks of the type named."""
        return self.types.get(block_type, self.otherwise)
