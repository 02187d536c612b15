"""Lists of words and patterns that checks look for, kept as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from builders.language.english import ENGLISH

DATA = Path(__file__).parent / "data"

_DENIAL = re.compile(
    rf"\b(?:{'|'.join((*ENGLISH.negations, 'avoid', 'stop', 'refuse', 'instead of', 'rather than'))})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]\s")


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((DATA / "sensitive.toml").read_text(encoding="utf-8"))


@lru_cache
def wordlist(name: str, *more: str) -> re.Pattern[str]:
    """Return a pattern for the words of the list called *name*, and for *more* words as they stand."""
    entry = _lists()[name]
    words = [*(word.replace(" ", r"\s+") for word in entry["words"]), *(_literal(word) for word in more)]
    pattern = "|".join(words)
    flags = 0 if entry.get("case") else re.IGNORECASE
    return re.compile(rf"(?<![\w#])(?:{pattern})(?!\w)", flags)


def _literal(word: str) -> str:
    return r"\s+".join(map(re.escape, word.split()))


def is_denied(text: str, place: int) -> bool:
    """Whether a word such as “not” or “never” stands before *place*, in the same clause of *text*."""
    clause = _CLAUSE.split(text[:place])[-1]
    return _DENIAL.search(clause) is not None
