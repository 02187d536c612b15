"""The colours of the Word editions, by name; every text stands out from its ground by at least 4.5 to 1."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builders.model.themes import Theme

INK, QUIET, BRAND, LINK, RULE, HEADER_GROUND, PAPER = "ink", "quiet", "brand", "link", "rule", "header-ground", "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """A dark colour for labels and rules, and a light ground below text."""

    accent: str
    ground: str


def _tint(name: str) -> Tint:
    return Tint(accent=name, ground=f"{name}-ground")


BLUE, AMBER, RED, TEAL = _tint(BRAND), _tint("amber"), _tint("red"), _tint("teal")
GREEN, VIOLET, GREY, PLUM = _tint("green"), _tint("violet"), _tint("grey"), _tint("plum")
TINTS = (BLUE, AMBER, RED, TEAL, GREEN, VIOLET, GREY, PLUM)

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        **{INK: "1F2A33", QUIET: "4B5862", BRAND: "0B4A6F", "brand-ground": "EFF5F9", LINK: "0B5394", RULE: "C3CCD4"},
        **{HEADER_GROUND: "E6EEF3", PAPER: "FFFFFF", "amber": "7A4300", "amber-ground": "FFF6E3", "red": "951B1B"},
        **{"red-ground": "FDF0EF", "teal": "0E564C", "teal-ground": "EAF5F2", "green": "1D5B2F"},
        **{"green-ground": "EDF6EE", "violet": "56377F", "violet-ground": "F4F0F9", "grey": "3D4952"},
        **{"grey-ground": "F3F5F7", "plum": "7A1F52", "plum-ground": "FBF0F6", "medium": "D6E6F0", "class": "E3E8EC"},
    }
)
"""What the names mean where no theme says otherwise."""


def colours_of(theme: Theme) -> Mapping[str, str]:
    """Return what the names mean in an edition that looks like *theme*."""
    return MappingProxyType({**COLOURS, **theme.word})
