"""How much of an edition readers see in their own language."""

from __future__ import annotations

from dataclasses import dataclass


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

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(translated=self.translated + other.translated, total=self.total + other.total)
