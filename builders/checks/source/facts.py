"""Dated facts: known from a source, looked at again in time."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import said
from builders.language.english import ENGLISH
from builders.model.findings import Location
from builders.model.registries import Fact

PATH = "source/registries/facts.toml"
LONGEST = timedelta(days=732)
"""Two years from today, one of them with 29 days in February: the longest that nobody looks at a fact."""


def _place(source: SourceText, fact: Fact) -> Location:
    return source.place(PATH, rf'^\[fact\."{re.escape(fact.id)}"\]')


@check("expired-fact")
def expired_fact(source: SourceText) -> Iterator[Remark]:
    """A fact should have been looked at again before today."""
    for fact in source.settings.facts.values():
        if fact.review_by < source.today:
            message = f"the fact {fact.id} was to be looked at again by {fact.review_by.isoformat()}"
            yield Remark(location=_place(source, fact), message=message, passage=fact.label)


@check("undated-fact")
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


_HARMLESS = re.compile(
    r"""
    \d{1,2}:\d\d(?::\d\d)?                                          # a time of day
    | \d{1,2}\s*(?:-|–|\bto\b|\band\b|\bor\b)\s*\d{1,2}(?=\s*(?:years?\b|$))   # ages
    | \bage[ds]?\s+\d{1,2}(?:\s*(?:-|–|to|and)\s*\d{1,2})?
    | \d{1,2}(?=[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b)
    | (?:under|over|below|above|turned|until|before)\s+18\b
    | \b(?:page|card|activity|step|question|episode|scene|part|article|grade|year)s?\s+\d+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Digits that are no statistics: times, ages, durations, numbers of pages and steps."""
_COUNT = "|".join(ENGLISH.number_words)
_VERBOSE = re.IGNORECASE | re.VERBOSE


@lru_cache
def _statistic(counted: tuple[str, ...]) -> str:
    """Return the pattern of what counts people, money or cases: shares, millions, long numbers that are no years.

    A third or a quarter is a statistic only where it is one of somebody who is *counted*.
    """
    people = "|".join(word.replace(" ", r"\s+") for word in counted) or "(?!)"
    return rf"""
    \d+(?:[.,]\d+)*\s*%  | \b(?:[\w.,]+\s+)?per\s?cent\b  | \bpercentage\s+of\b
    | \b(?:\d+(?:[.,]\d+)*|one|two|three|several|some|many)\s+(?:million|billion|thousand)s?\b
    | \b(?:millions|billions|thousands)\s+of\b
    | \b(?:{_COUNT}|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{_COUNT}|\d+)\b
    | \b(?:a\s+(?:third|quarter)|two\s+thirds|three\s+quarters)\s+of\s+(?:all\s+)?(?:{people})
    | \b\d{{1,3}}(?:[,\s]\d{{3}})+\b  | (?<![\w-])(?!(?:19|20)\d\d\b)\d{{3,}}\b
    """


@check("sc-10-numbers")
def numbers(source: SourceText) -> Iterator[Remark]:
    """A passage for children holds digits, or a passage for adults a statistic."""
    pattern = _statistic(source.lists.words_of("counted").words)
    statistic = re.compile(pattern, _VERBOSE)
    number = re.compile(rf"(?:{pattern}) | \d+(?:[.,]\d+)*", _VERBOSE)
    for passage in source.passages:
        if passage.is_for_children:
            blank = _HARMLESS.sub(lambda match: " " * len(match[0]), passage.text)
            matches = number.finditer(blank)
        else:
            # What a documented case says holds for its day, and its sources say where it is from.
            matches = iter(()) if source.is_documented(passage) else statistic.finditer(passage.text)
        for match in matches:
            yield passage.remark(f"{said(match)} is a number", offset=match.start())


_CONDITIONAL = re.compile(
    r"\b(?:if|where|wherever|when|whenever|whether|what|whatever|that|as|unless)\s+$", re.IGNORECASE
)


@check("sc-16-legal-claim")
def legal_claim(source: SourceText) -> Iterator[Remark]:
    """A passage states as true everywhere what the law of each country decides."""
    for passage in source.passages:
        for match in source.words("legal-claims").finditer(passage.text):
            if not _CONDITIONAL.search(passage.text[: match.start()]):
                yield passage.remark(f"{said(match)} is decided by the law of each country", offset=match.start())
        for sentence in passage.sentences:
            for match in source.words("ages").finditer(sentence.text):
                if source.words("legal-words").search(sentence.text):
                    yield sentence.remark(f"“{match[0]}” is a legal age, which differs from country to country")
