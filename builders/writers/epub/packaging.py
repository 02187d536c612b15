"""Files of a book, their list, and the ZIP file that holds them: the same bytes for the same text."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import quote

MIMETYPE = "application/epub+zip"

MEDIA_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".ncx": "application/x-dtbncx+xml",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".xhtml": "application/xhtml+xml",
}

PROPERTIES = {"nav.xhtml": "nav", "cover.svg": "cover-image"}
"""What reading systems must know about a file."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book."""

    path: str
    has_drawings: bool = False
    """Whether it is a chapter with SVG between its words."""

    @property
    def id(self) -> str:
        """Its id in the package document."""
        return "file-" + re.sub(r"[^a-z0-9]+", "-", self.path.lower()).strip("-")

    @property
    def address(self) -> str:
        """Its address in the package document."""
        return quote(self.path)

    @property
    def media_type(self) -> str:
        """Its media type."""
        return MEDIA_TYPES[PurePosixPath(self.path).suffix.lower()]

    @property
    def properties(self) -> str:
        """Its properties in the package document; mostly none."""
        return "svg" if self.has_drawings else PROPERTIES.get(self.path, "")


def write_book(target: Path, folder: Path, paths: Iterable[str], *, moment: datetime) -> None:
    """Write the files of *folder* that *paths* name, and what marks them as a book, to *target*."""
    with zipfile.ZipFile(target, "w") as book:
        _add(book, "mimetype", MIMETYPE.encode(), moment, zipfile.ZIP_STORED)
        for path in paths:
            _add(book, path, (folder / path).read_bytes(), moment, zipfile.ZIP_DEFLATED)


def _add(book: zipfile.ZipFile, path: str, content: bytes, moment: datetime, compression: int) -> None:
    entry = zipfile.ZipInfo(path, moment.timetuple()[:6])
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, wherever the book is made
    book.writestr(entry, content)
