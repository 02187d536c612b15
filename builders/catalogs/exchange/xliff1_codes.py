"""The codes of XLIFF 1: what they stand for is written in them, in the head of the file, or nowhere.

They are given the names of XLIFF 2, so that one reader makes markup of both.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

Stands = Mapping[str, tuple[str, str]]
"""What the codes of a file stand for that say it in its head: start and end, by their number."""

_SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_NAMES = {"x": "ph", "it": "ph", "ph": "ph", "bx": "sc", "bpt": "sc", "ex": "ec", "ept": "ec", "g": "pc"}
"""What each is called in XLIFF 2."""
_OPENING, _ENDING = ("bpt", "bx"), ("ept", "ex")
_MEMOQ = re.compile(r"<mq:\w+\b[^>]*?\bval=(?P<mark>['\"])(?P<text>.*?)(?P=mark)[^>]*/?>", re.DOTALL)
"""How memoQ writes what a tag of its own stands for."""


def defined_codes(file: Any) -> dict[str, tuple[str, str]]:
    """Return what the head of the element *file* says that codes stand for, as Trados writes it."""
    found = {}
    for tag in file.iterfind(f"*/{_SDL}tag-defs/{_SDL}tag"):
        parts = {etree.QName(part).localname: "".join(part.itertext()) for part in tag.iterchildren("{*}*")}
        start = parts.get("bpt") or parts.get("ph") or parts.get("st") or ""
        found[tag.get("id", "")] = (start, parts.get("ept", ""))
    return found


def as_xliff_2(element: Any, stands: Stands) -> Any:
    """Return *element*, the content of a segment, in which the codes are those of XLIFF 2; it is changed in place."""
    for child in list(element.iter("{*}*")):
        name = etree.QName(child).localname
        if child is element or name not in _NAMES:
            continue
        start, end = _stands_for(child, name, stands)
        number = child.get("rid") or child.get("id", "")
        inner = child.text if name == "g" else None
        if name != "g":
            del child[:]  # a sub-flow is a text of its own, and no part of this one
        child.attrib.clear()
        child.text, child.tag = inner, _NAMES[name]
        for side, said in _sides(name, number, start, end):
            if said is not None:
                child.set(side, said)
    return element


def _sides(name: str, number: str, start: str | None, end: str | None) -> tuple[tuple[str, str | None], ...]:
    if name == "g":
        return ("id", number), ("dispStart", start), ("dispEnd", end)
    if name in _ENDING:
        return ("startRef", number), ("disp", end)
    return ("id", number), ("disp", start)


def _stands_for(child: Any, name: str, stands: Stands) -> tuple[str | None, str | None]:
    """Return what the code *child* stands for, at its start and at its end; None where nothing says so."""
    own = _unwrapped("".join(child.itertext())) if name != "g" else ""
    said = own or child.get("equiv-text") or None
    start, end = stands.get(child.get("id", ""), (None, None))
    if name in _ENDING:
        return None, said or end
    return said or start, end if name == "g" else None


def _unwrapped(text: str) -> str:
    """Return what *text*, the content of a code, stands for: memoQ writes an element into it."""
    match = _MEMOQ.fullmatch(text.strip())
    return html.unescape(match["text"]) if match else text
