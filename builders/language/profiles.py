"""In which language a text is: by its letters, and by the small words that nearly every text has."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from builders.language.matching import WORD_PARTS, fold

SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Arab": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Hani": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
}
"""Letters of the scripts that are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """By what a text in a language is known."""

    script: str = ""
    words: frozenset[str] = frozenset()
    """Small words that nearly every text has, folded."""
    letters: frozenset[str] = frozenset()
    """Letters that it has beside a to z, where it is written with them."""
    heads: str = ""
    """The pattern of what begins a part of a sentence that continues the part before it, and no list with it."""
    alike: frozenset[str] = frozenset()
    """Words spelled as in English that a text in it may have: its own, and those that it has borrowed."""
    endings: str = ""
    """The pattern of what such words end with, whichever they are."""
    strange: str = ""
    """The pattern of letters that no word of it has."""
    latin: frozenset[str] = frozenset()
    """Words of Latin phrases that are slanted in it."""
    length: float = 1.0
    """How long a text is, where the same text is 1 in English."""

    joining: str = ""
    """The pattern of what stands between the last two items of a list."""
    hanging: re.Pattern[str] | None = None
    """A small word that nothing belongs to: the word behind it is missing."""

    def is_alike(self, word: str) -> bool:
        """Whether *word*, spelled as in English, may be one of the language."""
        return word in self.alike or bool(self.endings and re.search(self.endings, word))


UNKNOWN = Profile()


@cache
def profiles() -> Mapping[str, Profile]:
    """Return the profile of every language that has one, by the first part of its tag."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    shared = table.pop("shared")
    return {tag: _profile(own, shared.get(own["script"], {}) if "alike" in own else {}) for tag, own in table.items()}


def _profile(own: Mapping[str, Any], shared: Mapping[str, str]) -> Profile:
    """Return the profile of a language whose table is *own*, with the words that it has *shared*."""
    alike, latin = (frozenset(f"{own.get(name, '')} {shared.get(name, '')}".split()) for name in ("alike", "latin"))
    return Profile(
        script=own["script"],
        letters=frozenset(own.get("letters", "")),
        alike=alike,
        endings=own.get("endings", ""),
        strange=own.get("strange", ""),
        latin=latin,
        heads=own.get("heads", ""),
        length=own["length"],
        joining=own["joining"],
        hanging=re.compile(own["hanging"]) if "hanging" in own else None,
        words=frozenset(fold(own.get("words", "")).text.split()),
    )


def profile(tag: str) -> Profile:
    """Return the profile of the language *tag*; one that says nothing where there is none."""
    return profiles().get(tag.partition("-")[0], UNKNOWN)


@lru_cache(maxsize=16384)
def scripts(text: str) -> Mapping[str, int]:
    """Return how many letters of each script *text* has."""
    return {name: count for name, letters in SCRIPTS.items() if (count := len(letters.findall(text)))}


@lru_cache(maxsize=16384)
def _parts(text: str) -> frozenset[str]:
    return frozenset(part for match in WORD_PARTS.finditer(fold(text).text) for part in re.split("['-]", match[0]))


@lru_cache(maxsize=16384)
def small_words(text: str) -> Mapping[str, int]:
    """Return how many different words of *text* tell each language from every other one."""
    return Counter(tag for tag, own in _telling().items() for word in _parts(text) if word in own)


def is_rather(text: str, tag: str, than: str) -> bool:
    """Whether *text* has letters of the language *tag* that the other has not, and more of its small words."""
    mine, theirs = profile(tag), profile(than)
    own = mine.letters - theirs.letters
    return any(letter in own for letter in text.lower()) and len(_parts(text) & mine.words) > len(
        _parts(text) & theirs.words
    )


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    """Return the words that tell a language from the others."""
    known = profiles()
    return {
        tag: own.words - frozenset().union(*(each.words for other, each in known.items() if other != tag))
        for tag, own in known.items()
    }


def telling_words(tag: str) -> frozenset[str]:
    """Return the small words that only the language *tag* has, of those with a profile."""
    return _telling().get(tag.partition("-")[0], frozenset())
