"""How each language sets its marks, and with which letters it is written (``typography.toml``)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Typography:
    """One language; what is empty is not known, and nothing is said about it."""

    quotes: tuple[str, ...]
    """Pairs of quotation marks, the outer ones first, then those inside them."""
    own: str
    """Marks of the language beyond those that every language uses."""
    instead: Mapping[str, str]
    """Marks of other languages, and the own ones in their place beside letters of the language."""
    openers: Mapping[str, str]
    """Marks at the end of a sentence that have another one at its beginning."""
    tight: str
    """Marks without a space before them."""
    wide: str
    """Marks with a no-break space before them."""
    spread: str
    """Quotation marks with a no-break space inside them."""
    apart: str
    """Dashes that have a space on both sides."""
    bound: str
    """Dashes that begin no line: the space before them is a no-break space where readers see it."""
    dash: str
    apostrophe: str
    letters: str
    """The alphabet in lowercase."""
    script: str
    """Letters that the language is written with, to stand in a class of a pattern."""
    swapped: Mapping[str, str]
    """Letters of a sister alphabet, and the own ones."""
    lookalikes: Mapping[str, str]
    """Letters of another script that print like own ones, and these."""
    twice: frozenset[str]
    """Words that may stand twice in a row."""
    glued: tuple[str, ...]
    """Patterns of signs written twice, where no space shows a word."""
    first: str
    """The first day of a month in a date, where it is written as no other day is."""
    short: tuple[str, ...]
    """What ends with a full stop that ends no sentence."""
    unseen: str
    """What nobody sees and the language needs."""
    notes: Mapping[str, tuple[str, ...]]
    """Patterns of what translators and programs leave behind, by what stands in all of them."""

    @property
    def is_known(self) -> bool:
        """Whether anybody has described the language."""
        return bool(self.script)


@cache
def typography(tag: str) -> Typography:
    """Return what is known of the language *tag*: of the tag itself, of the language without script and region."""
    known, values = tables(), dict(tables()["default"])
    for each in (tag.partition("-")[0], tag):
        values |= known.get(each, {})
    for name in ("quotes", "glued", "short"):
        values[name] = tuple(values[name])
    for name in ("instead", "openers", "notes"):
        values[name] = MappingProxyType(values[name])
    for name in ("swapped", "lookalikes"):
        values[name] = MappingProxyType({pair[0]: pair[1] for pair in values[name].split()})
    return Typography(**{**values, "twice": frozenset(values["twice"])})


def bound(text: str, tag: str) -> str:
    """Return *text* in the language *tag* as readers get it: no dash begins a line, and marks have one kind of space.

    Translators need not type no-break spaces, which no editor shows, nor tell apart the two that programs write: where
    others put the wide one, Weblate puts the narrow one. A dash that begins the text, as in dialogues, stays.
    """
    known = typography(tag)
    if known.bound:
        text = re.sub(rf"(?<=\S) (?=[{re.escape(known.bound)}])", "\u00a0", text)
    if known.wide and "\u202f" in text:
        opening, closing = known.spread[:1], known.spread[1:]
        before, behind = re.escape(f"{known.wide}{closing}"), f"(?<=[{re.escape(opening)}])\u202f|" if opening else ""
        text = re.sub(rf"{behind}\u202f(?=[{before}])", "\u00a0", text)
    return text


@cache
def plain_typography(tag: str) -> Typography:
    """Return what holds for the language *tag* in a project that writes the marks of a typewriter.

    Foreign letters, questions without their own beginning and doubled words are faults in any project.
    """
    known = typography(tag)
    instead: Mapping[str, str] = MappingProxyType({}) if known.glued else known.instead
    return replace(known, quotes=(), wide="", spread="", apart="", bound="", dash="", apostrophe="", instead=instead)


@cache
def all_notes() -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of notes in every language: a program may leave any of them behind in any text."""
    found: dict[str, list[str]] = {}
    for table in tables().values():
        for held, patterns in table.get("notes", {}).items():
            found.setdefault(held, []).extend(patterns)
    return {held: re.compile("|".join(patterns), re.IGNORECASE) for held, patterns in found.items()}


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """Return the tables of all languages by tag, as the file has them."""
    return tomllib.loads(Path(__file__).with_name("typography.toml").read_text(encoding="utf-8"))
