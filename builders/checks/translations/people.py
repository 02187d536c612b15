"""The people of the registry: their names in a translation are those of the source."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations import spellings
from builders.checks.translations.comparing import pieces
from builders.checks.translations.pairs import Pair, Translation
from builders.language.gender import GENDERS, shown
from builders.language.matching import fold
from builders.language.near_names import capitals_inside
from builders.language.table import rules
from builders.language.wordings import words_pattern
from builders.model.characters import quoted
from builders.model.findings import Severity
from builders.model.registries import Person

Names = Mapping[str, str]
"""The names of people in one language, by slug."""

TWO = 2
"""So many people have an order."""
KEPT = 5
"""Letters by which words such as “Grandma” and “grandmother” are one."""


@check("name-changed")
def name_changed(translation: Translation) -> Iterator[Remark]:
    """One of the people of the registry stands in the place of another, or is lost."""
    for _, here in with_people(translation):
        lost, added = here.changed()
        if lost:
            yield here.remark(lost, added)
        elif strangers := [slug for slug in added if here.is_somebody_else(slug)]:
            yield here.remark((), strangers)
        elif here.are_exchanged():
            yield here.remark_of_order()


@check("name-misspelt")
def name_misspelt(translation: Translation) -> Iterator[Remark]:
    """A word is nearly a name, and the name itself stands there less often than in the source."""
    people = [(pair, here, here.looked_for()) for pair, here in with_people(translation)]
    own = {pair.id for pair, *_ in people}
    known = spellings.vocabulary(pair for pair in translation.pairs if own and pair.id not in own)
    for pair, here, named_people in people:
        patterns = [_clear(name, pair.target.tag).pattern for name in here.target.values()]
        found = [
            *spellings.misspelt(pair, here.target, named_people, patterns, known),
            *here.strangers(patterns, known),
        ]
        for slug, word in found[:1]:
            message = f"{quoted(word)} stands for {quoted(here.target[slug])}"
            yield pair.remark(message, source=here.source[slug], target=word)
    kept = spellings.kept_names(translation.pairs)
    for pair in translation.pairs:
        for name, word in spellings.latin_misspelt(pair, kept):
            message = f"{quoted(word)} is nearly {quoted(name)}"
            yield pair.remark(message, source=name, target=word)


def added_people(translation: Translation) -> Iterator[Remark]:
    """Yield a remark wherever a translation names people who are not in its source, by no pronoun either."""
    for pair, here in with_people(translation):
        lost, added = here.changed()
        if added and not lost and not shown(pair.source.text, pair.source.tag):
            yield here.remark((), added)


def with_people(translation: Translation) -> Iterator[tuple[Pair, "Named"]]:
    """Yield the pairs that name somebody on one of their sides."""
    people = translation.settings.characters
    names: dict[str, Names] = {}
    for pair in translation.pairs:
        for tag in (pair.source.tag, pair.target.tag):
            if tag not in names:
                names[tag] = {slug: person.name(tag) for slug, person in people.items()}
        here = Named(pair, names[pair.source.tag], names[pair.target.tag], people)
        if named(pair.source.text, pair.source.tag, here.source) or named(
            pair.target.text, pair.target.tag, here.target
        ):
            yield pair, here


@dataclass(frozen=True, slots=True)
class Named:
    """A pair that names people, with their names in both languages."""

    pair: Pair
    source: Names
    target: Names
    people: Mapping[str, Person]

    def changed(self) -> tuple[list[str], list[str]]:
        """Return who is lost in the translation, and who is added.

        A pronoun may stand for a name, and a name for a pronoun; where a sentence lacks one name and has another
        there is no doubt, otherwise the whole messages are compared.
        """
        for one, other in pieces(self.pair.source, self.pair.target):
            fewer, more = self._compared(one, other)
            if fewer and more:
                return fewer, more
        fewer, more = self._compared(self.pair.source.text, self.pair.target.text)
        said, says = self._said(self.pair.source.text), self._says(self.pair.target.text)
        return [slug for slug in fewer if not says[slug]], [slug for slug in more if not said[slug]]

    def _compared(self, one: str, other: str) -> tuple[list[str], list[str]]:
        """Return who is named less often in *other* than in *one*, and who more often.

        Who may be meant by a part of the name (“Grandma”) counts only beside somebody else who does not fit either.
        """
        said, says = self._said(one), self._says(other)
        fewer = [slug for slug in said if says[slug] < said[slug]]
        more = [slug for slug in says if says[slug] > said[slug]]
        sure_fewer = [slug for slug in fewer if not self._is_meant(slug, other, self.pair.target.tag)]
        sure_more = [slug for slug in more if not self._is_meant(slug, one, self.pair.source.tag)]
        return (fewer if sure_more else sure_fewer), (more if sure_fewer else sure_more)

    def _said(self, text: str) -> Counter[str]:
        return named(text, self.pair.source.tag, self.source)

    def _says(self, text: str) -> Counter[str]:
        return named(text, self.pair.target.tag, self.target)

    def _is_meant(self, slug: str, text: str, tag: str) -> bool:
        name = (self.source if tag == self.pair.source.tag else self.target)[slug]
        return _any_part(name, tag).search(fold(text).text) is not None

    def is_somebody_else(self, slug: str) -> bool:
        """Whether no pronoun of the source can stand for *slug*, who is added.

        It stands for somebody who is named there, or else for somebody of its own gender.
        """
        genders = shown(self.pair.source.text, self.pair.source.tag)
        gender = self.people[slug].genders.get(self.pair.source.tag)
        if self._said(self.pair.source.text):
            return bool(genders)
        return len(genders & set(GENDERS)) == 1 and gender in GENDERS and gender not in genders

    def looked_for(self) -> dict[str, bool]:
        """Return who is named in the source, each with whether a sentence of the translation lacks the name."""
        found: dict[str, bool] = {}
        for one, other in pieces(self.pair.source, self.pair.target):
            said, says = self._said(one), self._says(other)
            found |= {slug: found.get(slug, False) or says[slug] < said[slug] for slug in said}
        return found

    def strangers(self, patterns: Sequence[str], known: AbstractSet[str]) -> Iterator[tuple[str, str]]:
        """Yield whoever is missing in a sentence with the only other name that is there, which is none in the source.

        *patterns* are those of all names, *known* the words of other translations.
        """
        for one, other in pieces(self.pair.source, self.pair.target):
            said, says = self._said(one), self._says(other)
            missing = [slug for slug in said if says[slug] < said[slug]]
            if len(missing) != 1:
                continue
            plain = spellings.without(
                one, (_clear(name, self.pair.source.tag).pattern for name in self.source.values())
            )
            if not any(capitals_inside(plain, self.pair.source.tag)):
                names = list(capitals_inside(spellings.without(other, patterns), self.pair.target.tag))
                yield from ((missing[0], word) for word in names if len(names) == 1 and fold(word).text not in known)

    def are_exchanged(self) -> bool:
        """Whether the same people are named on both sides, in another order."""
        return any(
            spellings.exchanged(
                _places(one, self.pair.source.tag, self.source),
                _places(other, self.pair.target.tag, self.target),
                (fold(one).text, fold(other).text),
            )
            for one, other in pieces(self.pair.source, self.pair.target)
        )

    def remark_of_order(self) -> Remark:
        order = _places(self.pair.target.text, self.pair.target.tag, self.target)
        said = list(dict.fromkeys(self.target[slug] for slug, *_ in order))
        message = f"{quoted(', '.join(said))} stand in another order than in the source"
        return self.pair.remark(message, target=said, severity=Severity.WARNING)

    def everybody(self) -> list[str]:
        """Return who is named on either side."""
        return list(self._said(self.pair.source.text) | self._says(self.pair.target.text))

    def remark(self, lost: Iterable[str], added: Iterable[str]) -> Remark:
        source, target = [self.source[slug] for slug in lost], [self.target[slug] for slug in added]
        return self.pair.remark(_message(source, target), source=source, target=target)


def _message(lost: Sequence[str], added: Sequence[str]) -> str:
    if not lost:
        return f"{quoted(', '.join(added))} is not in the source"
    instead = f", and {quoted(', '.join(added))} stands in the translation" if added else ""
    return f"{quoted(', '.join(lost))} is missing{instead}"


def named(text: str, tag: str, names: Names) -> Counter[str]:
    """Return how often *text* clearly names each of the people with *names* in its language."""
    return _named(text, tag, tuple(names.items()))


@lru_cache(maxsize=65536)
def _named(text: str, tag: str, names: tuple[tuple[str, str], ...]) -> Counter[str]:
    folded = fold(text, keeps_case=True).text
    if not _anybody(tag, names).search(folded):
        return Counter()
    found = {slug: len(_clear(name, tag).findall(folded)) for slug, name in names}
    return Counter({slug: count for slug, count in found.items() if count})


def _places(text: str, tag: str, names: Names) -> list[tuple[str, int, int]]:
    """Return who is named in *text*, in its order, each with where the name stands in the folded text."""
    folded = fold(text, keeps_case=True).text
    if len(named(text, tag, names)) < TWO:
        return []
    found = ((slug, *match.span()) for slug, name in names.items() for match in _clear(name, tag).finditer(folded))
    return sorted(found, key=lambda each: each[1:])


@lru_cache(maxsize=64)
def _anybody(tag: str, names: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(_clear(name, tag).pattern for _, name in names))


@lru_cache(maxsize=512)
def _clear(name: str, tag: str) -> re.Pattern[str]:
    """Return the pattern of the *name*, or of its part that belongs to this person alone (“Rose” of “Aunt Rose”)."""
    known, folded = rules(tag), fold(name, keeps_case=True).text
    forms = [known.name_forms(folded), known.name_forms(spellings.own_part(folded, tag))]
    return words_pattern(tuple(forms), tag)


@lru_cache(maxsize=512)
def _any_part(name: str, tag: str) -> re.Pattern[str]:
    known, folded = rules(tag), fold(name).text
    own = spellings.own_part(folded, tag)
    others = [folded[len(own) :]] if not known.has_spaces else folded.split()[:-1]
    forms = [rf"{re.escape(each[:KEPT])}\w*" for each in others if len(each) > 2 or (each and not known.has_spaces)]
    return words_pattern((known.name_forms(own), *forms), tag)
