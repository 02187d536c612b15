"""Takes files of translators' own programs into the catalogs and the memory of their language."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from builders.catalogs.exchange.placing import placed
from builders.catalogs.exchange.returned import Returned, ReturnedUnit, means, parse_po
from builders.catalogs.exchange.taking import ImportRules, Taken, remember, take_in
from builders.catalogs.exchange.tbx_reading import ROOTS
from builders.catalogs.exchange.tmx import parse_tmx, tmx_languages
from builders.catalogs.exchange.xliff_reading import parse_xliff
from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.folders import domains, language_memory, memory_path, read_catalogs
from builders.catalogs.gate import SOURCE
from builders.catalogs.kept_pairs import with_pairs
from builders.catalogs.memory import format_memory
from builders.catalogs.own_catalogs import (
    catalog_name,
    chosen_domain,
    differing,
    own_catalogs,
    own_folder,
    sources,
    with_those_below,
)
from builders.catalogs.po.lines import line_end_notices
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog, in_our_layout
from builders.catalogs.reviews import name_fault, unnamed
from builders.catalogs.xml_files import parse_xml, unreadable
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog, Pair
from builders.problems import Problem
from builders.publishing.changed import refused_texts
from builders.settings import Settings
from builders.translating.exporting import translated_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What became of the files of one language."""

    language: Language
    counts: Mapping[str, int]
    remembered: int
    """Pairs that are new in the memory."""
    changed_files: int
    """How many files have changed, or would."""
    findings: tuple[Finding, ...]
    notices: tuple[Finding, ...] = ()
    """About files that no longer end their lines as a program for Windows had written them, or would not."""


LEFT_OUT = "of other languages left out"
"""What the report calls units of a memory without a text in English or in the language."""


def import_files(
    settings: Settings,
    paths: Sequence[Path],
    terms: ImportRules,
    *,
    language: Language | None = None,
    trusts_initial: bool = False,
    is_dry_run: bool = False,
    asked: Iterable[Mapping[str, Sequence[ReturnedUnit]]] = (),
) -> list[Import]:
    """Take in what the files *paths* bring, and return what became of it, by language; write nothing on a dry run.

    What was *asked* of a server comes in as well, by the tag of its language.

    Every file is read before anything is written. Raises a Problem for a file that cannot be read, or whose language
    is not known.
    """
    if terms.by and (fault := name_fault(terms.by)):
        raise unnamed(fault)
    units: dict[str, list[ReturnedUnit]] = {}
    for answer in asked:
        for tag, found in answer.items():
            units.setdefault(tag, []).extend(found)
    pairs: dict[str, list[Pair]] = {}
    left_out: Counter[str] = Counter()
    for path in paths:
        data, name = _read(path), str(path)
        if _is_xml(data) and parse_xml(data, name).tag == "tmx":
            if settings.adaptation:
                advice = "take it in without --adaptation, or give your program the catalogs of the adaptation"
                raise unreadable(name, "an adaptation has no translation memory", line=0, next_step=advice)
            own = _language(settings, language, name, *tmx_languages(data, name))
            memory = parse_tmx(data, own, name)
            pairs.setdefault(own.tag, []).extend(memory.pairs)
            left_out[own.tag] += memory.left_out
        else:
            returned = _returned(data, path, settings, trusts_initial=trusts_initial)
            own = _language(settings, language, name, *([returned.language] if returned.language else []))
            units.setdefault(own.tag, []).extend(returned.units)
    done = [
        _import(settings, settings.language(tag), units.get(tag, ()), pairs.get(tag, ()), terms)
        for tag in {**units, **pairs}
    ]
    if not is_dry_run:
        seen = {path: data for _, _, each in done for path, data in each.items()}
        replace_files([file for _, files, _ in done for file in files], seen=seen)
    return [
        replace(each, counts={**each.counts, LEFT_OUT: number}) if (number := left_out[each.language.tag]) else each
        for each, _, _ in done
    ]


def _import(
    settings: Settings, language: Language, units: Iterable[ReturnedUnit], pairs: Iterable[Pair], terms: ImportRules
) -> tuple[Import, list[tuple[Path, bytes]], dict[Path, bytes]]:
    """Return what becomes of *units* and *pairs*, the files to write, the memory first, and what stood in them."""
    seen = read_folder(own_folder(settings, language).parent)
    every, memory = read_catalogs(settings, language), language_memory(settings, language)
    old = with_those_below(settings, every)
    units = tuple(placed(units, old))
    if settings.adaptation:
        terms = replace(terms, sources=sources(settings), aside="the catalog, as obsolete or in a comment")
    taken = take_in(units, old, memory, terms)
    new = {**every, **{catalog_name(settings, domain): made for domain, made in taken.catalogs.items()}}
    if refused := refused_texts(settings, language, every, new, today=terms.on):
        taken = take_in(units, old, memory, terms, refused=refused)
    if settings.adaptation:
        taken = _above(settings, language, every, old, taken, memory)
    remembered = remember(pairs, taken.catalogs, taken.memory)
    files = []
    for catalog in taken.catalogs.values():
        is_same = format_catalog(catalog).encode() == seen.get(path := settings.project / catalog.path)
        # What has to be written anyhow takes our layout; a file that nobody has changed keeps its own.
        data = seen[path] if is_same else format_catalog(in_our_layout(catalog)).encode()
        parse_catalog(data, catalog.path)  # what could not be read again is never written
        files.append((path, data))
    if remembered != memory:
        files.insert(0, (memory_path(settings, language), format_memory(remembered, language)))
    files = [(path, data) for path, data in files if seen.get(path) != data]
    outcome = Import(
        language=language,
        counts=taken.counts,
        remembered=len(remembered) - len(memory),
        changed_files=len(files),
        findings=taken.findings,
        notices=tuple(line_end_notices(seen, dict(files), settings.project)),
    )
    return outcome, files, seen


