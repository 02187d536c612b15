"""What two sentences do not have in common: concepts that one says clearly and the other does not carry."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from builders.checks.translations.pairs import Pair, Side
from builders.checks.translations.rivals import RIVALS, STRONGER, TURNED_ONLY
from builders.language.concepts import ConceptClass, Said, concepts, folded
from builders.language.matching import Folded


class Change(Enum):
    """What has become of a concept."""

    LOST = "lost"
    """The translation has nothing that may carry it."""
    FEWER = "fewer"
    """It is said less often than in the source, and nothing carries the rest."""
    HIDDEN = "hidden"
    """What may carry it in the translation stands for something else of the source, as far as numbers tell."""
    ADDED = "added"
    """The source has nothing that may carry it."""
    MORE = "more"
    """It is said more often than in the source."""
    EXCHANGED = "exchanged"
    """The source says it clearly, and something else of its class stands in its place."""
    REPLACED = "replaced"
    """The source may say it, and its opposite stands in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One concept that one side says and the other does not."""

    of: str
    """The class of the concept."""
    change: Change
    concept: str
    other: str = ""
    """What stands in its place."""
    source: tuple[str, ...] = ()
    """Words of the source that say it."""
    target: tuple[str, ...] = ()
    """Words of the translation that say what is new in it."""
    is_usual: bool = False
    """Whether good translations have the same words there."""


FOLLOWING = ("negation", "strength", "condition")
"""Classes whose words go along with their clauses; a time often stands at the other end of the sentence."""

WITHIN, AROUND = (12, 8), (28, 18)
"""Letters before and behind a word for “must” in which a denial goes with it: in the source, and in a translation."""

_NEW = (Change.REPLACED, Change.ADDED)
_DENYING = frozenset(
    {
        *("forbid", "dangerous", "refuse", "off", "offline", "different", "false", "hard", "stop", "close"),
        *("stranger", "outside", "private"),
    }
)
"""Concepts that say of their opposite that it is not so."""

_PART = re.compile(r"\s*(?:[;—–،؛，；：、“”«»]|[,:](?!\d))+\s*")
_CLAUSE = re.compile(r"\s*(?:[;—–؛；：“”«»]|:(?!\d))+\s*")
"""What stands between the clauses of a sentence; commas, which languages set in different ways, count only with
:data:`_PART`."""


def contrasts(pair: Pair) -> tuple[Contrast, ...]:
    """Return what the two sides of *pair* do not have in common, sentence by sentence where both have equally many.

    A translation that is its source has everything in common with it; what is wrong with it, another check says.
    """
    return (
        () if pair.source.text.rstrip(".!?") == pair.target.text.rstrip(".!?") else _contrasts(pair.source, pair.target)
    )


@lru_cache(maxsize=65536)
def _contrasts(source: Side, target: Side) -> tuple[Contrast, ...]:
    found: list[Contrast] = []
    described = concepts(target.tag)
    for pair in _sentences(source, target):
        one, other = (folded(sentence) for sentence in pair)
        own: list[Contrast] = []
        sayings: dict[str, tuple[_Saying, _Saying]] = {}
        for name, known in concepts(source.tag).items():
            if name not in described:
                continue
            said, says = known.said(one.text), described[name].said(other.text)
            if said or says:
                sides = _Saying(name, known, one, pair[0], said), _Saying(name, described[name], other, pair[1], says)
                own += _compared(*sides)
                sayings[name] = sides
        denials = sayings.get("negation")
        if denials and not any(each.of == "negation" for each in own):
            own += _bidden(*denials, *sayings.get("strength", ()))
        is_even = not denials or len(denials[0].said) == len(denials[1].said)
        found += own if is_even else _not_turned(own)
    return tuple(found)


def _not_turned(own: list[Contrast]) -> Iterator[Contrast]:
    """Yield those of a sentence's *own* contrasts that are left when it says the opposite of what the other denies.

    “Not allowed” is “forbidden”: whoever turns both round has changed nothing.
    """
    turned = any(
        each.change is Change.EXCHANGED or (each.change in _NEW and (each.other or each.concept) in _DENYING)
        for each in own
        if each.of == "opposite"
    )
    yield from (each for each in own if not turned or each.of not in ("opposite", "negation"))


def _sentences(source: Side, target: Side) -> Sequence[tuple[str, str]]:
    """Return the sentences side by side where both texts have equally many; otherwise, the texts."""
    if len(source.sentences) == len(target.sentences) > 1:
        return tuple(zip(source.sentences, target.sentences, strict=True))
    return ((source.text, target.text),)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence, and what it says clearly of one class."""

    name: str
    known: ConceptClass
    text: Folded
    sentence: str
    said: Sequence[Said]

    def counted(self) -> Counter[str]:
        """Return how often each concept is said clearly."""
        return Counter(each.concept for each in self.said)

    def carried(self, concept: str) -> int:
        """Return how often *concept* may be said, clearly or not."""
        return self.known.carried(concept, self.text.text)

    def carriers(self, concept: str) -> Iterator[Said]:
        """Yield all that may carry *concept*."""
        for match in self.known.carriers[concept].finditer(self.text.text):
            yield Said(concept=concept, start=match.start(), end=match.end())

    def repeated(self, concept: str) -> int:
        """Return how often another language may say *concept* once more."""
        return self.known.repeated(concept, self.text.text)

    def has_usual(self, rival: str, concept: str) -> bool:
        """Whether what stands in the place of *concept*, such as all that says its *rival*, is usual there."""
        near = self.known.near.get(concept)
        if near is None:
            return False
        return self._is_always(near, rival) if rival else near.search(self.text.text) is not None

    def is_light(self, concept: str) -> bool:
        """Whether all that says *concept* is of the kind that comes in by itself."""
        light = self.known.light.get(concept)
        return light is not None and self._is_always(light, concept)

    def _is_always(self, pattern: re.Pattern[str], concept: str) -> bool:
        """Whether *pattern* stands wherever *concept* is said."""
        return all(pattern.match(self.text.text, each.start) for each in self.said if each.concept == concept)

    def words(self, concept: str) -> tuple[str, ...]:
        """Return the words that say *concept*."""
        places = [self.text.origin(each.start, each.end) for each in self.said if each.concept == concept]
        return tuple(self.sentence[start:end].strip() for start, end in places)


