"""Words and patterns that checks look for in the text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from builders.checks.checking import Remark
from builders.checks.source.passages import Passage
from builders.language.english import ENGLISH
from builders.settings.lists import WordList

_DENIALS = (*ENGLISH.negations, "avoid", "stop", "refuse", "instead of", "rather than")
_DENIAL = re.compile(rf"\b(?:{'|'.join(_DENIALS)})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?]\s|,\s+(?=(?:and|but|because|instead|just|so|then)\s+$)")
"""Ends a clause before a place: a comma, too, where the place begins another one (“do not wait, and ask …”)."""
_SUBJECT = re.compile(
    r"(?:all|everything|it|nobody|no one|nothing|that|the|they|things|this|we|you|i)\b", re.IGNORECASE
)
"""Begins a clause right behind a comma (“do not fear, it …”); a verb goes on with a list (“do not copy, keep …”)."""


@lru_cache
def wordlist(known: WordList, *more: str) -> re.Pattern[str]:
    """Return a pattern for the words that are *known*, and for *more* words as they stand."""
    literal = (r"\s+".join(map(re.escape, word.split())) for word in more)
    return whole_words((*known.words, *literal), flags=0 if known.minds_case else re.IGNORECASE)


def whole_words(words: Iterable[str], *, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern for any of *words*, regular expressions whose spaces are any white space; none are nowhere."""
    pattern = "|".join(word.replace(" ", r"\s+") for word in words) or "(?!)"
    return re.compile(rf"(?<![\w#])(?:{pattern})(?!\w)", flags)


def remarks_on(
    passages: Iterable[Passage], words: re.Pattern[str], message: str, *, unless_denied: bool = False
) -> Iterator[Remark]:
    """Yield *message*, with what is said in its braces, for all that *words* finds in *passages*."""
    for passage in passages:
        for match in words.finditer(passage.text):
            if not (unless_denied and is_denied(passage.text, match.start())):
                yield passage.remark(message.format(said(match)), offset=match.start())


def said(match: re.Match[str]) -> str:
    """Return what *match* has found as messages quote it: on one line."""
    return f"“{' '.join(match[0].split())}”"


def is_denied(text: str, place: int) -> bool:
    """Whether a word such as “not” or “never” stands before *place*, in the same clause of *text*."""
    before = text[:place].rstrip()
    if before.endswith(",") and _SUBJECT.match(text, place):
        return False
    return _DENIAL.search(_CLAUSE.split(text[:place])[-1]) is not None
