"""What national text may not say, in whatever language: less than the guidelines ask, or a number to dial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docutils import nodes

from builders.language.concepts import concepts, folded
from builders.language.disguises import shown_addresses
from builders.language.hedges import hedges
from builders.language.numbers import Kind, Value, values
from builders.language.table import rules
from builders.markup.faults import line_of
from builders.markup.messages import TEXT_NODES
from builders.model.vocabulary import Strength

ORDER = (Strength.MAY, Strength.SHOULD, Strength.MUST)
"""From the weakest to the strongest."""


def rank(strength: str) -> int:
    """Return how strong *strength* is; that of a block without one is the least."""
    return ORDER.index(Strength(strength)) if strength else -1


def is_described(tag: str) -> bool:
    """Whether the words for duties and permissions of the language *tag* are known."""
    return {"strength", "negation"} <= concepts(tag).keys()


def weaker_words(text: str, tag: str, *, strength: str, base: str) -> list[str]:
    """Return the words by which *text*, in the language *tag*, asks for less than *strength*.

    A text may say as often as *base*, the English text in whose place it stands, what somebody may or should do, and
    leave as much to their means or their will (“where possible”).
    """
    if not strength or not is_described(tag):
        return []
    weaker = [each.value for each in ORDER[: rank(strength)]]
    found = [word for each in weaker for word in _said(text, tag, each)]
    allowed = sum(concepts("en")["strength"].carried(each, folded(base).text) for each in weaker)
    left = hedges(text, tag) if weaker else []
    is_hedged = len(left) > len(hedges(base, "en"))
    return [*(found if len(found) > allowed else ()), *(left if is_hedged else ())]


def _said(text: str, tag: str, strength: str) -> Iterator[str]:
    """Yield the words by which *text* says *strength*, unless it denies them."""
    read = folded(text).text
    known = {(each.start, each.end) for each in concepts(tag)["strength"].said(read) if each.concept == strength}
    if own := _own_words(tag, strength):
        known |= {match.span() for match in own.finditer(read)}
    spans = [span for span in known if not any(other != span and _covers(other, span) for other in known)]
    denials = [(each.start, each.end) for each in concepts(tag)["negation"].said(read)]
    for start, end in sorted(spans):
        if not any(first <= end + 1 and start <= last + 1 for first, last in denials):
            yield read[start:end]


def _covers(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


@cache
def _own_words(tag: str, strength: str) -> re.Pattern[str] | None:
    known = rules(tag)
    words = {"may": known.permissions, "should": known.advice}.get(strength, ())
    return re.compile(rf"\b(?:{'|'.join(folded_words(words))})\b(?!')") if words else None


def folded_words(words: tuple[str, ...]) -> list[str]:
    """Return the patterns *words* as folded text has them."""
    return [folded(word).text if word.isalpha() else word for word in words]


_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?")
_DIGITS = re.compile(r"\+?\(?\d(?:[\s().,·\-–/٫٬\u00a0\u2009\u202f]{0,2}\d){2,}")


_BETWEEN = re.compile(r"[\s,;.·-]{0,3}")
SPELLED = 3
"""From how many numbers in words on, read one after another, somebody could dial them."""


def spelled_numbers(text: str, tag: str) -> Iterator[str]:
    """Yield what is a number to dial when *text*, in the language *tag*, is read aloud: one number after another."""
    run: list[Value] = []
    for value in (*values(text, rules(tag)), None):
        follows = bool(run) and value is not None and _BETWEEN.fullmatch(text[run[-1].span[1] : value.span[0]])
        if not follows:
            if len(run) >= SPELLED:
                yield text[run[0].span[0] : run[-1].span[1]]
            run = []
        if value is not None and not value.is_written and value.kind is Kind.CARDINAL:
            run.append(value)


def typed_facts(node: nodes.Element, tag: str) -> Iterator[tuple[str, int]]:
    """Yield what of the national text *node*, in the language *tag*, only a value may hold, each with its line.

    These are numbers that somebody could dial, and addresses.
    """
    for each in node.findall(nodes.Element):
        if isinstance(each, TEXT_NODES):
            text = each.astext()
            for match in _DIGITS.finditer(text):
                if not _YEAR.fullmatch(match[0]):
                    yield match[0], line_of(each)
            for found in (*shown_addresses(text), *spelled_numbers(text, tag)):
                yield found, line_of(each)
        elif isinstance(each, nodes.reference) and each.get("refuri"):
            yield str(each["refuri"]), line_of(each)
