"""How many parts the enumerations of a sentence have: “the police, the school, the helpline and the parents”."""

import re
from collections.abc import Sequence
from functools import lru_cache

from builders.language.profiles import profile
from builders.language.table import rules

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_SEGMENTS = re.compile(r"[.;:!?\[\]«»“”„…؛؟。；：！？《》【】]|\s[–—-]\s|——")
_QUOTES = re.compile("[«»“”„《》]")
_BETWEEN_QUOTES = re.compile("(?<=[”》])(?=[“《])")
"""Where one quotation follows the other, which lists them in Chinese."""
_COMMAS = re.compile(r"[,،，]")
_MARK = "、"
"""The comma of enumerations, where a language has one."""
_ALL_COMMAS = re.compile(f"[,،，{_MARK}]")
LONGEST, LONGEST_CHARACTERS = 8, 18
"""Words, or characters, of a part within an English enumeration; those of its translation may be longer by half."""
SHORT = 4
"""Words of a part that is an item itself, and not a sentence that an enumeration goes on."""
JOINED = 6
"""Words of the last part before the word that joins it."""


def listed(sentence: str, tag: str) -> int:
    """Return how many parts the longest enumeration of *sentence* has for certain, or 0 where it has none.

    Two commas at least divide its parts, which are short; a word joins the last of them, or they are words alone.
    """
    joining = _joining(tag)
    if joining is None:
        return 0
    return max((_listed(segment, tag, joining) for segment in _SEGMENTS.split(_BRACKETS.sub("", sentence))), default=0)


def _listed(segment: str, tag: str, joining: re.Pattern[str]) -> int:
    parts = [part.strip() for part in _COMMAS.split(segment)]
    sizes = {len(part.split()) for part in parts}
    if len(parts) > 2 and sizes in ({1}, {2}) and len(set(parts)) == len(parts) and not joining.search(segment):
        return len(parts)
    for last in range(1, len(parts)):
        head, *tail = joining.split(f" {parts[last]} ", maxsplit=1)
        if not tail or not tail[0].strip() or len(head.split()) > JOINED:
            continue
        behind = head.strip() or tail[0].strip()
        goes_on = [_heads(tag).match(part.lower()) is not None for part in (*parts[:last], behind)]
        if not head.strip() and goes_on[last] and not goes_on[last - 1]:
            return 0  # “…, and why”
        first = last
        while first > 1 and not _is_opening(goes_on, first, last) and _is_item(parts[first - 1], tag, joining):
            first -= 1
        is_sentence = len(parts[first - 1].split()) > SHORT and goes_on[first]
        is_lead = goes_on[first - 1] and not goes_on[last]  # “On most days, …”
        is_outside = not parts[first - 1] or is_lead or is_sentence or _is_opening(goes_on, first, last)
        commas = last - first + 1 - is_outside
        return commas + (2 if head.strip() else 1) if commas > 1 else 0
    return 0


def _is_opening(goes_on: Sequence[bool], first: int, last: int) -> bool:
    """Whether an enumeration opens with the part *first* and goes on what is before it: “four boxes, for a, b and c”.

    *goes_on* tells of each part whether it begins with a word that continues a sentence.
    """
    return first < last and goes_on[first] and not any(goes_on[first + 1 : last + 1]) and not goes_on[first - 1]


def _is_item(part: str, tag: str, joining: re.Pattern[str]) -> bool:
    return _is_short(part, tag, LONGEST) and not joining.search(f" {part} ")


def may_list(text: str, tag: str) -> int:
    """Return how many parts an enumeration in *text* may have at most, read as generously as can be."""
    found = 0
    for segment in _SEGMENTS.split(_QUOTES.sub("", _BETWEEN_QUOTES.sub(_MARK, _BRACKETS.sub("", text)))):
        parts = _ALL_COMMAS.split(segment)
        run = 0
        for place, part in enumerate(parts):
            own = _parts_of(part, tag, is_last=0 < place == len(parts) - 1)
            if run and place < len(parts) - 1 and not _is_short(part, tag, LONGEST * 3 // 2 * max(1, own)):
                found, run = max(found, run + own), own
            else:
                run += own
        found = max(found, run)
    return found


def _parts_of(part: str, tag: str, *, is_last: bool) -> int:
    """Return how many parts of an enumeration stand between two commas; in the last place, two at most."""
    joining = _joining(tag)
    if joining is None:
        return 1
    joined = [each for each in joining.split(f" {part.strip()} ") if re.search(r"\w", each)]
    return min(len(joined), 2) if is_last and not rules(tag).prefixes else len(joined)


def _is_short(part: str, tag: str, longest: int) -> bool:
    if not rules(tag).has_spaces:
        return 0 < len(part.strip()) <= LONGEST_CHARACTERS * longest / LONGEST
    return 0 < len(part.split()) <= longest


@lru_cache(maxsize=64)
def _heads(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{profile(tag).heads or '(?!)'})(?!\w)")


@lru_cache(maxsize=64)
def _joining(tag: str) -> re.Pattern[str] | None:
    pattern = profile(tag).joining
    return re.compile(pattern) if pattern else None
