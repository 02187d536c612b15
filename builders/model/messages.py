"""Messages: what is translated, and what a catalog says about it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from builders.model.findings import Location

Key = tuple[str, str]
"""msgctxt (empty when there is none) and msgid."""
CHANGES = "changes"
"""The catalog of what an adaptation has written itself, in the folder of its catalogs."""
FUZZY = frozenset({"fuzzy"})
"""The flag of a message that a person must look at."""
_SHOWN = 60


def shown(context: str, msgid: str) -> str:
    """Return the msgctxt *context* and the text *msgid* of a message, as short as a line on a terminal."""
    text = msgid if len(msgid) <= _SHOWN else f"{msgid[:_SHOWN]}…"
    return f"{context} “{text}”".strip()


class MessageState(Enum):
    """gettext's four states of a message."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMessage:
    """A message as the source has it."""

    context: str
    text: str
    location: Location
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What a catalog finds the message by."""
        return (self.context, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How an entry stands in its file, so that it can be written again without a changed byte."""

    text: str
    """Its lines, without the line end of the last one."""
    before: str
    """The empty lines above it."""
    entry: CatalogEntry
    """The entry as it was read; whoever holds another one has changed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogEntry:
    """A message as a catalog has it."""

    context: str
    msgid: str
    msgstr: str
    line: int = 0
    """Line of the ``msgid`` in its catalog; 0 for entries that were not read from a file."""
    flags: frozenset[str] = frozenset()
    comments: tuple[str, ...] = ()
    """Of the translator (``# …``)."""
    extracted: tuple[str, ...] = ()
    """From the source (``#. …``)."""
    references: tuple[str, ...] = ()
    previous: Key | None = None
    is_obsolete: bool = False
    plural: str = ""
    """The text for several things, in catalogs of other projects."""
    forms: tuple[str, ...] = ()
    """Its translations, one for each plural form; the first of them is the ``msgstr``."""
    written: Written | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> Key:
        """What the entry is found by."""
        return (self.context, self.msgid)

    @property
    def is_fuzzy(self) -> bool:
        """Whether a person must look at the translation before readers may see it."""
        return "fuzzy" in self.flags

    @property
    def state(self) -> MessageState:
        """The state in gettext's words."""
        if self.is_obsolete:
            return MessageState.OBSOLETE
        if not self.msgstr:
            return MessageState.UNTRANSLATED
        return MessageState.FUZZY if self.is_fuzzy else MessageState.TRANSLATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An English text and a translation of it, as a translation memory keeps them."""

    context: str
    source: str
    target: str
    is_fuzzy: bool = False
    """Whether a person must look at it before readers may see it: it has come from outside, or unfinished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """One ``.po`` or ``.pot`` file."""

    path: str
    header: str
    """The ``msgstr`` of the empty ``msgid``."""
    entries: tuple[CatalogEntry, ...]
    header_comments: tuple[str, ...] = ()
    header_flags: frozenset[str] = field(default_factory=frozenset)
    head: CatalogEntry | None = field(default=None, compare=False, repr=False)
    """The header as an entry, as it was read."""
    tail: str = field(default="\n", compare=False, repr=False)
    """What stands behind the last entry."""

    def __hash__(self) -> int:
        # Equal catalogs have the same one; that of thousands of entries would take longer than what it saves.
        return hash((self.path, self.header, len(self.entries)))

    @property
    def active(self) -> tuple[CatalogEntry, ...]:
        """The entries that stand in the source today."""
        return tuple(entry for entry in self.entries if not entry.is_obsolete)

    def header_field(self, name: str) -> str:
        """Return the value of the header field *name*, empty when there is none."""
        for line in self.header.splitlines():
            key, _, value = line.partition(":")
            if key.strip().lower() == name.lower():
                return value.strip()
        return ""


class ReviewLevel(Enum):
    """How far somebody other than the translator has vouched for a translation."""

    REVIEWED = "reviewed"
    """A second reader of the language has read it against the English."""
    APPROVED = "approved"
    """Whoever answers for the language has released it."""


class Standing(Enum):
    """Where a message of a catalog stands, from nothing to approved; every message has exactly one."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who vouched for a translation, when, and for which text."""

    level: ReviewLevel
    by: str
    on: date
    fingerprint: str
    """Of context, English text and translation at that moment, 12 hexadecimal digits."""


def message_id(domain: str, key: Key) -> str:
    """Return the name of the message *key* of the text domain *domain*: ``msg-`` and 12 hexadecimal digits (SHA-256).

    It is the id of the unit in XLIFF and of the anchor in the preview of a translator's kit.
    """
    digest = hashlib.sha256("\0".join((domain, *key)).encode()).hexdigest()
    return f"msg-{digest[:12]}"


def is_message_id(name: str) -> bool:
    """Whether *name* is one of these."""
    return re.fullmatch(r"msg-[0-9a-f]{12}", name) is not None
