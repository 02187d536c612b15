"""Reviews of translations, kept as a translator comment that msgmerge, Weblate and Poedit leave alone.

    # review: approved by Amina Example on 2026-11-22 for 3f2a9c01b7de

The last word is the fingerprint of what was approved. When the English text or the
translation changes, it does not match any more, and the approval counts no longer:
nobody has to remember to take it back.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from builders.model import characters
from builders.model.messages import CatalogEntry, MessageState, Review, ReviewLevel, Standing
from builders.problems import Problem

Remark = TypeVar("Remark")

PREFIX = "review: "

_COMMENT = re.compile(r"review: (reviewed|approved) by (.+) on (\d{4}-\d{2}-\d{2}) for ([0-9a-f]{12})")
_MOST_LINES = 6
"""Into how many lines a long name can break the comment: polib and Babel wrap comments at 76 to 78 characters."""
_LONGEST_NAME = 120
_BROKEN = re.compile(r"(?<=\w)-\n(?=\w)")
"""A name with a hyphen, where polib has ended the line behind it."""


def fingerprint(entry: CatalogEntry) -> str:
    """Return 12 hexadecimal digits that change with context, English text or translation of *entry* (SHA-256)."""
    text = "\0".join((entry.context, entry.msgid, entry.msgstr))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def review_of(entry: CatalogEntry) -> Review | None:
    """Return the last review of *entry* that still holds, None when there is none."""
    return next(reversed(reviews_of(entry)), None)


def reviews_of(entry: CatalogEntry) -> tuple[Review, ...]:
    """Return the reviews of *entry* that still hold, in their order."""
    return tuple(review for match in _apart(entry.comments)[1] if (review := _holding(match, fingerprint(entry))))


def reviewers(entry: CatalogEntry) -> tuple[str, ...]:
    """Return who has reviewed *entry* as it stands, each person once."""
    return tuple({review.by.casefold(): review.by for review in reviews_of(entry)}.values())


def _holding(match: re.Match[str], current: str) -> Review | None:
    """Return the review that *match* has found, None where it is of another text than the fingerprint *current*."""
    if match[4] != current or name_fault(match[2]):
        return None
    try:
        day = date.fromisoformat(match[3])
    except ValueError:
        return None
    return Review(level=ReviewLevel(match[1]), by=match[2], on=day, fingerprint=match[4])


def name_fault(by: str) -> str:
    """Return why the name *by* cannot stand in a review, nothing where it can."""
    name = " ".join(by.split())
    if not name:
        return "the name of the reviewer is empty"
    if fault := characters.name_fault(name):
        return f"the name of the reviewer holds {fault}"
    if len(name) > _LONGEST_NAME:
        return f"the name of the reviewer is longer than {_LONGEST_NAME} characters"
    return ""


def unnamed(fault: str) -> Problem:
    """Return the Problem of a review without a name that can be written down."""
    return Problem(
        code="reviewer-unnamed",
        what=fault,
        why="a review says who answers for it",
        next_step='give a name: --by "Amina Example"',
    )


def reviews_last(comments: tuple[str, ...]) -> tuple[str, ...]:
    """Return *comments* with the reviews at the end and approvals behind them: the last one that fits counts."""
    others, reviews = _apart(comments)
    ordered = sorted(reviews, key=lambda match: match[1] == ReviewLevel.APPROVED.value)
    return (*others, *(match[0] for match in ordered))


def _apart(comments: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[re.Match[str], ...]]:
    """Return what is no review in *comments*, and the reviews, in one line each."""
    found = list(apart(comments, _first_review))
    others = (line for lines, review in found if not review for line in lines)
    return tuple(others), tuple(review for _, review in found if review)


def _first_review(lines: tuple[str, ...]) -> tuple[int, re.Match[str] | None]:
    """Return how many of *lines* the review takes that they begin with, and the review; 1 and None without one."""
    wrapped = [line.strip() for line in lines[:_MOST_LINES]] if lines[0].strip().startswith(PREFIX) else []
    for length in range(1, len(wrapped) + 1):
        if match := _COMMENT.fullmatch(_BROKEN.sub("-", "\n".join(wrapped[:length])).replace("\n", " ")):
            return length, match
    return 1, None


def apart(
    comments: tuple[str, ...], first: Callable[[tuple[str, ...]], tuple[int, Remark | None]]
) -> Iterator[tuple[tuple[str, ...], Remark | None]]:
    """Yield the lines of *comments*, those that another program has made of one remark together, and the remark.

    *first* says how many lines they begin with belong together, and what they say.
    """
    while comments:
        length, remark = first(comments)
        yield comments[:length], remark
        comments = comments[length:]


def without_reviews(entry: CatalogEntry, *, by: str) -> CatalogEntry:
    """Return *entry* without what the person *by* has said of it: they think otherwise now."""
    others, reviews = _apart(entry.comments)
    name = " ".join(by.split()).casefold()
    left = tuple(match[0] for match in reviews if match[2].casefold() != name)
    return replace(entry, comments=(*others, *left)) if len(left) < len(reviews) else entry


def standing(entry: CatalogEntry) -> Standing:
    """Return where *entry* stands; a review that does not fit its texts any more does not count."""
    plain = Standing.UNTRANSLATED if entry.is_obsolete else Standing(entry.state.value)
    review = review_of(entry) if plain is Standing.TRANSLATED else None
    return Standing(review.level.value) if review else plain


def with_review(entry: CatalogEntry, level: ReviewLevel, *, by: str, on: date) -> CatalogEntry:
    """Return *entry* as *level* by the person *by* on the day *on*.

    An earlier review of the same person is replaced, and so are those that hold no longer; what others have said of
    this text stays, approvals at the end.
    Raises ValueError when there is no translation to vouch for, or the name cannot stand in a comment.
    """
    if entry.state is not MessageState.TRANSLATED:
        raise ValueError(f"the message is {entry.state.value}; only a translation can be {level.value}")
    if fault := name_fault(by):
        raise ValueError(fault)
    name, current = " ".join(by.split()), fingerprint(entry)
    others, reviews = _apart(entry.comments)
    holding = [
        match for match in reviews if (said := _holding(match, current)) and said.by.casefold() != name.casefold()
    ]
    own = f"{PREFIX}{level.value} by {name} on {on.isoformat()} for {current}"
    return replace(entry, comments=reviews_last((*others, *(match[0] for match in holding), own)))
