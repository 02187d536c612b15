"""Entries of a catalog while they are being read line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from builders.model.messages import CatalogEntry, MessageState

_FLAG = re.compile(r"[!-+\--~]+|range:[ \t]*\d+\.\.\d+")


@dataclass(slots=True)
class Draft:
    """An entry while its lines are being read."""

    parts: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    line: int = 0
    first_line: int = 0
    is_obsolete: bool = False
    is_damaged: bool = False
    """Whether another program has made comments of its flags: then it is written anew."""


def flags_in(text: str) -> frozenset[str]:
    """Return the flags that stand in *text*, what follows ``#,`` or ``#=``; none where they do not stand apart."""
    flags = [flag.strip(" \t") for flag in text.split(",")]
    return frozenset(flags if all(map(_FLAG.fullmatch, flags)) else ())


def flags_in_comment(text: str) -> frozenset[str]:
    """Return the flags that an older program has made the comment *text* of.

    Babel, sphinx-intl and gettext before 0.26 take ``#= fuzzy`` for a comment and write it as ``# = fuzzy``.
    """
    return flags_in(text[1:]) if text.startswith("=") else frozenset()


def entry_of(draft: Draft) -> CatalogEntry:
    """Return the entry that *draft* has become."""
    text = {keyword: "".join(lines) for keyword, lines in draft.parts.items()}
    previous = {keyword: "".join(lines) for keyword, lines in draft.previous.items()}
    return CatalogEntry(
        context=text.get("msgctxt", ""),
        msgid=text["msgid"],
        msgstr=text["msgstr"],
        line=draft.line,
        flags=frozenset(draft.flags),
        comments=tuple(draft.comments),
        extracted=tuple(draft.extracted),
        references=tuple(draft.references),
        previous=(previous.get("msgctxt", ""), previous["msgid"]) if "msgid" in previous else None,
        is_obsolete=draft.is_obsolete,
    )


def uneven(entry: CatalogEntry) -> tuple[str, str] | None:
    """Return what is wrong and what to do when only one text of *entry* begins or ends with a line end.

    msgfmt compiles no catalog with such a translation, unless it is fuzzy.
    """
    if entry.state is not MessageState.TRANSLATED or not entry.msgid or "\n" not in entry.msgid + entry.msgstr:
        return None
    for verb, holds in (("begins", str.startswith), ("ends", str.endswith)):
        if holds(entry.msgid, "\n") is not holds(entry.msgstr, "\n"):
            what = f"only one of msgid and msgstr {verb} with a line end (\\n)"
            return what, "let the msgstr begin and end as its msgid does"
    return None
