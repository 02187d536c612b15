"""Hedges: words that leave what somebody is asked to do to their means or their will (“where possible”)."""

import re
import tomllib
from functools import cache
from pathlib import Path

from builders.language.matching import FOLDED, fold
from builders.language.wordings import frame


def hedges(text: str, tag: str) -> list[str]:
    """Return the hedges of *text*, in the language *tag*, in folded letters; none where nobody has described it."""
    pattern = _pattern(tag.partition("-")[0])
    return [match[0] for match in pattern.finditer(fold(text).text)] if pattern else []


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    data: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    words = "|".join(each.translate(FOLDED) for each in data.get(language, ()))
    return re.compile(frame(language).format(words)) if words else None
