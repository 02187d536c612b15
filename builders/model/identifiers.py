"""Stable identifiers of blocks, and the forms they take in each format."""

import re
from dataclasses import dataclass

MAXIMUM_LENGTH = 40
"""Word refuses bookmark names that are longer."""

CODE = re.compile(r"\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b", re.ASCII)
"""What identifiers look like where readers see them, and codes of others such as ISO-8601: one word for the eye.

An ideograph may stand right beside one.
"""

_SHAPE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One row of ``source/ids.csv``: an identifier is never reused and never silently gone."""

    id: str
    type: str
    since: str
    status: str
    superseded_by: str = ""
    line: int = 0

    @property
    def is_active(self) -> bool:
        """Whether a block with this identifier may stand in the source today."""
        return self.status == "active"


def is_well_formed(identifier: str) -> bool:
    """Whether *identifier* survives docutils, HTML and Word unchanged.

    docutils folds case and dots silently, so only lowercase letters, digits and
    single hyphens are allowed.
    """
    return len(identifier) <= MAXIMUM_LENGTH and bool(_SHAPE.fullmatch(identifier))


def printed(identifier: str) -> str:
    """Return *identifier* as readers see it, the same in every language (``REC-ABC-014``)."""
    return identifier.upper()


def bookmark(identifier: str) -> str:
    """Return the Word bookmark for *identifier*; ``_`` is not allowed in ids, so none collide."""
    return identifier.replace("-", "_")
