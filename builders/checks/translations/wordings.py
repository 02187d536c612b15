"""Whether what is the same in the source is the same in the translation, wherever it stands."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Pair, Translation
from builders.model.characters import quoted, shortened
from builders.model.findings import Severity

LEAST = 3
"""Words of a text whose wording is fixed; shorter ones change with their place."""
OFTEN = 3
"""Places with one wording, beside which another one is no choice."""
_QUOTED = re.compile(r"[“«„「『]\s*([^“”«»„「」『』]+?)\s*[”»“」』]")


@check("two-wordings")
def two_wordings(translation: Translation) -> Iterator[Remark]:
    """The same text, or the same sentence that is quoted or learned by heart, is translated in two ways."""
    places: defaultdict[str, list[tuple[str, Pair]]] = defaultdict(list)
    fixed = translation.lists.fixed
    for pair in translation.pairs:
        for source, target in _fixed(pair):
            places[source].append((target, pair))
        for sentence in fixed.found(pair.source.text, pair.source.tag):
            if not fixed.may_hold(sentence.thing, pair.target.text, pair.target.tag):
                message = f"{quoted(sentence.words)} has another wording everywhere else"
                yield pair.remark(message, source=sentence.words, severity=Severity.WARNING)
    for source, found in places.items():
        if len(found) > 1:
            yield from _others(source, found)


def _others(source: str, found: Sequence[tuple[str, Pair]]) -> Iterator[Remark]:
    """Yield a remark on each place of *source* that has not the commonest wording, or the first of those."""
    letters = [_letters(target) for target, _ in found]
    common, most = Counter(letters).most_common(1)[0]
    wording, first = found[letters.index(common)]
    is_odd = most >= OFTEN and most == len(found) - 1
    for own, (target, pair) in zip(letters, found, strict=True):
        if own != common:
            message = f"{quoted(shortened(source))} is {quoted(shortened(wording))} elsewhere ({first.location})"
            yield pair.remark(message, source=source, target=target, severity=Severity.WARNING if is_odd else None)


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
