"""Reads XLIFF 1 (1.0 to 1.2) as Weblate, Crowdin, Trados and memoQ write it: texts, codes, states, notes.

Such a file names neither catalog nor message as ours do; ``placing`` finds both by what it does say.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from lxml import etree

from builders.catalogs.exchange.codes import text_of
from builders.catalogs.exchange.returned import Returned, ReturnedUnit, is_source, source_names
from builders.catalogs.exchange.xliff1_codes import Stands, as_xliff_2, defined_codes
from builders.catalogs.xml_files import one_line, unreadable
from builders.model.findings import Location
from builders.model.messages import Standing

NAMESPACE = re.compile(r"\{(?P<space>urn:oasis:names:tc:xliff:document:1\.\d)\}xliff|xliff")

_SDL, _MEMOQ = "{http://sdl.com/FileTypes/SdlXliff/1.0}", "{MQXliff}"
_STATES: Mapping[str, Standing] = MappingProxyType(
    {
        **dict.fromkeys(("final", "signed-off"), Standing.APPROVED),
        "translated": Standing.TRANSLATED,
        **{f"needs-{what}": Standing.FUZZY for what in ("adaptation", "l10n", "translation", "review-adaptation")},
        **{f"needs-review-{what}": Standing.FUZZY for what in ("l10n", "translation")},
        "new": Standing.FUZZY,
    }
)
"""Where a message stands, by the state of its target."""
_TRADOS: Mapping[str, Standing] = MappingProxyType(
    {
        "Translated": Standing.TRANSLATED,
        "ApprovedTranslation": Standing.REVIEWED,
        "ApprovedSignOff": Standing.APPROVED,
    }
)
"""The confirmation of a segment in Trados; any other is unfinished."""
_MEMOQ_STATES: Mapping[str, Standing] = MappingProxyType(
    {
        **dict.fromkeys(("Confirmed", "ManuallyConfirmed"), Standing.TRANSLATED),
        **dict.fromkeys(("Reviewer1Confirmed", "Proofread"), Standing.REVIEWED),
    }
)
"""The status of a row in memoQ; any other is unfinished."""
_ORDER = tuple(Standing)
SUGGESTION = "suggestion: "
"""Begins the comment that a suggestion becomes, which somebody has made beside the translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What holds for one ``file`` of the document."""

    name: str
    space: str
    domain: str
    initial: Standing
    stands: Stands


def parse_xliff_1(
    root: Any, name: str, *, trusts_initial: bool = False, sources: Collection[str] = ("en",)
) -> Returned:
    """Return the units of the XLIFF 1 whose *root* it is, which messages call *name*.

    A translation without any state is unfinished, unless the file *trusts_initial*. Raises a Problem when a source
    language is none of *sources*, or two files in it have different languages.
    """
    match = NAMESPACE.fullmatch(str(root.tag))
    space = f"{{{match['space']}}}" if match and match["space"] else ""
    files = list(root.iterchildren(f"{space}file"))
    if not files:
        raise unreadable(name, "there is no file in it")
    for file in files:
        if not is_source(said := file.get("source-language", ""), sources):
            raise unreadable(
                name, f"the source language is “{said}”, not {source_names(sources)}", line=file.sourceline or 1
            )
    languages = sorted({tag for file in files if (tag := file.get("target-language", ""))})
    if len(languages) > 1:
        raise unreadable(name, f"its parts are in several languages: {', '.join(languages)}")
    initial = Standing.TRANSLATED if trusts_initial else Standing.FUZZY
    units = []
    for file in files:
        domain = domain_named(file.get("original", "")) or domain_named(name)
        stands = defined_codes(file)
        read = _Reading(name=name, space=space, domain=domain, initial=initial, stands=stands)
        units += [_unit(unit, read) for unit in file.iter(f"{space}trans-unit")]
    return Returned(language=languages[0] if languages else "", units=tuple(units))


def domain_named(path: str) -> str:
    """Return the name of the file *path* without folders and suffixes, empty where a program had no name for it."""
    name = PurePosixPath(path.replace("\\", "/")).name.partition(".")[0]
    return "" if name.lower() == "noname" else name


def _unit(unit: Any, read: _Reading) -> ReturnedUnit:
    line = unit.sourceline or 0
    source, _ = _text(unit.find(f"{read.space}source"), read)
    target, faults = _text(unit.find(f"{read.space}target"), read)
    return ReturnedUnit(
        domain=read.domain,
        context=unit.get("resname") or unit.get("id", ""),
        source=source,
        target=target,
        standing=_standing(unit, read) if target else Standing.UNTRANSLATED,
        location=Location(read.name, line),
        identifier=unit.get("id", ""),
        comments=tuple(_comments(unit, read)),
        faults=faults if target else (),
    )


def _text(element: Any, read: _Reading) -> tuple[str, tuple[str, ...]]:
    if element is None:
        return "", ()
    return text_of([as_xliff_2(element, read.stands)], {})


def _standing(unit: Any, read: _Reading) -> Standing:
    """Return how far the translation of *unit* is, by what its program writes; the least finished part decides."""
    if confirmed := [segment.get("conf", "") for segment in unit.iterfind(f"{_SDL}seg-defs/{_SDL}seg")]:
        return min((_TRADOS.get(each, Standing.FUZZY) for each in confirmed), key=_ORDER.index)
    if status := unit.get(f"{_MEMOQ}status"):
        return _MEMOQ_STATES.get(status, Standing.FUZZY)
    state = unit.find(f"{read.space}target").get("state", "")
    found = _STATES.get(state, read.initial)
    if unit.get("approved") == "yes" and (found is not Standing.FUZZY or not state):
        return Standing.APPROVED
    return found


def _comments(unit: Any, read: _Reading) -> Iterator[str]:
    """Yield what people have noted on *unit*; what came from the developers is ours."""
    for note in unit.iterfind(f"{read.space}note"):
        text = one_line("".join(note.itertext()))
        if text and note.get("from", "developer") != "developer":
            yield text
    for other in unit.iterfind(f"{read.space}alt-trans"):
        if etree.QName(other).localname and not (other.get("match-quality") or other.get("origin")):
            text, _ = _text(other.find(f"{read.space}target"), read)
            if text:
                yield f"{SUGGESTION}{one_line(text)}"
