"""Raw doctrees, kept by the content of each page and of everything else that its parsing depends on."""

import contextlib
import json
import os
import pickle
import platform
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import click
import docutils
import sphinx

from builders.model.progress import Tier
from builders.settings import Settings
from builders.settings.digests import data_digest, tools_digest
from builders.settings.kept_files import keep_whole

_OLDER = 500
"""How many pages are kept at most beside those of the last run: other branches, and the last edits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedPage:
    """What came of a page without a fault."""

    tree: bytes = b""
    """Its raw doctree; none where conf.py tells Sphinx to leave the page alone."""
    identifiers: tuple[str, ...] = ()
    """The blocks that stand in it, and may stand in no other page."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For every edition that carries the page, the concepts of the glossary that it names or links."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of every other file that it was parsed with, pictures for instance, by path."""


@dataclass(frozen=True, slots=True)
class KeptPages:
    """A folder of parsed pages; a page is found again when nothing has changed that its parsing depends on."""

    folder: Path
    common: str
    """The SHA-256 of what all pages depend on."""

    def find(self, name: str, text: bytes) -> ParsedPage | None:
        """Return what is kept of the page *name* with *text*; None when it is not there, or not to be trusted."""
        path = self._path(name, text)
        try:
            with path.open("rb") as file:
                digest, content = file.read(sha256().digest_size), file.read()
                is_own = _is_own(file)
        except OSError:
            return None
        if not is_own:
            return None
        # What is unpickled later is what this program has written, for this page: nothing else has the digest.
        if digest != _seal(path, content):
            click.echo(f".cache: the kept tree of source/{name}.rst was damaged; the page is parsed again", err=True)
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        head, _, tree = content.partition(b"\n")
        known = json.loads(head)
        page = ParsedPage(
            tree=tree,
            identifiers=tuple(known["identifiers"]),
            terms={edition: tuple(concepts) for edition, concepts in known["terms"].items()},
            files=known["files"],
        )
        return page if page.files == digests(page.files) else None

    def keep(self, name: str, text: bytes, page: ParsedPage) -> None:
        """Keep *page*, whole or not at all; a folder that cannot be written or is full costs time and nothing else."""
        known = {"identifiers": page.identifiers, "terms": dict(page.terms), "files": dict(page.files)}
        head = json.dumps(known).encode()
        path, content = self._path(name, text), head + b"\n" + page.tree
        keep_whole(path, _seal(path, content) + content)

    def sweep(self, texts: Mapping[str, bytes]) -> None:
        """Remove the oldest of what is kept beside the pages of *texts*, so that the folder does not grow for ever."""
        current = {self._path(name, text) for name, text in texts.items()}
        with contextlib.suppress(OSError):
            others = [path for path in self.folder.iterdir() if path not in current]
            for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[_OLDER:]:
                path.unlink()

    def _path(self, name: str, text: bytes) -> Path:
        return self.folder / sha256(f"{self.common}\0{name}\0".encode() + text).hexdigest()


def kept_pages(settings: Settings, names: Iterable[str]) -> KeptPages:
    """Return the pages kept of the project of *settings*, whose pages have *names* at present."""
    common = sha256("\n".join((*_common(settings), *sorted(names))).encode()).hexdigest()
    return KeptPages(settings.project / ".cache" / "trees", common)


def _common(settings: Settings) -> Iterator[str]:
    """Yield what the trees of all pages depend on; the names of pages, for contents lists, come beside."""
    yield tools_digest()
    yield from (platform.python_version(), docutils.__version__, sphinx.__version__)
    # The values, and the files too: some are read while pages are parsed. Trees hold the place of the project.
    yield sha256(pickle.dumps(replace(settings, tier=Tier()))).hexdigest()
    yield data_digest(settings)
    yield from digests([str(settings.source / "conf.py")]).values()


def digests(paths: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of the files at *paths*, empty for one that is not there, by path."""
    return {path: sha256(Path(path).read_bytes()).hexdigest() if Path(path).is_file() else "" for path in sorted(paths)}


def _seal(path: Path, content: bytes) -> bytes:
    return sha256(path.name.encode() + content).digest()


def _is_own(file: BinaryIO) -> bool:
    """Whether nobody but who runs this program can have written *file*: unpickling runs what it says."""
    state = os.fstat(file.fileno())
    is_private = not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return os.name != "posix" or (state.st_uid == os.getuid() and is_private)
