"""Compares both sides of a pair piece by piece, by what each of them says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builders.checks.translations.pairs import Pair
from builders.language.wordings import Found, Lexicon


@dataclass(frozen=True, slots=True)
class Changed:
    """What a piece of a translation has lost of its source, and what it has added."""

    lost: tuple[Found, ...]
    added: tuple[Found, ...]


def pieces(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the sentences of *pair* side by side; both texts whole where their sentences are not the same number."""
    source, target = pair.source.sentences, pair.target.sentences
    if len(source) == len(target):
        yield from zip(source, target, strict=True)
    else:
        yield pair.source.text, pair.target.text


def changed(lexicon: Lexicon, pair: Pair) -> Iterator[Changed]:
    """Yield what each piece of *pair* has lost and added of the things in *lexicon*.

    What is only lost, or only added, has perhaps moved to another sentence: then it does not count.
    """
    for source, target in pieces(pair):
        said, says = lexicon.found(source, pair.source.tag), lexicon.found(target, pair.target.tag)
        lost = _missing(lexicon, said, target, pair.target.tag)
        added = _missing(lexicon, says, source, pair.source.tag)
        if lost and not added:
            lost = _missing(lexicon, lost, pair.target.text, pair.target.tag)
        if added and not lost:
            added = _missing(lexicon, added, pair.source.text, pair.source.tag)
        if lost or added:
            yield Changed(lost=tuple(lost), added=tuple(added))


def _missing(lexicon: Lexicon, found: Sequence[Found], other: str, tag: str) -> list[Found]:
    """Return those of *found* that nothing in the *other* text may carry, each thing once."""
    once = {each.thing: each for each in reversed(found)}
    return [each for each in once.values() if not lexicon.may_hold(each.thing, other, tag)]
