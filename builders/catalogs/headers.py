"""The header of a catalog: fields that translators' tools read, and add to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

ORDER = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
    "X-Review-State",
)
"""The order of the fields in a new header."""

ALWAYS = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def merge_header(fields: Mapping[str, str], old: str = "") -> str:
    """Return the header *old* with those of *fields* that it lacks; what it says itself stays, in its order."""
    known = dict(header_fields(old))
    missing = {name: value for name, value in {**ALWAYS, **fields}.items() if name not in known}
    if old and not missing:
        return old
    names = sorted(missing, key=ORDER.index)
    added = "".join(f"{name}: {missing[name]}\n" for name in names)
    return (old if old.endswith("\n") or not old else f"{old}\n") + added


def header_fields(header: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of *header* and their values."""
    for line in header.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()
