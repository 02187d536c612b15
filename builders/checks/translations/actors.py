"""Who acts: the persons and bodies of a sentence are those of its source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builders.checks.checking import Remark, check
from builders.checks.translations.pairs import Pair, Translation
from builders.language.wordings import ACTORS, Found, Lexicon
from builders.model.characters import quoted

HELP = "help"
"""The class of actors that people turn to in need."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a piece of a translation has lost of its source, and what it has added."""

    lost: tuple[Found, ...]
    added: tuple[Found, ...]

    @property
    def is_about_help(self) -> bool:
        return any(ACTORS.group(each.thing) == HELP for each in (*self.lost, *self.added))


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


@check("helpline-changed")
def helpline_changed(translation: Translation) -> Iterator[Remark]:
    """Helpline, reporting hotline, police or emergency number is lost, added, or another of them."""
    for pair in translation.pairs:
        for change in changed(ACTORS, pair):
            if change.is_about_help:
                yield _remark(pair, change)


@check("actor-changed")
def actor_changed(translation: Translation) -> Iterator[Remark]:
    """Another person or body acts than in the source, or one is lost or added."""
    for pair in translation.pairs:
        for change in changed(ACTORS, pair):
            if not change.is_about_help:
                yield _remark(pair, change)


@check("actor-other")
def actor_other(translation: Translation) -> Iterator[Remark]:
    """The same persons and bodies stand in another order, which may change who turns to whom."""
    for pair in translation.pairs:
        for source, target in pieces(pair):
            first = _order(ACTORS.found(source, pair.source.tag))
            second = _order(ACTORS.found(target, pair.target.tag))
            if len(first) > 1 and first != second and sorted(first) == sorted(second):
                said = f"{', '.join(first)} in the source, {', '.join(second)} in the translation"
                yield pair.remark(f"the actors stand in another order: {said}")


def _order(found: tuple[Found, ...]) -> list[str]:
    return list(dict.fromkeys(each.thing for each in found))


def _remark(pair: Pair, change: Changed) -> Remark:
    """Return the remark that something is missing and that something else has been put in its place."""
    source, target = (list(dict.fromkeys(each.words for each in part)) for part in (change.lost, change.added))
    parts = [f"{quoted(', '.join(source))} is missing"] if source else []
    parts += [f"{quoted(', '.join(target))} is not in the source"] if target else []
    return pair.remark(" and ".join(parts), source=source, target=target)
