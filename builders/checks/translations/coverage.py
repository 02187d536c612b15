"""Whether a translation says all that its source says, and no more: sentences, items of lists, length, words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from builders.checks.checking import Remark, check
from builders.checks.translations.alignment import MOST, align
from builders.checks.translations.comparing import pieces
from builders.checks.translations.likeness import SHORT, Key, Likeness, key_of, likeness, plain_letters, size
from builders.checks.translations.listing import listed, may_list
from builders.checks.translations.pairs import Pair, Translation, of_one_source
from builders.language.profiles import profile
from builders.model.characters import quoted, shortened
from builders.model.findings import Severity

SURE = 0.1
"""By how much an alignment that leaves a sentence alone must be better than one that does not."""
SURE_OF_EVEN = 0.7
"""The same where both texts have equally many sentences, so that one lost is another one added."""
UNLIKELY = 0.8
"""Score of two sentences below which they are looked at more closely."""
LIKE = 2.0
"""Deviations up to which a sentence is as long as another one lets expect."""
ODD = 4.0
"""Deviations from the expected length."""
CUT_OFF = -1.0
"""Deviations of a text that has lost its end, too."""
NEAR = 12
"""Letters that show where a small word stands."""
_OPENING = re.compile("[“«„「『]")
_QUOTES = re.compile("[“”«»„「」『』]")
FEWER = 0.03
"""Share of enumerations with fewer parts up to which fewer parts alone are a fault: the languages join alike."""
SAMPLE = 50
"""Enumerations that tell how a language joins."""
_MARKS = r"(?:,(?!\d)|[،、，;؛；])"
"""What stands between the parts of an enumeration; a comma within a number does not."""
_END = re.compile(r"[.!?…:;۔؟。！？：；][\s\"”’»)\]』」）]*$")


@check("sentence-lost")
@of_one_source
def sentence_lost(translation: Translation) -> Iterator[Remark]:
    """A sentence of the source has no counterpart in the translation."""
    known = likeness(translation)
    for pair in translation.pairs:
        lost = [number for number, is_lost in _alone(pair, known) if is_lost]
        for number in lost[:1]:
            sentence = pair.source.sentences[number]
            yield pair.remark(f"nothing in the translation says {quoted(shortened(sentence))}", source=sentence)


@check("sentence-added")
@of_one_source
def sentence_added(translation: Translation) -> Iterator[Remark]:
    """The translation has a sentence that its source has not, or one of its sentences twice."""
    known = likeness(translation)
    for pair in translation.pairs:
        if twice := _twice(pair):
            yield pair.remark(f"{quoted(shortened(twice))} stands twice", target=twice)
            continue
        added = [number for number, is_lost in _alone(pair, known) if not (is_lost or _is_speech(pair, number))]
        for number in added[:1]:
            sentence = pair.target.sentences[number]
            yield pair.remark(f"nothing in the source says {quoted(shortened(sentence))}", target=sentence)


def _is_speech(pair: Pair, number: int) -> bool:
    """Whether a sentence of the translation is speech, and the source quotes as often: only the division differs."""
    sentence = pair.target.sentences[number]
    is_quoted = _QUOTES.match(sentence) or _QUOTES.match(sentence[-1:])
    return bool(is_quoted) and len(_OPENING.findall(pair.source.text)) == len(_OPENING.findall(pair.target.text))


def _twice(pair: Pair) -> str:
    """Return a sentence that the translation repeats, and the source does not."""
    if len(pair.target.sentences) < 2:
        return ""
    mine = Counter(map(plain_letters, pair.source.sentences))
    theirs = Counter(map(plain_letters, pair.target.sentences))
    repeated = max(theirs.values())
    if repeated == 1 or repeated <= max(mine.values(), default=0):
        return ""
    return next(sentence for sentence in pair.target.sentences if theirs[plain_letters(sentence)] == repeated)


@lru_cache(maxsize=65536)
def _alone(pair: Pair, known: Likeness) -> tuple[tuple[int, bool], ...]:
    """Return the numbers of the sentences without a counterpart, each with whether it is one of the source."""
    source, target = pair.source.sentences, pair.target.sentences
    if not pair.is_sentence or not source or not target or max(len(source), len(target)) > MOST:
        return ()
    if len(source) + len(target) < 3 or not _needs_alignment(pair, known):
        return ()
    replaced = tuple((number, True) for number in _replaced(pair, known))
    best, beads = align(pair, known)
    better = best - align(pair, known, is_complete=True)[0]
    if better < (SURE_OF_EVEN if len(source) == len(target) else SURE):
        return replaced
    lost = [bead.source[0] for bead in beads if bead.is_lost]
    added = [bead.target[0] for bead in beads if bead.is_added]
    unknown = [number for number in lost if _is_unknown(pair, known, number, added)]
    alone = [(number, True) for number in lost] + [(number, False) for number in added]
    return (*replaced, *(each for each in alone if each[0] not in unknown))


def _is_unknown(pair: Pair, known: Likeness, number: int, added: Sequence[int]) -> bool:
    """Whether the tables know too little of a sentence of the source to say that the one at its place is not it.

    They know no word of it, or one; or, where that one is alone as well, it has a word of it. Its length fits, too.
    """
    source, target = pair.source.sentences, pair.target.sentences
    if len(source) != len(target) or known.source is None or known.target is None:
        return False
    said = known.source.concepts(source[number]).keys()
    if said and not (number in added and (len(said) == 1 or said & known.target.concepts(target[number]).keys())):
        return False
    return abs(known.oddness(source[number], target[number])) < LIKE


def _replaced(pair: Pair, known: Likeness) -> Iterator[int]:
    """Yield the sentences of the source of which nothing is in the sentence that stands in their place."""
    if len(pair.source.sentences) != len(pair.target.sentences):
        return
    for number, (mine, theirs) in enumerate(zip(pair.source.sentences, pair.target.sentences, strict=True)):
        said = known.source.concepts(mine) if known.source else {}
        if len(said) > 1 and _is_gone(said, pair, known, mine, theirs):
            yield number


def _is_gone(said: Mapping[str, str], pair: Pair, known: Likeness, mine: str, theirs: str) -> bool:
    """Whether nothing that is *said* is in the sentence *theirs*, nor anywhere in the translation."""
    texts = (theirs, pair.target.text)
    return all(len(known.lost(key_of(pair), mine, text)) == len(said) for text in texts)


def _needs_alignment(pair: Pair, known: Likeness) -> bool:
    source, target = pair.source.sentences, pair.target.sentences
    if len(source) != len(target):
        return True
    beside = zip(source, target, strict=True)
    doubtful = [texts for texts in beside if not known.fits(*texts)]
    return any(known.score(key_of(pair), *texts) < UNLIKELY for texts in doubtful)


@check("length-odd")
@of_one_source
def length_odd(translation: Translation) -> Iterator[Remark]:
    """A translation is far longer or shorter than others of its language, or stops in the middle."""
    known = likeness(translation)
    for pair in translation.pairs:
        source, target = pair.source.text, pair.target.text
        if len(source) <= SHORT or not pair.is_sentence:
            continue
        odd = known.oddness(source, target)
        is_cut = odd < CUT_OFF and _END.search(source) and not _END.search(target)
        if is_cut or abs(odd) > ODD:
            share = f"{size(target)} letters for {size(source)}"
            said = "stops in the middle" if is_cut else f"is far too {'long' if odd > 0 else 'short'}"
            # What has lost half of its sentences as well is no matter of style.
            is_half = odd < -ODD and 2 * len(pair.target.sentences) <= len(pair.source.sentences)
            yield pair.remark(f"the translation {said}: {share}", severity=None if is_half else Severity.WARNING)


@check("item-lost")
@of_one_source
def item_lost(translation: Translation) -> Iterator[Remark]:
    """An enumeration has fewer items than in the source."""
    known = likeness(translation)
    counted = list(_counted(translation))
    fewer = sum(there < here for *_, here, there in counted)
    is_exact = fewer <= FEWER * max(len(counted), SAMPLE)
    told = set()
    for pair in translation.pairs:
        for mine, theirs, here, there in _shorter(pair):
            if pair.id not in told:
                told.add(pair.id)
                yield _item_remark(pair, (mine, theirs), (here, there), known.lost(key_of(pair), mine, theirs))
    for pair, mine, theirs, here, there in counted:
        if there >= here or pair.id in told:
            continue
        gone = known.lost(key_of(pair), mine, theirs)
        gone = {concept: word for concept, word in gone.items() if word.capitalize() not in theirs}  # a name
        if gone or (is_exact and len(counted) > SAMPLE):
            told.add(pair.id)
            is_list = listed(mine, pair.source.tag) > (0 if gone else there)
            is_part = any(_is_lost(part, known, gone) for part in _parts(mine, pair.source.tag))
            is_whole = is_part or (is_list and len(gone) != 1)
            severity = None if is_whole else Severity.REVIEW
            yield _item_remark(pair, (mine, theirs), (here, there), gone, severity)


def _item_remark(
    pair: Pair, texts: Key, numbers: tuple[int, int], gone: Mapping[str, str], severity: Severity | None = None
) -> Remark:
    words = f", and nothing says {', '.join(map(quoted, gone.values()))}" if gone else ""
    source = tuple(gone.values()) or texts[0]
    message = f"{numbers[0]} parts became {numbers[1]}{words}"
    return pair.remark(message, source=source, target=texts[1], severity=severity)


def _is_lost(part: str, known: Likeness, gone: Mapping[str, str]) -> bool:
    """Whether all that a part of an enumeration says is *gone*."""
    said = known.source.concepts(part).keys() if known.source else set()
    return bool(said) and said <= gone.keys()


def _shorter(pair: Pair) -> Iterator[tuple[str, str, int, int]]:
    """Yield a sentence that certainly lists more than its translation may, and how many parts both have."""
    for mine, theirs in pieces(pair.source, pair.target) if "," in pair.source.text else ():
        if (here := listed(mine, pair.source.tag)) > (there := may_list(theirs, pair.target.tag)):
            yield mine, theirs, here, there


def _counted(translation: Translation) -> Iterator[tuple[Pair, str, str, int, int]]:
    """Yield the enumerations: a sentence of a pair, its translation, and how many parts both have."""
    for pair in translation.pairs:
        if len(pair.source.sentences) == len(pair.target.sentences):
            for mine, theirs in zip(pair.source.sentences, pair.target.sentences, strict=True):
                if _is_list(mine, pair.source.tag) and (here := len(_parts(mine, pair.source.tag))) > 2:
                    yield pair, mine, theirs, here, len(_parts(theirs, pair.target.tag))


def _is_list(sentence: str, tag: str) -> bool:
    """Whether the last two of the parts are joined as those of a list are: “a, b and c”, and not “a and b, then c”."""
    joining = profile(tag).joining
    if not joining:
        return True
    last = max((match.start() for match in re.finditer(_MARKS, sentence)), default=0)
    return any(match.start() >= last for match in re.finditer(joining, sentence))


def _parts(sentence: str, tag: str) -> list[str]:
    """Return the parts that commas, and what joins the last two items of a list, divide *sentence* into."""
    joining = profile(tag).joining
    parts = re.split(rf"(?:{_MARKS}|\s[–—]\s)\s*|{joining}" if joining else _MARKS, sentence)
    return [part for part in parts if re.search(r"\w", part)]


@check("word-lost")
@of_one_source
def word_lost(translation: Translation) -> Iterator[Remark]:
    """A content word of the source has nothing in the translation that may carry it, or is missing in a sentence."""
    known = likeness(translation)
    for pair in translation.pairs:
        lost: dict[str, str] = {}
        if plain_letters(pair.source.text) == plain_letters(pair.target.text):
            continue
        if pair.is_sentence and (hanging := _hanging(pair)):
            message = f"a word is missing behind {quoted(hanging)}"
            yield pair.remark(message, target=hanging, severity=Severity.WARNING)
        for mine, theirs in pieces(pair.source, pair.target):
            lost |= known.lost(key_of(pair), mine, theirs)
        if lost:
            words = ", ".join(map(quoted, lost.values()))
            yield pair.remark(f"nothing in the translation says {words}", source=tuple(lost.values()))


def _hanging(pair: Pair) -> str:
    """Return a small word of the translation behind which one is missing, with what stands before it."""
    pattern = profile(pair.target.tag).hanging
    found = pattern.search(pair.target.text) if pattern else None
    return pair.target.text[max(0, found.start() - NEAR) : found.end()].strip() if found else ""
