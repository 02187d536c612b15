"""A message beside its translation: what checks of translations read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, wraps
from types import MappingProxyType

from builders.catalogs.inline import PLACEHOLDER, Kind, Piece, split
from builders.checks.checking import Remark
from builders.language import sentences as language_sentences
from builders.language.rules import LanguageRules
from builders.model.characters import without_unseen
from builders.model.findings import Beside, Finding, Location, Severity
from builders.model.languages import Language
from builders.model.readers import Band
from builders.model.terms import Term
from builders.settings import Settings
from builders.settings.lists import Lists

OUTSIDE = "\ufffc"
"""Stands for what a message takes from elsewhere: a name, a value, a reference without words of its own, a footnote."""

Words = str | Iterable[str]
"""Words of a text as they stand in it: one or several."""

_FILLED_IN = (Kind.FOOTNOTE, Kind.SUBSTITUTION, Kind.PLACEHOLDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One text in one language."""

    tag: str
    """BCP 47 tag."""
    message: str
    """As the catalog has it, with markup."""
    text: str
    """What readers see; one U+FFFC stands for each thing that is filled in."""
    sentences: tuple[str, ...]
    filled: str = ""
    """The message of a program, with a U+FFFC for each place that the program fills; empty for any other message."""

    @property
    def written(self) -> str:
        """The message with its markup, and without what a program fills in."""
        return self.filled or self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A message and its translation, with the place where readers meet them."""

    id: str
    """The name of the message (``msg-``…)."""
    domain: str
    context: str
    source: Side
    target: Side
    location: Location
    """File and line of the entry in the catalog."""
    origin: Location
    """File and line of the message in the source."""
    blocks: tuple[str, ...] = ()
    """Identifiers of the blocks it stands in, the innermost first."""
    block_type: str = ""
    """Type of the innermost block; empty for text between blocks, and for labels."""
    part: str = ""
    """``text``, ``title``, ``first-step`` …; empty outside blocks."""
    role: str = "text"
    """``text``, ``title``, ``heading``, ``alt``, ``label``, or the name of a part."""
    strength: str = ""
    """Of the recommendation or question that it stands in."""
    editions: tuple[str, ...] = ()
    """Ids of the editions whose readers see it."""
    bands: tuple[Band, ...] = ()
    is_critical: bool = False
    """Whether somebody may come to harm by a fault of the translation."""
    reviewers: tuple[str, ...] = ()
    """Who has read the translation as it stands, each person once."""

    @property
    def is_sentence(self) -> bool:
        """Whether it is running text, and no title, heading or label."""
        return self.role not in ("title", "heading", "label")

    @property
    def has_markup(self) -> bool:
        """Whether its texts are reStructuredText; alternative texts and labels are plain."""
        return self.role not in ("alt", "label")

    def remark(
        self,
        message: str,
        *,
        source: Words = (),
        target: Words = (),
        hint: str = "",
        severity: Severity | None = None,
    ) -> Remark:
        """Return a remark on this pair; *source* and *target* are the words on both sides that it is about."""
        beside = Beside(
            id=self.id,
            context=self.context,
            origin=self.origin,
            tags=(self.source.tag, self.target.tag),
            texts=(self.source.text, self.target.text),
            marked=(_words(source), _words(target)),
            editions=self.editions,
            is_critical=self.is_critical,
        )
        return Remark(
            location=self.location,
            message=message,
            hint=hint,
            blocks=(self.id, *self.blocks),
            passage=f"{self.source.text}\n{self.target.text}",
            beside=beside,
            severity=severity,
        )


@dataclass(frozen=True, kw_only=True)
class Translation:
    """One language beside the source language, with everything that its checks need."""

    settings: Settings
    target: LanguageRules
    """What is known of the language of the translations."""
    language: Language
    """The language of the translations."""
    pairs: tuple[Pair, ...]
    today: date
    lists: Lists = field(default_factory=Lists)
    terms: tuple[Term, ...] = ()
    faults: tuple[Finding, ...] = ()
    """What is wrong with documents that nobody could read; their messages are not among the pairs."""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The file of waivers of the language, by its path."""
    is_typed: bool | None = None
    """Whether the source is set as on a typewriter; None where its pairs say so, because they are all of them."""


Asked = Callable[[Translation], Iterator[Remark]]
"""The function of a check of translations."""


def of_one_source(function: Asked) -> Asked:
    """Let *function* ask the pairs of each source language by themselves: a country may write in one of its own.

    It compares no pair with one of another source language.
    """

    @wraps(function)
    def ask(translation: Translation) -> Iterator[Remark]:
        for tag in dict.fromkeys(pair.source.tag for pair in translation.pairs):
            pairs = tuple(pair for pair in translation.pairs if pair.source.tag == tag)
            yield from function(replace(translation, pairs=pairs))

    return ask


def _words(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


@lru_cache(maxsize=32768)
def side(tag: str, message: str, *, has_markup: bool = True) -> Side:
    """Return *message* in the language *tag*; alternative texts and labels have no markup."""
    text = visible_text(message) if has_markup else without_unseen(PLACEHOLDER.sub(OUTSIDE, message))
    parts = tuple(sentence for _, sentence in language_sentences.sentences(text, tag))
    return Side(tag=tag, message=message, text=text, sentences=parts)


def visible_text(message: str) -> str:
    """Return what readers see of *message*; a U+FFFC for each thing that comes from elsewhere."""
    return without_unseen("".join(map(_seen, split(message))))


def _seen(piece: Piece) -> str:
    if piece.kind in _FILLED_IN or not (piece.text or piece.kind is Kind.TEXT):
        return OUTSIDE
    return piece.text if piece.kind is Kind.LITERAL else PLACEHOLDER.sub(OUTSIDE, piece.text)
