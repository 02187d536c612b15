"""How much a change of the source weighs for those who translate it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
