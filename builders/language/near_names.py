"""Words that are nearly a name: what stands in a text where a name has been typed wrongly."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from builders.language.matching import WORD_PARTS, fold
from builders.language.table import rules
from builders.language.wordings import described

TABLE = "names.toml"
SHORT = 4
"""Letters of the shortest name of which two may be wrong where a word has a capital letter within a sentence."""
ENDING = 3
"""Letters that a case may add to a name."""
_SAME = str.maketrans("ؤئىةء", "وييهي")
_BEGINS = re.compile(r"(?:^|[.!?…:;«»“”„\"()\[\]—–‑-])[\s\W]*$")


def near_names(name: str, text: str, tag: str, known: AbstractSet[str], *, is_missing: bool) -> Iterator[str]:
    """Yield the words of *text* in the language *tag* that are nearly *name*, and no words that are *known*.

    Where the name *is_missing*, words without a capital letter of their own count, too.
    """
    if not rules(tag).has_spaces:
        yield from _in_characters(name, text, tag, known)
    else:
        yield from _in_words(name, text, tag, known if is_missing else None)


def capitals_inside(text: str, tag: str) -> Iterator[str]:
    """Yield the words of *text* that have a capital letter and do not begin a sentence, or a part of one."""
    folded = fold(text, keeps_case=True)
    for match in WORD_PARTS.finditer(folded.text) if rules(tag).has_capitals else ():
        if match[0][0].isupper() and not _BEGINS.search(folded.text, 0, match.start()):
            yield text[slice(*folded.origin(*match.span()))]


def words_of(text: str, tag: str) -> Iterator[str]:
    """Yield what the words of *text* are known by, in lowercase letters, or each two characters on end."""
    known = rules(tag)
    folded = fold(text, keeps_case=True).text
    if not known.has_spaces:
        yield from map("".join, pairwise(folded))
        return
    for match in WORD_PARTS.finditer(folded):
        yield match[0].lower()
        yield known.without_clitics(match[0].lower())


def is_one_off(word: str, other: str) -> bool:
    """Whether a letter has been changed, added, left out or exchanged with the next between *word* and *other*."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    start = next((at for at, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rest, others = word[start:], other[start:]
    swapped = len(rest) > 1 and rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


def _in_words(name: str, text: str, tag: str, known: AbstractSet[str] | None) -> Iterator[str]:
    """Yield the words of *text* that are nearly *name*; only those inside a sentence, where none are *known*."""
    has_capitals = rules(tag).has_capitals
    folded = fold(text, keeps_case=True)
    wanted = fold(name).text.translate(_SAME)
    for match in WORD_PARTS.finditer(folded.text):
        word = match[0].lower()
        if has_capitals and not match[0][0].isupper():
            continue
        is_inside = has_capitals and not _BEGINS.search(folded.text, 0, match.start())
        if _is_near(word, wanted, tag, is_inside=is_inside) and (
            is_inside or (known is not None and word not in known)
        ):
            yield text[slice(*folded.origin(*match.span()))]


def _is_near(word: str, name: str, tag: str, *, is_inside: bool) -> bool:
    """Whether *word* is nearly *name*; a capital letter inside a sentence leaves more room."""
    for each in {word, *_without_prefixes(word, tag)}:
        plain = each.translate(_SAME)
        if is_one_off(plain, name) or (rules(tag).has_capitals and _is_form_off(plain, name)):
            return is_inside or plain[0] == name[0] or len(name) >= SHORT
        if is_inside and plain[0] == name[0] and _shared(plain, name):
            return True
    return False


def _without_prefixes(word: str, tag: str) -> Iterator[str]:
    """Yield *word* without a letter that is written together with it in front."""
    if not rules(tag).has_capitals and len(word) > SHORT and word[0] in "وفبلك":
        yield word[1:]


def _is_form_off(word: str, name: str) -> bool:
    """Whether *word* in a case has another letter than *name*, whose last letter the case changes."""
    stem = name[:-1]
    return len(stem) >= SHORT - 1 and any(
        is_one_off(word[:-cut], stem) and word[0] == name[0] for cut in range(1, ENDING) if len(word) > len(stem)
    )


def _shared(word: str, name: str) -> bool:
    """Whether *word* has all letters of *name* in their order, or begins with most of it."""
    letters = iter(word)
    return all(letter in letters for letter in name) or (len(name) >= SHORT and word[: len(name) - 1] == name[:-1])


def _in_characters(name: str, text: str, tag: str, known: AbstractSet[str]) -> Iterator[str]:
    """Yield the characters of *text*, such as names from elsewhere are written with, that stand for *name*."""
    pattern = _characters(name, tag)
    yield from (match[0] for match in pattern.finditer(text) if match[0] not in known and match[0] != name)


@lru_cache(maxsize=512)
def _characters(name: str, tag: str) -> re.Pattern[str]:
    letters = described(TABLE, tag).get("letters", "")
    if not letters:
        return re.compile("(?!)")
    first, others = name[0], name[1:]
    same = next((each for each in described(TABLE, tag).get("sounds", ()) if first in each), first)
    if not others:
        return re.compile(f"[{same}][{letters}]|(?!{first})[{same}](?=[{letters}])")
    return re.compile(f"{first}[{letters}]|[{letters}{same}]{others}")
