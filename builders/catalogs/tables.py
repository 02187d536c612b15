"""Tables of data kept as CSV: every row is read whole, or refused with its line.

A spreadsheet saves what it likes: another encoding, semicolons, a comma inside a text that is not quoted. Python reads
most of that without a word and cuts a definition short.
"""

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from builders.model.characters import unfit_lines
from builders.model.findings import Finding, Location

Row = Mapping[str, str]

_Report = Callable[[int, str, str], None]
"""Told the line, what is wrong in it, and what to do about it."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings of a cell that a spreadsheet takes for a formula (OWASP, CSV injection)."""

_BYTE_ORDERS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_QUOTES = 'put a text with a comma, or with quotation marks, into quotation marks, and write "" for one inside it'


def for_spreadsheets(rows: Iterable[Sequence[str]]) -> bytes:
    """Return *rows* as CSV (RFC 4180) that spreadsheets open as UTF-8, with nothing that they would compute.

    Without the mark at its start, a spreadsheet takes é for two other letters. Tables that a program takes in again,
    such as the termbase, are written as they are: what is guarded here does not come back as it was.
    """
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return *cell* as a spreadsheet takes it for text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell


def read_table(path: Path, name: str, columns: Sequence[str], faults: list[Finding]) -> Iterator[tuple[Row, int]]:
    """Yield the rows of the file *path*, which messages call *name*, each with the line that it begins in.

    A row has a text for every one of *columns*, without white space around it. What is wrong with the file or with a
    row is added to *faults*; such a row is not yielded.
    """

    def report(line: int, message: str, hint: str) -> None:
        faults.append(Finding(check="termbase-row", location=Location(name, line), message=message, hint=hint))

    text = _text(path.read_bytes(), report)
    if text is None:
        return
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line, heading = 1, list[str]()
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error as error:
            report(line, f"the row cannot be read: {error}", _QUOTES)
            return
        if not heading:
            heading = cells
            if not _is_heading(heading, text, columns, report):
                return
        elif len(cells) != len(heading) and any(cells):
            counted = f"the row has {len(cells)} cell{'' if len(cells) == 1 else 's'}, not {len(heading)}"
            what = "a comma too many cuts a text in two" if len(cells) > len(heading) else "something is missing"
            report(line, f"{counted}: {what}", _QUOTES if len(cells) > len(heading) else f"write {', '.join(heading)}")
        elif any("\n" in cell or "\r" in cell for cell in cells):
            report(line, "a text goes over several lines", "close its quotation mark in the same line")
        elif any(cells):  # spreadsheets leave rows of commas at the end
            yield dict(zip(heading, cells, strict=True)), line
        line = reader.line_num + 1
    if not heading:
        report(1, "the file is empty", f"begin it with {','.join(columns)}, or restore it from the repository")


def _text(data: bytes, report: _Report) -> str | None:
    """Return what *data* says; None, once that is reported, where it is no plain UTF-8 text."""
    if data.startswith(_BYTE_ORDERS) or b"\0" in data:
        report(1, "the file is saved as UTF-16", "save it as UTF-8; a spreadsheet calls that CSV UTF-8")
        return None
    try:
        # Spreadsheets begin a file with a byte order mark.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report(line, "this line is not UTF-8", "save the file as UTF-8; a spreadsheet calls that CSV UTF-8")
        return None
    found = dict(unfit_lines(text))
    for line, unfit in found.items():
        report(line, f"the line holds {unfit}", "delete it")
    return None if found else text


def _is_heading(heading: Sequence[str], text: str, columns: Sequence[str], report: _Report) -> bool:
    """Whether *heading* names each of *columns* once and nothing else; report it otherwise."""
    other = next((name for mark, name in _SEPARATORS.items() if mark in text.partition("\n")[0]), "")
    missing = [name for name in columns if name not in heading]
    unknown = [name for name in heading if name not in columns]
    twice = sorted({name for name in heading if heading.count(name) > 1})
    hint = f"write {','.join(columns)}"
    if missing and other:
        report(1, f"the columns stand between {other}, not commas", "save the file again, separated by commas")
    elif missing:
        report(1, f"the first line does not name {', '.join(missing)}", hint)
    elif unknown or twice:
        shown = ", ".join(f"“{name}”" for name in unknown or twice)
        report(1, f"the first line names {shown}{', which means nothing here' if unknown else ' twice'}", hint)
    return not (missing or unknown or twice)