def _above(
    settings: Settings,
    language: Language,
    every: Mapping[str, Catalog],
    old: Mapping[str, Catalog],
    taken: Taken,
    memory: tuple[Pair, ...],
) -> Taken:
    """Return what was *taken* into the texts that were *old* as catalogs of an adaptation: what differs, and no more.

    What has found no place stays in them, for the memory belongs to the guidelines.
    """
    own, folder = own_catalogs(settings, every), own_folder(settings, language).relative_to(settings.project)
    catalogs: dict[str, Catalog] = {}
    for domain, view in taken.catalogs.items():
        path = f"{folder.as_posix()}/{domain.rpartition('/')[2]}.po"
        if made := differing(view, old[domain], own.get(domain), path):
            catalogs[domain] = made
    lost = [pair for pair in taken.memory if pair not in memory]
    return replace(taken, catalogs=with_pairs(catalogs, lost), memory=memory)


LARGEST, MOST_UNITS, MOST_TAGS = 100_000_000, 200_000, 6_000_000
"""Bytes of a file, messages in it, and beginnings or ends of elements: a hundred times what the guidelines need."""


def _read(path: Path) -> bytes:
    """Return what the file *path* holds; raise a Problem where it is none, or more than a machine should read."""
    try:
        if path.exists() and not path.is_file():
            raise unreadable(str(path), "this is no file", line=0, next_step="name the file itself")
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(path, f"{size / 1e6:,.4g} MB", f"{LARGEST / 1e6:,.4g} MB")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(str(path), f"the file cannot be read: {error.strerror}", line=0) from error
    # Counted before anything is parsed, which takes many times the room; without the zeros of UTF-16.
    bare = data.replace(b"\0", b"") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data
    units = sum(1 for _ in _UNIT.finditer(bare))
    if units > MOST_UNITS:
        raise _too_large(path, f"{units:,} messages", f"{MOST_UNITS:,}")
    if (tags := bare.count(b"<")) > MOST_TAGS and _is_xml(data):
        raise _too_large(path, f"{tags:,} tags", f"{MOST_TAGS:,}")
    return data


_UNIT = re.compile(rb"<(?:[\w.-]+:)?(?:unit|tu|trans-unit)[\s>]|^[ \t]*msgid[ \t]", re.MULTILINE)


def _too_large(path: Path, found: str, limit: str) -> Problem:
    advice = "take only the part in that belongs to these guidelines, or cut the file into several"
    what = f"the file has {found}, and no more than {limit} come in at once"
    return unreadable(str(path), what, line=0, next_step=advice)


def terms_in(paths: Iterable[Path]) -> tuple[list[tuple[str, bytes]], list[Path]]:
    """Return those of the files *paths* that hold terms, with their content, and the others."""
    terms: list[tuple[str, bytes]] = []
    others = []
    for path in paths:
        data = _read(path)
        if _is_xml(data) and etree.QName(parse_xml(data, str(path))).localname in ROOTS:
            terms.append((str(path), data))
        else:
            others.append(path)
    return terms, others


def _is_xml(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _returned(data: bytes, path: Path, settings: Settings, *, trusts_initial: bool) -> Returned:
    if _is_xml(data):
        written = {SOURCE, *sources(settings).values()}
        return parse_xliff(data, str(path), trusts_initial=trusts_initial, sources=written)
    if data.startswith(b"PK"):  # so do the files of word processors
        advice = "unpack it, and take in the file that you have worked on: the XLIFF, the catalogs, or the memory"
        raise unreadable(str(path), "this is a ZIP file", line=0, next_step=advice)
    if not data.strip():
        raise unreadable(str(path), "the file is empty", line=0)
    known = (*domains(settings), *([CHANGES] if settings.adaptation else []))
    if path.stem not in known:
        advice = "give a catalog the name that it went out under: " + ", ".join(known)
        raise unreadable(str(path), f"there is no catalog “{path.stem}”", line=0, next_step=advice)
    return parse_po(data, str(path), chosen_domain(settings, path.stem))


def _language(settings: Settings, language: Language | None, name: str, *found: str) -> Language:
    """Return the language of the file *name*, which calls it *found*; raise a Problem where that is in doubt."""
    named = [each for each in settings.languages if any(each.is_called(tag) for tag in found)]
    own = named or [each for each in settings.languages if any(means(tag, each) for tag in found)]
    if language is None and len(own) == 1:
        return translated_language(settings, own[0])
    if language is not None and (language in own or not found):
        return translated_language(settings, language)
    said = f"the file says that its language is “{', '.join(sorted(found))}”"
    raise Problem(
        code="exchange-language",
        what=said if found else "the file does not say which language it is in",
        where=[Location(name)],
        why="the text of one language must not be taken in as another",
        next_step="name the language with --language, or take the right file",
    )
