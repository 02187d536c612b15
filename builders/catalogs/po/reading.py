"""The strict reader: a catalog is read with every message, or refused with its line.

Babel and polib load several kinds of broken catalogs in silence and lose messages;
a catalog of these guidelines is refused instead, in words for a translator.
"""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from builders.catalogs.po.dialects import OURS, Dialect
from builders.catalogs.po.garbage import without_search_for_cycles
from builders.catalogs.po.headers import header_fault
from builders.catalogs.po.lines import Draft, entry_of, flags_in, read_lines, refusal, uneven
from builders.catalogs.po.plain import PlainEntry, read_plain
from builders.model.findings import Location
from builders.model.messages import Catalog, CatalogEntry, Key, Written
from builders.problems import Problem

_ESCAPE = re.compile(r"\\(.?)")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_SETTLE = (
    "merge the two versions, then delete the lines with <<<<<<<, ======= and >>>>>>>; the merge driver does most of it:"
    " run .venv/bin/cop merge-po --install, then git checkout --merge with the name of the file"
)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
# gettext puts a name with spaces between these two invisible marks, and Babel stops at one without the other.
_PLACES = re.compile("[^\u2068\u2069]*(\u2068[^\u2068\u2069]*\u2069[^\u2068\u2069]*)*")
_BEGIN = 'begin the file with msgid "" and the header of another catalog'
_BLANKS = " \t"
"""What gettext takes for space; a non-breaking space is text."""


