"""The canonical form of a catalog: one line a text, no dates, no line numbers, so that updates change nothing twice."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    """Return the text of the ``.po`` or ``.pot`` file for *catalog*.

    An entry that nobody has changed since it was read keeps its lines as they stood, wrapped and spaced as another
    program wrote them; every other one takes the canonical form.
    """
    header = CatalogEntry(
        context="",
        msgid="",
        msgstr=catalog.header,
        comments=catalog.header_comments,
        flags=catalog.header_flags,
        written=catalog.head.written if catalog.head else None,
    )
    pieces = [_gap(header, is_first=True), _body(header, catalog.head)]
    for entry in catalog.entries:
        pieces += ["\n", _gap(entry, is_first=False), _body(entry, entry.written.entry if entry.written else None)]
    return "".join([*pieces, catalog.tail])


def _gap(entry: CatalogEntry, *, is_first: bool) -> str:
    if entry.written and (is_first or entry.written.before):
        return entry.written.before
    return "" if is_first else "\n"


def _body(entry: CatalogEntry, origin: CatalogEntry | None) -> str:
    if entry.written and origin is not None and replace(origin, line=entry.line) == entry:
        return entry.written.text
    return "\n".join(_lines(entry))


def write_catalog(catalog: Catalog, path: Path) -> bool:
    """Write *catalog* to *path*, whole or not at all; return whether the file has changed."""
    return replace_files([(path, format_catalog(catalog).encode())]) > 0


def replace_files(files: Sequence[tuple[Path, bytes]]) -> int:
    """Give every path of *files* its new content, in their order; return how many files have changed.

    Everything is on the disk before the first file is replaced: when there is no room, nothing has changed.
    A path may stand twice, for a state between the old and the new one.
    """
    ready: list[tuple[Path, Path]] = []
    content = {path: path.read_bytes() if path.exists() else None for path, _ in files}
    changed = set()
    try:
        for path, data in files:
            if content[path] != data:
                ready.append((_beside(path, data), path))
                content[path] = data
                changed.add(path)
        while ready:
            beside, path = ready[0]
            beside.replace(path)
            ready.pop(0)
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
    return len(changed)


def _beside(path: Path, data: bytes) -> Path:
    """Write *data* to a new file beside *path*, down to the disk, and return where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


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
