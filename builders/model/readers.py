"""Readers: for whom an edition, or a passage of it, is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Readers of one kind."""

    id: str = ""
    """Empty for adults of whom nobody says more."""
    are_children: bool = False
    beside_children: bool = False
    """Whether they are the adults to whom parts of an edition for children speak."""
    age: str = ""
    """Which children they are, one of AGES; empty for all, and for adults."""

    @property
    def name(self) -> str:
        """What messages call them: by their age, where it is known."""
        return self.age or self.id


ANYBODY = Band()
"""Who reads an edition that does not say for whom it is."""
