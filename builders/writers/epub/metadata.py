"""What a book says about itself, and nothing that is not true of it."""

import os
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from docutils import nodes

from builders.markup.typed_block import BlockPart
from builders.model.editions import Unit
from builders.settings import Settings

ALWAYS = ("displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents")
"""Features of every book that this writer makes."""

FIRST_MOMENT = 315532800
"""1 January 1980, the earliest time that a ZIP file can hold; stands where no time is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What a book offers to people who cannot see it."""

    has_pictures: bool
    has_alternative_texts: bool
    """Whether every picture has one."""
    has_long_descriptions: bool

    @property
    def modes(self) -> tuple[str, ...]:
        """The senses that the book speaks to."""
        return ("textual", "visual") if self.has_pictures else ("textual",)

    @property
    def sufficient_modes(self) -> tuple[str, ...]:
        """The senses that are enough to read everything."""
        if not self.has_pictures:
            return ("textual",)
        return ("textual", "textual,visual") if self.has_alternative_texts else ("textual,visual",)

    @property
    def features(self) -> tuple[str, ...]:
        """The features, by the names of schema.org."""
        own = []
        if self.has_pictures and self.has_alternative_texts:
            own.append("alternativeText")
        if self.has_long_descriptions:
            own.append("longDescription")
        return tuple(sorted([*ALWAYS, *own]))


def accessibility(documents: Iterable[nodes.document]) -> Accessibility:
    """Return what the book made of *documents* offers."""
    pictures: list[bool] = []
    descriptions = False
    for document in documents:
        pictures.extend(bool(picture.get("alt")) for picture in document.findall(nodes.image))
        descriptions = descriptions or any(part["part"] == "picture" for part in document.findall(BlockPart))
    return Accessibility(
        has_pictures=bool(pictures),
        has_alternative_texts=all(pictures),
        has_long_descriptions=descriptions,
    )


def identifier(unit: Unit, settings: Settings) -> str:
    """Return the identifier of the book of *unit*: the same whenever the same version is made again.

    A draft is another book: a reading system must not take it for the one that comes after it.
    """
    own = (settings.guideline.slug, unit.edition.id, unit.language.tag, unit.adaptation, settings.version)
    name = "/".join(filter(None, (*own, "draft" * unit.is_draft)))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def moment() -> datetime:
    """Return the time that the book bears: that of its source, never that of the build."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", FIRST_MOMENT)), UTC)
