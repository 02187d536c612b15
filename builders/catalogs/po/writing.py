"""The canonical form of a catalog: one line a text, no dates, no line numbers, so that updates change nothing twice."""

import re
from collections.abc import Iterator
from dataclasses import replace

from builders.model.characters import unfit_characters
from builders.model.messages import Catalog, CatalogEntry
from builders.problems import Problem

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\n\t]')


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
    pieces = [header.written.before if header.written else "", _body(header, catalog.head)]
    for entry in catalog.entries:
        pieces += ["\n", entry.written.before if entry.written else "\n", format_entry(entry)]
    return "".join([*pieces, catalog.tail])


def in_our_layout(catalog: Catalog) -> Catalog:
    """Return *catalog* so that all of it is written in the canonical form, however another program has wrapped it.

    What stands in that form already keeps its bytes.
    """
    head = catalog.head and replace(catalog.head, written=None)
    entries = tuple(replace(entry, written=None) if entry.written else entry for entry in catalog.entries)
    return replace(catalog, head=head, entries=entries, tail="\n")


def format_entry(entry: CatalogEntry) -> str:
    """Return the lines of *entry*, as they stood where nobody has changed it, without the last line end."""
    return _body(entry, entry.written.entry if entry.written else None)


def _body(entry: CatalogEntry, origin: CatalogEntry | None) -> str:
    if entry.written and origin is not None and (origin == entry or replace(origin, line=entry.line) == entry):
        return entry.written.text
    text = "\n".join(_lines(entry))
    if "\r" in text or any(unfit_characters(text)):
        unfit = next(unfit_characters(text), "a carriage return")
        raise Problem(
            code="catalog-character",
            what=f"“{entry.msgid[:40]}” or its translation holds {unfit}",
            why="nobody could read the catalog again",
            next_step="delete the character where the text comes from",
        )
    return text


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
    first, *lines = ["", *re.findall(r"[^\n]*\n|[^\n]+", text)] if "\n" in text else [text]
    yield f'{prefix}{keyword} "{_escape(first)}"'
    yield from (f'{prefix}"{_escape(line)}"' for line in lines)


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)
