"""XML of exchange files: written by hand for stable bytes, read without anything from outside the file."""

import re
from typing import Any

from lxml import etree

from builders.model.characters import fit
from builders.model.findings import Location
from builders.problems import Problem

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def escaped(text: str) -> str:
    """Return *text* as the content of an element."""
    return text.translate(_IN_TEXT)


def attributes(**values: str) -> str:
    """Return *values* as the attributes of a start tag, a space before each; empty ones are left out.

    A name with an underscore stands for one with a colon (``xml_lang``).
    """
    pairs = ((name.replace("_", ":"), value) for name, value in values.items() if value)
    return "".join(f' {name}="{value.translate(_IN_ATTRIBUTES)}"' for name, value in pairs)


def legible(text: str) -> str:
    """Return *text* without the characters that no text may hold, nor a catalog: it knows one line end."""
    return fit(text).replace("\r", "")


def one_line(text: str) -> str:
    """Return *text* without line breaks; non-breaking spaces are letters of some languages and stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def parse_xml(data: bytes, name: str) -> Any:
    """Return the root of the XML in *data*, which messages call *name*; raise a Problem where there is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise unreadable(name, f"this is no XML: {error.msg}", line=error.lineno or 1) from error
    if defines_entities(root):
        raise unreadable(name, "the file defines entities of its own, which may pull in other files")
    return root


def defines_entities(root: Any) -> bool:
    """Whether the document of *root* defines entities, with which it can grow or pull in other files."""
    dtd: Any = root.getroottree().docinfo.internalDTD
    return dtd is not None and any(True for _ in dtd.iterentities())


def unreadable(name: str, what: str, *, line: int = 1, next_step: str = "") -> Problem:
    """Return the Problem for the file *name*, which cannot be taken in."""
    return Problem(
        code="exchange-unreadable",
        what=what,
        where=[Location(name, line)],
        why="nothing of the file has been taken in; the catalogs are as they were",
        next_step=next_step or "save the file again from the program that it comes from, as XLIFF 2.1, TMX or PO",
    )
