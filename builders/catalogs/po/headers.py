"""The header of a catalog: fields that translators' tools read, and add to."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from babel import parse_locale

ALWAYS = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
ORDER = ("Project-Id-Version", "Language", *ALWAYS, "Plural-Forms", "X-Review-State")
"""The order of the fields in a new header."""
OURS = ("X-Review-State",)
"""Fields that follow ``locale/languages.toml`` whatever a catalog says."""
HELD = ("Language", "Content-Type", "Plural-Forms", "X-Review-State")
"""Fields on which two sides of a merge must agree; in the others, the side that was saved later is right."""


def merge_header(fields: Mapping[str, str], old: str = "") -> str:
    """Return the header *old* with those of *fields* that it lacks or leaves empty; what it says stays, in its order.

    Only the fields of OURS take the value of *fields* in any case.
    """
    known = {name.lower() for name, _ in header_fields(old)}
    missing = {name: value for name, value in {**ALWAYS, **fields}.items() if name.lower() not in known}
    kept = "".join(_current(line, fields) for line in old.splitlines(keepends=True))
    if old and not missing:
        return kept
    names = sorted(missing, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    added = "".join(f"{name}: {missing[name]}\n" for name in names)
    return (kept if kept.endswith("\n") or not kept else f"{kept}\n") + added


Fault = tuple[str, str, str]
"""What is wrong, what to do, and the code of the problem."""


def header_fault(header: str, *, is_foreign: bool = False) -> Fault | None:
    """Return what keeps other programs from reading *header*, None when all of them can.

    Of a catalog that *is_foreign*, which only comes in, nothing but the encoding and one language matters.
    Babel, which Sphinx reads catalogs with, stops at a language, a date or plural forms that it does not understand.
    It takes an empty date for one, too; that is let through, as Poedit leaves the dates of a new catalog empty.
    """
    lines = header.removesuffix("\n").split("\n")
    known = {name.lower(): value.strip(" ") for name, _, value in (line.partition(":") for line in lines)}
    content = known.get("content-type", "")
    if re.findall(r"charset=(.*)", header.lower()) != ["utf-8"] or "charset=" not in content:
        advice = "write Content-Type: text/plain; charset=UTF-8, once, and save the file as UTF-8"
        return f"the header says “{content or 'no charset'}”", advice, "catalog-charset"
    for line in () if is_foreign else lines:
        if not _FIELD.fullmatch(line):
            what = f"the header holds “{line[:40]}”, which is no field"
            return what, "write Name: value, one field a line", "catalog-header"
    fields = Counter(line.partition(":")[0].lower() for line in lines)
    doubled = [name for name, count in fields.items() if count > 1 and (name == "language" or not is_foreign)]
    if twice := next(iter(doubled), None):
        return f"the header has the field “{twice}” twice", "delete one of the two lines", "catalog-header"
    for name, read, advice in () if is_foreign else _READABLE:
        if (value := known.get(name.lower(), "")) and not _is_readable(value, read):
            return f"the header says “{name}: {value[:40]}”, which other programs cannot read", advice, "catalog-header"
    return None


def _is_readable(value: str, read: Callable[[str], object]) -> bool:
    try:
        return bool(read(value))
    except ValueError:
        return False


def _language(value: str) -> object:
    return parse_locale(value.replace("-", "_"))


def _date(value: str) -> datetime | None:
    return datetime.strptime(value[:16], "%Y-%m-%d %H:%M") if _DATE.fullmatch(value) else None


_FIELD = re.compile(r"[!-9;-~]+:.*")
_DATE = re.compile(r"[\d-]{10} [\d:]{5}([+-]([01]\d|2[0-3])[0-5]\d)?", re.ASCII)
_RULE = re.compile(r"nplurals *= *[1-9] *(; *plural *= *[n0-9 ()?:!=<>&|%+*/-]+)?;?", re.ASCII)
_WRITE_DATE = "write a date such as 2026-01-31 12:00+0000, or delete the line"
_READABLE: tuple[tuple[str, Callable[[str], object], str], ...] = (
    ("Language", _language, "write the language as the folder is called, such as zh_CN"),
    ("POT-Creation-Date", _date, _WRITE_DATE),
    ("PO-Revision-Date", lambda value: "YEAR" in value or _date(value), _WRITE_DATE),
    ("Plural-Forms", _RULE.fullmatch, "copy the line from another catalog of the language"),
)
"""Fields that another program gives up at, what it reads in a value, and what to write where that is nothing."""


def _current(line: str, fields: Mapping[str, str]) -> str:
    name, colon, value = line.partition(":")
    wanted = fields.get(name, "")
    if not colon or not wanted or value.strip() == wanted or (value.strip() and name not in OURS):
        return line
    return f"{name}: {wanted}\n"


def header_fields(header: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of *header* and their values."""
    for line in header.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()
