"""The strict reader: a catalog is read with every message, or refused with its line.

Babel and polib load several kinds of broken catalogs in silence and lose messages;
a catalog of these guidelines is refused instead, in words for a translator.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from builders.model.findings import Location
from builders.model.messages import Catalog, CatalogEntry, Key, Written
from builders.problems import Problem

_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_ESCAPE = re.compile(r"\\(.?)")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_KEYWORD = re.compile(r"(msgctxt|msgid|msgstr)\s+(.*)")


def read_catalog(path: Path, name: str | None = None) -> Catalog:
    """Return the catalog in *path*; raise a Problem that names file, line and remedy.

    *name* is what messages call the file, the path itself by default.
    """
    shown = name or str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            code="catalog-unreadable",
            what=f"the catalog cannot be read: {error.strerror}",
            where=[Location(shown)],
            next_step="restore the file from the repository",
        ) from error
    return parse_catalog(data, shown)


def parse_catalog(data: bytes, name: str) -> Catalog:
    """Return the catalog that *data* holds; *name* is what messages call the file."""
    lines = list(_lines(data, name))
    reader = _Reader(name, lines)
    for number, line in enumerate(lines, start=1):
        reader.read_line(line, number)
    return reader.finish()


def _refuse(name: str, line: int, what: str, next_step: str, code: str = "catalog-syntax") -> Problem:
    return Problem(code=code, what=what, where=[Location(name, line)], next_step=next_step)


def _lines(data: bytes, name: str) -> Iterator[str]:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        advice = "save the file as UTF-8 without a byte order mark"
        raise _refuse(name, 1, "the file begins with a byte order mark", advice, "catalog-charset")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"this line is not UTF-8 (byte {data[error.start]:#04x})"
        advice = "save the file as UTF-8, or restore the last good one"
        raise _refuse(name, line, what, advice, "catalog-charset") from error
    for number, shown in enumerate(text.split("\n"), start=1):
        if "\r" in shown:
            advice = "save the file with LF line ends (Unix)"
            raise _refuse(name, number, "the line holds a carriage return", advice, "catalog-line-ends")
        if control := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffd\ufffe\uffff]", shown):
            what = f"the line holds the character U+{ord(control[0]):04X}, which no text needs"
            raise _refuse(name, number, what, "delete the character", "catalog-character")
        yield shown


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are being read."""

    parts: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    line: int = 0
    first_line: int = 0
    is_obsolete: bool = False


