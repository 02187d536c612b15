"""What a release promises to its readers: blocks, questions, words, and how far each language has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedAmount:
    """A number that is promised, and the line that promises it."""

    least: int | None
    """None where less is welcome."""
    most: int | None
    """None where more is welcome."""
    line: int

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least}"
        if self.least is None:
            return f"at most {self.most}"
        return str(self.least) if self.most == self.least else f"{self.least} to {self.most}"

    def holds(self, number: int) -> bool:
        """Whether *number* is what is promised."""
        return (self.least is None or self.least <= number) and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePromise:
    """What readers of a translation may count on."""

    line: int
    labels: int = 0
    """Per cent of the labels, at least; the next is the same for the messages of the text."""
    messages: int = 0
    names: bool = False
    """Whether every treaty, organisation and person has its name in the language."""
    pages: tuple[str, ...] = ()
    """Source documents that are translated completely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """All that a release promises; without the file, nothing."""

    blocks: Mapping[str, Mapping[str, PromisedAmount]] = field(default_factory=dict)
    """By edition id, then by the type of the blocks and the codes that they hold (``card see power``)."""
    own_words: Mapping[str, PromisedAmount] = field(default_factory=dict)
    """How many words of its own text the English pages of an edition show, by its id."""
    words: PromisedAmount | None = None
    """How many English words there are to translate, all messages and labels together."""
    questions: Mapping[str, PromisedAmount] = field(default_factory=dict)
    """How many questions a checklist finds, by its identifier."""
    languages: Mapping[str, LanguagePromise] = field(default_factory=dict)
    """By language tag."""
