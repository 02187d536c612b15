"""Negation, force and the small words that turn a sentence round: what one language says and the other does not.

Of every concept, a change that clean text hardly ever shows is a finding; any other is for the review list. Which is
which has been measured, and stands in the tables below.
"""

from collections.abc import Iterator

from builders.checks.checking import Remark, check
from builders.checks.translations.contrasts import Change, Contrast, contrasts
from builders.checks.translations.pairs import Pair, Translation
from builders.model.characters import quoted
from builders.model.findings import Severity

LOSSES = (Change.LOST, Change.FEWER, Change.HIDDEN)
GAINS = (Change.ADDED, Change.MORE)

NORMATIVE = ("recommendation", "procedure", "checkitem", "gethelp")
"""Types of block in which every “must” is one."""

OFTEN_LEFT_OUT = frozenset(
    {
        *("because", "open", "close", "safe", "start", "alone", "together", "accept", "low", "friend", "true", "child"),
        *("near", "far", "known", "unknown", "glad", "save", "unkind", "heavy", "weightless"),
        *("greatest", "least", "over", "under", "most", "few", "not-until", "even-if"),
        *("at-once", "twice", "whole", "someone"),
    }
)
"""Concepts that other words of good translations carry; that they are not said proves little."""

SELDOM_ADDED = frozenset(
    {
        *("because", "unless", "before", "after", "first", "last", "at-least", "at-most", "never", "rarely"),
        *("less", "some"),
        *(
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "forbid",
            "dangerous",
            "refuse",
            "off",
            "offline",
        ),
        *("outside", "different", "false", "hard", "late", "left", "right", "morning", "stranger", "private", "stop"),
    }
)
"""Concepts that good translations do not bring in by themselves."""

COMMON = frozenset(
    {"every", "more", "alone", "together", "high", "start", "true", "allow", "if", "often", "after", "child", "adult"},
)
"""Concepts that come in with other words so often that one of them in the place of its opposite proves little."""

SELDOM_FREE = frozenset(
    {"not", "never", "if", "unless", "until", "only", "provided", "at-least", "at-most"},
)
"""Concepts that free translations keep, too; the others they put into the form of a verb, into other words or nowhere.

On texts that no list of words had been made for, nine in ten findings about those others were wrong.
"""

SELDOM_TURNED = ("negation", "strength", "condition", "unit")
"""Classes of concepts of which free translations seldom bring one in."""


def is_plain(contrast: Contrast) -> bool:
    """Whether clean text hardly ever shows *contrast*; otherwise, only a person can tell."""
    concept, change = contrast.concept, contrast.change
    if contrast.is_usual:
        return False
    match change:
        case Change.EXCHANGED:
            return True
        case Change.REPLACED:
            return contrast.other not in COMMON
        case Change.ADDED:
            return contrast.of == "negation" or concept == "must" or concept in SELDOM_ADDED
        case Change.MORE:
            return contrast.of == "negation"
    if contrast.of in ("quantity", "opposite") and change is not Change.LOST:
        return False
    if contrast.of != "negation" and change is Change.HIDDEN:
        return False
    return concept not in OFTEN_LEFT_OUT


def is_sure(contrast: Contrast) -> bool:
    """Whether what is plain is more than a word to look at: free translations do not show it either."""
    concept, change = contrast.concept, contrast.change
    match change:
        case Change.EXCHANGED:
            return True
        case Change.REPLACED | Change.ADDED:
            return contrast.of in SELDOM_TURNED or concept in ("at-least", "at-most")
        case Change.LOST:
            return contrast.of == "unit" or concept in SELDOM_FREE
    return contrast.of == "unit" or concept in ("only", "unless", "until")


def _of(translation: Translation, name: str, changes: tuple[Change, ...] = tuple(Change)) -> Iterator[Remark]:
    """Yield a remark on everything of the class *name* that is plain, and one of *changes*."""
    for pair in translation.pairs:
        for each in contrasts(pair):
            if each.of == name and each.change in changes and is_plain(each):
                yield _remark(pair, each)


