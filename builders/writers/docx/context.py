"""What a handler inherits from the nodes above it.

A context is immutable: a handler that wants its children to see something
different passes them a changed copy, so nothing has to be undone afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from builders.editions.naming import ENGLISH, language_called
from builders.model.editions import Unit
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.settings import Settings
from builders.writers.docx.palette import COLOURS
from builders.writers.docx.styles import BODY, Style

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1361
"""A4, in twentieths of a point."""
TEXT_WIDTH, TEXT_HEIGHT = PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - 2 * MARGIN


class Story(Enum):
    """The part of the file that a text flows in; links belong to a part."""

    TEXT = "document"
    NOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Character formatting that applies to the text below a node."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    position: str = ""
    """``superscript`` or ``subscript``."""
    style: Style | None = None
    is_verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number that an item's first paragraph carries."""

    id: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything a handler may know about where its node stands."""

    unit: Unit
    settings: Settings
    labels: Labels
    language: Language
    """The language of the text here; English where a translation is missing."""
    document: str
    """The name of the page that the node comes from."""
    style: Style = BODY
    heading_level: int = 0
    list_level: int = -1
    numbering: Numbering | None = None
    indent: int = 0
    width: int = TEXT_WIDTH
    """What there is between the margins, or inside a cell."""
    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    """Six digits by the name of the colour."""
    run: RunFormat = field(default_factory=RunFormat)
    story: Story = Story.TEXT

    def within(self, **changes: Any) -> Context:
        """Return a copy for the children, with *changes* applied."""
        return replace(self, **changes)

    def formatted(self, **changes: Any) -> Context:
        """Return a copy whose text carries the changed run format."""
        return replace(self, run=replace(self.run, **changes))

    def styled(self, style: Style) -> Context:
        """Return a copy for paragraphs of *style*, which brings its own indentation."""
        return replace(self, style=style, indent=style.indent)

    def speaking(self, tag: str) -> Context:
        """Return a copy for text in the language *tag*."""
        return self if tag == self.language.tag else replace(self, language=language_called(tag, self.settings))

    def left_in(self, tag: str) -> Context:
        """Return a copy for a passage without translation, in the language *tag*; English names and patterns go along.

        What a country has written has no patterns of its own: those of the reader's language stand there.
        """
        labels = Labels(self.settings.labels, {}) if tag == ENGLISH else self.labels
        return replace(self, labels=labels).speaking(tag)

    def labelling(self, key: str) -> Context:
        """Return a copy for the label *key*: the reader's language, or English for want of a translation."""
        if self.unit.language.is_source or self.labels.is_fallback(key):
            return self.speaking("en")
        return self.speaking(self.unit.language.tag)

    @property
    def available(self) -> int:
        """How wide a table or a picture may be here."""
        return self.width - self.indent
