"""The people of the registry: their names in a translation are those of the source."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations.comparing import pieces
from builders.checks.translations.pairs import Pair, Translation
from builders.language.gender import GENDERS, beside, pronoun, shown
from builders.language.matching import fold
from builders.language.table import rules
from builders.language.wordings import words_pattern
from builders.model.characters import quoted
from builders.model.registries import Person

Names = Mapping[str, str]
"""The names of people in one language, by slug."""

NONE = "none"
"""The gender of people of whom a language speaks without any gendered word."""
KEPT = 5
"""Letters by which words such as “Grandma” and “grandmother” are one."""


@check("name-changed")
def name_changed(translation: Translation) -> Iterator[Remark]:
    """One of the people of the registry stands in the place of another, or is lost."""
    for _, here in _with_people(translation):
        lost, added = here.changed()
        if lost:
            yield here.remark(lost, added)
        elif strangers := [slug for slug in added if here.is_somebody_else(slug)]:
            yield here.remark((), strangers)


def added_people(translation: Translation) -> Iterator[Remark]:
    """Yield a remark wherever a translation names people who are not in its source, by no pronoun either."""
    for pair, here in _with_people(translation):
        lost, added = here.changed()
        if added and not lost and not shown(pair.source.text, pair.source.tag):
            yield here.remark((), added)


def _with_people(translation: Translation) -> Iterator[tuple[Pair, "_Named"]]:
    """Yield the pairs that name somebody on one of their sides."""
    people = translation.settings.characters
    names: dict[str, Names] = {}
    for pair in translation.pairs:
        for tag in (pair.source.tag, pair.target.tag):
            if tag not in names:
                names[tag] = {slug: person.name(tag) for slug, person in people.items()}
        here = _Named(pair, names[pair.source.tag], names[pair.target.tag], people)
        if named(pair.source.text, pair.source.tag, here.source) or named(
            pair.target.text, pair.target.tag, here.target
        ):
            yield pair, here


@dataclass(frozen=True, slots=True)
class _Named:
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

    def everybody(self) -> list[str]:
        """Return who is named on either side."""
        return list(self._said(self.pair.source.text) | self._says(self.pair.target.text))

    def remark(self, lost: Iterable[str], added: Iterable[str]) -> Remark:
        source, target = [self.source[slug] for slug in lost], [self.target[slug] for slug in added]
        return self.pair.remark(_message(source, target), source=source, target=target)


@check("gender-changed")
def gender_changed(translation: Translation) -> Iterator[Remark]:
    """A word beside one of the people, or a pronoun, shows another gender than the registry has for them."""
    for pair, here in _with_people(translation):
        text, tag = pair.target.text, pair.target.tag
        genders = {slug: here.people[slug].genders.get(tag, "") for slug in here.everybody()}
        for slug, gender in genders.items():
            for word in _other_words(here.target[slug], gender, text, tag):
                yield pair.remark(
                    f"{quoted(word)} shows another gender than {quoted(here.target[slug])} has", target=word
                )
        of_source = {here.people[slug].genders.get(pair.source.tag, "") for slug in genders}
        for word in _othershown(pair, set(genders.values()), of_source):
            named_people = quoted(", ".join(here.target[slug] for slug in genders))
            message = f"{quoted(word)} shows another gender than {named_people} has"
            yield pair.remark(message, target=word)
    for pair in translation.pairs:
        for said, word in _turnedshown(pair):
            yield pair.remark(f"{quoted(word)} stands for {quoted(said)}", source=said, target=word)


def _other_words(name: str, gender: str, text: str, tag: str) -> Iterator[str]:
    """Yield the words of *text* beside *name* that show the gender which is not *gender*."""
    if gender in GENDERS:
        yield from dict.fromkeys(beside(_forms(name, tag), _other(gender), text, tag))


def _othershown(pair: Pair, genders: set[str], of_source: set[str]) -> Iterator[str]:
    """Yield the first pronoun of the translation that fits nobody of *genders*, nor anybody else in the source.

    *of_source* are the genders of the same people in the language of the source.
    """
    said = shown(pair.source.text, pair.source.tag)
    wrong = [each for each in GENDERS if each not in genders]
    if NONE in genders:
        wrong = [each for each in wrong if each in of_source or each not in said]
    elif not genders or "" in genders or said:
        wrong = []
    yield from filter(None, (pronoun(each, pair.target.text, pair.target.tag) for each in wrong))


def _turnedshown(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield each pronoun of a sentence of the source with one of the other gender in its translation."""
    for source, target in pieces(pair.source, pair.target):
        said = shown(source, pair.source.tag)
        for gender in GENDERS if len(said) == 1 else ():
            wrong = pronoun(_other(gender), target, pair.target.tag) if gender in said else ""
            if wrong and not pronoun(gender, target, pair.target.tag):
                yield pronoun(gender, source, pair.source.tag), wrong


def _other(gender: str) -> str:
    return "f" if gender == "m" else "m"


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


@lru_cache(maxsize=64)
def _anybody(tag: str, names: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(_clear(name, tag).pattern for _, name in names))


@lru_cache(maxsize=512)
def _clear(name: str, tag: str) -> re.Pattern[str]:
    """Return the pattern of the *name*, or of its part that belongs to this person alone (“Suri” of “Grandma Suri”)."""
    known, folded = rules(tag), fold(name, keeps_case=True).text
    forms = [known.name_forms(folded), known.name_forms(_own(folded, tag))]
    return words_pattern(tuple(forms), tag)


def _forms(name: str, tag: str) -> str:
    """Return the pattern of folded *name* in lowercase, in all its forms."""
    known, folded = rules(tag), fold(name).text
    return f"{known.name_forms(folded)}|{known.name_forms(_own(folded, tag))}"


@lru_cache(maxsize=512)
def _any_part(name: str, tag: str) -> re.Pattern[str]:
    known, folded = rules(tag), fold(name).text
    own = _own(folded, tag)
    others = [folded[len(own) :]] if not known.has_spaces else folded.split()[:-1]
    forms = [rf"{re.escape(each[:KEPT])}\w*" for each in others if len(each) > 2 or (each and not known.has_spaces)]
    return words_pattern((known.name_forms(own), *forms), tag)


def _own(name: str, tag: str) -> str:
    return name.split()[-1] if rules(tag).has_spaces else name[:2]
