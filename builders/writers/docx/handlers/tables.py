"""Handlers for tables that hold data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes
from lxml.etree import _Element

from builders.writers.docx.columns import fitted, holds_picture, least_width
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.figures import caption
from builders.writers.docx.layout import closed, table_look, width
from builders.writers.docx.layout import table as table_of
from builders.writers.docx.oxml import element, ordered, value
from builders.writers.docx.palette import HEADER_GROUND
from builders.writers.docx.paragraphs import paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import CELL, CELL_HEADER, CELL_STUB, DATA_TABLE, Style
from builders.writers.docx.template import shading

_CELL_MARGIN = 115


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row; *entry* is None where a cell from above continues."""

    entry: nodes.entry | None
    columns: int
    goes_on: bool
    """Whether the cell is the first of several below each other."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell with its content, in column *column*."""

    cell: Cell
    column: int
    blocks: list[_Element]
    context: Context


def table(node: nodes.table, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a table: its caption above it, header rows repeated on every page, no word cut for want of width."""
    group = next(child for child in node.children if isinstance(child, nodes.tgroup))
    columns = [child for child in group.children if isinstance(child, nodes.colspec)]
    asked = _widths(columns, context.available, is_weighted="colwidths-given" in node.get("classes", ()))
    stubs = sum(1 for column in columns if column.get("stub"))
    head = list(_filled(_rows(group, nodes.thead), asked, len(asked), context, renderer, style=CELL_HEADER))
    body = list(_filled(_rows(group, nodes.tbody), asked, stubs, context, renderer, style=CELL_STUB))
    widths = _fitted(asked, [each for row in (*head, *body) for each in row], renderer.package.text_size)
    rows = [_row(cells, widths, is_head=True) for cells in head] + [_row(cells, widths) for cells in body]
    for title in node.children:
        if isinstance(title, nodes.title):
            yield from caption("table", title, context, renderer)
    look = table_look(first_row=bool(head), first_column=bool(stubs))
    yield table_of(widths, rows, context, value("w:tblStyle", DATA_TABLE), look)


def layout(rows: Sequence[nodes.row], columns: int) -> Iterator[list[Cell]]:
    """Yield the cells of each row, those included that continue a cell from above."""
    pending: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        entries = [child for child in row.children if isinstance(child, nodes.entry)]
        column = 0
        while column < columns:
            if column in pending:
                left, span = pending.pop(column)
                if left > 1:
                    pending[column] = left - 1, span
                cells.append(Cell(None, span, False))
            elif entries:
                entry = entries.pop(0)
                span = entry.get("morecols", 0) + 1
                if below := entry.get("morerows", 0):
                    pending[column] = below, span
                cells.append(Cell(entry, span, bool(below)))
            else:
                cells.append(Cell(nodes.entry(), 1, False))
                span = 1
            column += span
        yield cells


def _rows(group: nodes.tgroup, kind: type[nodes.Element]) -> list[nodes.row]:
    parts = [part for part in group.children if isinstance(part, kind)]
    return [row for part in parts for row in part.children if isinstance(row, nodes.row)]


def _widths(columns: Sequence[nodes.colspec], available: int, *, is_weighted: bool) -> list[int]:
    weights = [column.get("colwidth", 1) if is_weighted else 1 for column in columns]
    return [available * weight // sum(weights) for weight in weights]


def _filled(
    rows: Sequence[nodes.row], widths: Sequence[int], stubs: int, context: Context, renderer: Renderer, *, style: Style
) -> Iterator[list[Filled]]:
    """Yield the cells of *rows* with their content; the first *stubs* of each row are of *style*."""
    for cells in layout(rows, len(widths)):
        column = 0
        filled: list[Filled] = []
        for cell in cells:
            here = context.within(
                style=style if column < stubs else CELL,
                indent=0,
                width=sum(widths[column : column + cell.columns]) - 2 * _CELL_MARGIN,
                list_level=-1,
                numbering=None,
            )
            blocks = list(renderer.children(cell.entry, here)) if cell.entry is not None else []
            filled.append(Filled(cell, column, blocks, here))
            column += cell.columns
        yield filled


def _fitted(asked: Sequence[int], cells: Sequence[Filled], points: float) -> list[int]:
    """Return the widths of the columns: as they were *asked* for, with room for every word of *cells*."""
    least = [0] * len(asked)
    for each in cells:
        if each.cell.columns == 1:
            own = each.context.width if holds_picture(each.blocks) else least_width(each.blocks, points)
            least[each.column] = max(least[each.column], own and own + 2 * _CELL_MARGIN)
    return fitted(asked, least)


def _row(cells: Sequence[Filled], widths: Sequence[int], *, is_head: bool = False) -> _Element:
    properties = [element("w:cantSplit"), *([element("w:tblHeader")] if is_head else [])]
    built = (_cell(each, sum(widths[each.column :][: each.cell.columns]), is_head=is_head) for each in cells)
    return element("w:tr", {}, ordered("w:trPr", *properties), *built)


def _cell(filled: Filled, twips: int, *, is_head: bool) -> _Element:
    cell, context = filled.cell, filled.context
    properties = [width("w:tcW", twips)]
    if cell.columns > 1:
        properties.append(value("w:gridSpan", cell.columns))
    if cell.goes_on:
        properties.append(value("w:vMerge", "restart"))
    if cell.entry is None:
        properties.append(element("w:vMerge"))
    if is_head:
        properties += [shading(context.colours[HEADER_GROUND]), value("w:vAlign", "bottom")]
    content = closed(filled.blocks, context) if filled.blocks else [paragraph(context)]
    return element("w:tc", {}, ordered("w:tcPr", *properties), *content)


HANDLERS: Handlers = {nodes.table: table}
