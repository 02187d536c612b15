"""Whether sentences and messages stand where they belong."""

from collections.abc import Iterator, Sequence

from builders.checks.checking import Remark, check
from builders.checks.translations.likeness import Likeness, key_of, likeness
from builders.checks.translations.pairs import Pair, Translation, of_one_source
from builders.model.characters import quoted, shortened

FITS = 1.2
"""Score of a sentence and its translation from which on nobody asks for another one."""
GAIN = 0.3
"""How much better two sentences, or two messages, must fit the other way round."""
CLEAR = 1.2
"""How much better a text must fit another message."""
NEAR = 2
"""Messages between two that may have been exchanged."""


@check("swapped-sentences")
@of_one_source
def swapped_sentences(translation: Translation) -> Iterator[Remark]:
    """Two sentences of a translation stand in each other's place."""
    known = likeness(translation)
    for pair in translation.pairs:
        source, target = pair.source.sentences, pair.target.sentences
        if len(source) != len(target) or len(source) < 2:
            continue
        if found := _swapped(pair, known):
            first, second = found
            texts = f"{quoted(shortened(source[first]))} and {quoted(shortened(source[second]))}"
            yield pair.remark(f"the translations of {texts} are exchanged", target=(target[first], target[second]))


def _swapped(pair: Pair, known: Likeness) -> tuple[int, int] | None:
    source, target, key = pair.source.sentences, pair.target.sentences, key_of(pair)
    doubtful = [number for number, texts in enumerate(zip(source, target, strict=True)) if not known.fits(*texts)]
    if len(doubtful) < 2:
        return None
    own = {number: known.score(key, source[number], target[number]) for number in doubtful}
    unfit = [number for number in doubtful if own[number] < FITS]
    found = []
    for place, first in enumerate(unfit):
        for second in unfit[place + 1 :]:
            crossed = known.score(key, source[first], target[second]) + known.score(key, source[second], target[first])
            found.append((crossed - own[first] - own[second], (first, second)))
    best, numbers = max(found, default=(0.0, (0, 0)))
    return numbers if best > GAIN else None


@check("swapped-messages")
@of_one_source
def swapped_messages(translation: Translation) -> Iterator[Remark]:
    """A translation belongs to another message, or two neighbours have each other's."""
    known = likeness(translation)
    pairs = [pair for pair in translation.pairs if pair.role != "label" and pair.source.text != pair.target.text]
    for place, pair in enumerate(pairs):
        if not _begins_alike(pair, known) and (other := _counterpart(pairs, place, known)):
            yield pair.remark(
                f"the translation is rather that of {quoted(shortened(other.source.text))} ({other.location})"
            )


def _begins_alike(pair: Pair, known: Likeness) -> bool:
    """Whether the first sentences, or both texts, say much the same."""
    first = zip(pair.source.sentences[:1], pair.target.sentences[:1], strict=False)
    return any(known.fits(*texts) for texts in first) or known.fits(pair.source.text, pair.target.text)


def _counterpart(pairs: Sequence[Pair], place: int, known: Likeness) -> Pair | None:
    """Return the message near the one at *place* to which its translation belongs."""
    pair, found = pairs[place], []
    own = _own(pair, known)
    if own >= 0:
        return None
    for near in range(max(0, place - NEAR - 1), min(len(pairs), place + NEAR + 2)):
        other = pairs[near]
        if near == place or other.source.text == pair.source.text:
            continue
        theirs = known.score(key_of(pair), other.source.text, pair.target.text)
        back = known.score(key_of(other), pair.source.text, other.target.text)
        gain = theirs - own + max(0.0, back - _own(other, known))
        if theirs > 0 and gain > CLEAR:
            found.append((gain, near))
    return pairs[max(found)[1]] if found else None


def _own(pair: Pair, known: Likeness) -> float:
    return known.score(key_of(pair), pair.source.text, pair.target.text)
