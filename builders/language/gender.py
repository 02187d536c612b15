"""What shows in a text that somebody is a man or a boy, or a woman or a girl."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from builders.language.matching import FOLDED, fold
from builders.language.wordings import described, words_pattern

TABLE = "gender.toml"
GENDERS = ("m", "f")
OTHERS = "others"
"""Pronouns that stand for several, or for a thing."""


def pronoun(gender: str, text: str, tag: str) -> str:
    """Return the first pronoun of *text* that shows *gender*; empty where there is none, or none is known."""
    pattern = _pronouns(gender, tag)
    folded = fold(text)
    match = pattern.search(folded.text) if pattern else None
    return text[slice(*folded.origin(*match.span()))] if match else ""


def shown(text: str, tag: str) -> set[str]:
    """Return the genders that pronouns of *text* show, and OTHERS where some may stand for a thing, or for several.

    Where a language gives things a gender, too, each of its pronouns may.
    """
    found = {gender for gender in GENDERS if pronoun(gender, text, tag)}
    return found | {OTHERS} if pronoun(OTHERS, text, tag) or not _pronouns(OTHERS, tag) else found


def beside(name: str, gender: str, text: str, tag: str) -> Iterator[str]:
    """Yield every word of *text* beside a form of *name*, a pattern of folded text, that shows *gender*."""
    folded = fold(text)
    for pattern in _beside(name, gender, tag):
        for match in pattern.finditer(folded.text):
            yield text[slice(*folded.origin(*match.span("word")))]


@lru_cache(maxsize=64)
def _pronouns(gender: str, tag: str) -> re.Pattern[str] | None:
    words = described(TABLE, tag).get("pronouns", {}).get(gender)
    return words_pattern(tuple(words), tag) if words else None


@lru_cache(maxsize=512)
def _beside(name: str, gender: str, tag: str) -> tuple[re.Pattern[str], ...]:
    known = described(TABLE, tag)
    parts = {"name": rf"(?:{name})(?!\w)", **known.get("parts", {})}
    patterns = (_filled(each, parts) for each in known.get("beside", {}).get(gender, ()))
    return tuple(re.compile(rf"(?:{each})(?!\w)") for each in patterns)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    pattern = pattern.translate(FOLDED)
    for part, words in parts.items():
        folded = words.translate(FOLDED)
        pattern = pattern.replace(f"{{{part}}}", f"(?:{folded})" if part != "start" else folded)
    return pattern if pattern.startswith(("(?:^", "[")) else rf"(?<!\w){pattern}"
