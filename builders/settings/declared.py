"""Reads the editions and the languages that the project declares."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from builders.model.editions import Edition, Format
from builders.model.findings import Finding
from builders.model.languages import Direction, Fonts, Language
from builders.model.progress import Tier
from builders.model.readers import ANYBODY, Band
from builders.model.vocabulary import AGES, PRINTED
from builders.settings.entries import TAG, Entry, claim, fault, line_of, one_of, only, table, text, texts, unknown_names

EDITIONS = "source/editions.toml"
LANGUAGES = "locale/languages.toml"
NAMES = ("version", "released", "shared-home", "default-edition", "first-tier", "band", "edition")
NAMED_IN = {"band": (EDITIONS, "id"), "edition": (EDITIONS, "id"), "language": (LANGUAGES, "tag")}
"""Where every kind of entry stands, and what names one."""

_HOME = re.compile(r"[a-z]{3}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_KEYS = {"band": "reading-band"}
"""What files call what has another name in the records."""

Declared = TypeVar("Declared", Band, Edition, Language)


def read_bands(data: Entry, file: str, faults: list[Finding]) -> Iterator[Band]:
    """Yield the bands of readers in *data*, which *file* says; add what is wrong with one to *faults*."""
    known: list[Band] = []
    for band in _each("band", data, file, faults, make=partial(_band, known=known)):
        known.append(band)
        yield band


def _band(entry: Entry, known: Iterable[Band]) -> Band:
    only(entry, ("id", "are-children", "beside-children"))
    are_children, beside_children = claim(entry, "are-children"), claim(entry, "beside-children")
    band = Band(id=text(entry, "id"), are_children=are_children, beside_children=beside_children)
    if not _NAME.fullmatch(band.id) or band.id in AGES:
        raise ValueError(f"id “{band.id}” is no name, or that of an age: use letters, digits and hyphens")
    if band.are_children and band.beside_children:
        raise ValueError("beside-children says that the readers are adults, and are-children that they are none")
    for other in known:
        if other.id == band.id:
            raise ValueError(f"id “{band.id}” stands twice")
        if other.beside_children and band.beside_children:
            raise ValueError(f"beside-children is true of one band, and {other.id} is it")
    return band


def read_editions(data: Entry, file: str, faults: list[Finding], *, bands: Iterable[Band]) -> Iterator[Edition]:
    """Yield the editions in *data*, which *file* says, written for *bands*; add what is wrong to *faults*."""
    declared = {
        name: Band(id=name) for name in _ids("band", data)
    }  # one at fault is named once, and not wherever it is read
    known = {**declared, **{band.id: band for band in bands}}
    return _each("edition", data, file, faults, make=partial(_edition, bands=known))


def read_shared_home(data: Entry, file: str, faults: list[Finding]) -> str:
    """Return the code of blocks that belong to no edition; add to *faults* what is wrong with it or means nothing."""
    faults += unknown_names(data, NAMES, path=EDITIONS, file=file, hint="mend the name, or delete the line")
    home = data.get("shared-home", "gen")
    taken = [each.get("home") for each in data.get("edition", ()) if isinstance(each, Mapping)]
    if not isinstance(home, str) or not _HOME.fullmatch(home) or home in taken:
        what = f"the home “{home}” of shared blocks is not three small letters that no edition has"
        faults.append(fault(EDITIONS, what, 'write it as in shared-home = "gen"', line_of("shared-home", file)))
    return str(home)


def _edition(entry: Entry, bands: Mapping[str, Band]) -> Edition:
    known = tuple(format_.value for format_ in Format)
    formats = texts(entry, "formats", known)
    if not formats or any(name not in known for name in formats):
        raise ValueError(f"formats names some of {', '.join(known)}")
    edition = Edition(**_values(entry, Edition), band=_band_of(entry, bands), formats=tuple(map(Format, formats)))
    if edition.quick_help and not edition.help_page:
        raise ValueError("quick-help leads to the help-page, and there is none")
    for name in edition.leaves_out:
        kind, _, attribute = name.partition(".")
        if attribute not in PRINTED.get(kind, ()):
            possible = ", ".join(f"{kind}.{each}" for kind, attributes in PRINTED.items() for each in attributes)
            raise ValueError(f"leaves-out names “{name}”; it can name {possible}")
    return edition


def _band_of(entry: Entry, bands: Mapping[str, Band]) -> Band:
    """Return the one of *bands* that *entry* is written for; where it says nothing, it is for adults of any kind."""
    named = text(entry, "reading-band", "")
    if named and not bands:
        raise ValueError(f"reading-band names “{named}”, and no [[band]] is declared")
    return bands[one_of(named, "reading-band", bands)] if named else ANYBODY


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
    """Yield what *make* returns for every entry [[*kind*]]; a finding has the line of what it begins with."""
    usual, name = NAMED_IN[kind]
    path = path or usual
    entries = data.get(kind, [])
    if not isinstance(entries, list):
        faults.append(fault(path, f"“{kind}” stands once for all", f"write [[{kind}]] above every one"))
        return
    for place, entry in enumerate(entries):
        try:
            yield make(table(entry))
        except ValueError as error:
            called = entry.get(name, f"without {name}") if isinstance(entry, dict) else entry
            line = _line(kind, place, str(error).partition(" ")[0].strip("“”"), file)
            faults.append(fault(path, f"{kind} {called}: {error}", "compare it with the others", line))


def _line(kind: str, place: int, name: str, file: str) -> int:
    """Return the line of *name* in the entry [[*kind*]] number *place* of *file*; of its heading, where it is not."""
    starts = [match.start() for match in re.finditer(rf"^[ \t]*\[\[\s*{kind}\s*\]\]", file, re.MULTILINE)]
    if place >= len(starts):
        return line_of(kind, file)
    entry = re.split(r"^[ \t]*\[\[", file[starts[place] :], maxsplit=2, flags=re.MULTILINE)[1]
    inside = re.search(rf"^[ \t]*{re.escape(name)}[ \t]*=", entry, re.MULTILINE)
    return file.count("\n", 0, starts[place]) + (entry.count("\n", 0, inside.start()) if inside else 0) + 1


def read_default(data: Entry, file: str, faults: list[Finding]) -> str:
    """Return the id of the edition that is shown where none is named: the first one where *data* names none."""
    ids = _ids("edition", data)
    try:
        return one_of(text(data, "default-edition", next(iter(ids), "")), "default-edition", ids or ("",))
    except ValueError as error:
        hint = "name an edition by its id, or delete the line: then it is the first one"
        faults.append(fault(EDITIONS, str(error), hint, line_of("default-edition", file)))
        return ""


def _ids(kind: str, data: Entry) -> list[str]:
    """Return what the entries [[*kind*]] of *data* are called, also those that cannot be read."""
    return [str(each.get("id", "")) for each in data.get(kind, ()) if isinstance(each, Mapping)]


def check_help(editions: Iterable[Edition], source: Path, file: str, faults: list[Finding]) -> None:
    """Report pages of help that readers cannot be led to."""
    for place, edition in enumerate(editions):
        page, line = edition.help_page, _line("edition", place, "help-page", file)
        if page and not (source / f"{page}.rst").is_file():
            what = f"edition {edition.id}: help-page names “{page}”, and there is no page source/{page}.rst"
            faults.append(fault(EDITIONS, what, 'write it as in help-page = "shared/help"', line))
        elif page and not edition.carries(page):
            what = f"edition {edition.id}: help-page names “{page}”, which is not among its documents"
            faults.append(fault(EDITIONS, what, "let the edition carry the page, or name one that it carries", line))


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
            if not _NAME.fullmatch(name):
                faults.append(fault(path, f"the {kind} “{name}” is no name", "use letters, digits and hyphens"))
            if names.count(name) > 1:
                faults.append(fault(path, f"the {kind} “{name}” stands twice", "give each its own"))
    for edition in editions:
        if not _HOME.fullmatch(edition.home):
            hint = "identifiers name the edition by it, as in rec-abc-001"
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
    known = {_KEYS.get(field.name, field.name.replace("_", "-")): field for field in fields(record)}
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