def _bidden(denied: _Saying, denies: _Saying, *force: _Saying) -> Iterator[Contrast]:
    """Yield that a denial is lost where *force*, both sides of it, forbids in the source and bids in the translation.

    “Must not” has to have its denial near the word for “must”: what carries one elsewhere stands for something else.
    Only where both sides say as often what must, should or may be can one tell which goes with which.
    """
    if len(force) != 2 or len(force[0].said) != len(force[1].said):
        return
    carriers = list(denies.carriers("not"))
    beside = sum(_near(word, denied.said, WITHIN) for word in force[0].said)
    left = sum(_near(word, carriers, AROUND) for word in force[1].said)
    if beside > left:
        yield Contrast(of="negation", change=Change.LOST, concept="not", source=denied.words("not"))


def _near(word: Said, others: Iterable[Said], distance: tuple[int, int]) -> bool:
    """Whether one of *others* begins at most so far before and behind *word*."""
    before, behind = distance
    return any(word.start - before <= each.end and each.start <= word.end + behind for each in others)


def _compared(source: _Saying, target: _Saying) -> Iterator[Contrast]:
    said, says = source.counted(), target.counted()
    both = source.known.carriers.keys() & target.known.carriers.keys()
    differing = sorted(each for each in (said | says).keys() & both if said[each] != says[each])
    new = [each for each in differing if says[each] > said[each] and source.carried(each) < says[each]]
    taken: set[str] = set()
    for concept in (each for each in differing if said[each] > says[each]):
        rivals = RIVALS.get(concept, new)
        rival = next((each for each in new if each in rivals), "")
        is_left = not rival and concept not in TURNED_ONLY
        change = _loss(concept, source, target) if is_left else Change.EXCHANGED if rival else None
        if change:
            taken.add(rival)
            words = target.words(rival) if rival else ()
            yield Contrast(
                of=source.name,
                change=change,
                concept=concept,
                other=rival,
                source=source.words(concept),
                target=words,
                is_usual=target.has_usual(rival, concept),
            )
    for concept in (each for each in differing if says[each] > said[each] and each not in taken | TURNED_ONLY):
        if gain := _gain(concept, source, target):
            change, instead = gain
            yield Contrast(
                of=source.name,
                change=change,
                concept=instead or concept,
                other=concept if instead else "",
                target=target.words(concept),
                is_usual=target.is_light(concept) or (bool(instead) and target.has_usual(concept, instead)),
            )


def _loss(concept: str, source: _Saying, target: _Saying) -> Change | None:
    """Return how *target* says *concept* less often than *source*, as far as the words that may carry it tell."""
    said, says = source.counted()[concept], target.counted()[concept]
    spare = target.carried(concept) - says
    if not spare:
        return Change.FEWER if says else Change.LOST
    if said - says > spare:
        return Change.FEWER
    if _stands_alone(concept, source, target, _PART):
        return Change.FEWER if source.name in FOLLOWING else Change.HIDDEN
    if target.known.expressed(concept, target.text.text) >= said:
        return None
    # Words of the source that may carry it too are what the spare words of the translation stand for.
    own = source.carried(concept) - said
    return Change.HIDDEN if said - says > max(0, spare - own) else None


def _gain(concept: str, source: _Saying, target: _Saying) -> tuple[Change, str] | None:
    """Return how *target* says *concept* more often than *source*, and the opposite that it stands for, if any."""
    said, says, carried = source.counted()[concept], target.counted()[concept], source.carried(concept)
    allowed = carried + (source.repeated(concept) if said else 0)
    is_alone = not said and _stands_alone(concept, target, source, _CLAUSE)
    if allowed >= says and not is_alone:
        return None
    instead = next((each for each in STRONGER.get(concept, ()) if _is_thinner(each, source, target)), "")
    if instead:
        return Change.REPLACED, instead
    return (Change.MORE if carried and not is_alone else Change.ADDED), ""


def _is_thinner(concept: str, source: _Saying, target: _Saying) -> bool:
    """Whether *target* has fewer words than *source* that may carry *concept*."""
    known = concept in source.known.carriers and concept in target.known.carriers
    return known and source.carried(concept) > target.carried(concept)


def _stands_alone(concept: str, saying: _Saying, other: _Saying, mark: re.Pattern[str]) -> bool:
    """Whether a clause of *saying* says *concept*, and the one at its place in *other* has nothing that may carry it.

    That is known only where both sentences have equally many clauses.
    """
    clauses, others = mark.split(saying.text.text), mark.split(other.text.text)
    if not 1 < len(clauses) == len(others):
        return False
    return any(
        sum(each.concept == concept for each in saying.known.said(one)) > other.known.carried(concept, beside)
        for one, beside in zip(clauses, others, strict=True)
    )
