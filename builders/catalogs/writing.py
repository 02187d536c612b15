"""The canonical form of a catalog: one line a text, no dates, no line numbers, so that updates change nothing twice."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from builders.catalogs.lines import UNFIT
from builders.model.messages import Catalog, CatalogEntry
from builders.problems import Problem

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\n\t]')
_NEW = ".new"
"""Ends the name of a file that is to take the place of another one."""


def format_catalog(catalog: Catalog) -> str:
    """Return the text of the ``.po`` or ``.pot`` file for *catalog*.

    An entry that nobody has changed since it was read keeps its lines as they stood, wrapped and spaced as another
    program wrote them; every other one takes the canonical form.
    """
    header = replace(
        catalog.head or CatalogEntry(context="", msgid="", msgstr=""),
        msgstr=catalog.header,
        comments=catalog.header_comments,
        flags=catalog.header_flags,
    )
    pieces = [_gap(header, is_first=True), _body(header, catalog.head)]
    for entry in catalog.entries:
        pieces += ["\n", _gap(entry, is_first=False), format_entry(entry)]
    return "".join([*pieces, catalog.tail])


def format_entry(entry: CatalogEntry) -> str:
    """Return the lines of *entry*, as they stood where nobody has changed it, without the last line end."""
    return _body(entry, entry.written.entry if entry.written else None)


def _gap(entry: CatalogEntry, *, is_first: bool) -> str:
    if entry.written:
        return entry.written.before
    return "" if is_first else "\n"


def _body(entry: CatalogEntry, origin: CatalogEntry | None) -> str:
    if entry.written and origin is not None and (origin == entry or replace(origin, line=entry.line) == entry):
        return entry.written.text
    text = "\n".join(_lines(entry))
    if unfit := UNFIT.search(text):
        raise Problem(
            code="catalog-character",
            what=f"“{entry.msgid[:40]}” or its translation holds the character U+{ord(unfit[0]):04X}",
            why="nobody could read the catalog again",
            next_step="delete the character where the text comes from",
        )
    return text


def write_catalog(catalog: Catalog, path: Path) -> bool:
    """Write *catalog* to *path*, whole or not at all; return whether the file has changed."""
    return replace_files([(path, format_catalog(catalog).encode())]) > 0


def replace_files(files: Sequence[tuple[Path, bytes | None]]) -> int:
    """Give every path of *files* its new content, in their order, None for no file; return how many have changed.

    Everything is on the disk before the first file is replaced: when there is no room, nothing has changed.
    A path may stand twice, for a state between the old and the new one.
    """
    ready: list[tuple[Path | None, Path]] = []
    content = {path: path.read_bytes() if path.exists() else None for path, _ in files}
    changed = {}
    try:
        for path, data in files:
            if content[path] != data:
                ready.append((None if data is None else _beside(path, data), path))
                content[path] = data
                changed[path] = path.parent
        while ready:
            _put(*ready[0])
            ready.pop(0)
    finally:
        for beside, _ in ready:
            if beside is not None:
                beside.unlink(missing_ok=True)
    for folder in dict.fromkeys(changed.values()):
        _sync(folder)
    return len(changed)


def sweep(folder: Path) -> None:
    """Take away what a run that was killed has left in *folder*; nobody else may be writing there."""
    for left in folder.glob(f".*.????????{_NEW}"):
        left.unlink(missing_ok=True)


def _put(beside: Path | None, path: Path) -> None:
    if beside is None:
        path.unlink(missing_ok=True)
    else:
        beside.replace(path)


def _beside(path: Path, data: bytes) -> Path:
    """Write *data* to a new file beside *path*, down to the disk, and return where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_NEW)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _sync(folder: Path) -> None:
    """Put the names in *folder* on the disk, where the system lets a folder be opened."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lines(entry: CatalogEntry) -> Iterator[str]:
    for mark, texts in (("#", entry.comments), ("#.", entry.extracted), ("#:", entry.references)):
        yield from (f"{mark} {line}".rstrip(" \t") for text in texts for line in text.split("\n"))
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
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    if "\n" not in text:
        yield f'{prefix}{keyword} "{_escape(text)}"'
        return
    yield f'{prefix}{keyword} ""'
    yield from (f'{prefix}"{_escape(line)}"' for line in lines)


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)
