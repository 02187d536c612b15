"""Tables: their parts, and boxes and columns, which are tables that only place things."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lxml.etree import _Element

from builders.writers.docx.context import TEXT_HEIGHT, Context
from builders.writers.docx.measures import height
from builders.writers.docx.oxml import element, ordered, qualified, value
from builders.writers.docx.paragraphs import all_kept_with_next, begins_item, kept_with_next, paragraph, style_of
from builders.writers.docx.styles import BODY, PART_TEXT, PICTURE_TEXT, SEPARATOR, BoxStyle, Style
from builders.writers.docx.template import cell_margins, line, shading

BOX_MARGIN = 200
"""Space between the line of a box and its text, in twentieths of a point."""

LEADING = frozenset((BODY.id, PART_TEXT.id))
"""Styles of what can lead to a list: an item, or the end of a question, leads to no other one."""

HEADING_HEIGHT = 1400
"""Room for a heading of two lines above a box that fills a page."""

_TABLE, _PARAGRAPH = (qualified(tag) for tag in ("w:tbl", "w:p"))


def box(content: Iterable[_Element], context: Context, look: BoxStyle) -> Iterator[_Element]:
    """Yield a box of one cell around *content*: unlike framed paragraphs it holds lists and pictures too.

    It stays on one page.
    """
    only = cell(content, context.available, context, ground=look.tint.ground)
    yield placed_table([context.available], [row(only)], context, lines=frame(look, context))


def stepped_box(parts: Sequence[list[_Element]], context: Context, look: BoxStyle, points: float) -> Iterator[_Element]:
    """Yield a box with a row for each of *parts*, on one page where a page holds it, a heading above it included.

    A longer one goes on between two parts, never inside one, and the first two stay together. Every part of one that
    is kept whole keeps with the next, as its paragraphs say.
    """
    tall = sum(height(part, context.available - 2 * BOX_MARGIN, points) for part in parts) + BOX_MARGIN
    kept = len(parts) - 1 if tall + HEADING_HEIGHT <= TEXT_HEIGHT else 1
    rows: list[_Element] = []
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        edges = {"top": BOX_MARGIN // 2 if number == 0 else 0, "bottom": BOX_MARGIN // 2 if is_last else 0}
        blocks = all_kept_with_next(part) if number < kept else part
        rows.append(row(cell(blocks, context.available, context, ground=look.tint.ground, edges=edges)))
    margins = (0, BOX_MARGIN)
    yield placed_table([context.available], rows, context, lines=frame(look, context), margins=margins)


def inside_cell(context: Context, twips: int, style: Style, *, margin: int = BOX_MARGIN) -> Context:
    """Return the context for what stands in a cell *twips* wide."""
    return context.within(style=style, indent=0, width=twips - 2 * margin, list_level=-1, numbering=None)


def frame(look: BoxStyle, context: Context) -> list[_Element]:
    """Return the lines of a box: none of them tells left from right."""
    accent = context.colours[look.tint.accent]
    return [line("w:top", accent, 18), line("w:bottom", accent, 4)]


def placed_table(
    columns: Sequence[int],
    rows: Iterable[_Element],
    context: Context,
    *,
    lines: Sequence[_Element] = (),
    margins: tuple[int, int] = (BOX_MARGIN // 2, BOX_MARGIN),
) -> _Element:
    """Return a table that only places things, with *margins* above and beside the text of its cells."""
    look = [cell_margins(*margins), table_look(first_row=False, first_column=False)]
    return table(columns, rows, context, *look, *([ordered("w:tblBorders", *lines)] if lines else []))


def row(*cells: _Element, least: int = 0) -> _Element:
    """Return a row of *cells*, at least *least* high, that stays on one page."""
    properties = [element("w:cantSplit")]
    if least:
        properties.append(element("w:trHeight", {"w:val": least, "w:hRule": "atLeast"}))
    return element("w:tr", {}, ordered("w:trPr", *properties), *cells)


def cell(
    content: Iterable[_Element],
    twips: int,
    context: Context,
    *,
    ground: str = "",
    columns: int = 1,
    lines: Sequence[_Element] = (),
    edges: Mapping[str, int] = MappingProxyType({}),
) -> _Element:
    """Return a cell with *content*, which spans *columns* and has *lines* and *edges* of its own.

    Edges are the space above and below, where it is not that of the whole table.
    """
    properties = [width("w:tcW", twips)]
    if columns > 1:
        properties.append(value("w:gridSpan", columns))
    if lines:
        properties.append(ordered("w:tcBorders", *lines))
    if ground:
        properties.append(shading(context.colours[ground]))
    if any(edges.values()):
        properties.append(element("w:tcMar", {}, *(width(f"w:{side}", twips) for side, twips in edges.items())))
    return element("w:tc", {}, ordered("w:tcPr", *properties), *closed(content, context))


def table(columns: Sequence[int], rows: Iterable[_Element], context: Context, *properties: _Element) -> _Element:
    """Return a table of *rows*: its first column is where reading begins, and columns keep their widths."""
    grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w:w": column}) for column in columns))
    place = [width("w:tblInd", context.indent), *([element("w:bidiVisual")] if context.unit.language.is_rtl else [])]
    fixed = element("w:tblLayout", {"w:type": "fixed"})
    whole = ordered("w:tblPr", width("w:tblW", sum(columns)), fixed, *place, *properties)
    return element("w:tbl", {}, whole, grid, *rows)


def width(tag: str, twips: int) -> _Element:
    """Return a width in twentieths of a point."""
    return element(tag, {"w:w": twips, "w:type": "dxa"})


def table_look(*, first_row: bool, first_column: bool) -> _Element:
    """Return which parts of a table are headers."""
    bits = 0x0600 | (0x0020 if first_row else 0) | (0x0080 if first_column else 0)
    rows = {"w:firstRow": int(first_row), "w:lastRow": 0}
    columns = {"w:firstColumn": int(first_column), "w:lastColumn": 0}
    return element("w:tblLook", {"w:val": f"{bits:04X}", **rows, **columns, "w:noHBand": 1, "w:noVBand": 1})


def closed(content: Iterable[_Element], context: Context) -> Iterator[_Element]:
    """Yield *content* as a cell wants it, with a paragraph at its end."""
    last = None
    for block in separated(content, context):
        last = block
        yield block
    if last is None or last.tag != _PARAGRAPH:
        yield separator(context)


def separated(content: Iterable[_Element], context: Context) -> Iterator[_Element]:
    """Yield *content*; Word makes one table of two that follow each other, so a small paragraph goes between."""
    follows_table = False
    for block in content:
        if follows_table and block.tag == _TABLE:
            yield separator(context)
        follows_table = block.tag == _TABLE
        yield block


def accompanied(content: Iterable[_Element]) -> list[_Element]:
    """Return *content*, every paragraph before a table on the page of it: no box is alone at the end of a chapter.

    The description of a picture stays with the picture, which is above it. What leads to a list stays with its first
    item.
    """
    blocks = list(content)
    for one, following in itertools.pairwise(blocks):
        leads_to_table = following.tag == _TABLE and style_of(one) != PICTURE_TEXT.id
        if leads_to_table or (begins_item(following) and style_of(one) in LEADING):
            kept_with_next([one])
    return blocks


def separator(context: Context) -> _Element:
    """Return the smallest paragraph, where Word's format wants one and the text has none."""
    return paragraph(context.within(style=SEPARATOR, indent=0, numbering=None))
