"""The spelling and the order of names: a letter changed, or two people in each other's place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from builders.checks.translations.pairs import Pair
from builders.language.matching import fold
from builders.language.near_names import is_one_off, near_names, words_of
from builders.language.table import rules

LONG = 5
"""Letters of the shortest name of an organisation that is told from another word by a letter."""
_LATIN = re.compile(r"(?<![\w.@/-])[A-Z][A-Za-z]{3,}(?![\w@/])")
_ENUMERATED = re.compile(r"^[\s,،、，]*(?:\w{1,3}[\s,،、，]+){0,2}و?$")


def vocabulary(pairs: Iterable[Pair]) -> AbstractSet[str]:
    """Return the words that the translations of *pairs* have."""
    return frozenset(word for pair in pairs for word in words_of(pair.target.text, pair.target.tag))


def misspelt(
    pair: Pair, names: Mapping[str, str], people: Mapping[str, bool], patterns: Iterable[str], known: AbstractSet[str]
) -> Iterator[tuple[str, str]]:
    """Yield each of *people* for whose name nearly the same stands in the translation of *pair*, with those words.

    *people* are named in the source, each with whether the name is missing in a sentence of the translation.
    *patterns* are those of all *names*, *known* the words of other translations.
    """
    rest = without(pair.target.text, patterns)
    for slug, is_missing in people.items():
        own = own_part(names[slug], pair.target.tag)
        word = next(near_names(own, rest, pair.target.tag, known, is_missing=is_missing), None)
        if word and fold(word).text not in fold(pair.source.text).text:
            yield slug, word


def own_part(name: str, tag: str) -> str:
    """Return the part of *name* that belongs to this person alone (“Rose” of “Aunt Rose”)."""
    return name.split()[-1] if rules(tag).has_spaces else name[:2]


def without(text: str, patterns: Iterable[str]) -> str:
    """Return *text* with everything that *patterns* find blank."""
    folded = fold(text, keeps_case=True)
    for pattern in patterns:
        for match in re.finditer(pattern, folded.text):
            start, end = folded.origin(*match.span())
            text = text[:start] + "\n" * (end - start) + text[end:]
    return text


Named = tuple[str, int, int]
"""Somebody who is named in a text, and from where to where the name stands in it."""


def exchanged(source: Sequence[Named], target: Sequence[Named], texts: tuple[str, str]) -> bool:
    """Whether of the people who are named in both *texts* two stand in the other order in the second one.

    Of people who are only enumerated any may stand first.
    """
    before, after = _groups(source, texts[0]), _groups(target, texts[1])
    return before.keys() == after.keys() and any(
        before[one] < before[other] and after[one] > after[other] for one in before for other in before
    )


def _groups(named: Sequence[Named], text: str) -> dict[tuple[str, int], int]:
    """Return each mention of somebody with the number of its enumeration in *text*."""
    groups: dict[tuple[str, int], int] = {}
    times: Counter[str] = Counter()
    last, group = -1, 0
    for slug, start, end in named:
        group += not (last >= 0 and _ENUMERATED.match(text[last:start]))
        groups[slug, times[slug]] = group
        times[slug] += 1
        last = end
    return groups


def kept_names(pairs: Iterable[Pair]) -> AbstractSet[str]:
    """Return the words in Latin letters with a capital that translations of *pairs* take over from their sources."""
    return frozenset(
        word for pair in pairs for word in {*_LATIN.findall(pair.source.text)} & {*_LATIN.findall(pair.target.text)}
    )


def latin_misspelt(pair: Pair, kept: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield the names in Latin letters that the source of *pair* has, each with what is nearly the same beside it."""
    said, says = dict.fromkeys(_LATIN.findall(pair.source.text)), dict.fromkeys(_LATIN.findall(pair.target.text))
    for name in (each for each in said if each not in says and len(each) >= LONG):
        if name in kept or sum(map(str.isupper, name)) > 1:
            for word in (each for each in says if each not in said and is_one_off(each, name)):
                yield name, word
