"""A unit: one edition in one language, the piece of work that is built, cached and retried."""

from __future__ import annotations

from dataclasses import dataclass

from builders.model.editions import Edition, Format
from builders.model.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One edition in one language."""

    language: Language
    edition: Edition

    @property
    def name(self) -> str:
        """The unit as people say it (``ar/children``)."""
        return f"{self.language.tag}/{self.edition.id}"


Offers = frozenset[tuple[Unit, Format]]
"""What stands in a version beside the pages of a unit, so that they may lead there."""
