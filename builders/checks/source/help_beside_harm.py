"""Care around harm: help in reach, a word of warning, no real child, only drawings (SC-03, SC-11, SC-14, SC-15)."""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from docutils import nodes

from builders.checks.checking import Remark, check
from builders.checks.source.passages import NUMBER
from builders.checks.source.source_text import Block, SourceText
from builders.checks.source.wordlists import wordlist
from builders.markup.faults import line_of
from builders.model.findings import Certainty, Location
from builders.model.vocabulary import CaseKind

ABUSE = frozenset(
    {
        "contact.csea",
        "contact.extortion",
        "contact.grooming",
        "conduct.images",
        "content.selfharm",
        "cross.csam",
    }
)
"""Risks whose chapters begin with a content note."""

HARM_BLOCKS = ("risk", "procedure", "contentnote", "episode")
"""Blocks that speak of harm, whatever their codes."""

DRAWINGS = "source/registries/illustrations.toml"
"""Pictures that are no SVG drawings, and what they are; the file may be missing."""


@check(
    "sc-03-real-case",
    certainty=Certainty.POSSIBLE,
    rationale="""
    A child who finds their own story in a public text is harmed again. Cases are made up from many; a name with an
    age, a day, a school or a town makes even an invented one look like somebody. A documented case needs a reason.
    """,
    hint="leave out what points to a person or a place; waive a documented case with the reason why it is safe",
)
def real_case(source: SourceText) -> Iterator[Remark]:
    """A case is documented, or holds details by which a child could be recognised."""
    for block in source.of_type("case"):
        if block.node.get("kind") == CaseKind.DOCUMENTED.value:
            yield block.remark(f"{block.id} is about real events")
    for passage in source.passages:
        if "case" in passage.types:
            for match in wordlist("identifying-detail").finditer(passage.text):
                message = f"“{' '.join(match[0].split())}” could point to a real child"
                yield passage.remark(message, offset=match.start())


def _speaks_of_abuse(block: Block) -> bool:
    is_coded = bool(ABUSE & {*block.codes("risks"), *block.codes("code")})
    says_so = wordlist("abuse").search(block.text) is not None
    return says_so if block.type == "case" else is_coded and (says_so or block.type in HARM_BLOCKS)


def _speaks_of_harm(block: Block) -> bool:
    return block.type in HARM_BLOCKS or _speaks_of_abuse(block)


def _pages(source: SourceText) -> Iterator[tuple[str, str, list[Block]]]:
    """Yield every document of every edition with the blocks that stand in it."""
    for name in source.documents:
        for edition in source.carried[name]:
            yield name, edition, [b for b in source.blocks.values() if b.document == name and edition in b.editions]


@check(
    "sc-14-help-missing",
    rationale="""
    Somebody who reads about harm may be living through it. On the same page there is a box that says where help is,
    in every edition that carries the page.
    """,
    hint="end the chapter with a gethelp block for this edition",
)
def help_missing(source: SourceText) -> Iterator[Remark]:
    """A page that speaks of harm has no help box."""
    for _, edition, blocks in _pages(source):
        harmful = [block for block in blocks if _speaks_of_harm(block)]
        if harmful and not any(block.type == "gethelp" for block in blocks):
            yield harmful[0].remark(f"{harmful[0].id} speaks of harm, and the page has no help box in {edition}")


@check(
    "sc-14-contentnote-missing",
    rationale="""
    Readers choose whether and when they read about abuse and self-harm, and with whom. A note before the first
    passage gives them the choice. A recommendation counts when its own words speak of abuse, not for its codes alone.
    """,
    hint="put a contentnote for this edition before the first block about abuse",
)
def contentnote_missing(source: SourceText) -> Iterator[Remark]:
    """A page that speaks of abuse or self-harm has no content note before it does."""
    for _, edition, blocks in _pages(source):
        abusive = [block for block in blocks if _speaks_of_abuse(block)]
        notes = [block.node[NUMBER] for block in blocks if block.type == "contentnote"]
        if abusive and not any(number < abusive[0].node[NUMBER] for number in notes):
            yield abusive[0].remark(
                f"{abusive[0].id} speaks of abuse, and no content note stands before it in {edition}"
            )


def _pictures(source: SourceText) -> Iterator[tuple[nodes.image, str, Location, tuple[str, ...]]]:
    """Yield every picture, its path, its place and the blocks around it."""
    for name, document in source.documents.items():
        for picture in document.findall(nodes.image):
            uri = str(picture["uri"])
            folder = "source" if uri.startswith("/") else f"source/{posixpath.dirname(name)}"
            path = posixpath.normpath(f"{folder}/{uri}")
            around = picture.parent.get("block_id")
            yield picture, path, Location(f"source/{name}.rst", line_of(picture)), (around,) if around else ()


_OUTSIDE = re.compile(r"""(?:href|src)\s*=\s*["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import""")
_DOTS = re.compile(r"<image\b|data:image/(?!svg)")
_ELEMENT = re.compile(r"<([A-Za-z][\w:.-]*)")
SHAPES = frozenset({"svg", "g", "defs", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}) | {
    "stop",
    "linearGradient",
    "radialGradient",
    "clipPath",
}
"""What a drawing consists of; words in it would stay English, and anything else may run or load something."""


@check(
    "sc-11-outside-picture",
    rationale="""
    A picture or font from another host tells that host which child reads what, and is missing without a connection.
    A picture on another host is refused when the source is read; what the finished editions ask for is held by the
    validators.
    """,
    hint="put the drawing into the images folder, with everything it needs inside",
)
def outside_picture(source: SourceText) -> Iterator[Remark]:
    """A drawing of the source loads something from another host."""
    for _, path, _, around in _pictures(source):
        if match := _OUTSIDE.search(source.texts.get(path, "")):
            message = f"the drawing {path} loads something from another host"
            line = source.texts[path].count("\n", 0, match.start()) + 1
            yield Remark(location=Location(path, line), message=message, blocks=around)


@check(
    "sc-15-drawing",
    rationale="""
    A photograph shows a real child for ever, whatever the text around it says. Pictures are drawings, and every one has
    words for those who do not see it. A drawing is made of shapes: words in it are never translated.
    """,
    hint="use an SVG drawing of shapes with :alt:, or enter the picture in source/registries/illustrations.toml",
)
def drawing(source: SourceText) -> Iterator[Remark]:
    """A picture is no drawing made of shapes, or has no alternative text."""
    entered = _entered(source)
    for picture, path, place, around in _pictures(source):
        if not path.endswith(".svg") and entered.get(path) != "drawing":
            yield Remark(location=place, message=f"nothing says that {path} is a drawing", blocks=around)
        if _DOTS.search(source.texts.get(path, "")):
            yield Remark(
                location=place, message=f"{path} holds a picture made of dots, perhaps a photograph", blocks=around
            )
        for name in sorted(set(_ELEMENT.findall(source.texts.get(path, ""))) - SHAPES - {"image"}):
            yield Remark(location=place, message=f"{path} holds <{name}>, which is no shape", blocks=around)
        if around and not str(picture.get("alt", "")).strip():
            yield Remark(location=place, message=f"{path} has no alternative text", blocks=around)


def _entered(source: SourceText) -> dict[str, str]:
    """Return what kind of picture each entry of the manifest is, by its path."""
    try:
        entries: dict[str, Any] = tomllib.loads(source.texts.get(DRAWINGS, "")).get("illustration", {})
        return {f"source/{name}": str(entry["kind"]) for name, entry in entries.items()}
    except (tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError):
        return {}  # a manifest that cannot be read vouches for no picture
