"""Paragraphs and boxes: the one place that decides direction, indentation and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from builders.writers.docx.context import Context
from builders.writers.docx.oxml import element, ordered, qualified, value
from builders.writers.docx.runs import runs
from builders.writers.docx.styles import LABEL, LIST_STEP, SEPARATOR
from builders.writers.docx.template import cell_margins, line, shading
from builders.writers.docx.typography import BoxStyle, Style

BOX_MARGIN = 200
"""Space between the line of a box and its text, in twentieths of a point."""

_TABLE, _PARAGRAPH = (qualified(tag) for tag in ("w:tbl", "w:p"))
_PLACES = re.compile(r"\{(label|value)\}")


def paragraph(context: Context, *content: _Element, page_break: bool = False) -> _Element:
    """Return a paragraph of the style of *context*, in the direction of its language."""
    properties = [value("w:pStyle", context.style.id)]
    if page_break:
        properties.append(element("w:pageBreakBefore"))
    if context.numbering:
        level, number = value("w:ilvl", context.numbering.level), value("w:numId", context.numbering.id)
        properties.append(element("w:numPr", {}, level, number))
    if context.language.is_rtl:
        properties.append(element("w:bidi"))
    elif context.unit.language.is_rtl:
        properties.append(value("w:bidi", 0))
    properties.extend(_indentation(context))
    return element("w:p", {}, ordered("w:pPr", *properties), *content)


def label_paragraph(key: str, context: Context) -> _Element:
    """Return a paragraph that consists of the label *key*."""
    here = context.labelling(key)
    return paragraph(here, *runs(context.labels[key], here))


def label_runs(key: str, context: Context) -> Iterator[_Element]:
    """Yield the label *key* as running text."""
    return runs(context.labels[key], context.labelling(key))


def labelled(
    key: str, content: Iterable[_Element], context: Context, *, number: Iterable[_Element] = ()
) -> Iterator[_Element]:
    """Yield the label *key*, a *number* if it has one, and *content*, the way the reader's language writes them."""
    here = context.labelling("label-value")
    for part in _PLACES.split(context.labels["label-value"]):
        if part == "label":
            yield from label_runs(key, context.formatted(style=LABEL))
            if counted := list(number):
                yield from [*runs("\u00a0", context), *counted]
        elif part == "value":
            yield from content
        elif part:
            yield from runs(part, here)


def filled(key: str, context: Context, **places: Iterable[_Element]) -> Iterator[_Element]:
    """Yield the label pattern *key* with elements in its named places."""
    here = context.labelling(key)
    for part in re.split(r"(\{[a-z]+\})", context.labels[key]):
        name = part.strip("{}")
        if part.startswith("{") and name in places:
            yield from places[name]
        elif part:
            yield from runs(part, here)


def joined(groups: Iterable[Iterable[_Element]], context: Context) -> Iterator[_Element]:
    """Yield *groups* of running text as a list in the reader's language."""
    whole: list[_Element] = []
    for number, group in enumerate(groups):
        whole = list(filled("list-pair", context, first=whole, second=group) if number else group)
    yield from whole


def between(groups: Iterable[Iterable[_Element]], separator: str, context: Context) -> Iterator[_Element]:
    """Yield *groups* of running text with *separator* between them."""
    for number, group in enumerate(groups):
        if number:
            yield from runs(separator, context)
        yield from group


def box(content: Iterable[_Element], context: Context, look: BoxStyle) -> Iterator[_Element]:
    """Yield a box of one cell around *content*: unlike framed paragraphs it holds lists and pictures too."""
    frame = line("w:top", look.tint.accent, 18), line("w:bottom", look.tint.accent, 4)
    cell = element(
        "w:tc",
        {},
        ordered("w:tcPr", width("w:tcW", context.available), shading(look.tint.ground)),
        *closed(content, context),
    )
    properties = [
        width("w:tblW", context.available),
        ordered("w:tblBorders", *frame),
        fixed_layout(),
        cell_margins(BOX_MARGIN // 2, BOX_MARGIN),
        no_header(),
        *placement(context),
    ]
    yield table(properties, [context.available], [element("w:tr", {}, cell)])


def inside_box(context: Context, style: Style) -> Context:
    """Return the context for what stands in a box: a page of its own, narrower."""
    return context.within(
        style=style, indent=0, width=context.available - 2 * BOX_MARGIN, list_level=-1, numbering=None
    )


def table(properties: list[_Element], columns: Iterable[int], rows: Iterable[_Element]) -> _Element:
    """Return a table of *rows*."""
    grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w:w": column}) for column in columns))
    return element("w:tbl", {}, ordered("w:tblPr", *properties), grid, *rows)


def placement(context: Context) -> list[_Element]:
    """Return where a table begins, and that its first column is the one where reading begins."""
    indent = element("w:tblInd", {"w:w": context.indent, "w:type": "dxa"})
    return [indent, *([element("w:bidiVisual")] if context.unit.language.is_rtl else [])]


def width(tag: str, twips: int) -> _Element:
    """Return a width in twentieths of a point."""
    return element(tag, {"w:w": twips, "w:type": "dxa"})


def fixed_layout() -> _Element:
    """Return that columns keep their widths whatever they hold."""
    return element("w:tblLayout", {"w:type": "fixed"})


def no_header() -> _Element:
    """Return that a table only places things: it has no header row or column."""
    return table_look(first_row=False, first_column=False)


def table_look(*, first_row: bool, first_column: bool) -> _Element:
    """Return which parts of a table are headers."""
    bits = 0x0600 | (0x0020 if first_row else 0) | (0x0080 if first_column else 0)
    flags = {
        "firstRow": int(first_row),
        "lastRow": 0,
        "firstColumn": int(first_column),
        "lastColumn": 0,
        "noHBand": 1,
        "noVBand": 1,
    }
    return element("w:tblLook", {"w:val": f"{bits:04X}", **{f"w:{name}": flag for name, flag in flags.items()}})


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


def separator(context: Context) -> _Element:
    """Return the smallest paragraph, where Word's format wants one and the text has none."""
    return paragraph(context.within(style=SEPARATOR, indent=0, numbering=None))


def _indentation(context: Context) -> Iterator[_Element]:
    """Yield the indentation where it is not what the style or the list already says."""
    if context.numbering:
        if context.indent != LIST_STEP * (context.numbering.level + 1):
            yield element("w:ind", {"w:left": context.indent, "w:hanging": LIST_STEP})
    elif context.indent != context.style.indent:
        yield element("w:ind", {"w:left": context.indent})
