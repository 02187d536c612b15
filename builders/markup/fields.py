"""What an option of a typed block may hold, read when the block is read."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from builders.model.instruments import split_code
from builders.settings import Settings
from builders.settings.registered import PATHS

LONGEST_ALTERNATIVE_TEXT = 150
"""Characters; assistive technology reads it in one breath, longer text goes to the description."""

LONGEST_LIST = 40
"""Words that a message lists; of more, it names only the nearest."""


class Field(Protocol):
    """How one option is read."""

    @property
    def required(self) -> bool:
        """Whether the block is at fault without the option."""

    def read(self, value: str, settings: Settings) -> object:
        """Return the value of the option; raise ValueError with words for the author."""


def split_words(value: str) -> list[str]:
    """Return the words of a list that is separated by commas, spaces or both."""
    return value.replace(",", " ").split()


def _words(value: str) -> list[str]:
    """Return the words of a list in which each stands once."""
    words = split_words(value)
    if not words:
        raise ValueError("it names nothing")
    for word in words:
        if words.count(word) > 1:
            raise ValueError(f"it names {word} twice")
    return words


def did_you_mean(word: str, known: Iterable[str], *, place: str = "where it is defined") -> str:
    """Return advice for an unknown *word*: the nearest known one, or all of them, or the *place* that lists them."""
    options = list(known)
    if not options:
        return "there are none yet"
    everything = "use one of: " + ", ".join(options) if len(options) <= LONGEST_LIST else f"see {place}"
    near = difflib.get_close_matches(word, options, n=1, cutoff=0.6)
    return f"did you mean “{near[0]}”? Otherwise {everything}" if near else everything


def _known(word: str, known: Iterable[str]) -> str:
    options = list(known)
    if word not in options:
        raise ValueError(f"“{word}” is unknown; {did_you_mean(word, options)}")
    return word


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed set."""

    words: type[Enum]
    required: bool = True

    def read(self, value: str, settings: Settings) -> str:
        return _known(value.strip(), [member.value for member in self.words])


@dataclass(frozen=True, slots=True)
class Codes:
    """Several words of a closed set; ``all`` stands for every one of them."""

    words: tuple[str, ...]
    required: bool = True
    allows_all: bool = True

    def read(self, value: str, settings: Settings) -> list[str]:
        known = [*self.words, "all"] if self.allows_all else list(self.words)
        codes = [_known(word, known) for word in _words(value)]
        if "all" in codes and len(codes) > 1:
            raise ValueError("“all” stands alone")
        return codes


@dataclass(frozen=True, slots=True)
class Registered:
    """Codes of a registry in ``source/registries``; ``all`` stands for every one of them where it is allowed."""

    registry: str
    """The field of the settings that holds the codes."""
    required: bool = True
    extra: tuple[str, ...] = ("all",)
    """Words that are no codes and stand alone."""
    most: int = 0
    """How many codes at most; 0 for any number."""
    halves: bool = False
    """Whether the part before the dot of a code may stand for all codes that begin with it."""

    def read(self, value: str, settings: Settings) -> list[str]:
        registered = list(getattr(settings, self.registry))
        if not registered and not {*split_words(value)} & {*self.extra}:
            said = f"“{value}” is unknown" if value.strip() else "it names nothing"
            raise ValueError(f"{said}; {PATHS[self.registry]} names none yet")
        halves = dict.fromkeys(code.partition(".")[0] for code in registered) if self.halves else ()
        codes = [_known(word, [*registered, *halves, *self.extra]) for word in _words(value)]
        if len(codes) > 1 and set(codes) & set(self.extra):
            raise ValueError(f"“{next(code for code in codes if code in self.extra)}” stands alone")
        if self.most and len(codes) > self.most:
            raise ValueError(f"it names {len(codes)}, {self.most} at most")
        return codes


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Identifiers of other blocks, of the types given."""

    types: tuple[str, ...]
    required: bool = False
    most: int = 0
    """How many at most; 0 for any number."""

    def read(self, value: str, settings: Settings) -> list[str]:
        known = [key for key, entry in settings.ledger.items() if entry.type in self.types and entry.is_active]
        identifiers = [_known(word, known) for word in _words(value)]
        if self.most and len(identifiers) > self.most:
            raise ValueError(f"it names {len(identifiers)}, {self.most} at most")
        return identifiers


@dataclass(frozen=True, slots=True)
class Instruments:
    """Codes of international instruments, with or without an article (``crc.34``)."""

    required: bool = False

    def read(self, value: str, settings: Settings) -> list[str]:
        codes = _words(value)
        for code in codes:
            instrument = settings.instruments[_known(split_code(code)[0], settings.instruments)]
            if fault := instrument.fault(code):
                raise ValueError(fault)
        return codes


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most *longest* characters."""

    required: bool = True
    longest: int = 300

    def read(self, value: str, settings: Settings) -> str:
        text = " ".join(value.split())
        if not text:
            raise ValueError("it is empty")
        if len(text) > self.longest:
            raise ValueError(f"it has {len(text)} characters, {self.longest} at most")
        return text


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written YYYY-MM-DD."""

    required: bool = True

    def read(self, value: str, settings: Settings) -> str:
        try:
            return date.fromisoformat(value.strip()).isoformat()
        except ValueError:
            raise ValueError(f"“{value}” is not a day: write YYYY-MM-DD") from None


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1."""

    required: bool = True

    def read(self, value: str, settings: Settings) -> int:
        if not value.strip().isdecimal() or int(value) < 1:
            raise ValueError(f"“{value}” is not a whole number from 1")
        return int(value)


@dataclass(frozen=True, slots=True)
class Slugs:
    """Ends of identifiers of another block type (``mole`` for ``chr-mole``)."""

    prefix: str
    required: bool = False

    def read(self, value: str, settings: Settings) -> list[str]:
        first = f"{self.prefix}-"
        known = [key.removeprefix(first) for key in settings.ledger if key.startswith(first)]
        return [_known(slug, known) for slug in _words(value)]
