"""Roman numbers, as articles and chapters have them."""

import re
from collections.abc import Iterator

_ROMAN = re.compile(r"\b(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![^\W\d_]{2})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def romans(text: str) -> Iterator[int]:
    """Yield the Roman numbers of *text* in their order."""
    for match in _ROMAN.finditer(text):
        numbers = [_VALUES[letter] for letter in match[0]]
        if numbers:
            pairs = zip(numbers, (*numbers[1:], 0), strict=True)
            yield sum(-number if number < following else number for number, following in pairs)
