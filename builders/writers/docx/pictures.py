"""Pictures as Word wants them: a raster image that every version shows, and the vector image beside it."""

import hashlib
import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from docx.image.image import Image
from lxml import etree
from resvg_py import svg_to_bytes

from builders.settings.kept_files import keep_whole

TWIPS_PER_PIXEL = 15
"""A CSS pixel is 1/96 inch."""
EMU_PER_TWIP = 635

_RASTER_DENSITY = 150
"""Pixels per inch of a picture that stands in for a vector image."""
_TWIPS_PER_INCH = 1440
_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in|pc)?\s*")
_TWIPS = {"px": 15.0, "pt": 20.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0, "pc": 240.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and its size on the page, in twentieths of a point."""

    raster: bytes
    raster_type: str
    vector: bytes = b""
    width: int
    height: int


def read_picture(path: Path, *, width: int | None, most: tuple[int, int], drawer: Path) -> Picture:
    """Read the picture at *path*; *width* is what its author asked for, *most* what the page allows.

    What a vector image looks like is kept in the folder *drawer* for the next language.
    """
    blob = path.read_bytes()
    if path.suffix.lower() == ".svg":
        return vector_picture(blob, width=width, most=most, drawer=drawer)
    image = Image.from_blob(blob)
    size = fit((image.px_width * TWIPS_PER_PIXEL, image.px_height * TWIPS_PER_PIXEL), width=width, most=most)
    return Picture(raster=blob, raster_type=image.content_type, width=size[0], height=size[1])


def vector_picture(svg: bytes, *, width: int | None, most: tuple[int, int], drawer: Path) -> Picture:
    """Return the picture that the SVG image draws, with a raster image for versions that show no vectors."""
    size = fit(vector_size(svg), width=width, most=most)
    pixels = round(size[0] / _TWIPS_PER_INCH * _RASTER_DENSITY)
    raster = rasterised(svg, pixels, drawer)
    return Picture(raster=raster, raster_type="image/png", vector=svg, width=size[0], height=size[1])


def fit(natural: tuple[int, int], *, width: int | None, most: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a picture of *natural* size: of *width* if given, never larger than *most*."""
    wanted = width or natural[0]
    scale = min(wanted / natural[0], most[0] / natural[0], most[1] / natural[1])
    return max(1, round(natural[0] * scale)), max(1, round(natural[1] * scale))


def length(text: str, whole: int) -> int | None:
    """Return the length *text* means, a percentage being a part of *whole*; None when it means none."""
    if text.strip().endswith("%"):
        return round(whole * float(text.strip()[:-1]) / 100)
    found = _LENGTH.fullmatch(text)
    return round(float(found[1]) * _TWIPS[found[2] or "px"]) if found else None


def vector_size(svg: bytes) -> tuple[int, int]:
    """Return the natural size of an SVG image, in twentieths of a point."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    sides = [length(root.get(name, ""), 0) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return sides[0], sides[1]
    box = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "0 0 400 300").strip())]
    return round(box[2] * TWIPS_PER_PIXEL), round(box[3] * TWIPS_PER_PIXEL)


def rasterised(svg: bytes, pixels: int, drawer: Path) -> bytes:
    """Return the SVG image as PNG, *pixels* wide; fonts of this computer are not used, so that all make the same.

    A picture takes longer to draw than a chapter to write, and every language shows the same ones: each is drawn
    once and kept in *drawer* under the SHA-256 of all that decides how it looks.
    """
    key = hashlib.sha256(b"%s %d " % (version("resvg_py").encode(), pixels) + svg).hexdigest()
    kept = drawer / f"{key}.png"
    if kept.exists() and (data := kept.read_bytes()).startswith(_PNG_START) and data.endswith(_PNG_END):
        return data
    drawn = bytes(svg_to_bytes(svg_string=svg.decode("utf-8"), width=pixels, skip_system_fonts=True))
    keep_whole(kept, drawn)
    return drawn