class _Reader:
    """Reads line after line into entries; every line must be one that gettext knows."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self._name = name
        self._lines = lines
        self._last = 0
        self._end = 0
        self._draft = _Draft()
        self._open: list[str] | None = None
        self._entries: list[CatalogEntry] = []
        self._places: dict[tuple[Key, bool], int] = {}
        self._header: CatalogEntry | None = None
        self._number = 0

    def read_line(self, line: str, number: int) -> None:
        """Take in *line*, the one with *number*."""
        self._number = number
        if _CONFLICT.match(line):
            advice = "merge the two versions, then delete the lines with <<<<<<<, ======= and >>>>>>>"
            raise self._refuse("the file holds an unfinished merge (a conflict marker)", advice, "catalog-conflict")
        if not line.strip():
            self._close()
            return
        if not self._draft.first_line:
            self._draft.first_line = number
        if line.startswith("#~"):
            self._obsolete(line[2:].strip())
        elif line.startswith("#"):
            self._comment(line)
        else:
            self._statement(line.strip(), is_obsolete=False)
        if not self._draft.first_line:  # the line has closed one entry and begun the next
            self._draft.first_line = number
        self._last = number

    def finish(self) -> Catalog:
        """Return the catalog; raise a Problem when it has no header."""
        self._close()
        if self._header is None:
            self._number = 1
            advice = 'begin the file with msgid "" and the header of another catalog'
            raise self._refuse("the catalog has no header", advice, "catalog-header")
        header = self._header
        catalog = Catalog(
            path=self._name,
            header=header.msgstr,
            entries=tuple(self._entries),
            header_comments=header.comments,
            header_flags=header.flags,
            head=header,
            tail="\n".join(["", *self._lines[self._end :]]),
        )
        content_type = catalog.header_field("Content-Type").replace(" ", "").lower()
        if not re.search(r"charset=utf-8(;|$)", content_type):
            self._number = header.line
            what = f"the header says “{catalog.header_field('Content-Type') or 'no charset'}”"
            advice = "write Content-Type: text/plain; charset=UTF-8 and save the file as UTF-8"
            raise self._refuse(what, advice, "catalog-charset")
        return catalog

    def _refuse(self, what: str, next_step: str, code: str = "catalog-syntax") -> Problem:
        return _refuse(self._name, self._number, what, next_step, code)

    def _obsolete(self, rest: str) -> None:
        if rest.startswith("|"):
            self._begin_comment()
            self._previous(rest[1:].strip())
        elif rest:
            self._statement(rest, is_obsolete=True)

    def _comment(self, line: str) -> None:
        self._begin_comment()
        draft = self._draft
        kind, text = line[1:2], line[2:].strip()
        if kind == ".":
            draft.extracted.append(text)
        elif kind == ":":
            draft.references.append(text)
        elif kind == ",":
            draft.flags.update(flag.strip() for flag in text.split(",") if flag.strip())
        elif kind == "|":
            self._previous(text)
        else:
            draft.comments.append(line[1:].removeprefix(" "))

    def _begin_comment(self) -> None:
        if "msgstr" in self._draft.parts:
            self._close()
        elif self._draft.parts:
            raise self._refuse("a comment stands inside an entry", "move the comment above its msgid")

    def _previous(self, text: str) -> None:
        if match := _KEYWORD.fullmatch(text):
            self._open = self._draft.previous.setdefault(match[1], [])
            text = match[2]
        if self._open is None:
            raise self._refuse("a previous text begins without msgid", "delete the line, or restore the one above")
        self._open.append(self._string(text))

    def _statement(self, text: str, *, is_obsolete: bool) -> None:
        if match := _KEYWORD.fullmatch(text):
            self._begin(match[1], is_obsolete=is_obsolete)
            text = match[2]
        elif text.startswith(("msgid_plural", "msgstr[")):
            raise self._refuse("plural forms are not used here", "write one msgid and one msgstr")
        elif not text.startswith('"'):
            raise self._refuse(f"“{text[:40]}” is no line of a catalog", "delete the line, or put it in quotes")
        if self._open is None or not self._draft.parts:
            raise self._refuse("a quoted line stands outside any entry", "delete the line, or restore its msgid")
        if is_obsolete is not self._draft.is_obsolete:
            raise self._refuse(
                "an obsolete line (#~) stands inside an entry in use", "give every line of it #~, or none"
            )
        self._open.append(self._string(text))

    def _begin(self, keyword: str, *, is_obsolete: bool) -> None:
        draft = self._draft
        if "msgstr" in draft.parts and keyword in ("msgctxt", "msgid"):
            self._close()
            draft = self._draft
        if keyword in draft.parts:
            raise self._refuse(f"the entry has two {keyword}", "leave an empty line between entries")
        if keyword == "msgstr" and "msgid" not in draft.parts:
            raise self._refuse("a msgstr stands without a msgid", "restore the msgid above it")
        if keyword == "msgctxt" and "msgid" in draft.parts:
            raise self._refuse("msgctxt stands below msgid", "move it above")
        if not draft.parts:
            draft.is_obsolete = is_obsolete
        if keyword == "msgid":
            draft.line = self._number
        self._open = draft.parts.setdefault(keyword, [])

    def _string(self, text: str) -> str:
        match = _QUOTED.fullmatch(text)
        if match is None:
            raise self._refuse(
                "the quotes of this line do not match", 'begin and end the line with ", write \\" inside it'
            )
        return _ESCAPE.sub(self._unescape, match[1])

    def _unescape(self, match: re.Match[str]) -> str:
        if match[1] not in _ESCAPES:
            raise self._refuse(f"“\\{match[1]}” means nothing in a catalog", "write \\\\ for a backslash")
        return _ESCAPES[match[1]]

    def _close(self) -> None:
        draft, self._draft, self._open = self._draft, _Draft(), None
        if not draft.parts:
            if draft.flags or draft.previous:
                raise self._refuse("flags or a previous text stand without an entry", "restore the msgid below them")
            if draft.comments or draft.extracted or draft.references:
                # A comment that stands alone belongs to the next entry: nothing a translator wrote is lost.
                self._draft.comments, self._draft.first_line = draft.comments, draft.first_line
            return
        if "msgid" not in draft.parts or "msgstr" not in draft.parts:
            missing = "msgid" if "msgid" not in draft.parts else "msgstr"
            raise self._refuse(f"the entry that ends here has no {missing}", f"restore the {missing}")
        self._keep(self._with_lines(_entry(draft), draft.first_line), draft.line)

    def _with_lines(self, entry: CatalogEntry, first_line: int) -> CatalogEntry:
        """Return *entry* with its own lines, from *first_line* to the last one read."""
        text = "\n".join(self._lines[first_line - 1 : self._last])
        before = "".join(f"{line}\n" for line in self._lines[self._end : first_line - 1])
        self._end = self._last
        return replace(entry, written=Written(text=text, before=before, entry=entry))

    def _keep(self, entry: CatalogEntry, line: int) -> None:
        place = (entry.key, entry.is_obsolete)
        if place in self._places:
            self._number = line
            what = f"the message stands in line {self._places[place]} too: “{entry.msgid[:40]}”"
            raise self._refuse(what, "keep the better translation and delete the other entry", "catalog-duplicate")
        self._places[place] = line
        if entry.msgid or entry.context:
            if self._header is None:
                self._number = line
                advice = 'begin the file with msgid "" and the header of another catalog'
                raise self._refuse("the catalog begins without a header", advice, "catalog-header")
            self._entries.append(entry)
        else:
            self._header = entry


def _entry(draft: _Draft) -> CatalogEntry:
    text = {keyword: "".join(lines) for keyword, lines in draft.parts.items()}
    previous = {keyword: "".join(lines) for keyword, lines in draft.previous.items()}
    return CatalogEntry(
        context=text.get("msgctxt", ""),
        msgid=text["msgid"],
        msgstr=text["msgstr"],
        line=draft.line,
        flags=frozenset(draft.flags),
        comments=tuple(draft.comments),
        extracted=tuple(draft.extracted),
        references=tuple(draft.references),
        previous=(previous.get("msgctxt", ""), previous["msgid"]) if "msgid" in previous else None,
        is_obsolete=draft.is_obsolete,
    )
