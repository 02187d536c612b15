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

PRONOUNS = "pronouns"
TURNED = ("turned", PRONOUNS)
"""Tables of pronouns beside a text that speaks only of people: the wider one, if the language has it."""
SUBJECTS = ("subjects", PRONOUNS)
"""Tables of pronouns that act, if the language has them apart."""


def pronoun(gender: str, text: str, tag: str, tables: tuple[str, ...] = (PRONOUNS,)) -> str:
    """Return the first pronoun of *text* that shows *gender*; empty where there is none, or none is known."""
    return next(iter(pronouns(gender, text, tag, tables)), "")


def pronouns(gender: str, text: str, tag: str, tables: tuple[str, ...] = (PRONOUNS,)) -> list[str]:
    """Return the pronouns of *text* that show *gender*, of the first of the *tables* that the language *tag* has."""
    pattern = next(filter(None, (_pronouns(gender, tag, table) for table in tables)), None)
    return _found(pattern, text) if pattern else []


def nouns(text: str, tag: str) -> dict[str, dict[str, str]]:
    """Return what *text* calls people of either gender, by kinds such as parents: by gender, the first word."""
    if not _any_noun(tag).search(fold(text).text):
        return {}
    found = {kind: {each: _found(_noun(kind, each, tag), text) for each in GENDERS} for kind in _kinds(tag)}
    return {kind: {each: words[0] for each, words in said.items() if words} for kind, said in found.items()}


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    folded = fold(text)
    return [text[slice(*folded.origin(*match.span()))] for match in pattern.finditer(folded.text)]


def _kinds(tag: str) -> tuple[str, ...]:
    return tuple(described(TABLE, tag).get("nouns", ()))


@lru_cache(maxsize=64)
def _any_noun(tag: str) -> re.Pattern[str]:
    kinds = described(TABLE, tag).get("nouns", {}).values()
    words = [word for kind in kinds for gender in GENDERS for word in kind[gender]]
    return words_pattern(tuple(words), tag) if words else re.compile("(?!)")


@lru_cache(maxsize=256)
def _noun(kind: str, gender: str, tag: str) -> re.Pattern[str]:
    return words_pattern(tuple(described(TABLE, tag)["nouns"][kind][gender]), tag)


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
def _pronouns(gender: str, tag: str, table: str = PRONOUNS) -> re.Pattern[str] | None:
    words = described(TABLE, tag).get(table, {}).get(gender)
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
