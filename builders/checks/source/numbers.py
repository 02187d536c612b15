"""Numbers and legal claims that are true in one place or for one year only (SC-10, SC-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import wordlist
from builders.language.english import ENGLISH
from builders.model.findings import Certainty, Severity

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

_STATISTIC = re.compile(
    rf"""
    \d+(?:[.,]\d+)*\s*%  | \b(?:[\w.,]+\s+)?per\s?cent\b  | \bpercentage\s+of\b
    | \b(?:\d+(?:[.,]\d+)*|one|two|three|several|some|many)\s+(?:million|billion|thousand)s?\b
    | \b(?:millions|billions|thousands)\s+of\b
    | \b(?:{_COUNT}|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{_COUNT}|\d+)\b
    | \b(?:a\s+(?:third|quarter)|two\s+thirds|three\s+quarters)\s+of\s+(?:all\s+)?
      (?:children|teenagers|adolescents|parents|girls|boys|users|young)
    | \b\d{{1,3}}(?:[,\s]\d{{3}})+\b  | (?<![\w-])(?!(?:19|20)\d\d\b)\d{{3,}}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What counts children, money or cases: shares, millions, long numbers that are no years."""

_NUMBER = re.compile(rf"(?:{_STATISTIC.pattern}) | \d+(?:[.,]\d+)*", _STATISTIC.flags)


@check(
    "sc-10-numbers",
    severity=Severity.WARNING,
    certainty=Certainty.POSSIBLE,
    rationale="""
    Numbers about the world are old before the book is printed, and frighten or bore children. They belong to the
    registry of facts, with a source and a day on which somebody looks again. Ages, times, durations, numbers of
    pages and steps, and small counts in words are fine; names and facts from the registries are not looked at.
    """,
    hint="say it without a number, write a small count in words, or use :fact:",
)
def numbers(source: SourceText) -> Iterator[Remark]:
    """A passage for children holds digits, or a passage for adults a statistic."""
    for passage in source.passages:
        if passage.is_for_children:
            blank = _HARMLESS.sub(lambda match: " " * len(match[0]), passage.text)
            matches = _NUMBER.finditer(blank)
        else:
            matches = _STATISTIC.finditer(passage.text)
        for match in matches:
            yield passage.remark(f"“{' '.join(match[0].split())}” is a number", offset=match.start())


_CONDITIONAL = re.compile(
    r"\b(?:if|where|wherever|when|whenever|whether|what|whatever|that|as|unless)\s+$", re.IGNORECASE
)


@check(
    "sc-16-legal-claim",
    severity=Severity.WARNING,
    certainty=Certainty.POSSIBLE,
    rationale="""
    Ages of consent, duties to report and what is a crime differ from country to country; a parent who follows the
    law of another country can do harm. Only “under eighteen”, the age of the Convention, holds everywhere.
    """,
    hint="use a variable such as mandated_reporting, or say where the answer is found",
)
def legal_claim(source: SourceText) -> Iterator[Remark]:
    """A passage states as true everywhere what the law of each country decides."""
    for passage in source.passages:
        for match in wordlist("legal-claims").finditer(passage.text):
            if not _CONDITIONAL.search(passage.text[: match.start()]):
                message = f"“{' '.join(match[0].split())}” is decided by the law of each country"
                yield passage.remark(message, offset=match.start())
        for sentence in passage.sentences:
            for match in wordlist("ages").finditer(sentence.text):
                if wordlist("legal-words").search(sentence.text):
                    yield sentence.remark(f"“{match[0]}” is a legal age, which differs from country to country")
