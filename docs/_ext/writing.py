"""Pieces of reStructuredText that generated pages are put together from."""

from __future__ import annotations

import inspect
from collections.abc import Iterator


def table(*rows: tuple[str, ...], widths: str = "auto") -> Iterator[str]:
    """Yield a table; the first of *rows* is its head."""
    yield from (".. list-table::", "   :header-rows: 1", f"   :widths: {widths}", "")
    for row in rows:
        yield from (f"   {'* -' if number == 0 else '  -'} {cell}" for number, cell in enumerate(row))
    yield ""


def heading(text: str, line: str = "-") -> Iterator[str]:
    """Yield *text* as a heading that is underlined with *line*."""
    yield from (text, line * len(text), "")


def sentence(thing: object) -> str:
    """Return the docstring of *thing* as one paragraph."""
    return " ".join((inspect.getdoc(thing) or "").split())


def needed(is_required: bool) -> str:
    """Return *is_required* as a word of a table."""
    return "yes" if is_required else "no"
