"""Syllables, counted by their vowel letters."""

from __future__ import annotations

import re
from collections.abc import Callable


def vowel_groups(vowels: str, *, silent: str = "") -> Callable[[str], int]:
    """Return a count of groups of *vowels*, less one where a word ends as the pattern *silent* says (an estimate)."""

    def count(word: str) -> int:
        lower = word.lower()
        groups = len(re.findall(f"[{vowels}]+", lower))
        return max(1, groups - (groups > 1 and bool(silent) and re.search(silent, lower) is not None))

    return count


def single_vowels(vowels: str) -> Callable[[str], int]:
    """Return a count of the letters of *vowels*, each a syllable."""
    return lambda word: max(1, sum(letter in vowels for letter in word.lower()))
