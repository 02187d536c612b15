"""What a reader sees of a page: its text by language, and the headings and numbers that a result can lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from builders.model.identifiers import printed
from builders.writers.html.search.words import is_number

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

PHRASES = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
    ]
)
"""Elements within a line: a word may go on behind their tags."""

UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "select"})
UNSEEN_CLASSES = frozenset({"unseen", "headerlink"})


@dataclass(slots=True)
class Passage:
    """Neighbouring text in one language."""

    tag: str
    """The language that the page names for it."""
    is_heading: bool
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, as it is written."""
        return "".join(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A heading or a number, and the anchor that leads to it; none for the page itself."""

    text: str
    anchor: str | None


def passages(element: HtmlElement, tag: str) -> list[Passage]:
    """Return the visible text of *element*, which stands in the language *tag*."""
    found: list[Passage] = []
    _collect(element, tag, element.tag in HEADINGS, found)
    return found


def _collect(element: HtmlElement, tag: str, is_heading: bool, found: list[Passage]) -> None:
    if not isinstance(element.tag, str) or _is_unseen(element):
        return
    own, heads = element.get("lang") or tag, is_heading or element.tag in HEADINGS
    edge = "" if element.tag in PHRASES else "\n"
    _add(edge + (element.text or ""), own, heads, found)
    for child in element:
        _collect(child, own, heads, found)
        _add(child.tail or "", own, heads, found)
    _add(edge, own, heads, found)


def _is_unseen(element: HtmlElement) -> bool:
    return (
        element.tag in UNSEEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or not UNSEEN_CLASSES.isdisjoint(element.get("class", "").split())
    )


def _add(text: str, tag: str, is_heading: bool, found: list[Passage]) -> None:
    if not text:
        return
    if not found or (found[-1].tag, found[-1].is_heading) != (tag, is_heading):
        found.append(Passage(tag, is_heading))
    found[-1].parts.append(text)


def visible_text(element: HtmlElement) -> str:
    """Return the visible text of *element*, its spaces tidied."""
    return " ".join("".join(passage.text for passage in passages(element, "")).split())


def places(main: HtmlElement) -> Iterator[Place]:
    """Yield what has a permanent link on the page *main*: headings, and blocks by their printed number.

    Where a heading says more than a number and a kind, what it says is a part of its own, and the place is called so.
    """
    for link in main.iterfind(".//a[@class='headerlink']"):
        anchor = link.get("href", "").removeprefix("#")
        for heading in (each for each in link.itersiblings(preceding=True) if each.tag in HEADINGS | {"dfn"}):
            said = heading.find_class("advice") or [heading]
            yield Place(text=visible_text(said[0]), anchor=None if heading.tag == "h1" else anchor)
        if is_number(anchor):
            yield Place(text=printed(anchor), anchor=anchor)
