"""Whether what is the same in the source is the same in the translation, wherever it stands."""

import re
import unicodedata
from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Pair, Translation
from builders.model.characters import quoted, shortened

LEAST = 3
"""Words of a text whose wording is fixed; shorter ones change with their place."""
_QUOTED = re.compile(r"[“«„「『]\s*([^“”«»„「」『』]+?)\s*[”»“」』]")


@check("two-wordings")
def two_wordings(translation: Translation) -> Iterator[Remark]:
    """The same text, or the same quoted sentence, is translated in two ways."""
    first: dict[str, tuple[str, Pair]] = {}
    for pair in translation.pairs:
        for source, target in _fixed(pair):
            wording, other = first.setdefault(source, (target, pair))
            if _letters(wording) != _letters(target):
                message = f"{quoted(shortened(source))} is {quoted(shortened(wording))} elsewhere ({other.location})"
                yield pair.remark(message, source=source, target=target)


def _fixed(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield what has one wording: the whole text, and the sentences that it quotes, with their translations."""
    if len(pair.source.text.split()) >= LEAST and pair.is_sentence:
        yield pair.source.text, pair.target.text
    mine, theirs = _QUOTED.findall(pair.source.text), _QUOTED.findall(pair.target.text)
    if len(mine) == len(theirs):
        yield from ((source, target) for source, target in zip(mine, theirs, strict=True) if _is_sentence(source))


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= LEAST and text[:1].isupper() and text[-1:] in ".!?"


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).lower() if letter.isalnum())
