"""The numbers and bullets of lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml.etree import _Element

from builders.writers.docx.oxml import element, ordered, value
from builders.writers.docx.palette import BRAND, INK
from builders.writers.docx.styles import LIST_STEP

LEVELS = 9
"""Word knows no deeper list."""

BULLETS = "•–▪"

FORMATS = {
    "arabic": "decimal",
    "loweralpha": "lowerLetter",
    "upperalpha": "upperLetter",
    "lowerroman": "lowerRoman",
    "upperroman": "upperRoman",
}
"""docutils' names of numberings, and Word's."""

LETTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Arab": {"lowerLetter": "arabicAbjad", "upperLetter": "arabicAbjad"},
        "Cyrl": {"lowerLetter": "russianLower", "upperLetter": "russianUpper"},
        "Hebr": {"lowerLetter": "hebrew1", "upperLetter": "hebrew1"},
    }
)
"""What takes the place of Latin letters in text of each script (ISO 15924), in Word's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What stands before the items of a list; lists that look the same share it."""

    format: str
    before: str = ""
    after: str = "."
    sign: str = ""
    """Stands before the items of every level in the place of a number or a bullet."""
    half_points: int = 0
    """Size of the sign; 0 for that of the text."""


BULLET = Marker(format="bullet", after="")
TICK_BOX = Marker(format="bullet", after="", sign="☐", half_points=32)
"""A box that people tick with a pencil."""

SIGNS_FONT = "Segoe UI Symbol"
"""Comes with Windows; other systems have fonts of their own for such signs."""


def abstract_numbering(number: int, marker: Marker, colours: Mapping[str, str], *, script: str) -> _Element:
    """Return the definition of lists with *marker*, all levels of them, in text of *script*."""
    kind = LETTERS.get(script, {}).get(marker.format, marker.format)
    levels = [_level(level, kind, marker, colours) for level in range(LEVELS)]
    multilevel = value("w:multiLevelType", "hybridMultilevel")
    return element("w:abstractNum", {"w:abstractNumId": number}, multilevel, *levels)


def numbering_instance(number: int, abstract: int, *, level: int, start: int) -> _Element:
    """Return one list, which counts from *start* whatever other lists did."""
    override = element("w:lvlOverride", {"w:ilvl": level}, value("w:startOverride", start))
    return element("w:num", {"w:numId": number}, value("w:abstractNumId", abstract), override)


def _level(level: int, kind: str, marker: Marker, colours: Mapping[str, str]) -> _Element:
    counted = BULLETS[level % len(BULLETS)] if kind == "bullet" else f"{marker.before}%{level + 1}{marker.after}"
    return element(
        "w:lvl",
        {"w:ilvl": level},
        value("w:start", 1),
        value("w:numFmt", kind),
        value("w:lvlText", marker.sign or counted),
        value("w:lvlJc", "left"),
        element("w:pPr", {}, element("w:ind", {"w:left": LIST_STEP * (level + 1), "w:hanging": LIST_STEP})),
        ordered("w:rPr", *_weight(marker, colours)),
    )


def _weight(marker: Marker, colours: Mapping[str, str]) -> Iterator[_Element]:
    if marker.sign:
        yield element("w:rFonts", {f"w:{slot}": SIGNS_FONT for slot in ("ascii", "hAnsi", "eastAsia", "cs")})
        yield value("w:color", colours[INK])
    else:
        yield from (element("w:b"), element("w:bCs"), value("w:color", colours[BRAND]))
    if marker.half_points:
        yield from (value("w:sz", marker.half_points), value("w:szCs", marker.half_points))
