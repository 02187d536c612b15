"""Reads the editions and the languages that the project declares."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from builders.model.editions import READING_BANDS, Edition, Format
from builders.model.findings import Finding
from builders.model.languages import Direction, Fonts, Language
from builders.model.progress import Tier
from builders.model.vocabulary import PRINTED
from builders.settings.entries import TAG, Entry, fault, line_of, one_of, only, table, text, texts, unknown_names

EDITIONS = "source/editions.toml"
LANGUAGES = "locale/languages.toml"
NAMES = ("version", "released", "shared-home", "first-tier", "edition")
NAMED_IN = {"edition": (EDITIONS, "id"), "language": (LANGUAGES, "tag")}
"""Where every kind of entry stands, and what names one."""

_HOME = re.compile(r"[a-z]{3}")

Declared = TypeVar("Declared", Edition, Language)


def read_editions(data: Entry, file: str, faults: list[Finding]) -> Iterator[Edition]:
    """Yield the editions in *data*, which *file* says; add what is wrong with one to *faults*."""
    return _each("edition", data, file, faults, make=_edition)


def read_shared_home(data: Entry, file: str, faults: list[Finding]) -> str:
    """Return the code of blocks that belong to no edition; add to *faults* what is wrong with it or means nothing."""
    faults += unknown_names(data, NAMES, path=EDITIONS, file=file, hint="mend the name, or delete the line")
    home = data.get("shared-home", "gen")
    taken = [each.get("home") for each in data.get("edition", ()) if isinstance(each, Mapping)]
    if not isinstance(home, str) or not _HOME.fullmatch(home) or home in taken:
        what = f"the home “{home}” of shared blocks is not three small letters that no edition has"
        faults.append(fault(EDITIONS, what, 'write it as in shared-home = "gen"', line_of("shared-home", file)))
    return str(home)


def _edition(entry: Entry) -> Edition:
    known = tuple(format_.value for format_ in Format)
    formats = texts(entry, "formats", known)
    if not formats or any(name not in known for name in formats):
        raise ValueError(f"formats names some of {', '.join(known)}")
    edition = Edition(**_values(entry, Edition), formats=tuple(map(Format, formats)))
    one_of(edition.reading_band, "reading-band", READING_BANDS)
    for name in edition.leaves_out:
        kind, _, attribute = name.partition(".")
        if attribute not in PRINTED.get(kind, ()):
            possible = ", ".join(f"{kind}.{each}" for kind, attributes in PRINTED.items() for each in attributes)
            raise ValueError(f"leaves-out names “{name}”; it can name {possible}")
    return edition


def read_languages(data: Entry, file: str, faults: list[Finding], path: str = LANGUAGES) -> Iterator[Language]:
    """Yield the languages in *data*, which *file* at *path* says; add what is wrong with one to *faults*."""
    return _each("language", data, file, faults, make=_language, path=path)


def _language(entry: Entry) -> Language:
    direction = text(entry, "direction", "ltr")
    if direction not in [each.value for each in Direction]:
        raise ValueError(f"direction is ltr or rtl, not “{direction}”")
    fonts = Fonts(**_values(table(entry.get("fonts", {})), Fonts))
    language = Language(**_values(entry, Language), direction=Direction(direction), fonts=fonts)
    for tag in (language.tag, language.word_tag):
        if not TAG.fullmatch(tag):
            raise ValueError(f"“{tag}” is no language tag: write it as in pt-BR")
    return language


def _each(
    kind: str, data: Entry, file: str, faults: list[Finding], *, make: Callable[[Entry], Declared], path: str = ""
) -> Iterator[Declared]:
    """Yield what *make* returns for every entry [[*kind*]]; a finding has the line of the heading."""
    usual, name = NAMED_IN[kind]
    path = path or usual
    entries = data.get(kind, [])
    if not isinstance(entries, list):
        faults.append(fault(path, f"“{kind}” stands once for all", f"write [[{kind}]] above every one"))
        return
    starts = [match.start() for match in re.finditer(rf"^[ \t]*\[\[\s*{kind}\s*\]\]", file, re.MULTILINE)]
    for place, entry in enumerate(entries):
        try:
            yield make(table(entry))
        except ValueError as error:
            called = entry.get(name, f"without {name}") if isinstance(entry, dict) else entry
            line = file.count("\n", 0, starts[place]) + 1 if place < len(starts) else line_of(kind, file)
            faults.append(fault(path, f"{kind} {called}: {error}", "compare it with the others", line))


def check_names(
    editions: tuple[Edition, ...], languages: tuple[Language, ...], source: Path, faults: list[Finding]
) -> None:
    """Report names that stand twice or could not be folders, and editions without an opening page."""
    for path, kind, names in (
        (EDITIONS, "edition id", [edition.id for edition in editions]),
        (EDITIONS, "edition home", [edition.home for edition in editions]),
        (LANGUAGES, "language tag", [language.tag for language in languages]),
        (LANGUAGES, "language locale", [language.locale for language in languages]),
    ):
        for name in names:
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name):
                faults.append(fault(path, f"the {kind} “{name}” is no name", "use letters, digits and hyphens"))
            if names.count(name) > 1:
                faults.append(fault(path, f"the {kind} “{name}” stands twice", "give each its own"))
    for edition in editions:
        if not _HOME.fullmatch(edition.home):
            hint = "identifiers name the edition by it, as in rec-pol-001"
            faults.append(fault(EDITIONS, f"the home “{edition.home}” is not three small letters", hint))
        named = f"the edition {edition.id}"
        if not edition.carries(edition.root):
            faults.append(fault(EDITIONS, f"{named} does not carry its root", "its documents must include the root"))
        if edition.is_annex(edition.root):
            hint = "its own text begins there; name the pages that are looked up, and no pattern that fits all"
            faults.append(fault(EDITIONS, f"{named} has its root among the annexes", hint))
        if not (source / f"{edition.root}.rst").is_file():
            what = f"{named} has no page source/{edition.root}.rst"
            faults.append(fault(EDITIONS, what, "write the opening page, or mend its name"))
    if not editions:
        faults.append(fault(EDITIONS, "there is no edition", "write an entry [[edition]]"))
    if not any(language.is_source for language in languages):
        faults.append(fault(LANGUAGES, "the language en is missing", "the text is written in it"))


def _values(entry: Entry, record: type[Edition | Fonts | Language]) -> dict[str, Any]:
    """Return the texts, lists of texts and choices in *entry*, by the names that they have in *record*."""
    known = {field.name.replace("_", "-"): field for field in fields(record)}
    only(entry, known)
    values: dict[str, Any] = {}
    for name, field in known.items():
        is_required = field.default is MISSING
        if name not in entry and not is_required:
            continue
        if field.type == "str":
            values[field.name] = text(entry, name, None if is_required else "")
        elif field.type == "tuple[str, ...]":
            values[field.name] = texts(entry, name)
        elif field.type == "bool":
            if not isinstance(entry[name], bool):
                raise ValueError(f"{name} is true or false, without quotation marks")
            values[field.name] = entry[name]
    return values


def read_tier(entry: Mapping[str, Any], source: Path, faults: list[Finding]) -> Tier:
    """Return the tier that *entry* describes, an empty one where it says nothing; add what is wrong to *faults*."""
    folders, blocks = frozenset(entry.get("folders", ())), frozenset(entry.get("blocks", ()))
    for name in sorted(folders):
        if not (source / name).is_dir():
            what = f"the first tier names “{name}”, which is no folder of source/"
            faults.append(fault(EDITIONS, what, 'write it as in folders = ["shared"]'))
    for name in sorted(blocks):
        if not _HOME.fullmatch(name):
            what = f"the first tier names “{name}”, with which no identifier begins"
            faults.append(fault(EDITIONS, what, 'write it as in blocks = ["rec", "prc"]'))
    return Tier(what=str(entry.get("what", "")), folders=folders, blocks=blocks)
