"""Chinese text as the search compares it: pairs of neighbouring characters, without a dictionary."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from sphinx.search import SearchLanguage

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")


def split_chinese(text: str) -> list[str]:
    """Return every pair of neighbouring characters of *text*, every single one, and its other words."""
    words: list[str] = []
    for match in _RUN.finditer(text):
        run = match[0]
        if _IS_HAN.match(run):
            words.extend(first + second for first, second in pairwise(run))
            words.extend(run)
        else:
            words.append(run.lower())
    return words


class ChineseSearch(SearchLanguage):
    """Finds every part of a Chinese text; a query of one character finds that character."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = Path(__file__).with_name("chinese-split.js").read_text(encoding="utf-8")

    def split(self, input: str) -> list[str]:
        """Return what *input* is found by."""
        return split_chinese(input)
