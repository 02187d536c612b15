"""What a check reports, and places in files that a person can open."""

from dataclasses import dataclass
from enum import Enum


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
    marked: tuple[str, str] = ("", "")
    """Words in the texts that the finding is about; empty where it is about none, or all."""
    editions: tuple[str, ...] = ()
    is_critical: bool = False
    """Whether somebody may come to harm by a fault of the translation."""


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
        line = f"{self.location}: {self.severity.value}: {self.message} [{self.check}]"
        return f"{line}\n    hint: {self.hint}" if self.hint else line
