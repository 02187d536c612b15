"""Our own notes on an entry, which say what has changed in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.catalogs.update.weighing import _DRESS, _SAME_TEXT, _WEIGHTY
from builders.model.impact import ChangeKind

CHANGED = "changed: "
"""Begins the translator comment that says what has changed in the source: our note on an entry."""
CARRIED = "; the translation was carried over"
"""Ends that note where the change was cosmetic."""
_MOST_LINES = 9
"""Into how many lines a note can break: polib and Babel wrap comments at 76 to 78 characters."""
_REASON = rf"\((?:{'|'.join((*_DRESS, _SAME_TEXT))}|(?:{'|'.join((*_WEIGHTY, 'term'))})(?: taken out| added)?: )"
_NOTE = re.compile(rf"{CHANGED}(?:{'|'.join(kind.value for kind in ChangeKind)})(?: {_REASON}.*\))?(?:{CARRIED})?")


def own_words(comments: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the translator *comments* that people wrote: all but our notes."""
    return tuple(line for lines, is_note in _apart(comments) if not is_note for line in lines)


def settled(comments: tuple[str, ...]) -> tuple[str, ...]:
    """Return *comments* without the notes on what a person had to look at, once somebody has."""
    return tuple(line for lines, is_note in _apart(comments) if not is_note or _is_carried(lines) for line in lines)


def _is_carried(lines: tuple[str, ...]) -> bool:
    return " ".join(lines).endswith(CARRIED)


def _apart(comments: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the lines of *comments*, those of a note together, and whether they are one."""
    rest = comments
    while rest:
        length = _length_of_note(rest)
        yield rest[: length or 1], length > 0
        rest = rest[length or 1 :]


def _length_of_note(lines: tuple[str, ...]) -> int:
    """Return how many of *lines* the note takes that they begin with; 0 where they begin with none."""
    if not lines[0].startswith(CHANGED):
        return 0
    lengths = range(1, min(_MOST_LINES, len(lines)) + 1)
    found = [length for length in lengths if _NOTE.fullmatch(" ".join(lines[:length]))]
    if found and found[0] < len(lines) and "(" not in lines[0] and re.match(_REASON, lines[found[0]]):
        return found[1] if len(found) > 1 else found[0]  # a line ended just before the reasons
    return found[0] if found else 0
