"""Catalogs as XLIFF 2.1: a file for every text domain, a unit for every message, inline markup as codes."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from builders.catalogs.exchange.inline import Code, Piece, codes_in, is_required, numbered, split
from builders.catalogs.inline import Kind
from builders.catalogs.notes import CHANGED, own_words
from builders.catalogs.reviews import PREFIX, standing
from builders.catalogs.update.candidates import MessagePlace
from builders.catalogs.xml_files import attributes, escaped
from builders.model.languages import Direction, Language
from builders.model.messages import Catalog, CatalogEntry, Standing, message_id

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

FOLDER_MARK = "."
"""Stands for “/” in the domain of an adaptation: the names of files in XLIFF hold none."""

_STATES = ("initial", "initial", "translated", "reviewed", "final")
STATES: Mapping[Standing, str] = MappingProxyType(dict(zip(Standing, _STATES, strict=True)))
"""The state of a segment, by where its message stands."""

FUZZY = "cop:fuzzy"
"""The substate of a translation that a person must look at."""

NOTES = ("place", "source", "advice", "changed", "previous", "comment", "review", "state", "preview")
"""The categories of our own notes; a translator's note has another, or none."""

_GUIDE = (
    "Codes stand for references, links and marks: move them, do not type them. "
    "Set a segment to “translated” when it is done; what stays “initial” comes back as unfinished. "
    "“reviewed” and “final” need the name of the person who vouches, when the file is taken in."
)

_TYPES = {
    **dict.fromkeys((Kind.SUBSTITUTION, Kind.PLACEHOLDER), ("ui", "xlf:var")),
    **{Kind.LITERAL: ("other", "rst:literal"), Kind.STRONG: ("fmt", "xlf:b"), Kind.EMPHASIS: ("fmt", "xlf:i")},
}
"""Type and subtype of a code, in the words of XLIFF where it has some; all others are links."""

_BRACKETS = str.maketrans("<>", "‹›")

Links = Mapping[MessagePlace, Sequence[str]]
"""Where the pages of a preview show a message."""


def format_xliff(
    catalogs: Mapping[str, Catalog],
    language: Language,
    *,
    wanted: Container[MessagePlace] | None = None,
    links: Links = MappingProxyType({}),
    source: Language | None = None,
) -> bytes:
    """Return the messages of *catalogs* that are *wanted* (all of them by default) as XLIFF 2.1.

    They are written in the language *source*, by default in English.
    """
    written_in = source.tag if source else "en"
    tongues = attributes(xmlns=NAMESPACE, version="2.1", srcLang=written_in, trgLang=language.tag)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<xliff{tongues}>"]
    for domain, catalog in catalogs.items():
        entries = [entry for entry in catalog.active if wanted is None or (domain, entry.key) in wanted]
        if entries:
            lines += _file(domain, catalog, entries, _Sides(language, source), links)
    return ("\n".join([*lines, "</xliff>"]) + "\n").encode()


class _Sides(NamedTuple):
    """The languages of a file; None for English."""

    target: Language
    source: Language | None


def _file(domain: str, catalog: Catalog, entries: Iterable[CatalogEntry], sides: _Sides, links: Links) -> Iterator[str]:
    begins = sides.source.direction if sides.source else Direction.LTR
    directions = attributes(srcDir=begins.value, trgDir=sides.target.direction.value, xml_space="preserve")
    name = attributes(id=domain.replace("/", FOLDER_MARK), original=catalog.path, canResegment="no")
    yield f"  <file{name}{directions}>"
    yield f"    <notes><note>{escaped(_GUIDE)}</note></notes>"
    for entry in entries:
        yield from _unit(domain, entry, links.get((domain, entry.key), ()))
    yield "  </file>"


def _unit(domain: str, entry: CatalogEntry, links: Sequence[str]) -> Iterator[str]:
    source, target = split(entry.msgid), split(entry.msgstr)
    source_numbers, target_numbers = numbered(source, target)
    yield f"    <unit{attributes(id=message_id(domain, entry.key), name=entry.context)}>"
    notes = [f"<note{attributes(category=name)}>{escaped(text)}</note>" for name, text in _notes(entry, links)]
    if notes:
        yield f"      <notes>{''.join(notes)}</notes>"
    texts = ((source, source_numbers), (target, target_numbers))
    data = _original_data(pair for text, numbers in texts for pair in zip(codes_in(text), numbers, strict=True))
    if data:
        yield f"      <originalData>{data}</originalData>"
    where = standing(entry)
    state = attributes(state=STATES[where], subState=FUZZY if where is Standing.FUZZY else "")
    yield f"      <segment{state}>"
    yield f"        <source>{_content(source, iter(source_numbers))}</source>"
    if entry.msgstr:
        yield f"        <target>{_content(target, iter(target_numbers))}</target>"
    yield "      </segment>"
    yield "    </unit>"


def _notes(entry: CatalogEntry, links: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what a translator should know of *entry*, and the category of each note."""
    if entry.context:
        yield "place", entry.context
    yield from (("source", reference) for reference in entry.references)
    yield from (("advice", advice) for advice in entry.extracted if advice)
    own = own_words(entry.comments)
    if note := " ".join(line for line in entry.comments if line not in own):
        yield "changed", note.removeprefix(CHANGED)
    for comment in own:
        if comment.startswith(PREFIX):
            yield "review", comment.removeprefix(PREFIX)
        elif comment.strip():
            yield "comment", comment
    if entry.previous:
        yield "previous", entry.previous[1]
    if standing(entry) is Standing.FUZZY:
        yield "state", "A person must look at this translation before readers may see it."
    yield from (("preview", link) for link in links)


def _original_data(codes: Iterable[tuple[Code, int]]) -> str:
    data: dict[str, str] = {}
    for code, number in codes:
        data.setdefault(f"d{number}", code.start)
        if code.end:
            data.setdefault(f"e{number}", code.end)
    return "".join(f'<data id="{name}">{escaped(text)}</data>' for name, text in data.items())


def _content(pieces: Iterable[Piece], numbers: Iterator[int]) -> str:
    return "".join(escaped(piece) if isinstance(piece, str) else _code(piece, numbers) for piece in pieces)


def printable(text: str) -> str:
    """Return *text* as attributes show it: programs that write “<” back bare make a file that is no XML any more."""
    return text.translate(_BRACKETS)


def _code(code: Code, numbers: Iterator[int]) -> str:
    number = next(numbers)
    kind, subtype = _TYPES.get(code.kind, ("link", f"rst:{code.kind.value}"))
    hints = attributes(canCopy="no", canDelete="no") if is_required(code.kind) else ""
    hints += attributes(type=kind, subType=subtype)
    if not code.end:
        shown = attributes(equiv=printable(code.start), disp=printable(code.start), dataRef=f"d{number}")
        return f'<ph id="{number}"{shown}{hints}/>'
    sides = {"dispStart": printable(code.start), "dispEnd": printable(code.end)}
    shown = attributes(**sides, dataRefStart=f"d{number}", dataRefEnd=f"e{number}")
    return f'<pc id="{number}"{shown}{hints}>{_content(code.inner, numbers)}</pc>'