def _remark(pair: Pair, contrast: Contrast) -> Remark:
    severity = None if is_sure(contrast) or _is_other_strength(pair, contrast) else Severity.REVIEW
    return pair.remark(_message(contrast), source=contrast.source, target=contrast.target, severity=severity)


def _message(contrast: Contrast) -> str:
    source, target = (", ".join(quoted(word) for word in words) for words in (contrast.source, contrast.target))
    match contrast.change:
        case Change.LOST:
            return f"nothing says {source} ({contrast.concept})"
        case Change.FEWER | Change.HIDDEN:
            return f"{contrast.concept} is said less often: {source}"
        case Change.ADDED:
            return f"the source does not say {target} ({contrast.concept})"
        case Change.MORE:
            return f"{contrast.concept} is said more often: {target}"
        case Change.EXCHANGED:
            return f"{target} ({contrast.other}) stands for {source} ({contrast.concept})"
    return f"{target} ({contrast.other}) stands where the source says {contrast.concept}"


@check("negation-lost")
def negation_lost(translation: Translation) -> Iterator[Remark]:
    """The source denies something, and the translation does not."""
    return _of(translation, "negation", LOSSES)


@check("negation-added")
def negation_added(translation: Translation) -> Iterator[Remark]:
    """The translation denies something that the source does not deny."""
    return _of(translation, "negation", GAINS)


@check("strength-changed")
def strength_changed(translation: Translation) -> Iterator[Remark]:
    """Where the text tells somebody what to do, must, should or may has become another of them."""
    for pair in translation.pairs:
        for each in contrasts(pair):
            if _is_other_strength(pair, each):
                yield _remark(pair, each)


def _is_other_strength(pair: Pair, contrast: Contrast) -> bool:
    if contrast.of != "strength" or not (pair.block_type in NORMATIVE or pair.strength or pair.role == "label"):
        return False
    is_own = contrast.concept == pair.strength and contrast.change is Change.LOST
    return is_own or contrast.change is Change.EXCHANGED


@check("strength-lost")
def strength_lost(translation: Translation) -> Iterator[Remark]:
    """A must, should or may is not said, is another one, or is a must that the source has not."""
    for pair in translation.pairs:
        for each in contrasts(pair):
            if each.of == "strength" and is_plain(each) and not _is_other_strength(pair, each):
                yield _remark(pair, each)


@check("condition-changed")
def condition_changed(translation: Translation) -> Iterator[Remark]:
    """An if, unless, until, only or because is lost or added, or has become another of them."""
    return _of(translation, "condition")


@check("order-changed")
def order_changed(translation: Translation) -> Iterator[Remark]:
    """A before, after, first or last is lost or added, or has become its opposite."""
    return _of(translation, "order")


@check("quantity-changed")
def quantity_changed(translation: Translation) -> Iterator[Remark]:
    """Words such as at least, at most, every, never, always, more and less are lost or added, or say the opposite."""
    return _of(translation, "quantity")


@check("unit-changed")
def unit_changed(translation: Translation) -> Iterator[Remark]:
    """A unit of time has become another one: weeks for days."""
    return _of(translation, "unit", (Change.EXCHANGED,))


@check("unit-lost")
def unit_lost(translation: Translation) -> Iterator[Remark]:
    """A unit of time is lost or added."""
    return _of(translation, "unit", (*LOSSES, *GAINS))


@check("opposite-said")
def opposite_said(translation: Translation) -> Iterator[Remark]:
    """One of two opposites stands for the other: closed for open, public for private, forbidden for allowed."""
    return _of(translation, "opposite")


@check("meaning-doubtful")
def meaning_doubtful(translation: Translation) -> Iterator[Remark]:
    """A word that can turn a sentence round may be lost or added."""
    for pair in translation.pairs:
        for each in contrasts(pair):
            if each.concept != "child" and not is_plain(each) and not _is_other_strength(pair, each):
                yield _remark(pair, each)