def read_catalog(path: Path, name: str | None = None, *, is_mended: bool = False) -> Catalog:
    """Return the catalog in *path*; raise a Problem that names file, line and remedy.

    *name* is what messages call the file, the path itself by default. *is_mended* says that whoever reads it settles
    what stands in it twice, in use and obsolete: sphinx-intl leaves such catalogs, and gettext refuses them.
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
    return parse_catalog(data, shown, is_mended=True) if is_mended else _parse_once(data, shown)


@without_search_for_cycles()
def parse_catalog(
    data: bytes, name: str, *, is_mended: bool = False, is_foreign: bool = False, dialect: Dialect = OURS
) -> Catalog:
    """Return the catalog that *data* holds, as read_catalog does.

    *is_foreign* says that only its texts are taken, so that of its header no more is asked than how to read them.
    *dialect* says which lines it may have.
    """
    lines = list(read_lines(data, name))
    text = "\n".join(lines)
    reader = _Reader(name, lines, is_mended=is_mended, dialect=dialect)
    place, number = 0, 1
    while number <= len(lines):
        if plain := reader.read_plain(text, place, number):
            place, number = place + plain.length, number + plain.lines
        else:
            reader.read_line(lines[number - 1], number)
            place, number = place + len(lines[number - 1]) + 1, number + 1
    return reader.finish(is_foreign=is_foreign)


_parse_once = lru_cache(maxsize=64)(parse_catalog)
"""What publishing is planned by, what is checked and what is built read the same catalogs, one after another."""


class _Reader:
    """Reads line after line into entries; every line must be one that gettext knows."""

    def __init__(self, name: str, lines: list[str], *, is_mended: bool, dialect: Dialect) -> None:
        self._name, self._lines = name, lines
        self._dialect, self._is_mended = dialect, is_mended
        self._last = 0
        self._end = 0
        self._draft = Draft()
        self._open: list[str] | None = None
        self._entries: list[CatalogEntry] = []
        self._places: dict[tuple[Key, bool], int] = {}
        self._header: CatalogEntry | None = None
        self._number = 0

    def read_plain(self, text: str, place: int, number: int) -> PlainEntry | None:
        """Take in the entry at *place* of *text*, in line *number*; None when it must be read line by line."""
        if self._draft.first_line:
            return None
        before = "".join(f"{line}\n" for line in self._lines[self._end : number - 1])
        if plain := read_plain(text, place, number, before):
            self._last = self._end = number + plain.lines - 1
            self._keep(plain.entry, plain.entry.line, has_context=plain.entry.context != "")
        return plain

    def read_line(self, line: str, number: int) -> None:
        """Take in *line*, the one with *number*."""
        self._number = number
        if _CONFLICT.match(line):
            raise self._refuse("the file holds an unfinished merge (a conflict marker)", _SETTLE, "catalog-conflict")
        if not line.strip(_BLANKS):
            self._close()
            return
        if not self._draft.first_line:
            self._draft.first_line = number
        if line.startswith("#") and not self._dialect.mark.match(line):
            raise self._refuse("the mark at the beginning of the line is unknown", "write a space behind the mark")
        if line.startswith("#~"):
            self._obsolete(line[2:].strip(_BLANKS))
        elif line.startswith("#"):
            self._comment(line)
        else:
            self._statement(line.strip(_BLANKS), is_obsolete=False)
        if not self._draft.first_line:  # the line has closed one entry and begun the next
            self._draft.first_line = number
        self._last = number

    def finish(self, *, is_foreign: bool) -> Catalog:
        """Return the catalog; raise a Problem when it has no header, or one that other programs cannot read."""
        self._close()
        if self._draft.extracted or self._draft.references:
            self._number = self._draft.first_line
            advice = "restore the end of the file from the repository, or delete the line"
            raise self._refuse("the catalog ends in the middle of an entry", advice)
        if self._header is None:
            self._number = 1
            raise self._refuse("the catalog has no header", _BEGIN, "catalog-header")
        header = self._header
        if fault := header_fault(header.msgstr, is_foreign=is_foreign):
            self._number = header.line
            raise self._refuse(*fault)
        return Catalog(
            path=self._name,
            header=header.msgstr,
            entries=tuple(self._entries),
            header_comments=header.comments,
            header_flags=header.flags,
            head=header,
            tail="\n".join(["", *self._lines[self._end :]]),
        )

    def _refuse(self, what: str, next_step: str, code: str = "catalog-syntax") -> Problem:
        return refusal(self._name, self._number, what, next_step, code)

    def _obsolete(self, rest: str) -> None:
        if rest.startswith("|"):
            self._begin_comment(is_previous=True)
            self._previous(rest[1:].strip(_BLANKS), is_obsolete=True)
        else:
            self._statement(rest, is_obsolete=True)

    def _comment(self, line: str) -> None:
        kind, text = line[1:2], line[2:].strip(_BLANKS)
        self._begin_comment(is_previous=kind == "|")
        draft = self._draft
        if kind == ".":
            draft.extracted.append(text)
        elif kind == ":":
            if not _PLACES.fullmatch(text):
                raise self._refuse("the marks around a name in this line do not match", "delete the line")
            draft.references.append(text)
        elif kind in (",", "="):
            draft.flags |= flags_in(text)
            if not flags_in(text):
                advice = "write plain words without spaces, and one comma between two flags"
                raise self._refuse("the flags of this line do not stand apart", advice)
        elif kind == "|":
            self._previous(text, is_obsolete=False)
        elif text.startswith("=") and "fuzzy" in (flags := flags_in(text[1:])):
            # Babel, sphinx-intl and gettext before 0.26 take "#= fuzzy" for a comment and write it as "# = fuzzy".
            draft.flags |= flags
            draft.is_damaged = True
        else:
            self._open = None
            draft.comments.append(line[1:].removeprefix(" "))

    def _begin_comment(self, *, is_previous: bool = False) -> None:
        if self._draft.has_translation:
            self._close()
        elif self._draft.parts:
            raise self._refuse("a comment stands inside an entry", "move the comment above its msgid")
        elif self._draft.previous and not is_previous:
            raise self._refuse("a comment stands below a previous text", "move it above the lines with #|")

    def _previous(self, text: str, *, is_obsolete: bool) -> None:
        self._mark(is_obsolete=is_obsolete)
        previous = self._draft.previous
        if match := self._dialect.keyword.fullmatch(text):
            is_late = "msgid" in previous and match[1] != "msgid_plural"
            if match[1].startswith("msgstr") or match[1] in previous or is_late:
                raise self._refuse(f"a previous {match[1]} has no place here", "delete the line")
            self._open = previous[match[1]] = []
            text = match[2]
        if self._open is None:
            raise self._refuse("a previous text begins without msgid", "delete the line, or restore the one above")
        self._open.append(self._string(text))

    def _statement(self, text: str, *, is_obsolete: bool) -> None:
        if match := self._dialect.keyword.fullmatch(text):
            self._begin(match[1], is_obsolete=is_obsolete)
            text = match[2]
        elif text.startswith(("msgid_plural", "msgstr[")):
            raise self._refuse("plural forms are not used here", "write one msgid and one msgstr")
        elif not text.startswith('"'):
            raise self._refuse(f"“{text[:40]}” is no line of a catalog", "delete the line, or put it in quotes")
        if self._open is None or not self._draft.parts:
            raise self._refuse("a quoted line stands outside any entry", "delete the line, or restore its msgid")
        self._mark(is_obsolete=is_obsolete)
        self._open.append(self._string(text))

    def _mark(self, *, is_obsolete: bool) -> None:
        draft = self._draft
        if not draft.parts and not draft.previous:
            draft.is_obsolete = is_obsolete
        elif draft.is_obsolete is not is_obsolete:
            what = "an obsolete line (#~) stands inside an entry in use"
            raise self._refuse(what, "give every line of it #~, or none")

    def _begin(self, keyword: str, *, is_obsolete: bool) -> None:
        draft = self._draft
        if draft.has_translation and keyword in ("msgctxt", "msgid"):
            self._close()
            draft = self._draft
        if keyword in draft.parts:
            raise self._refuse(f"the entry has two {keyword}", "leave an empty line between entries")
        if keyword.startswith(("msgstr", "msgid_")) and "msgid" not in draft.parts:
            raise self._refuse(f"a {keyword} stands without a msgid", "restore the msgid above it")
        if keyword == "msgctxt" and "msgid" in draft.parts:
            raise self._refuse("msgctxt stands below msgid", "move it above")
        self._mark(is_obsolete=is_obsolete)
        if keyword == "msgid":
            draft.line = self._number
        self._open = draft.parts.setdefault(keyword, [])

    def _string(self, text: str) -> str:
        if match := _QUOTED.fullmatch(text):
            return _ESCAPE.sub(self._unescape, match[1])
        advice = 'begin and end the line with ", write \\" inside it'
        raise self._refuse("the quotes of this line do not match", advice)

    def _unescape(self, match: re.Match[str]) -> str:
        if match[1] not in self._dialect.escapes:
            raise self._refuse(f"“\\{match[1]}” means nothing in a catalog", "write \\\\ for a backslash")
        return self._dialect.escapes[match[1]]

    def _close(self) -> None:
        draft, self._draft, self._open = self._draft, Draft(), None
        if not draft.parts:
            if draft.flags or draft.previous:
                raise self._refuse("flags or a previous text stand without an entry", "restore the msgid below them")
            # A comment that stands alone belongs to the next entry: nothing a translator wrote is lost.
            self._draft = draft
            return
        if needed := draft.lacks:
            raise self._refuse(f"the entry that ends here has no {needed}", f"restore the {needed}")
        if draft.previous and "msgid" not in draft.previous:
            raise self._refuse("the previous text of the entry that ends here has no msgid", "delete its lines")
        entry = entry_of(draft)
        if self._dialect.is_strict and (fault := uneven(entry)):
            raise self._refuse(*fault)
        text = "\n".join(self._lines[draft.first_line - 1 : self._last])
        before = "".join(f"{line}\n" for line in self._lines[self._end : draft.first_line - 1])
        self._end = self._last
        written = replace(entry, written=Written(text=text, before=before, entry=entry))
        self._keep(entry if draft.is_damaged else written, draft.line, has_context="msgctxt" in draft.parts)

    def _keep(self, entry: CatalogEntry, line: int, *, has_context: bool) -> None:
        self._number = line
        if has_context and not entry.context and self._dialect.is_strict:
            raise self._refuse("the msgctxt is empty", "write the identifier of the block, or delete the line")
        if not entry.msgid and (entry.context or entry.is_obsolete):
            raise self._refuse("an entry that is not the header has an empty msgid", "restore the msgid, or delete it")
        self._refuse_twice(entry)
        if not entry.msgid:
            self._header = entry
        elif self._header is None:
            raise self._refuse("the catalog begins without a header", _BEGIN, "catalog-header")
        else:
            self._entries.append(entry)

    def _refuse_twice(self, entry: CatalogEntry) -> None:
        """Raise a Problem when the message of *entry* has a place in the file already."""
        key = entry.key
        same, other = (key, entry.is_obsolete), (key, not entry.is_obsolete)
        if first := self._places.get(same) or (not self._is_mended and self._places.get(other)):
            advice = "keep the better translation and delete the other entry"
            if same not in self._places:
                advice = "run .venv/bin/cop update: it keeps what is in use, and the other in the translation memory"
            what = f"the message stands in line {first} too: “{entry.msgid[:40]}”"
            raise self._refuse(what, advice, "catalog-duplicate")
        self._places[same] = self._number
