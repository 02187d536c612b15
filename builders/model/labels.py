"""The words that the writers print themselves, in the language of the reader."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}([.。]?)")
"""A place, and the full stop that follows it."""


class Labels(Mapping[str, str]):
    """The labels of one language, by key; a missing translation falls back to English."""

    def __init__(self, english: Mapping[str, str], translated: Mapping[str, str]) -> None:
        self._english = english
        self._translated = translated

    def __getitem__(self, key: str) -> str:
        return self._translated.get(key) or self._english[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)

    def is_fallback(self, key: str) -> bool:
        """Whether the label called *key* is English for want of a translation."""
        return bool(self._english) and not self._translated.get(key)

    def join(self, items: Sequence[str]) -> str:
        """Return *items* as a list in running text, with the separator of the language."""
        pattern = self["list-pair"]
        return reduce(lambda first, second: pattern.format(first=first, second=second), items) if items else ""

    def fill(self, key: str, **places: object) -> str:
        """Return the pattern called *key* with its named places filled.

        Where a place is filled with what ends in a full stop, as a Russian day does (“2026 г.”), that stop also ends
        the sentence, and none is doubled.
        """

        def filled(match: re.Match[str]) -> str:
            value, stop = str(places[match[1]]), match[2]
            return value if stop and value.endswith(stop) else value + stop

        return _PLACEHOLDER.sub(filled, self[key])
