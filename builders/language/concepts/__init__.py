"""What sentences in several languages have in common: for each concept, the words that say it, language by language.

Two lists stand for each: what says it clearly (*strict*), and what may carry it beside other things (*loose*). A
concept is lost where one language says it clearly and the other has not even a word that may carry it; it is added
where that holds the other way round. One list for both questions would find everything or nothing.

The lists are regular expressions of folded text. A concept without ``loose`` is not compared: it only keeps its words
from being taken for those of others. ``repeats`` are words that let another language say a concept once more; ``also``
are those of the loose ones that say it nearly always: what they stand for is never missing.

Two more lists are of what proves little: ``near`` are clear words for another concept that good translations have for
this one (“должны” for “should”), ``light`` are clear words that they bring in by themselves.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from builders.language.matching import FOLDED, Folded, fold
from builders.language.wordings import frame

_SAME = str.maketrans({"ى": "ي"})
"""A letter that Arabic text writes in two ways at the end of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A concept that a text says clearly: where, in the folded text."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptClass:
    """Concepts of which a text may say one instead of the other, in one language."""

    scan: re.Pattern[str]
    """Finds whatever is said clearly; the number of the group tells the concept."""
    concepts: Sequence[str]
    """The concept of each group."""
    carriers: Mapping[str, re.Pattern[str]]
    """Everything that may carry a concept, said clearly or not."""
    repeats: Mapping[str, re.Pattern[str]]
    """What lets another language say a concept once more: “not a or b” is “neither a nor b”."""
    near: Mapping[str, re.Pattern[str]]
    """Words for others of the class that good translations have for a concept."""
    light: Mapping[str, re.Pattern[str]]
    """Words for a concept that good translations bring in by themselves."""

    certain: Mapping[str, re.Pattern[str]]
    """What carries a concept nearly always: said clearly, or in a way that is never counted as added."""

    def said(self, text: str) -> list[Said]:
        """Return what the folded *text* says clearly, in its order."""
        return [
            Said(concept=self.concepts[match.lastindex or 0], start=match.start(), end=match.end())
            for match in self.scan.finditer(text)
        ]

    def carried(self, concept: str, text: str) -> int:
        """Return how often the folded *text* has a word that may carry *concept*."""
        return sum(1 for _ in self.carriers[concept].finditer(text))

    def expressed(self, concept: str, text: str) -> int:
        """Return how often the folded *text* carries *concept* nearly for certain."""
        return sum(1 for _ in self.certain[concept].finditer(text)) if concept in self.certain else 0

    def repeated(self, concept: str, text: str) -> int:
        """Return how often another language may say *concept* once more than the folded *text*."""
        return sum(1 for _ in self.repeats[concept].finditer(text)) if concept in self.repeats else 0


@lru_cache(maxsize=65536)
def folded(text: str) -> Folded:
    """Return *text* as the patterns of concepts see it."""
    known = fold(text)
    return Folded(text=known.text.translate(_SAME), places=known.places) if "ى" in known.text else known


@cache
def concepts(tag: str) -> Mapping[str, ConceptClass]:
    """Return the classes of concepts of the language *tag* (``pt-BR``); none where nobody has described it."""
    path = Path(__file__).with_name(f"{tag.partition('-')[0]}.toml")
    if not path.exists():
        return MappingProxyType({})
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    around = _plain(data.pop("frame")) if "frame" in data else frame(tag)
    return MappingProxyType({name: _class(around, rows) for name, rows in data.items()})


def _class(around: str, rows: Mapping[str, Mapping[str, Sequence[str]]]) -> ConceptClass:
    """Return a class whose concepts are *rows*; *around* is the pattern of what stands around a word."""
    entries = [(_plain(entry), name) for name, row in rows.items() for entry in row["strict"]]
    names, branches = [""], []
    # Branches with one first letter are tried only where it stands.
    for first, same in groupby(sorted(entries, key=lambda entry: _first(entry[0])), key=lambda entry: _first(entry[0])):
        own = list(same)
        names += [name for _, name in own]
        tried = "|".join(f"({entry})" for entry, _ in own)
        branches.append(f"(?={first})(?:{tried})" if first else tried)
    return ConceptClass(
        scan=re.compile(around.format("|".join(branches))),
        concepts=names,
        carriers={name: _any(around, [*row["strict"], *row["loose"]]) for name, row in rows.items() if "loose" in row},
        certain={name: _any(around, [*row["strict"], *row["also"]]) for name, row in rows.items() if "also" in row},
        **{key: _patterns(around, rows, key) for key in ("repeats", "near", "light")},
    )


def _patterns(around: str, rows: Mapping[str, Mapping[str, Sequence[str]]], key: str) -> Mapping[str, re.Pattern[str]]:
    """Return the pattern of the list *key* of each concept that has one."""
    return {name: _any(around, row[key]) for name, row in rows.items() if key in row}


def _any(around: str, entries: Sequence[str]) -> re.Pattern[str]:
    return re.compile(around.format("|".join(map(_plain, entries))))


def _first(entry: str) -> str:
    """Return the letter that *entry* begins with, if it cannot begin with another."""
    return entry[0] if re.match(r"\w(?![?*{|])", entry) else ""


def _plain(pattern: str) -> str:
    return pattern.translate(FOLDED).translate(_SAME)
