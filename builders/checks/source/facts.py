"""Dated facts: known from a source, looked at again in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.model.findings import Location
from builders.model.registries import Fact

PATH = "source/registries/facts.toml"
LONGEST = timedelta(days=732)
"""Two years from today, one of them with 29 days in February: the longest that nobody looks at a fact."""


def _place(source: SourceText, fact: Fact) -> Location:
    return source.place(PATH, rf'^\[fact\."{re.escape(fact.id)}"\]')


@check(
    "expired-fact",
    rationale="""
    Numbers of members, parties and services change every year. A fact whose day of review has passed may be wrong in
    every edition and every language at once.
    """,
    hint="open the source, correct what has changed, and set as-of and review-by anew",
)
def expired_fact(source: SourceText) -> Iterator[Remark]:
    """A fact should have been looked at again before today."""
    for fact in source.settings.facts.values():
        if fact.review_by < source.today:
            message = f"the fact {fact.id} was to be looked at again by {fact.review_by.isoformat()}"
            yield Remark(location=_place(source, fact), message=message, passage=fact.label)


@check(
    "undated-fact",
    rationale="A value is a fact only with the day it was true on, a source that people can open and a day of review.",
    hint="complete as-of, source, source-url (https) and review-by",
)
def undated_fact(source: SourceText) -> Iterator[Remark]:
    """A fact lacks its source, or its days cannot be right."""
    for fact in source.settings.facts.values():
        for fault in _faults(fact, source):
            yield Remark(location=_place(source, fact), message=f"the fact {fact.id} {fault}", passage=fact.label)


def _faults(fact: Fact, source: SourceText) -> Iterator[str]:
    if not fact.source.strip():
        yield "names no source"
    if not fact.source_url.startswith("https://"):
        yield "has no https address of its source"
    if fact.as_of > source.today:
        yield f"is dated in the future ({fact.as_of.isoformat()})"
    if fact.review_by <= fact.as_of:
        yield "is to be looked at again before it was true"
    if fact.review_by - source.today > LONGEST:
        yield "is to be looked at again in more than two years"
