"""Our own notes on an entry, which say what has changed in the source."""

import re

from builders.catalogs.reviews import apart
from builders.catalogs.update.weighing import _DRESS, _SAME_TEXT, _WEIGHTY
from builders.model.impact import ChangeKind

CHANGED = "changed: "
"""Begins the translator comment that says what has changed in the source: our note on an entry."""
CARRIED = "; the translation was carried over"
"""Ends that note where the change was cosmetic."""
_MOST_LINES = 9
"""Into how many lines a note can break."""
_REASON = rf"\((?:{'|'.join((*_DRESS, _SAME_TEXT))}|(?:{'|'.join((*_WEIGHTY, 'term'))})(?: taken out| added)?: )"
_NOTE = re.compile(rf"{CHANGED}(?:{'|'.join(kind.value for kind in ChangeKind)})(?: {_REASON}.*\))?(?:{CARRIED})?")


def own_words(comments: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the translator *comments* that people wrote: all but our notes."""
    return tuple(line for lines, note in apart(comments, _first_note) if not note for line in lines)


def settled(comments: tuple[str, ...]) -> tuple[str, ...]:
    """Return *comments* without the notes on what a person had to look at, once somebody has."""
    found = apart(comments, _first_note)
    return tuple(line for lines, note in found if not note or note.endswith(CARRIED) for line in lines)


def _first_note(lines: tuple[str, ...]) -> tuple[int, str | None]:
    """Return how many of *lines* the note takes that they begin with, and the note; 1 and None without one."""
    lengths = range(1, min(_MOST_LINES, len(lines)) + 1) if lines[0].startswith(CHANGED) else ()
    found = [length for length in lengths if _NOTE.fullmatch(" ".join(lines[:length]))]
    if not found:
        return 1, None
    is_cut = found[0] < len(lines) and "(" not in lines[0] and re.match(_REASON, lines[found[0]])
    length = found[1] if is_cut and len(found) > 1 else found[0]  # a line may end just before the reasons
    return length, " ".join(lines[:length])
