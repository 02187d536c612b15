"""Sorts words as the readers of a language expect them.

Alphabets follow the Unicode Collation Algorithm (UTS 10) with its default table, in
which letters with an accent count as the letter; languages that see a letter of
their own in one say so in ``locale/languages.toml``. Chinese is sorted by sound.
"""

import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from pyuca import Collator
from pyuca.collator import COLL_ELEMENT_PATTERN
from pyuca.utils import hexstrings2int

from builders.model.languages import Language

PINYIN = "pinyin"


@cache
def sort_key(text: str, language: Language) -> tuple[tuple[Any, ...], tuple[int, ...]]:
    """Return what *text* is sorted by in *language*; compare it with keys of the same language only."""
    collator = _collator()
    shown = " ".join(_sounds(text)) if language.collation == PINYIN else text.casefold()
    own = tuple(_weight(letter, language.own_letters) for letter in shown) if language.own_letters else ()
    return own, tuple(collator.sort_key(shown))


class LazyCollator(Collator):  # type: ignore[misc]  # pyuca has no types
    """pyuca's collator; to read all 30,000 lines takes it longer than to sort everything that an edition sorts."""

    def load(self, filename: str) -> None:
        """Read of the table in *filename* which lines begin with which character."""
        self._unread: defaultdict[str, list[str]] = defaultdict(list)
        for line in Path(filename).read_text(encoding="utf-8").splitlines():
            self._unread[line.partition(" ")[0]].append(line)
        for line in self._unread.pop("@implicitweights", ()):
            characters, _, base = line.partition("#")[0].partition(" ")[2].partition(";")
            first, _, last = characters.partition("..")
            self.implicit_weights.append([int(first, 16), int(last, 16), int(base, 16)])

    def build_lookup_key(self, text: str) -> list[int]:
        """Return the characters of *text*, now that the table has what begins with one of them."""
        for character in text:
            for line in self._unread.pop(f"{ord(character):04X}", ()):
                characters, _, elements = line.partition("#")[0].partition(";")
                weights = [hexstrings2int(each) for each in COLL_ELEMENT_PATTERN.findall(elements)]
                self.table.add(hexstrings2int(characters.split()), weights)
        found: list[int] = super().build_lookup_key(text)
        return found


_collator = cache(LazyCollator)


def _sounds(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)


def _weight(letter: str, own_letters: str) -> tuple[int, ...]:
    """Return the primary weight of *letter*; an own letter follows the letter that its accent stands on."""
    base = unicodedata.normalize("NFD", letter)[0]
    primary = next((weight for weight in _collator().sort_key(base) if weight), 0)
    return (primary, 1 if letter in own_letters else 0)
