"""What is at fault in a source: its bytes, where a node stands, and the one line that an author is told."""

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

from builders.model.adaptations import FOLDER
from builders.model.characters import unfit_lines
from builders.model.findings import Finding, Location

logger = logging.getLogger(__name__)


def report(message: str, location: object, *, code: str) -> None:
    """Log a fault of the source; the build it belongs to will not be published."""
    logger.error(message, location=location, type="cop", subtype=code)


def with_ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield *node*, what it stands in, and so on up to the document."""
    current: nodes.Node | None = node
    while current is not None:
        yield current
        current = current.parent


def line_of(node: nodes.Node) -> int:
    """Return the line of *node* in its source file, as near as docutils knows it."""
    return next((int(each.line) for each in with_ancestors(node) if each.line), 1)


_CHANGES = re.compile(rf"(?:^|/)({FOLDER}/[^/]+/changes/[^/]+\.rst)$")


def place_of(name: str, node: nodes.Node, line: int = 0) -> Location:
    """Return where *node* of the document *name* is written, in *line*; what an adaptation writes, in its changes."""
    source = next((str(each.source) for each in with_ancestors(node) if each.source), "")
    changes = _CHANGES.search(source.replace("\\", "/"))
    return Location(changes[1] if changes else f"source/{name}.rst", line or line_of(node))


UNREADABLE = ("unreadable", "charset")
"""What a file is whose markup cannot be judged."""


def faulty_bytes(path: Path, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the bytes of the source file *path*, which messages call *name*."""
    try:
        # Some editors begin a file with a byte order mark, which Sphinx does not mind.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        yield Finding(check="unreadable", location=Location(name), message=message, hint="restore it, or give access")
        return
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        yield Finding(check="charset", location=Location(name, line), message="this line is not UTF-8", hint=hint)
        return
    for line, unfit in unfit_lines(text):
        message = f"the line holds {unfit}"
        yield Finding(check="character", location=Location(name, line), message=message, hint="delete the character")
