"""Which concepts turn a sentence round in the place of which others."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

OPPOSITES = (
    *(("open", "close"), ("public", "private"), ("allow", "forbid"), ("on", "off"), ("safe", "dangerous")),
    *(("start", "stop"), ("alone", "together"), ("accept", "refuse"), ("online", "offline"), ("inside", "outside")),
    *(("same", "different"), ("true", "false"), ("easy", "hard"), ("high", "low"), ("early", "late")),
    *(("left", "right"), ("morning", "evening"), ("friend", "stranger"), ("adult", "child"), ("near", "far")),
    *(("known", "unknown"), ("glad", "sad"), ("save", "delete"), ("kind", "unkind")),
    *(("greatest", "least"), ("heavy", "weightless")),
)
QUALITIES = (
    *(("big", "small"), ("good", "bad"), ("kind", "mean"), ("happy", "sad"), ("new", "old"), ("fast", "slow")),
    *(("complicated", "simple"), ("calm", "agitated"), ("block", "unblock"), ("protect", "expose")),
    *(("reduce", "increase"), ("trust", "distrust"), ("hot", "cold"), ("full", "empty"), ("long", "short")),
    *(("show", "hide"), ("keep", "delete"), ("legal", "illegal"), ("possible", "impossible"), ("send", "receive")),
    *(("buy", "sell"), ("win", "lose"), ("include", "exclude"), ("boy", "girl"), ("mother", "father")),
    *(("love", "hate"), ("immediate", "later"), ("encourage", "hinder"), ("bright", "dark"), ("strong", "weak")),
    *(("older", "younger"), ("sure", "unsure"), ("protect", "harm"), ("together", "apart")),
)
"""Opposites that so many words may carry that only one of them in the place of the other tells anything."""
TURNED_ONLY = frozenset(concept for pair in QUALITIES for concept in pair) - {"together"}


def _opposed(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return what stands against each concept of *pairs*; that may be several."""
    both = [each for pair in pairs for each in (pair, pair[::-1])]
    return {one: tuple(other for each, other in both if each == one) for one, _ in both}


RIVALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{"before": ("after", "first"), "after": ("before",), "first": ("last",), "last": ("first",)},
        **{"at-least": ("at-most",), "at-most": ("at-least",)},
        **{"more": ("less", "at-most"), "less": ("more", "at-least")},
        **{"if": ("unless", "because", "even-if"), "unless": ("if", "because", "even-if", "provided")},
        **{"even-if": ("if", "because", "unless"), "provided": ("unless",)},
        **{"until": ("because", "even-if"), "only": ()},
        **{"under": ("over", "at-least"), "over": ("under", "at-most"), "most": ("few", "some"), "few": ("most",)},
        **{"because": ("if", "unless", "until", "even-if")},
        **{"every": ("some", "someone", "rarely"), "some": ("every",), "someone": (), "once": ("always", "often")},
        **{"at-once": ("after", "last"), "twice": ("once",), "whole": ("some",)},
        **{"always": ("never", "sometimes", "often", "rarely"), "never": ("always", "sometimes", "often", "rarely")},
        **{"often": ("never", "rarely", "always", "sometimes"), "rarely": ("often", "always", "never", "sometimes")},
        **{"sometimes": ("never", "always", "often", "rarely")},
        **_opposed((*OPPOSITES, *QUALITIES)),
    }
)
"""What would turn a sentence round in the place of a concept; where nothing is named, all others of its class."""

STRONGER: Mapping[str, tuple[str, ...]] = MappingProxyType({**RIVALS, "must": ("may",)})
"""In whose place a concept stands that a translation brings in."""
