"""The sample text as books."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

from builders.model.editions import Format
from tests.conftest import Project
from tests.writers.html.sample import make_sample

NAMESPACES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Book:
    """A finished book."""

    path: Path

    def names(self) -> list[str]:
        """Return the names of its files, in their order."""
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()

    def text(self, name: str) -> bytes:
        """Return a file of it."""
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name)

    def tree(self, name: str) -> etree._Element:
        """Return a file of it as a tree; a file that is not well-formed fails."""
        return etree.fromstring(self.text(name))

    def find(self, name: str, path: str) -> list[etree._Element]:
        """Return what *path* finds in a file."""
        return self.tree(name).xpath(path, namespaces=NAMESPACES)

    def values(self, path: str) -> list[str]:
        """Return the texts that *path* finds in the package document."""
        return [str(element.text) for element in self.find("content.opf", path)]


@dataclass(frozen=True)
class Translations:
    """The sample text, and the books that were made of it so far."""

    project: Project
    made: dict[tuple[str, str], Book] = field(default_factory=dict)

    def book(self, language: str = "en", edition: str = "cubs") -> Book:
        """Return the book of an edition."""
        key = (language, edition)
        if key not in self.made:
            self.made[key] = Book(self.project.build(language, edition, Format.EPUB).paths[Format.EPUB])
        return self.made[key]


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Translations:
    """The books."""
    return Translations(make_sample(tmp_path_factory.mktemp("books")))
