"""How much a change of the source weighs, and what it costs those who translate it."""

from dataclasses import dataclass
from enum import Enum

from builders.model.languages import Language
from builders.model.messages import CatalogEntry
from builders.model.progress import Amount


class ChangeKind(Enum):
    """Whether a translation of the former text can stand."""

    COSMETIC = "cosmetic"
    """Spacing, punctuation or emphasis: the translation is carried over."""
    EDITORIAL = "editorial"
    """Other words for the same: a person looks at the translation."""
    SUBSTANTIVE = "substantive"
    """A number, a duty, a negation, a reference or a term: the translation is wrong until somebody mends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has changed between two texts."""

    kind: ChangeKind
    reasons: tuple[str, ...] = ()
    """What makes it substantive, or cosmetic, in words for a translator (``number: 24 → 48``)."""

    def __str__(self) -> str:
        return f"{self.kind.value} ({'; '.join(self.reasons)})" if self.reasons else self.kind.value


class Fate(Enum):
    """What an edit has done to a message."""

    NEW = "new"
    REPEATED = "repeated"
    """New in its place, while the same text stands in another one."""
    MOVED = "moved"
    """The same text in another place."""
    COSMETIC = ChangeKind.COSMETIC.value
    EDITORIAL = ChangeKind.EDITORIAL.value
    SUBSTANTIVE = ChangeKind.SUBSTANTIVE.value
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMessage:
    """A message of a template."""

    domain: str
    entry: CatalogEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """A message that an edit touches."""

    fate: Fate
    old: PlacedMessage | None = None
    new: PlacedMessage | None = None
    change: Change | None = None
    """How much the change of the text weighs, where it has changed."""

    @property
    def message(self) -> PlacedMessage:
        """The message as it is now, or as it was before it went."""
        message = self.new or self.old
        assert message is not None
        return message


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCost:
    """What an edit means for one language, in messages that it touches."""

    language: Language
    to_translate: Amount
    """New messages, and changed ones whose translation is of no use any more."""
    to_check: Amount
    """Messages whose translation is suggested as fuzzy."""
    kept: Amount
    """Messages that keep their translation, because they moved or only their dress has changed."""
    unseen: Amount
    """Messages that readers see in their language today, and in English until somebody has worked on them."""
    reviews_lost: Amount
    """Messages whose review or approval does not hold any more."""
