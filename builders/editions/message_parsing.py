"""Parses a translated message: inline markup only, so that no translation can become a block."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from types import SimpleNamespace

from docutils import nodes
from docutils.parsers.rst.languages import en
from docutils.parsers.rst.states import Inliner
from docutils.utils import Reporter

from builders.catalogs.inline import Kind, is_plain, residue, signature, split
from builders.markup.closed import ClosedMarkup
from builders.model.characters import DIRECTION_MARKS
from builders.model.findings import Location

_MARK = re.compile(f"[{DIRECTION_MARKS}]")


class MessageParser:
    """Parses messages into inline nodes of one document."""

    def __init__(self, document: nodes.document) -> None:
        self._document = document
        # Silent: what it finds is returned, and told with the line of the catalog.
        self._reporter = Reporter(document["source"], report_level=5, halt_level=5, stream=False)
        self._inliner = Inliner()
        self._inliner.init_customizations(document.settings)
        no_sections = {"title_styles": [], "section_level": 0, "section_bubble_up_kludge": False}
        parsers = {"reporter": self._reporter, "inliner": self._inliner}
        self._memo = SimpleNamespace(document=document, language=en, **parsers, **no_sections)

    def parse(self, text: str, parent: nodes.Element, location: Location) -> tuple[list[nodes.Node], list[str]]:
        """Return the nodes for *text*, and what docutils found wrong with it.

        Messages without any markup, most of them, need no docutils at all.
        """
        if is_plain(text):
            return [nodes.Text(text)], []
        text = set_apart(text)

        def place(lineno: int | None = None) -> tuple[str, int]:
            return location.path, location.line

        self._reporter.get_source_and_line = place
        own, self._document.reporter = self._document.reporter, self._reporter
        refused: list[str] = []
        try:
            with ClosedMarkup(lambda message, _: refused.append(message)):
                children, messages = self._inliner.parse(text, location.line, self._memo, parent)
        finally:
            self._document.reporter = own
        return children, refused + [message.children[0].astext() for message in messages if message.children]


def set_apart(text: str) -> str:
    """Return *text* so that docutils reads markup that stands directly at a mark of direction.

    Between the two, it is given a space that nobody sees.
    """
    if not _MARK.search(text):
        return text
    written = ""
    was_markup = False
    for piece in split(text):
        is_markup = piece.kind is not Kind.TEXT
        at = written[-1:] if is_markup else piece.source[:1] if was_markup else ""
        written += ("\\ " if _MARK.fullmatch(at) else "") + piece.source
        was_markup = is_markup
    return written


def unread_markup(children: list[nodes.Node]) -> Iterator[str]:
    """Yield marks that readers would see because docutils has not read them as markup.

    It needs white space or punctuation around inline markup; scripts without spaces have to say so.
    """
    for child in children:
        for text in child.findall(nodes.Text):
            if not isinstance(text.parent, nodes.literal):
                yield from residue(text)


def references(children: list[nodes.Node]) -> Counter[str]:
    """Return what a translation must keep of its source: docutils says what is markup, its text what it refers to."""
    return Counter(name for child in children for name in _references(child))


def _references(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, (nodes.image, nodes.raw, nodes.problematic)):
        yield f"a {node.tagname} element"
    elif isinstance(node, nodes.Element):
        names = signature(node.rawsource) if node.rawsource else chain.from_iterable(map(_references, node.children))
        yield from names
