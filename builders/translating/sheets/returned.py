"""A sheet that comes back, from a word processor or a browser: read as what strangers send, or refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from builders.catalogs.xml_files import legible, one_line
from builders.model.findings import Location
from builders.problems import Problem
from builders.translating.sheets.archive import parts_in
from builders.translating.sheets.rows import COLUMNS, tags_named

LARGEST = 40_000_000
"""Bytes of a file, or of a part of one when it is unpacked: many times what the whole text needs."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}tbl", _FALLBACK)
"""What is not there any more, is a word of a program, or a table in a cell."""
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedRow:
    """A row as it comes back."""

    id: str
    english: str
    translation: str
    verdict: str
    comment: str
    location: Location
    """The file, and the number of the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedSheet:
    """What a file says."""

    tags: frozenset[str]
    """The languages that it names."""
    rows: tuple[ReturnedRow, ...]


def read_sheet(path: Path) -> ReturnedSheet:
    """Return what the file *path* says; raise a Problem where it is no sheet, or more than a machine should read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise damaged(path, f"the file cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise damaged(path, f"the file has more than {LARGEST / 1e6:,.0f} MB")
    read = _word if data.startswith(b"PK") else _page
    texts, rows = read(data, path)
    tags = {tag for text in texts for tag in tags_named(text)}
    found = tuple(_row(cells, Location(str(path), number)) for number, cells in enumerate(rows, start=1))
    if not found or not tags:
        raise damaged(path, "it holds no table of a sheet" if not found else "it does not say which sheet it is")
    return ReturnedSheet(tags=frozenset(tags), rows=found)


def damaged(path: Path | str, what: str, *, row: int = 0) -> Problem:
    """Return the Problem for the file *path*, of which nothing is taken."""
    return Problem(
        code="sheet-unreadable",
        what=what,
        where=[Location(str(path), row)],
        why="nothing of the file has been taken in; the catalogs are as they were",
        next_step="take the file as the reviewer has saved it: DOCX of Word or LibreOffice, or the page of a browser",
    )


def _row(cells: Sequence[str], location: Location) -> ReturnedRow:
    if len(cells) != len(COLUMNS):
        raise damaged(
            location.path, f"row {location.line} has {len(cells)} cells, not {len(COLUMNS)}", row=location.line
        )
    name, english, translation, verdict, comment = (one_line(legible(cell)) for cell in cells)
    return ReturnedRow(
        id="".join(name.split()),
        english=english,
        translation=translation,
        verdict=verdict,
        comment=comment,
        location=location,
    )


def _page(data: bytes, path: Path) -> tuple[list[str], list[list[str]]]:
    """Return the texts above the table and its rows, of a page that a browser has saved."""
    try:
        root = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path, "it is neither a page nor a Word file") from error
    rows = [[_cell(cell) for cell in row.iterchildren("td")] for row in root.iter("tr") if row.find("td") is not None]
    return ["".join(map(str, each.itertext())) for each in root.iter("small")], rows


def _cell(cell: Any) -> str:
    """Return what stands in *cell* of a page: the choice where there is one, otherwise its text."""
    if next(cell.iter("input"), None) is not None:
        return " ".join(each.get("value", "") for each in cell.iter("input") if each.get("checked") is not None)
    return "".join(cell.itertext())


def _word(data: bytes, path: Path) -> tuple[list[str], list[list[str]]]:
    """Return the paragraphs outside the table and its rows, of a Word file."""
    try:
        parts = parts_in(data, ("word/document.xml", "word/comments.xml"), LARGEST)
    except ValueError as error:
        raise damaged(path, str(error)) from error
    if "word/document.xml" not in parts:
        raise damaged(path, "it is no Word file; save it as DOCX")
    body = _xml(parts["word/document.xml"], path).find(f"{_W}body")
    notes = _notes(_xml(parts["word/comments.xml"], path)) if "word/comments.xml" in parts else {}
    tables = [] if body is None else [each for each in body.iter(f"{_W}tbl") if not any(each.iterancestors(f"{_W}tbl"))]
    rows = [list(_cells(row, notes)) for table in tables for row in _rows(table)]
    texts = [] if body is None else [_text(each) for each in body.iterchildren(f"{_W}p")]
    return texts, [row for row in rows if tuple(map(one_line, row)) != COLUMNS]


def _xml(data: bytes, path: Path) -> Any:
    """Return the root of the part *data*; it defines nothing, and nothing outside it is read."""
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise damaged(path, "a part of it declares a document type, as no word processor does")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(path, f"a part of it is no XML: {error.msg}") from error


def _rows(table: Any) -> Iterator[Any]:
    for row in table.iter(f"{_W}tr"):
        is_deleted = row.find(f"{_W}trPr/{_W}del") is not None
        if next(row.iterancestors(f"{_W}tbl")) is table and not is_deleted:
            yield row


def _cells(row: Any, notes: dict[str, str]) -> Iterator[str]:
    """Yield the text of every cell of *row*; what stands in the margin belongs to the comment, which is the last."""
    cells = [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
    named = (each.get(f"{_W}id", "") for each in row.iter(f"{_W}commentReference"))
    margin = [notes[name] for name in named if name in notes]
    for cell in cells:
        text = " ".join(_text(each) for each in cell.iter(f"{_W}p"))
        yield " ".join((text, *margin)) if cell is cells[-1] else text


def _notes(root: Any) -> dict[str, str]:
    """Return the comments in the margin by their id."""
    return {
        each.get(f"{_W}id", ""): " ".join(_text(paragraph) for paragraph in each.iter(f"{_W}p"))
        for each in root.iter(f"{_W}comment")
    }


def _text(element: Any) -> str:
    """Return the text of *element* as it is when all changes are accepted."""
    if element.tag in _GONE:
        return ""
    if element.tag == f"{_W}t":
        return element.text or ""
    return _SIGNS.get(element.tag, "") + "".join(_text(child) for child in element if isinstance(child.tag, str))
