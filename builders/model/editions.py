"""Editions, formats and units: one edition in one language is the piece of work that is built, cached and retried."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fnmatch import fnmatch
from functools import lru_cache
from typing import Self

from builders.model.languages import Language
from builders.model.readers import ANYBODY, Band


class Format(Enum):
    """A file format that a writer makes; the value is also Sphinx's builder name, and the suffix of its files."""

    HTML = "html"
    EPUB = "epub"
    DOCX = "docx"

    @classmethod
    def of(cls, builder: str) -> Self | None:
        """Return the format that Sphinx's *builder* makes; None for one that makes no edition."""
        return next((format_ for format_ in cls if format_.value == builder), None)

    @property
    def is_folder(self) -> bool:
        """Whether an edition is a folder, so that files can lie beside its text."""
        return self in _FOLDERS

    @property
    def has_pages(self) -> bool:
        """Whether every document is a page with an address of its own, which other editions and languages lead to."""
        return self in _PAGES

    @property
    def is_one_document(self) -> bool:
        """Whether all documents become one, so that a link within a document must name it."""
        return self in _ONE_DOCUMENT


_FOLDERS = _PAGES = frozenset({Format.HTML})
_ONE_DOCUMENT = frozenset({Format.DOCX})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The guidelines for one audience."""

    id: str
    home: str
    """The three letters in the ids of blocks that this edition issued first (``abc``)."""
    title: str
    """English title, a message of the label catalog."""
    short_title: str
    """English short title for switches, a message of the label catalog."""
    reference: str
    """How other editions call this one in running text, a message of the label catalog."""
    description: str
    """One English sentence for portals and metadata, a message of the label catalog."""
    root: str
    """Document name of the opening page."""
    documents: tuple[str, ...]
    """Patterns of the document names that the edition carries."""
    formats: tuple[Format, ...] = tuple(Format)
    annexes: tuple[str, ...] = ()
    """Patterns of the documents that do not count as text of its own: long forms, tables, the glossary, sources."""
    band: Band = ANYBODY
    """For whom it is written: how long its sentences may be, and which words it may use."""
    help_page: str = ""
    """Document name of the page that a reader in danger is led to; empty where there is none."""
    quick_help: bool = False
    """Whether its pages lead there, all of them."""
    quick_exit: bool = False
    """Whether its pages can be left quickly."""
    large_print: bool = False
    """Whether its type is larger, in print and in Word."""
    leaves_out: tuple[str, ...] = ()
    """What it does not print of what is said about a block: its type and the attribute (``risk.code``)."""

    @property
    def is_for_children(self) -> bool:
        """Whether its readers are children."""
        return self.band.are_children

    def prints(self, block_type: str, attribute: str) -> bool:
        """Whether it prints the *attribute*, or the part of that name, of blocks of the type named."""
        return f"{block_type}.{attribute}" not in self.leaves_out

    def carries(self, document: str) -> bool:
        """Whether the source document called *document* belongs to this edition."""
        return _matches(document, self.documents)

    def is_annex(self, document: str) -> bool:
        """Whether the source document called *document* stands behind this edition's own text."""
        return self.carries(document) and _matches(document, self.annexes)

    @property
    def folder(self) -> str:
        """The source folder that only this edition uses."""
        return self.root.rpartition("/")[0]


@lru_cache(maxsize=4096)
def _matches(document: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(document, pattern) for pattern in patterns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One edition in one language, of the guidelines or of one adaptation of them."""

    language: Language
    edition: Edition
    adaptation: str = ""
    """The identifier of the adaptation; empty for the guidelines themselves."""
    is_draft: bool = field(default=False, compare=False)
    """Whether it is published although what is translated first is not complete; it is the same unit as without."""

    @property
    def name(self) -> str:
        """The unit as people say it (``ar/readers``)."""
        return "/".join(filter(None, (self.adaptation, self.language.tag, self.edition.id)))


Targets = frozenset[tuple[Unit, Format]]
"""What stands in a version beside the pages of a unit, so that they may lead there."""
