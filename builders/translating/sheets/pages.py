"""A sheet as a page for a browser, which is filled in and saved there; it needs no connection."""

from pathlib import Path

from builders.publishing.portal import render
from builders.translating.sheets.rows import COLUMNS, GUIDE, VERDICTS, Sheet

THEME = Path(__file__).parent / "theme"


def format_page(sheet: Sheet) -> bytes:
    """Return *sheet* as one HTML file without anything beside it."""
    page = render("sheet.html.jinja", THEME, sheet=sheet, columns=COLUMNS, guide=GUIDE, verdicts=VERDICTS)
    return page.encode()
