"""The four suits of the play cards: a shape, a texture and a tint each, told apart without seeing colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builders.model.vocabulary import Suit
from builders.writers.docx.palette import AMBER, BLUE, PAPER, PLUM, TEAL, Tint

WIDTH, HEIGHT = 300, 56
"""Of the band on top of a card, in the units of its drawing."""

_STAR = "M150 8l5.9 14.1 15.2 1.3-11.5 10 3.4 14.9L150 40.4l-13 7.9 3.4-14.9-11.5-10 15.2-1.3z"
_WAVE = "M118 34q8-16 16 0t16 0 16 0 16 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuitLook:
    """How a suit is shown; the drawings are SVG, with ``{ink}`` for the dark colour."""

    tint: Tint
    shape: str
    texture: str
    """Repeats every 12 units; it is the one that the text of the cards lets hands feel (smooth, ridged, …)."""


SUITS: Mapping[str, SuitLook] = MappingProxyType(
    {
        Suit.SEE.value: SuitLook(tint=BLUE, shape='<circle cx="150" cy="28" r="17" fill="{ink}"/>', texture=""),
        Suit.MEET.value: SuitLook(
            tint=TEAL,
            shape=f'<path d="{_WAVE}" fill="none" stroke="{{ink}}" stroke-width="8" stroke-linecap="round"/>',
            texture='<path d="M0 6q3-4 6 0t6 0" fill="none" stroke="{ink}"/>',
        ),
        Suit.DO.value: SuitLook(
            tint=AMBER,
            shape=f'<path d="{_STAR}" fill="{{ink}}"/>',
            texture='<circle cx="6" cy="6" r="1.6" fill="{ink}"/>',
        ),
        Suit.AGREE.value: SuitLook(
            tint=PLUM,
            shape='<path d="M134 12h32v32h-32z" fill="{ink}"/>',
            texture='<path d="M0 3h8M9 0v8M0 9h3M9 9h3" stroke="{ink}"/>',
        ),
    }
)
"""The look of every suit; the text of the cards names the shapes."""


def band(suit: str, colours: Mapping[str, str]) -> bytes:
    """Return the band on top of the cards of *suit* as SVG, in *colours*: its texture, and its shape in the middle."""
    look = SUITS[suit]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<pattern id="texture" width="12" height="12" patternUnits="userSpaceOnUse">{look.texture}</pattern>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{{ground}}"/>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#texture)" opacity="0.55"/>'
        f'<rect x="106" width="88" height="{HEIGHT}" fill="#{colours[PAPER]}"/>{look.shape}</svg>'
    )
    ink, ground = (f"#{colours[name]}" for name in (look.tint.accent, look.tint.ground))
    inked = drawing.replace("{ink}", ink).replace("{ground}", ground)
    return inked.encode()
