"""What a reader sees of a page: its text by language, and the headings and numbers that a result can lead to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lxml.html import HtmlElement, defs

from builders.model.identifiers import printed
from builders.writers.html.search.words import is_number

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

PHRASES = (defs.phrase_tags | defs.font_style_tags | defs.special_inline_tags | {"bdi", "mark"}) - {"br", "img"}
"""Elements within a line: a word may go on behind their tags."""

UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "select"})
UNSEEN_CLASSES = frozenset({"unseen", "headerlink", "address", "footnote-reference", "backrefs"})
"""What is there, and that nobody looks for by its words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring text in the language *tag*."""

    tag: str
    is_heading: bool
    text: str


def passages(element: HtmlElement, tag: str) -> Iterator[Passage]:
    """Yield the visible text of *element*, which stands in the language *tag*."""
    pieces: list[tuple[str, bool, str]] = []
    _collect(element, tag, pieces, is_heading=False)
    for (language, is_heading), run in groupby(pieces, key=itemgetter(0, 1)):
        yield Passage(language, is_heading, "".join(text for _, _, text in run))


def _collect(element: HtmlElement, tag: str, pieces: list[tuple[str, bool, str]], *, is_heading: bool) -> None:
    if not isinstance(element.tag, str) or _is_unseen(element):
        return
    tag, is_heading = element.get("lang") or tag, is_heading or element.tag in HEADINGS
    edge = "" if element.tag in PHRASES else "\n"
    pieces.append((tag, is_heading, edge + (element.text or "")))
    for child in element:
        _collect(child, tag, pieces, is_heading=is_heading)
        pieces.append((tag, is_heading, child.tail or ""))
    pieces.append((tag, is_heading, edge))


def _is_unseen(element: HtmlElement) -> bool:
    return (
        element.tag in UNSEEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or not UNSEEN_CLASSES.isdisjoint(element.get("class", "").split())
    )


def visible_text(element: HtmlElement) -> str:
    """Return the visible text of *element*, its spaces tidied."""
    return " ".join("".join(passage.text for passage in passages(element, "")).split())


def places(main: HtmlElement, tag: str) -> Iterator[tuple[str, str | None, str]]:
    """Yield what has a permanent link on the page *main*: its text, its anchor, and the language it is in.

    These are headings, and numbers of blocks. A heading that holds a piece of advice is known by it; that of the page
    needs no anchor.
    """
    for link in main.iterfind(".//a[@class='headerlink']"):
        anchor = link.get("href", "").removeprefix("#")
        for heading in (each for each in link.itersiblings(preceding=True) if each.tag in HEADINGS | {"dfn"}):
            (said, *_) = heading.find_class("advice") or [heading]
            language = next((each.tag for each in passages(said, tag) if each.text.strip()), tag)
            yield visible_text(said), None if heading.tag == "h1" else anchor, language
        if is_number(anchor):
            yield printed(anchor), anchor, tag
