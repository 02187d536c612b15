"""Entries in the plainest form, which nearly all have: read at a glance, several times as fast as line by line."""

import re
from dataclasses import dataclass
from functools import partial

from builders.model.messages import CatalogEntry, Written

# Nothing here is read more kindly than line by line: comments, places and texts as update writes them, nothing escaped.
_PLAIN = re.compile(
    r"(?P<before>\n*)"
    r"(?P<lines>"
    r"(?P<comments>(?:# (?!=).*\n)*)"
    r"(?P<extracted>(?:#\. .*\n)*)"
    r"(?P<references>(?:#: [^\n\u2068\u2069]*\n)*)"
    r'(?:msgctxt "(?P<context>[^"\\\n]+)"\n)?'
    r'msgid "(?P<msgid>[^"\\\n]+)"\n'
    r'msgstr "(?P<msgstr>[^"\\\n]*)"'
    r")\n(?=\n|\Z)"
)


@dataclass(frozen=True, slots=True)
class PlainEntry:
    """An entry in the plainest form, and where it ends."""

    entry: CatalogEntry
    length: int
    """Characters up to the line behind it, and how many lines they are."""
    lines: int


def read_plain(text: str, start: int, line: int, before: str) -> PlainEntry | None:
    """Return the entry that begins in *text* at *start*, the beginning of *line*; None when it takes a closer look.

    *before* are empty lines above that belong to it, too. Plain are comments, places, then ``msgctxt``, ``msgid`` and
    ``msgstr`` in one line each, without anything escaped, and an empty line or the end behind them.
    """
    match = _PLAIN.match(text, start)
    if match is None:
        return None
    above, written, comments, extracted, references, context, msgid, msgstr = match.groups()
    end = line + text.count("\n", start, match.end())
    make = partial(
        CatalogEntry,
        context=context or "",
        msgid=msgid,
        msgstr=msgstr,
        line=end - 2,
        comments=tuple([each[2:] for each in comments.split("\n")[:-1]]),
        extracted=tuple([each[3:].strip(" \t") for each in extracted.split("\n")[:-1]]),
        references=tuple([each[3:].strip(" \t") for each in references.split("\n")[:-1]]),
    )
    entry = make(written=Written(text=written, before=before + above, entry=make()))
    return PlainEntry(entry, match.end() - start, end - line)
