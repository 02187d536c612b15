"""Care around harm: help in reach, a word of warning, no real child, only drawings (SC-03, SC-11, SC-14, SC-15)."""

import posixpath
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from docutils import nodes

from builders.checks.checking import Remark, check
from builders.checks.source.passages import NUMBER
from builders.checks.source.source_text import Block, SourceText
from builders.checks.source.wordlists import remarks_on
from builders.markup.faults import place_of
from builders.model.findings import Location

HARM_BLOCKS = ("risk", "procedure", "contentnote", "episode")
"""Blocks that speak of harm, whatever their codes."""

DRAWINGS = "source/registries/illustrations.toml"
"""Pictures that are no SVG drawings, and what they are; the file may be missing."""


@check("sc-03-real-case")
def real_case(source: SourceText) -> Iterator[Remark]:
    """A case holds details by which a child could be recognised.

    What is documented has a day and a place, for it is about what a country or a company did; it is about no child.
    """
    for passage in source.passages:
        if "case" in passage.types:
            lists = ("named-child", "one-child" if source.is_documented(passage) else "identifying-detail")
            for name in lists:
                yield from remarks_on([passage], source.words(name), "{} could point to a real child")


def _speaks_of_abuse(block: Block, source: SourceText) -> bool:
    is_coded = bool(source.risks("abuse") & {*block.codes("risks"), *block.codes("code")})
    says_so = source.words("abuse").search(block.text) is not None
    return says_so if block.type == "case" else is_coded and (says_so or block.type in HARM_BLOCKS)


def _speaks_of_harm(block: Block, source: SourceText) -> bool:
    return block.type in HARM_BLOCKS or _speaks_of_abuse(block, source)


def _pages(source: SourceText) -> Iterator[tuple[str, list[Block]]]:
    """Yield the edition and the blocks of every document of every edition."""
    for name in source.documents:
        for edition in source.carried[name]:
            yield edition, [b for b in source.blocks.values() if b.document == name and edition in b.editions]


@check("sc-14-help-missing")
def help_missing(source: SourceText) -> Iterator[Remark]:
    """A page that speaks of harm, or that readers in danger are led to, has no help box."""
    for edition, blocks in _pages(source):
        harmful = [block for block in blocks if _speaks_of_harm(block, source)]
        if harmful and not any(block.type == "gethelp" for block in blocks):
            yield harmful[0].remark(f"{harmful[0].id} speaks of harm, and the page has no help box in {edition}")
    boxes = {(edition, box.document) for box in source.of_type("gethelp") for edition in box.editions}
    for each in source.settings.editions:
        if each.help_page in source.documents and (each.id, each.help_page) not in boxes:
            place = Location(f"source/{each.help_page}.rst")
            yield Remark(location=place, message=f"it is the help-page of {each.id}, and has no help box in {each.id}")


@check("sc-14-contentnote-missing")
def contentnote_missing(source: SourceText) -> Iterator[Remark]:
    """A page that speaks of abuse or self-harm has no content note before it does."""
    for edition, blocks in _pages(source):
        abusive = [block for block in blocks if _speaks_of_abuse(block, source)]
        notes = [block.node[NUMBER] for block in blocks if block.type == "contentnote"]
        if abusive and not any(number < abusive[0].node[NUMBER] for number in notes):
            message = f"{abusive[0].id} speaks of abuse, and no content note stands before it in {edition}"
            yield abusive[0].remark(message)


def _pictures(source: SourceText) -> Iterator[tuple[nodes.image, str, Location, tuple[str, ...]]]:
    """Yield every picture, its path, its place and the blocks around it."""
    for name, document in source.documents.items():
        for picture in document.findall(nodes.image):
            uri = str(picture["uri"])
            folder = "source" if uri.startswith("/") else f"source/{posixpath.dirname(name)}"
            path = posixpath.normpath(f"{folder}/{uri}")
            around = picture.parent.get("block_id")
            yield picture, path, place_of(name, picture), (around,) if around else ()


_OUTSIDE = re.compile(r"""(?:href|src)\s*=\s*["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import""")
_DOTS = re.compile(r"<image\b|data:image/(?!svg)")
_ELEMENT = re.compile(r"<([A-Za-z][\w:.-]*)")
SHAPES = frozenset(
    {"svg", "g", "defs", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "stop"}
    | {"linearGradient", "radialGradient", "clipPath"}
)
"""What a drawing consists of; words in it would stay English, and anything else may run or load something."""


@check("sc-11-outside-picture")
def outside_picture(source: SourceText) -> Iterator[Remark]:
    """A drawing of the source loads something from another host."""
    for _, path, _, around in _pictures(source):
        if match := _OUTSIDE.search(source.texts.get(path, "")):
            message = f"the drawing {path} loads something from another host"
            line = source.texts[path].count("\n", 0, match.start()) + 1
            yield Remark(location=Location(path, line), message=message, blocks=around)


@check("sc-15-drawing")
def drawing(source: SourceText) -> Iterator[Remark]:
    """A picture is no drawing made of shapes, or has no alternative text."""
    entered = _entered(source)
    for picture, path, place, around in _pictures(source):
        if not path.endswith(".svg") and entered.get(path) != "drawing":
            yield Remark(location=place, message=f"nothing says that {path} is a drawing", blocks=around)
        if _DOTS.search(source.texts.get(path, "")):
            message = f"{path} holds a picture made of dots, perhaps a photograph"
            yield Remark(location=place, message=message, blocks=around)
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
