"""What the programs know of a language; a language that nobody has described gets the plain default of every field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import eq
from types import MappingProxyType

from builders.language.numerals.rules import PLAIN_NUMBERS, NumberRules


def vowel_groups(vowels: str, *, silent: str = "") -> Callable[[str], int]:
    """Return a count of groups of *vowels*, less one where a word ends as the pattern *silent* says (an estimate)."""

    def count(word: str) -> int:
        lower = word.lower()
        groups = len(re.findall(f"[{vowels}]+", lower))
        return max(1, groups - (groups > 1 and bool(silent) and re.search(silent, lower) is not None))

    return count


def by_stem(stem: Callable[[str], str]) -> Callable[[str, str], bool]:
    """Return the comparison of two folded words by what *stem* leaves of them."""
    return lambda word, of: stem(word) == stem(of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flesch:
    """A formula of the Flesch type: *constant* − *sentence* × words a sentence − *word* × syllables a word."""

    constant: float
    sentence: float
    word: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRules:
    """One language, as checks, search, status and the weighing of changes need it."""

    has_spaces: bool = True
    """Whether spaces stand between words; otherwise each character counts as one."""
    has_capitals: bool = True
    """Whether a sentence begins with a capital letter; otherwise every full stop ends one."""
    abbreviations: tuple[str, ...] = ()
    """What ends with a full stop and goes on, without its last full stop."""
    before_numbers: tuple[str, ...] = ()
    """The same, where a number follows; otherwise it is a word that ends a sentence: “No. Why?”"""
    speech: str = ""
    """The pattern of words that tell who has spoken, where the next letter does not show that the sentence goes on."""
    stem: Callable[[str], str] | None = None
    """What forms of a folded word have in common, where that can be told of one word by itself."""
    is_form: Callable[[str, str], bool] = eq
    """Whether a folded word is a form of another: only itself, where nothing is known of endings."""
    plural: str = ""
    """The pattern of the endings that a forbidden word may take."""
    without_clitics: Callable[[str], str] = str
    """Takes away what is written together with a word in front."""
    name_forms: Callable[[str], str] = re.escape
    """Returns the pattern of a folded name of a person in all its forms."""
    joined: str = ""
    """The pattern of what may be written together with a word in front, in folded text."""
    prefixes: tuple[str, ...] = ()
    """What may be written together with a word in front, conjugation included; each may be there or not."""
    long_word: int = 6
    """Letters; a word with more, clitics left aside, is long (LIX: Björnsson 1968)."""
    syllables: Callable[[str], int] | None = None
    """Counts the syllables of a word."""
    flesch: Flesch | None = None
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Letters that people leave out or exchange when they type a query, and what stands for them."""
    negations: tuple[str, ...] = ()
    """Patterns of words that deny."""
    duties: tuple[str, ...] = ()
    """Patterns of words for what must be done; the next two are for what should and what may be done."""
    advice: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    numbers: NumberRules = PLAIN_NUMBERS
    """How numbers are written, in digits and in words."""
    number_words: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
