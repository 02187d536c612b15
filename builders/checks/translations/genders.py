"""The gender of the people of the registry: what stands beside their names, and for them, agrees with it."""

import re
from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.translations.comparing import pieces
from builders.checks.translations.pairs import Pair, Translation
from builders.checks.translations.people import with_people
from builders.checks.translations.spellings import own_part
from builders.language.gender import GENDERS, SUBJECTS, TURNED, beside, nouns, pronoun, pronouns, shown
from builders.language.matching import fold
from builders.language.table import rules
from builders.model.characters import quoted

NONE = "none"
"""The gender of people of whom a language speaks without any gendered word."""


@check("gender-changed")
def gender_changed(translation: Translation) -> Iterator[Remark]:
    """A word beside one of the people, or a pronoun, shows another gender than the registry has for them."""
    for pair, here in with_people(translation):
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
    tag = pair.target.tag
    for source, target in pieces(pair.source, pair.target):
        said = shown(source, pair.source.tag)
        for gender in GENDERS if len(said) == 1 else ():
            wrong = pronoun(_other(gender), target, tag, TURNED) if gender in said else ""
            if wrong and not pronoun(gender, target, tag, TURNED):
                yield pronoun(gender, source, pair.source.tag), wrong
        if called := nouns(source, pair.source.tag):
            yield from _turned_nouns(called, nouns(target, tag))
    if len(pair.source.sentences) != len(pair.target.sentences):
        yield from _fewer(pair)


def _fewer(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the pronoun that acts less often in the translation, with that of the other gender which is only there."""
    said = shown(pair.source.text, pair.source.tag)
    for gender in GENDERS if len(said) == 1 else ():
        acting = pronouns(gender, pair.source.text, pair.source.tag, SUBJECTS)
        wrong = pronoun(_other(gender), pair.target.text, pair.target.tag)
        if wrong and 0 < len(pronouns(gender, pair.target.text, pair.target.tag)) < len(acting):
            yield acting[0], wrong


def _turned_nouns(source: dict[str, dict[str, str]], target: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each word for people of one gender that stands for people of the same kind and the other gender."""
    for kind, said in source.items():
        says = target.get(kind, {})
        yield from (
            (said[gender], says[_other(gender)])
            for gender in said
            if len(said) == 1 and says.keys() == {_other(gender)}
        )


def _other(gender: str) -> str:
    return "f" if gender == "m" else "m"


def _forms(name: str, tag: str) -> str:
    """Return the pattern of folded *name* in lowercase, in all its forms."""
    known, folded = rules(tag), fold(name).text
    own = own_part(folded, tag)
    before = folded.removesuffix(own)
    alone = f"(?<!{re.escape(before)})" if before and known.has_spaces else ""
    return f"{known.name_forms(folded)}|{alone}{known.name_forms(own)}"
