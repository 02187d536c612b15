"""What people have said about a translation: the states beyond gettext's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class ReviewLevel(Enum):
    """How far somebody other than the translator has vouched for a translation."""

    REVIEWED = "reviewed"
    """A second reader of the language has read it against the English."""
    APPROVED = "approved"
    """Whoever answers for the language has released it."""


class Standing(Enum):
    """Where a message of a catalog stands, from nothing to approved; every message has exactly one."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who vouched for a translation, when, and for which text."""

    level: ReviewLevel
    by: str
    on: date
    fingerprint: str
    """Of context, English text and translation at that moment, 12 hexadecimal digits."""
