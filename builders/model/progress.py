"""How far a translation has come: messages and English words, by where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import reduce
from operator import add

from builders.model.languages import Language
from builders.model.messages import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Messages of one edition in one language."""

    translated: int
    total: int

    @property
    def share(self) -> float:
        """Between 0 and 1; an edition without messages is fully covered."""
        return self.translated / self.total if self.total else 1.0

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 means everything."""
        return self.translated * 100 // self.total if self.total else 100


SEEN = (Standing.TRANSLATED, Standing.REVIEWED, Standing.APPROVED)
"""Where a message stands when readers see it in their own language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What is translated first, and counted apart."""

    what: str = ""
    """What belongs to it, in words."""
    folders: frozenset[str] = frozenset()
    """Folders of the source, that is text domains, that belong to it with everything in them."""
    blocks: frozenset[str] = frozenset()
    """First parts of the identifiers of blocks that belong to it wherever they stand (``rec``)."""

    def holds(self, domain: str, context: str) -> bool:
        """Whether the message with *context* in the text domain *domain* belongs to it."""
        kind, hyphen, _ = context.partition("-")
        return domain in self.folders or (bool(hyphen) and kind in self.blocks)


class Lack(Enum):
    """Why readers see a message in English."""

    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    UNKNOWN = "not in the catalog"
    """The catalog has no entry in use with this text and context: it is behind, cut short, altered, or another one."""
    NO_CATALOG = "without a catalog"
    REFUSED = "refused"
    """The gate keeps its translation from being published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedMessage:
    """A message in one language, as far as counting needs it."""

    id: str
    """The same wherever the message stands again: in two editions, or twice in one."""
    words: int
    """English words."""
    is_first: bool
    """Whether it belongs to the first tier."""
    standing: Standing
    lack: Lack | None = None
    """Why readers see it in English; None where they do not."""
    domain: str = ""
    """Its text domain, which names its catalog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of messages, and of the English words in them."""

    messages: int = 0
    words: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(messages=self.messages + other.messages, words=self.words + other.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How much of a text stands where; every message counts once."""

    amounts: Mapping[Standing, Amount] = field(default_factory=dict)

    @classmethod
    def of(cls, messages: Iterable[CountedMessage]) -> Progress:
        """Return the progress of *messages*."""
        words: dict[Standing, list[int]] = {}
        for message in {message.id: message for message in messages}.values():
            words.setdefault(message.standing, []).append(message.words)
        return cls(amounts={each: Amount(messages=len(found), words=sum(found)) for each, found in words.items()})

    def at(self, *standings: Standing) -> Amount:
        """Return what stands at any of *standings*."""
        return reduce(add, (self.amounts.get(each, Amount()) for each in standings), Amount())

    @property
    def total(self) -> Amount:
        """The whole text."""
        return self.at(*Standing)

    @property
    def coverage(self) -> Coverage:
        """How many of the messages readers see in their own language."""
        return Coverage(translated=self.at(*SEEN).messages, total=self.total.messages)

    @property
    def words_left(self) -> int:
        """English words that readers do not see in their own language yet."""
        return self.total.words - self.at(*SEEN).words


@dataclass(frozen=True, slots=True, kw_only=True)
class TieredProgress:
    """How far a text has come, and the first tier of it."""

    everything: Progress
    first: Progress

    @classmethod
    def of(cls, messages: Iterable[CountedMessage]) -> TieredProgress:
        """Return the progress of *messages*."""
        found = list(messages)
        return cls(everything=Progress.of(found), first=Progress.of(message for message in found if message.is_first))


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageProgress:
    """How far the translation into one language has come."""

    language: Language
    editions: Mapping[str, TieredProgress]
    """By edition id; what several editions carry counts in each of them."""
    together: TieredProgress
    """All of these editions, where each message counts once: the work of a translator."""
    labels: Progress
    """What the programs print themselves; no edition counts it."""
