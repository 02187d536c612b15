"""Reads TBX of other programs, version 2 or 3: which words stand for what in which language, and how good they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from builders.catalogs.exchange.tbx import VERSION_2, VERSION_3
from builders.catalogs.xml_files import LANGUAGE, legible, one_line, parse_xml, unreadable
from builders.model.findings import Location
from builders.model.terms import TermStatus

ROOTS = (VERSION_2.root, VERSION_3.root)
_FORMULAS = ("=", "+", "@")
"""What a spreadsheet takes for a formula is no word."""
_FORMS = {dialect.root: dialect for dialect in (VERSION_2, VERSION_3)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignTerm:
    """A word of a file."""

    concept: str
    """What the file calls the concept."""
    tag: str
    text: str
    status: TermStatus
    location: Location


def parse_tbx(data: bytes, name: str) -> tuple[ForeignTerm, ...]:
    """Return the words in the TBX *data*, which messages call *name*; raise a Problem where it is none."""
    root = parse_xml(data, name)
    form = _FORMS.get(etree.QName(root).localname)
    if form is None:
        raise unreadable(name, f"this is no TBX but <{root.tag}>", next_step="save the terms as TBX 2 or 3")
    return tuple(
        ForeignTerm(
            concept=entry.get("id", ""),
            tag=language.get(LANGUAGE) or language.get("lang", ""),
            text=text,
            status=_status(section),
            location=Location(name, section.sourceline or 0),
        )
        for entry in root.iter(f"{{*}}{form.entry}")
        for language in entry.iterchildren(f"{{*}}{form.language}")
        for section in _sections(language)
        if (text := _text(section))
    )


def _sections(language: Any) -> Iterator[Any]:
    """Yield what holds each word of *language*; version 2 has two ways to say it."""
    for child in language.iterchildren("{*}*"):
        if etree.QName(child).localname in (VERSION_2.term, VERSION_3.term, "ntig"):
            yield child


def _text(section: Any) -> str:
    found = next(section.iter("{*}term"), None)
    text = one_line(legible("".join(found.itertext()))) if found is not None else ""
    return "" if text.startswith(_FORMULAS) else text


def _status(section: Any) -> TermStatus:
    """Return how good a word is; what a program says nothing of, somebody prefers."""
    said = next(
        (str(note.text or "") for note in section.iter("{*}termNote") if note.get("type") == "administrativeStatus"), ""
    ).lower()
    words = {"preferred": TermStatus.PREFERRED, "admitted": TermStatus.ADMITTED, "deprecated": TermStatus.FORBIDDEN}
    words |= {"superseded": TermStatus.FORBIDDEN, "forbidden": TermStatus.FORBIDDEN, "obsolete": TermStatus.FORBIDDEN}
    return next((status for word, status in words.items() if said.startswith(word)), TermStatus.PREFERRED)
