"""Three versions of one thing, the common ancestor and two sides, and the rules by which they become one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Seen = TypeVar("Seen")
Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions(Generic[Thing]):
    """A thing as the common ancestor has it, and as each side of a merge has it."""

    base: Thing
    ours: Thing
    theirs: Thing

    def of(self, look: Callable[[Thing], Seen]) -> Versions[Seen]:
        """Return what *look* sees in each version."""
        return Versions(base=look(self.base), ours=look(self.ours), theirs=look(self.theirs))

    @property
    def are_at_odds(self) -> bool:
        """Whether both sides have changed the thing, in different ways."""
        return self.ours not in (self.base, self.theirs) and self.theirs != self.base

    def settled(self, *, unsure: Thing) -> Thing:
        """Return what one side has made of the thing, or both; *unsure* where they are at odds."""
        if self.are_at_odds:
            return unsure
        return self.theirs if self.ours == self.base else self.ours


def merge_sets(sets: Versions[frozenset[Item]]) -> frozenset[Item]:
    """Return what both sides have, and what one of them has added."""
    return (sets.ours & sets.theirs) | ((sets.ours ^ sets.theirs) - sets.base)


def merge_lines(lines: Versions[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the lines of ours without those that theirs took out, then the lines that theirs added."""
    if not lines.are_at_odds:
        return lines.settled(unsure=())
    kept = [line for line in lines.ours if line in lines.theirs or line not in lines.base]
    added = [line for line in lines.theirs if line not in lines.ours and line not in lines.base]
    return (*kept, *added)
