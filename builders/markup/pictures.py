"""Pictures: every one is a file that every format can show, and every one has an alternative text."""

import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docutils import nodes
from lxml import etree
from sphinx.environment import BuildEnvironment

from builders.markup import faults
from builders.markup.faults import line_of
from builders.markup.fields import LONGEST_ALTERNATIVE_TEXT, Text
from builders.markup.typed_block import TypedBlockDirective

PICTURE_FIELDS = {"image": Text(), "alt": Text(longest=LONGEST_ALTERNATIVE_TEXT)}
"""Fields of a block that shows a picture."""

WIDTH = re.compile(r"\s*(?=.*[1-9])\d+(\.\d+)?\s*(%|px|pt|mm|cm|in|pc)?\s*")
"""Widths of pictures that every format understands."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}svg"
_LENGTH = re.compile(r"\s*(?=.*[1-9])\d*\.?\d+([a-z]+|%)?\s*")


class PictureBlockDirective(TypedBlockDirective):
    """Reads a typed block that shows a picture above its body."""

    def first_children(self, values: Mapping[str, Any]) -> list[nodes.Node]:
        if "image" not in values:
            return []
        picture = nodes.image(uri=str(values["image"]), alt=str(values.get("alt", "")))
        self.set_source_info(picture)
        return [picture]


def report_faulty_pictures(document: nodes.document, env: BuildEnvironment) -> None:
    """Report pictures of *document* that some format could not show, or that have no alternative text."""
    for picture in document.findall(nodes.image):
        place, uri = f"{document['source']}:{line_of(picture)}", picture["uri"]
        path = Path(env.relfn2path(uri)[1])
        env.note_dependency(path)
        if fault := _absence(uri, Path(env.srcdir), path):
            faults.report(f"the picture “{uri}” {fault}", place, code="picture-missing")
        elif fault := _damage(path):
            faults.report(f"the picture “{uri}” {fault}", place, code="picture-unusable")
        if "alt" not in picture:
            message = f"the picture “{uri}” has no alternative text; add :alt: (empty if it only decorates)"
            faults.report(message, place, code="alt-missing")
        if not WIDTH.fullmatch(picture.get("width", "1")):
            message = f":width: “{picture['width']}” means nothing in a Word file; write a share, as 50%"
            faults.report(message, place, code="option-value")


def _absence(uri: str, source: Path, path: Path) -> str:
    """Say why *uri* names no file of the *source*."""
    if re.match("[A-Za-z][A-Za-z0-9+.-]*:|//", uri):
        return "is on another host; save it into the folder images and name the file"
    if not path.resolve().is_relative_to(source.resolve()):
        return "lies outside the folder of the source; copy it into the folder images"
    return "" if path.is_file() else "is missing; add the file or mend the path"


def _damage(path: Path) -> str:
    """Say why some format could not show the file *path*."""
    damage = _DAMAGES.get(path.suffix.lower())
    return damage(path.read_bytes()) if damage else "is no .svg, .png or .jpg file; save it as one"


def _png(data: bytes) -> str:
    """Say what is wrong with a PNG image, chunk by chunk."""
    position, kinds = len(_PNG), set()
    while data.startswith(_PNG) and position + 12 <= len(data):
        end = position + 8 + int.from_bytes(data[position : position + 4], "big")
        if zlib.crc32(data[position + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            break
        kinds.add(data[position + 4 : position + 8])
        position = end + 4
    is_whole = {b"IHDR", b"IDAT", b"IEND"} <= kinds and all(any(data[at : at + 4]) for at in (16, 20))
    return "" if is_whole else "is damaged or no PNG image; save it again"


def _jpeg(data: bytes) -> str:
    """Say what is wrong with a JPEG image: Word wants one that says by JFIF or Exif how large it is."""
    is_whole = data.startswith(b"\xff\xd8\xff") and data.rstrip(b"\0").endswith(b"\xff\xd9")
    if is_whole and data[6:10] in (b"JFIF", b"Exif") and re.search(b"\xff[\xc0-\xc2]", data):
        return ""
    return "is damaged or no JPEG image that Word reads; save it again, as .png"


def _drawing(data: bytes) -> str:
    """Say what is wrong with an SVG image: it is XML, draws something, and runs nothing."""
    try:
        data.decode("utf-8")
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (UnicodeDecodeError, etree.XMLSyntaxError) as error:
        return f"cannot be read as SVG ({error}); save it again"
    if root.tag != _SVG:
        return "is no SVG image: its first element is not “svg” with the name space of SVG; save it again"
    sides = [root.get(name) for name in ("width", "height")]
    box = re.split(r"[\s,]+", root.get("viewBox", "0 0 400 300").strip())
    sizes = [*(side for side in sides if side is not None), *box[2:]]
    if len(box) != 4 or not all(_LENGTH.fullmatch(size) for size in sizes):
        return "says no size that can be used; give it a viewBox of four numbers"
    for element in root.iter():
        names = [etree.QName(element).localname, *map(str, element.attrib)] if isinstance(element.tag, str) else []
        for name in names:
            if name in ("script", "foreignObject") or name.startswith("on"):
                return f"holds “{name}”, which is a program or a page and no drawing; take it out"
        if element.tag is etree.Entity:
            return "holds an entity, which nothing resolves; write what it stands for"
    return ""


_DAMAGES: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {".svg": _drawing, ".png": _png, ".jpg": _jpeg, ".jpeg": _jpeg}
)
"""What tells whether a file is whole, by the end of its name."""
