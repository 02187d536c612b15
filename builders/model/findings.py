"""What a check reports, and places in files that a person can open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from builders.model.characters import isolated


class Severity(Enum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"
    """Worth a look by somebody who reads the language; wrong too often to be counted."""


class Certainty(Enum):
    """How sure a check is of what it reports (the three degrees of i18nspector)."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    WILD_GUESS = "wild guess"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file a person can open; line 0 means the whole file."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The message and the translation that a finding is about."""

    id: str
    """The name of the message (``msg-``…)."""
    context: str
    origin: Location
    """Where the message stands in the source."""
    tags: tuple[str, str]
    """BCP 47 tags of the source and of the translation; the next two are in the same order."""
    texts: tuple[str, str]
    """What readers see."""
    marked: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Words in the texts that the finding is about; none where it is about all of them."""
    editions: tuple[str, ...] = ()
    is_critical: bool = False
    """Whether somebody may come to harm by a fault of the translation."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Both texts, what the finding is about between brackets, and the place in the source."""
        texts = zip(self.tags, self.texts, self.marked, strict=True)
        sides = (f"{tag}: {isolated(_excerpt(text, words))}" for tag, text, words in texts)
        place = ", ".join(filter(None, (self.context, self.id)))
        return (*sides, f"source: {self.origin} ({place})")


OPEN, CLOSE = "⟦", "⟧"
"""Stand around words that a finding is about; both are mirrored in text from right to left."""
_LONGEST = 480
"""Characters of a text that a terminal is given."""


def parts(text: str, words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield *text* in parts, each with whether it is one of *words*; together they are the text."""
    wanted = [_pattern(each, text) for each in sorted(words, key=len, reverse=True) if each and each != text]
    place = 0
    for match in re.finditer("|".join(wanted), text, re.IGNORECASE) if wanted else ():
        yield from ((text[place : match.start()], False), (match[0], True))
        place = match.end()
    yield text[place:], False


def _pattern(word: str, text: str) -> str:
    """Return a pattern for *word* as a word of its own, or for its letters where *text* has it in no other way."""
    alone = rf"(?<!\w){re.escape(word)}(?!\w)"
    return alone if re.search(alone, text, re.IGNORECASE) else re.escape(word)


def _excerpt(text: str, words: Iterable[str]) -> str:
    """Return *text* with brackets around *words*, and not more of it than a person reads on a terminal."""
    shown = "".join(f"{OPEN}{part}{CLOSE}" if is_marked else part for part, is_marked in parts(text, words))
    shown = " ".join(shown.splitlines())
    start = max(0, min(shown.find(OPEN) - _LONGEST // 3, len(shown) - _LONGEST))
    end = start + _LONGEST
    return f"{'…' if start else ''}{shown[start:end]}{'…' if end < len(shown) else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, where it is, and what to do about it."""

    check: str
    location: Location
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    certainty: Certainty = Certainty.CERTAIN
    beside: Beside | None = None
    """Both texts, where it is about a translation."""

    def __str__(self) -> str:
        lines = [f"{self.location}: {self.severity.value}: {self.message} [{self.check}]"]
        lines += self.beside.lines if self.beside else ()
        lines += [f"hint: {self.hint}"] if self.hint else ()
        return "\n    ".join(lines)
