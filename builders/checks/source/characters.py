"""Letters: none of another script that looks alike, none that nobody sees, typographic quotation marks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.model.findings import Location

LOOKALIKES = frozenset("АВЕЅІЈКМНОРСТХУаесорхуѕіјһԁԛԝҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοριντυχγϲᴀ")
"""Cyrillic and Greek letters that print like Latin ones (Unicode Technical Standard 39, confusables)."""

UNSEEN = {
    "\u00ad": "soft hyphen",
    "\u061c": "Arabic letter mark",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "end of isolate",
}
"""Characters without a picture of their own, by name, that other languages need; English text needs none of them."""

_LATIN = ("LATIN", "FEMININE", "MASCULINE")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def script(letter: str) -> str:
    """Return the script of *letter*: the first word of its Unicode name (``LATIN``, ``CYRILLIC``)."""
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def foreign_letters(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield every letter of *text* that only looks Latin: its place, the letter and its word.

    A word that mixes Latin with another script is suspect, and so is one that consists
    of lookalikes alone. A word written wholly in another script is what it seems.
    """
    for match in _WORD.finditer(text):
        word = match[0]
        foreign = [place for place, letter in enumerate(word) if script(letter) not in _LATIN]
        if foreign and (len(foreign) < len(word) or all(letter in LOOKALIKES for letter in word)):
            yield from ((match.start() + place, word[place], word) for place in foreign)


def unseen_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield every character of *text* that nobody sees: its place and its name."""
    yield from ((place, UNSEEN[character]) for place, character in enumerate(text) if character in UNSEEN)


def _texts(source: SourceText) -> Iterator[tuple[Location, str]]:
    """Yield every English text and where it begins: the documents, and what the glossary takes from the data."""
    sound = (f"source/{name}.rst" for name in source.documents)
    # The pages that list the changes of an adaptation are made, and stand in no file.
    yield from ((Location(path, 1), source.texts[path]) for path in sound if path in source.texts)
    for passage in source.passages:
        if not passage.location.path.endswith(".rst"):
            yield passage.location, passage.text


def _remark(start: Location, text: str, offset: int, message: str) -> Remark:
    line = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0].strip()
    return Remark(location=replace(start, line=start.line + text.count("\n", 0, offset)), message=message, passage=line)


@check("foreign-letter")
def foreign_letter(source: SourceText) -> Iterator[Remark]:
    """A word holds a letter of another script that looks like a Latin one."""
    for start, text in _texts(source):
        for offset, letter, word in foreign_letters(text):
            name = unicodedata.name(letter, "a letter without a name").capitalize()
            message = f"in “{word}”, the letter “{letter}” is U+{ord(letter):04X} ({name})"
            yield _remark(start, text, offset, message)


@check("invisible-character")
def invisible_character(source: SourceText) -> Iterator[Remark]:
    """A document holds a character that nobody sees."""
    for start, text in _texts(source):
        for offset, name in unseen_characters(text):
            yield _remark(start, text, offset, f"the line holds a character that nobody sees: {name}")


@check("straight-quotes")
def straight_quotes(source: SourceText) -> Iterator[Remark]:
    """A passage holds straight quotation marks or apostrophes."""
    for passage in source.passages:
        if match := re.search("[\"']", passage.text):
            yield passage.remark(f"straight mark {match[0]} in the text", offset=match.start())
