"""How long the sentences of a text may be for its readers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """What a text for readers of one kind keeps to."""

    longest: int
    """Words of a sentence; in Chinese, characters."""
    mean: float
    """Words a sentence over a whole page."""
    lix: float
    """0 where the formula says nothing about the language."""
