"""The lines of a catalog: plain UTF-8 and no character that text does not need."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builders.model.characters import unfit_lines
from builders.model.findings import Finding, Location, Severity
from builders.model.messages import CatalogEntry, MessageState
from builders.problems import Problem


def refusal(name: str, line: int, what: str, next_step: str, code: str = "catalog-syntax") -> Problem:
    """Return the Problem that says *what* is wrong in *line* of the catalog *name*, and the *next_step*."""
    return Problem(code=code, what=what, where=[Location(name, line)], next_step=next_step)


def with_unix_ends(data: bytes) -> bytes:
    """Return *data* with the line ends that catalogs are written with; programs for Windows write others."""
    return data.replace(b"\r\n", b"\n")


def line_end_notices(seen: Mapping[Path, bytes], written: Mapping[Path, bytes | None], root: Path) -> list[Finding]:
    """Return a notice for every file below *root* that had line ends of Windows when it was *seen*, and has none now.

    *written* is what replaces it, None for no file.
    """
    return [
        Finding(
            check="line-ends-changed",
            location=Location(path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)),
            message="the file had the line ends of Windows; it is written with LF line endings",
            hint="let your editor write Unix line ends, so that git shows only what you have changed",
            severity=Severity.WARNING,
        )
        for path, data in written.items()
        if data is not None and data != seen.get(path) and b"\r\n" in seen.get(path, b"")
    ]


def read_lines(data: bytes, name: str) -> Iterator[str]:
    """Yield the lines that *data* holds, without their ends; raise a Problem for what is no plain UTF-8 text."""
    data = with_unix_ends(data)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        advice = "save the file as UTF-8 without a byte order mark"
        raise refusal(name, 1, "the file begins with a byte order mark", advice, "catalog-charset")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"this line is not UTF-8 (byte {data[error.start]:#04x})"
        advice = "save the file as UTF-8, or restore the last good one"
        raise refusal(name, line, what, advice, "catalog-charset") from error
    unfit = dict(unfit_lines(text))
    if not unfit and "\r" not in text:
        yield from text.split("\n")
        return
    for number, shown in enumerate(text.split("\n"), start=1):
        if "\r" in shown:
            advice = "delete it; a line ends with LF (Unix) or CR LF (Windows), and with nothing else"
            raise refusal(name, number, "the line holds a carriage return", advice, "catalog-line-ends")
        if number in unfit:
            raise refusal(name, number, f"the line holds {unfit[number]}", "delete it", "catalog-character")
        yield shown


_FLAG = re.compile(r"[!-+\--~]+|range:[ \t]*\d+\.\.\d+")


@dataclass(slots=True)
class Draft:
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
    is_damaged: bool = False
    """Whether another program has made comments of its flags: then it is written anew."""

    @property
    def has_translation(self) -> bool:
        """Whether a msgstr has begun."""
        return any(keyword.startswith("msgstr") for keyword in self.parts)

    @property
    def lacks(self) -> str:
        """What must not be missing and is; empty when it is whole."""
        forms = [keyword for keyword in self.parts if keyword.startswith("msgstr[")]
        is_plural = "msgid_plural" in self.parts or bool(forms)
        needed = [f"msgstr[{number}]" for number in range(max(1, len(forms)))] if is_plural else ["msgstr"]
        needed = ["msgid", *(["msgid_plural"] if is_plural else []), *needed]
        return next((keyword for keyword in needed if keyword not in self.parts), "")


def flags_in(text: str) -> frozenset[str]:
    """Return the flags that stand in *text*, what follows ``#,`` or ``#=``; none where they do not stand apart."""
    flags = [flag.strip(" \t") for flag in text.split(",")]
    return frozenset(flags if all(map(_FLAG.fullmatch, flags)) else ())


def entry_of(draft: Draft) -> CatalogEntry:
    """Return the entry that *draft* has become."""
    text = {keyword: "".join(lines) for keyword, lines in draft.parts.items()}
    forms = tuple(text[keyword] for keyword in sorted(text) if keyword.startswith("msgstr["))
    previous = {keyword: "".join(lines) for keyword, lines in draft.previous.items()}
    return CatalogEntry(
        context=text.get("msgctxt", ""),
        msgid=text["msgid"],
        msgstr=forms[0] if forms else text["msgstr"],
        plural=text.get("msgid_plural", ""),
        forms=forms,
        line=draft.line,
        flags=frozenset(draft.flags),
        comments=tuple(draft.comments),
        extracted=tuple(draft.extracted),
        references=tuple(draft.references),
        previous=(previous.get("msgctxt", ""), previous["msgid"]) if "msgid" in previous else None,
        is_obsolete=draft.is_obsolete,
    )


def uneven(entry: CatalogEntry) -> tuple[str, str] | None:
    """Return what is wrong and what to do when only one text of *entry* begins or ends with a line end.

    msgfmt compiles no catalog with such a translation, unless it is fuzzy.
    """
    if entry.state is not MessageState.TRANSLATED or not entry.msgid or "\n" not in entry.msgid + entry.msgstr:
        return None
    for verb, holds in (("begins", str.startswith), ("ends", str.endswith)):
        if holds(entry.msgid, "\n") is not holds(entry.msgstr, "\n"):
            what = f"only one of msgid and msgstr {verb} with a line end (\\n)"
            return what, "let the msgstr begin and end as its msgid does"
    return None
