"""The canonical form of a catalog: one line a text, no dates, no line numbers, so that updates change nothing twice."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builders.model.messages import Catalog, CatalogEntry

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
}
_TO_ESCAPE = re.compile(r'[\\"\n\t\r\a\b\f\v]')


def format_catalog(catalog: Catalog) -> str:
    """Return the text of the ``.po`` or ``.pot`` file for *catalog*; obsolete entries stand last."""
    header = CatalogEntry(
        context="",
        msgid="",
        msgstr=catalog.header,
        comments=catalog.header_comments,
        flags=catalog.header_flags,
    )
    obsolete = [entry for entry in catalog.entries if entry.is_obsolete]
    blocks = ["\n".join(_lines(entry)) for entry in (header, *catalog.active, *obsolete)]
    return "\n\n".join(blocks) + "\n"


def write_catalog(catalog: Catalog, path: Path) -> bool:
    """Write *catalog* to *path*, whole or not at all; return whether the file has changed."""
    data = format_catalog(catalog).encode()
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return True


def _lines(entry: CatalogEntry) -> Iterator[str]:
    yield from (f"# {comment}".rstrip() for comment in entry.comments)
    yield from (f"#. {comment}" for comment in entry.extracted)
    yield from (f"#: {reference}" for reference in entry.references)
    if entry.flags:
        yield "#, " + ", ".join(sorted(entry.flags, key=lambda flag: (flag != "fuzzy", flag)))
    mark = "#~" if entry.is_obsolete else "#"
    if entry.previous:
        context, msgid = entry.previous
        if context:
            yield f'{mark}| msgctxt "{_escape(context)}"'
        yield f'{mark}| msgid "{_escape(msgid)}"'
    prefix = "#~ " if entry.is_obsolete else ""
    if entry.context:
        yield f'{prefix}msgctxt "{_escape(entry.context)}"'
    yield from _text("msgid", entry.msgid, prefix)
    yield from _text("msgstr", entry.msgstr, prefix)


def _text(keyword: str, text: str, prefix: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True) if "\n" in text else [text]
    if len(lines) == 1 and "\n" not in text:
        yield f'{prefix}{keyword} "{_escape(text)}"'
        return
    yield f'{prefix}{keyword} ""'
    yield from (f'{prefix}"{_escape(line)}"' for line in lines)


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)
