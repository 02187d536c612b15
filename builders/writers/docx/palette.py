"""The colours of the Word editions; every text stands out from its ground by at least 4.5 to 1."""

from dataclasses import dataclass

INK = "1F2A33"
QUIET = "4B5862"
BRAND = "0B4A6F"
LINK = "0B5394"
RULE = "C3CCD4"
HEADER_GROUND = "E6EEF3"
PAPER = "FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """A dark colour for labels and rules, and a light ground below text."""

    accent: str
    ground: str


BLUE = Tint(accent=BRAND, ground="EFF5F9")
AMBER = Tint(accent="7A4300", ground="FFF6E3")
RED = Tint(accent="951B1B", ground="FDF0EF")
TEAL = Tint(accent="0E564C", ground="EAF5F2")
GREEN = Tint(accent="1D5B2F", ground="EDF6EE")
VIOLET = Tint(accent="56377F", ground="F4F0F9")
GREY = Tint(accent="3D4952", ground="F3F5F7")
PLUM = Tint(accent="7A1F52", ground="FBF0F6")
TINTS = (BLUE, AMBER, RED, TEAL, GREEN, VIOLET, GREY, PLUM)

COLOURS = {
    **{"ink": INK, "quiet": QUIET, "brand": BRAND, "link": LINK, "rule": RULE, "paper": PAPER, "red": RED.accent},
    **{"amber": AMBER.accent, "amber-ground": AMBER.ground, "grey": GREY.accent, "grey-ground": GREY.ground},
    **{"medium": "D6E6F0", "class": "E3E8EC"},
}
"""The names of colours in the style sheet."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
