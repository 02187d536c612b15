"""Who acts: the persons and bodies of a sentence are those of its source."""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.translations.comparing import Changed, changed, pieces
from builders.checks.translations.pairs import Pair, Translation
from builders.checks.translations.people import added_people
from builders.language.wordings import Found, Lexicon
from builders.model.characters import quoted

HELP = "help"
"""The class of actors that people turn to in need."""


@check("helpline-changed")
def helpline_changed(translation: Translation) -> Iterator[Remark]:
    """Helpline, reporting hotline, police or emergency number is lost, added, or another of them."""
    for pair in translation.pairs:
        for change in changed(translation.lists.actors, pair.source, pair.target):
            if _is_about_help(change, translation.lists.actors):
                yield _remark(pair, change)


@check("actor-changed")
def actor_changed(translation: Translation) -> Iterator[Remark]:
    """Another person or body acts than in the source, or one is lost or added."""
    yield from added_people(translation)
    for pair in translation.pairs:
        for change in changed(translation.lists.actors, pair.source, pair.target):
            if not _is_about_help(change, translation.lists.actors):
                yield _remark(pair, change)


@check("actor-other")
def actor_other(translation: Translation) -> Iterator[Remark]:
    """The same persons and bodies stand in another order, which may change who turns to whom."""
    for pair in translation.pairs:
        for source, target in pieces(pair.source, pair.target):
            first = _order(translation.lists.actors.found(source, pair.source.tag))
            second = _order(translation.lists.actors.found(target, pair.target.tag))
            if len(first) > 1 and first != second and sorted(first) == sorted(second):
                said = f"{', '.join(first)} in the source, {', '.join(second)} in the translation"
                yield pair.remark(f"the actors stand in another order: {said}")


def _is_about_help(change: Changed, actors: Lexicon) -> bool:
    return any(actors.group(each.thing) == HELP for each in (*change.lost, *change.added))


def _order(found: tuple[Found, ...]) -> list[str]:
    return list(dict.fromkeys(each.thing for each in found))


def _remark(pair: Pair, change: Changed) -> Remark:
    """Return the remark that something is missing and that something else has been put in its place."""
    source, target = (list(dict.fromkeys(each.words for each in part)) for part in (change.lost, change.added))
    parts = [f"{quoted(', '.join(source))} is missing"] if source else []
    parts += [f"{quoted(', '.join(target))} is not in the source"] if target else []
    return pair.remark(" and ".join(parts), source=source, target=target)
