"""Sorts words as the readers of a language expect them.

Alphabets follow the Unicode Collation Algorithm (UTS 10) with its default table, in
which letters with an accent count as the letter; languages that see a letter of
their own in one say so in ``locale/languages.toml``. Chinese is sorted by sound.
"""

import unicodedata
from functools import cache
from typing import Any

from builders.model.languages import Language

PINYIN = "pinyin"


@cache
def sort_key(text: str, language: Language) -> tuple[tuple[Any, ...], tuple[int, ...]]:
    """Return what *text* is sorted by in *language*; compare it with keys of the same language only."""
    collator = _collator()
    shown = " ".join(_sounds(text)) if language.collation == PINYIN else text.casefold()
    own = tuple(_weight(letter, language.own_letters) for letter in shown) if language.own_letters else ()
    return own, tuple(collator.sort_key(shown))


@cache
def _collator() -> Any:
    from pyuca import Collator

    return Collator()


def _sounds(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)


def _weight(letter: str, own_letters: str) -> tuple[int, ...]:
    """Return the primary weight of *letter*; an own letter follows the letter that its accent stands on."""
    base = unicodedata.normalize("NFD", letter)[0]
    primary = next((weight for weight in _collator().sort_key(base) if weight), 0)
    return (primary, 1 if letter in own_letters else 0)
