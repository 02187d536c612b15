"""How an edition looks: the colours and measures that all formats take from its theme."""

from collections.abc import Mapping
from dataclasses import dataclass, field

COLOURS = (
    *("accent", "accent-fill", "accent-soft", "paper", "paper-raised", "paper-sunken", "ink", "ink-quiet", "line"),
    *("line-strong", "help", "help-soft", "calm", "calm-soft", "open", "open-soft", "see", "see-soft", "meet"),
    *("meet-soft", "do", "do-soft", "agree", "agree-soft"),
)
"""The colours of pages that a theme may set, each for a light and a dark ground."""
MEASURES = ("text-size", "line-height", "radius")
"""The measures of pages that a theme may set."""
EDGED = ("recommendation", "keymessage")
"""The blocks of books whose edge has a colour of the edition."""
WORD_COLOURS = (
    *("ink", "quiet", "brand", "brand-ground", "link", "rule", "header-ground", "paper", "amber", "amber-ground"),
    *("red", "red-ground", "teal", "teal-ground", "green", "green-ground", "violet", "violet-ground", "grey"),
    *("grey-ground", "plum", "plum-ground", "medium", "class"),
)
"""The colours of Word files that a theme may set."""
ON_PAPER = ("ink", "quiet", "brand", "link", "amber", "red", "teal", "green", "violet", "grey", "plum")
"""Those of them in which text stands on paper."""
ENOUGH = 4.5
"""The contrast below which many people cannot read a text (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Colours of a cover, from the top of the sky to the hill, and of the lights between them."""

    sky: str = "#2b3440"
    dusk: str = "#6b7a8a"
    hill: str = "#1c232b"
    light: str = "#ffd27a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What one edition does not take from the tools."""

    screen: Mapping[str, str] = field(default_factory=dict)
    """Values of CSS by the name of the variable of the pages."""
    book: Mapping[str, str] = field(default_factory=dict)
    """Colour of the edge, by the type of the block."""
    portal: str = ""
    """Value of CSS: the colour of its edge on the portal page."""
    cover: Cover = field(default_factory=Cover)
    word: Mapping[str, str] = field(default_factory=dict)
    """Colours of the Word file by their name, six digits without a mark."""

    @property
    def edges(self) -> Mapping[str, list[str]]:
        """The types of blocks by the colour of their edge in a book."""
        return {colour: [kind for kind in self.book if self.book[kind] == colour] for colour in self.book.values()}


def six_digits(colour: str) -> str:
    """Return the six hexadecimal digits of *colour*, which may have three, and a mark before them."""
    digits = colour.removeprefix("#")
    return digits if len(digits) == 6 else "".join(2 * digit for digit in digits)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(six_digits(one)), _luminance(six_digits(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
