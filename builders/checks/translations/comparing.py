"""Compares both sides of a pair piece by piece, by what each of them says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builders.checks.translations.pairs import Side
from builders.language.wordings import Found, Lexicon


@dataclass(frozen=True, slots=True)
class Changed:
    """What a piece of a translation has lost of its source, and what it has added."""

    lost: tuple[Found, ...]
    added: tuple[Found, ...]


def pieces(source: Side, target: Side) -> Iterator[tuple[str, str]]:
    """Yield the sentences of both sides of a pair; their texts whole where the sentences are not the same number."""
    if len(source.sentences) == len(target.sentences):
        yield from zip(source.sentences, target.sentences, strict=True)
    else:
        yield source.text, target.text


@lru_cache(maxsize=65536)
def changed(lexicon: Lexicon, source: Side, target: Side) -> tuple[Changed, ...]:
    """Return what each piece of a pair has lost and added of the things in *lexicon*.

    What is only lost, or only added, has perhaps moved to another sentence: then it does not count.
    """
    changes = []
    for one, other in pieces(source, target):
        said, says = lexicon.found(one, source.tag), lexicon.found(other, target.tag)
        lost, added = _missing(lexicon, said, other, target.tag), _missing(lexicon, says, one, source.tag)
        if lost and not added:
            lost = _missing(lexicon, lost, target.text, target.tag)
        if added and not lost:
            added = _missing(lexicon, added, source.text, source.tag)
        if lost or added:
            changes.append(Changed(lost=tuple(lost), added=tuple(added)))
    return tuple(changes)


def _missing(lexicon: Lexicon, found: Sequence[Found], other: str, tag: str) -> list[Found]:
    """Return those of *found* that nothing in the *other* text may carry, each thing once."""
    once = {each.thing: each for each in reversed(found)}
    return [each for each in once.values() if not lexicon.may_hold(each.thing, other, tag)]
