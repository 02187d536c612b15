"""The texts of another project's catalog as its readers see them, whether they are reStructuredText or not."""

import re
from collections.abc import Iterator

from builders.checks.foreign.directives import DIRECTIVES
from builders.checks.translations.pairs import OUTSIDE, Pair, Side, side
from builders.language.sentences import sentences
from builders.model.characters import without_unseen
from builders.model.findings import Location
from builders.model.messages import CatalogEntry, message_id

_MARKED_UP = re.compile(r"\.(?:rst|rest|txt|inc)(?::\d+)?$", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_PLACE = re.compile(r"\{[^{}\n]*\}")


def is_marked_up(entry: CatalogEntry) -> bool:
    """Whether *entry* comes from reStructuredText, as far as the files that it names tell; a program has none."""
    said = " ".join(entry.references)
    return "docstring of" in said or any(_MARKED_UP.search(place) for place in said.split())


def pairs_of(entry: CatalogEntry, domain: str, path: str, *, tag: str, is_marked: bool) -> Iterator[Pair]:
    """Yield *entry* of the catalog *path* beside its translation into *tag*; each plural form is a pair."""
    forms = [form for form in entry.forms if form] or [entry.msgstr]
    for number, form in enumerate(forms):
        # The first form may say “one thing”; every other is a translation of the text for several.
        text = entry.plural if entry.plural and number else entry.msgid
        yield Pair(
            id=message_id(domain, entry.key),
            domain=domain,
            context=entry.context,
            source=_side("en", text, entry, is_marked=is_marked),
            target=_side(tag, form, entry, is_marked=is_marked),
            location=Location(path, entry.line),
            origin=origin_of(entry),
            role="text" if is_marked else "alt",  # which is text without markup
        )


def _side(tag: str, message: str, entry: CatalogEntry, *, is_marked: bool) -> Side:
    if is_marked:
        return side(tag, message)
    filled = message
    for flag in sorted(entry.flags & DIRECTIVES.keys()):
        filled = DIRECTIVES[flag].pattern.sub(_filled, filled)
    text = without_unseen(_PLACE.sub(OUTSIDE, _TAG.sub("", filled)))
    parts = tuple(each for _, each in sentences(text, tag))
    return Side(tag=tag, message=message, text=text, sentences=parts, filled=filled)


def _filled(match: re.Match[str]) -> str:
    """Return what readers see for a directive: what a doubled mark stands for, or what the program fills in."""
    return match[0][-1] if match[0] == "%%" else OUTSIDE


def origin_of(entry: CatalogEntry) -> Location:
    """Return the first place in the source that *entry* names; the catalog need not name any."""
    first = next((place for line in entry.references for place in line.split()), "")
    path, colon, line = first.rpartition(":")
    return Location(path, int(line)) if colon and line.isascii() and line.isdigit() else Location(first or "?")
