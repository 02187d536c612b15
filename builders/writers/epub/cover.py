"""The colours of the covers, by edition; ``cover.svg.jinja`` draws a hill at dusk and a string of lights in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours of a cover, from the top of the sky to the hill."""

    sky: str
    dusk: str
    hill: str
    light: str = "#ffd27a"


PALETTES = {
    "policy-makers": Palette(sky="#0f3557", dusk="#3f7fb5", hill="#0b2740"),
    "industry": Palette(sky="#06393d", dusk="#2f8f8f", hill="#042a2d"),
    "parents-and-educators": Palette(sky="#431a3b", dusk="#a35c93", hill="#30122a"),
    "children": Palette(sky="#2c2f66", dusk="#d98a55", hill="#3a2450"),
}

OTHER = Palette(sky="#2b3440", dusk="#6b7a8a", hill="#1c232b")
"""The colours of an edition that has none of its own."""
