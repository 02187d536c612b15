"""What a style consists of."""

from __future__ import annotations

from dataclasses import dataclass

from builders.writers.docx.palette import Tint

LIST_STEP = 454
"""How far each level of a list is indented, in twentieths of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """One line around a paragraph: *width* in eighths of a point, *space* in points."""

    side: str
    width: int
    colour: str
    space: int = 0
    kind: str = "single"
    """Word's name of the way the line is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style, or a character style; lengths in twentieths of a point."""

    name: str
    """Word's own name where it has one: Word then translates it in its menus."""
    own_id: str = ""
    """The id that Word knows it by, where it is not the name without its spaces."""
    is_character: bool = False
    based_on: str = ""
    next: str = ""
    size: float = 0
    """In multiples of the size of the running text."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    fill: str = ""
    underline: bool = False
    before: int | None = None
    after: int | None = None
    indent: int = 0
    right: int = 0
    hanging: int = 0
    """How far the first line stands out to where reading begins."""
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    centred: bool = False
    page_break: bool = False
    borders: tuple[Border, ...] = ()
    is_code: bool = False
    raised: bool = False
    has_page_tab: bool = False
    is_tight: bool = False
    holds_picture: bool = False
    """Lines closer than single would cut the top off a picture."""

    @property
    def id(self) -> str:
        """What paragraphs and runs name the style by."""
        return self.own_id or self.name.replace(" ", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStyle:
    """How one kind of box looks: its *label* above its *text*, both of one tint."""

    tint: Tint
    label: Style
    text: Style
    title: Style
    """The label where the box is a cell, which has its own frame."""
