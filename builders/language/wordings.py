"""Words that stand for one thing in several languages: such as say it clearly, and such as may carry it.

Two lists a language are the whole trick: a thing is lost where one text says it clearly and nothing in the other may
carry it, and added where it is the other way round. With one list, free translation would be a fault everywhere.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from builders.language.matching import FOLDED, UNWRITTEN, fold
from builders.language.table import rules

FOLDER = Path(__file__).parent
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A thing that a text names, with the words that say it."""

    thing: str
    words: str
    start: int
    """Where they stand in the text."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Things, and the words for them by language; it is a key of caches, and the same as no other one."""

    things: Mapping[str, Any] = field(default_factory=dict)

    def group(self, thing: str) -> str:
        """Return the class of *thing*; empty where it has none."""
        return str(self.things[thing].get("class", ""))

    def found(self, text: str, tag: str) -> tuple[Found, ...]:
        """Return what *text* says clearly, in its order; of words within words only the longest count."""
        return _found(self, text, tag)

    def may_hold(self, thing: str, text: str, tag: str) -> bool:
        """Whether something in *text* says *thing* or may carry it; true where no words of the language are known."""
        return _may_hold(self, thing, text, tag)


@lru_cache(maxsize=1024)
def words_pattern(words: tuple[str, ...], tag: str) -> re.Pattern[str]:
    """Return the pattern of *words*, which are patterns of folded text themselves, as whole words of *tag*."""
    return re.compile(_whole("|".join(f"(?:{each})" for each in words), tag))


def _whole(body: str, tag: str) -> str:
    return frame(tag).replace("{}", UNWRITTEN.sub("", body.translate(FOLDED)))


def frame(tag: str) -> str:
    """Return the pattern of a whole word of *tag* in folded text, with ``{}`` in the place of the word."""
    known = rules(tag)
    return rf"(?<!\w){known.joined}(?:{{}})(?!\w)" if known.has_spaces else "(?:{})"


def _first(tag: str) -> str:
    return tag.partition("-")[0]


@cache
def _things(name: str) -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def described(name: str, tag: str) -> Mapping[str, Any]:
    """Return what the table *name* has for the language *tag* (``pt-BR``); nothing where nobody has described it."""
    known: Mapping[str, Any] = _things(name).get(_first(tag), {})
    return known


@lru_cache(maxsize=64)
def _strict(lexicon: Lexicon, tag: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one pattern for everything in the language *tag*, a group for each thing, and their names."""
    known = {thing: words[_first(tag)] for thing, words in lexicon.things.items() if _first(tag) in words}
    if not known:
        return re.compile(_NEVER), ()
    groups = (f"({'|'.join(f'(?:{each})' for each in words['strict'])})" for words in known.values())
    return re.compile(_whole("|".join(groups), tag)), tuple(known)


@lru_cache(maxsize=65536)
def _found(lexicon: Lexicon, text: str, tag: str) -> tuple[Found, ...]:
    pattern, things = _strict(lexicon, tag)
    folded = fold(text)
    found = []
    for match in pattern.finditer(folded.text):
        start, end = folded.origin(*match.span(match.lastindex or 0))
        found.append(Found(thing=things[(match.lastindex or 1) - 1], words=text[start:end], start=start))
    return tuple(found)


@lru_cache(maxsize=512)
def _both(lexicon: Lexicon, thing: str, tag: str) -> re.Pattern[str]:
    words = lexicon.things[thing][_first(tag)]
    return words_pattern((*words["strict"], *words.get("loose", ())), tag)


def _may_hold(lexicon: Lexicon, thing: str, text: str, tag: str) -> bool:
    return _first(tag) not in lexicon.things[thing] or _both(lexicon, thing, tag).search(fold(text).text) is not None


@dataclass(frozen=True, slots=True)
class Misleading:
    """A word of one language that looks like a word of another and means something else."""

    source: re.Pattern[str]
    wrong: re.Pattern[str]
    unless: re.Pattern[str]
    """What the source says where the other word is right."""


@lru_cache(maxsize=64)
def false_friends(source: str, target: str) -> tuple[Misleading, ...]:
    """Return the false friends of the languages *source* and *target*."""
    rows = _things("false_friends.toml")["pair"]
    return tuple(
        Misleading(
            source=words_pattern(tuple(row["source"]), source),
            wrong=words_pattern(tuple(row["wrong"]), target),
            unless=words_pattern(tuple(row.get("unless", (_NEVER,))), source),
        )
        for row in rows
        if row["languages"] == [_first(source), _first(target)]
    )


@dataclass(frozen=True, slots=True)
class Unfit:
    """Words that are no word for what a source says."""

    for_adults: bool
    """Whether this holds only where no child reads."""
    misleading: Misleading


@lru_cache(maxsize=64)
def unfit(lexicon: Lexicon, source: str, target: str) -> tuple[Unfit, ...]:
    """Return what *lexicon* has of words of the language *target* that do not fit those of *source*."""
    return tuple(
        Unfit(
            row.get("readers") == "adults",
            Misleading(
                source=words_pattern(tuple(row[_first(source)]), source),
                wrong=words_pattern(tuple(row[_first(target)]), target),
                unless=words_pattern(tuple(row.get("unless", (_NEVER,))), source),
            ),
        )
        for row in lexicon.things.values()
        if {_first(source), _first(target)} <= row.keys()
    )
