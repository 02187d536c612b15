"""The cover: a hill at dusk and a string of lights, in the colours of the edition."""

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

WIDTH, HEIGHT = 1600, 1200

# Where the string hangs, and where its lamps: (x, y).
STRING = "M-40 330 Q400 620 800 470 T1640 360"
LAMPS = ((120, 440), (330, 530), (560, 541), (800, 478), (1040, 424), (1290, 412), (1510, 404))
STARS = ((150, 120), (420, 210), (690, 90), (980, 180), (1240, 100), (1480, 220), (300, 300), (1120, 290), (840, 250))


def cover_picture(edition: str) -> str:
    """Return the cover of the edition with the id *edition* as SVG; words stand beside it, not in it."""
    colours = PALETTES.get(edition, OTHER)
    stars = "".join(f'<circle cx="{x}" cy="{y}" r="4"/>' for x, y in STARS)
    lamps = "".join(
        f'<circle cx="{x}" cy="{y + 46}" r="70" fill="url(#glow)"/><circle cx="{x}" cy="{y + 46}" r="24"/>'
        for x, y in LAMPS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">'
        f'<stop offset="0" stop-color="{colours.sky}"/><stop offset="1" stop-color="{colours.dusk}"/></linearGradient>'
        f'<radialGradient id="glow"><stop offset="0" stop-color="{colours.light}" stop-opacity="0.6"/>'
        f'<stop offset="1" stop-color="{colours.light}" stop-opacity="0"/></radialGradient></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#sky)"/>'
        f'<g fill="#ffffff" fill-opacity="0.7">{stars}</g>'
        f'<path d="M0 1200V980Q420 700 860 860T1600 800V1200Z" fill="{colours.hill}"/>'
        f'<path d="M0 1200V1100Q500 900 980 1040T1600 1000V1200Z" fill="{colours.hill}" fill-opacity="0.75"/>'
        f'<path d="{STRING}" fill="none" stroke="{colours.hill}" stroke-width="8"/>'
        f'<g fill="{colours.light}">{lamps}</g></svg>\n'
    )
