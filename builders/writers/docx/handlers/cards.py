"""Handlers for the play cards: two beside each other, to be cut out and folded."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import _Element

from builders.editions.attributes import in_reading_order
from builders.markup.blocks.card import Card
from builders.markup.typed_block import BlockPart
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.attributes import BETWEEN
from builders.writers.docx.handlers.figures import drawer, placed
from builders.writers.docx.handlers.parts import run_in
from builders.writers.docx.layout import cell, inside_cell, placed_table, row
from builders.writers.docx.paragraphs import between, label_paragraph, label_runs, paragraph
from builders.writers.docx.pictures import vector_picture
from builders.writers.docx.rendering import Handlers, Renderer, RunHandlers
from builders.writers.docx.styles import CARD_BAND, CARD_FOLD, CARD_NOTE, CARD_SUIT, CARD_TEXT, CARD_TITLE
from builders.writers.docx.suits import SUITS, band
from builders.writers.docx.template import line

_GAP = 300
"""Between two cards, in twentieths of a point."""
_MARGIN = 220
_LEAST_HEIGHT = 6000
"""Two rows and the heading of a suit have room on a page."""
_FRAME = 16
_SIDES = ("top", "left", "bottom", "right")


def cards(run: Sequence[Card], context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render cards that follow each other in pairs; a row never breaks, so every card can be cut out."""
    waiting = iter(run)
    twips = (context.available - _GAP) // 2
    inside = inside_cell(context, twips, CARD_TEXT, margin=_MARGIN)
    while pair := list(islice(waiting, 2)):
        columns = [twips, _GAP, twips] if len(pair) > 1 else [twips]
        cells = [
            cell(renderer.render(one, inside), twips, context, lines=_lines(one, context, *_SIDES)) for one in pair
        ]
        if len(pair) > 1:
            # LibreOffice asks the cell between two cards about their lines in a table that runs from the right.
            cells.insert(
                1,
                cell((), _GAP, context, lines=[*_lines(pair[0], context, "left"), *_lines(pair[1], context, "right")]),
            )
        yield placed_table(columns, [row(*cells, least=_LEAST_HEIGHT)], context, margins=(_MARGIN // 2, _MARGIN))


def card(node: Card, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render one card from top to bottom: suit and kind, the front, the drawing, and below the fold the other side."""
    title, *rest = in_reading_order(node)
    yield _band(node, context, renderer)
    yield _suit(node, context)
    yield from renderer.render(title, context.within(style=CARD_TITLE))
    for child in rest:
        if not isinstance(child, BlockPart):
            yield from renderer.render(child, context)
        elif child["part"] == "back":
            yield label_paragraph("part/back", context.within(style=CARD_FOLD))
            yield from renderer.children(child, context)
        else:
            yield from run_in(child, context.within(style=CARD_NOTE), renderer)


def _band(node: Card, context: Context, renderer: Renderer) -> _Element:
    """Return the texture and the shape of the suit; the word below says what they say."""
    here = context.within(style=CARD_BAND)
    size = (context.available, context.available)
    picture = vector_picture(
        band(node["suit"], context.colours), width=context.available, most=size, drawer=drawer(context)
    )
    return paragraph(here, placed(picture, f"suit-{node['suit']}", "", renderer))


def _suit(node: Card, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=CARD_SUIT)
    suit, kind = label_runs(f"suit/{node['suit']}", here), label_runs(f"card-kind/{node['kind']}", here)
    return paragraph(here, *between((suit, kind), BETWEEN, here))


def _lines(node: Card, context: Context, *sides: str) -> list[_Element]:
    return [line(f"w:{side}", context.colours[SUITS[node["suit"]].tint.accent], _FRAME) for side in sides]


HANDLERS: Handlers = {Card: card}
RUNS: RunHandlers = {Card: cards}
