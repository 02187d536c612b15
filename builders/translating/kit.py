"""The translator's kit: one file with everything for work without a connection, the same bytes for the same text."""

import re
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from builders.catalogs.exchange.omegat import FILTERS, GLOSSARY, format_glossary, format_project
from builders.catalogs.exchange.tbx import VERSION_2
from builders.catalogs.exchange.xliff import format_xliff
from builders.catalogs.files import replace_files
from builders.catalogs.folders import read_catalogs
from builders.catalogs.own_catalogs import own_catalogs, own_folder, sources
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.surveying import survey
from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.catalogs.update.candidates import MessagePlace
from builders.checks.profiles import CHECKS
from builders.model.addresses import artifact_path
from builders.model.editions import Format
from builders.model.findings import Finding
from builders.model.languages import Language
from builders.model.messages import CHANGES, Catalog, message_id
from builders.problems import Problem
from builders.publishing.cores import available_cores
from builders.publishing.findings_page import findings_page
from builders.publishing.scheduling import Refused, build_units
from builders.publishing.verdicts import check_languages
from builders.settings import Settings
from builders.translating.exporting import memory_file, terms_file, terms_table, translated_language
from builders.translating.kit_messages import AgreedTerms, by_message
from builders.translating.kit_pages import Beside, Link, file_name, index_pages
from builders.translating.rules_page import rules
from builders.translating.update_command import make_templates

KitFiles = dict[str, bytes]
"""Content by path; an empty folder is a path with a slash at its end."""

STYLE = b"""<style>
.refused { border: 1px solid #b00; color: #b00; font-size: smaller; padding: 0 .3em; }
[id^="msg-"]:target, :has(> [id^="msg-"]:empty:target) { outline: 3px solid #b35c00; outline-offset: 4px; }
</style>
"""
"""Put into the pages of the kit only; published pages never hold it."""

_ANCHOR = re.compile(r'\bid="(msg-[0-9a-f]{12})"')


def write_kit(settings: Settings, language: Language, folder: Path) -> Path:
    """Write the kit for *language* into *folder*, whole or not at all, and return its path."""
    language = translated_language(settings, language)
    name = f"{settings.guideline.slug}-{settings.version}-{language.tag}-kit"
    path = folder / f"{name}.zip"
    replace_files([(path, packed(name, kit_files(settings, language), settings))])
    return path


def packed(name: str, files: Mapping[str, bytes], settings: Settings) -> bytes:
    """Return *files* as a ZIP file with the one folder *name*; nothing in it depends on when and where it is made."""
    day = settings.released
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o40755 << 16 | 0x10 if entry.is_dir() else 0o100644 << 16
            entry.create_system = 3  # Unix, wherever the kit is made
            book.writestr(entry, files[path])
    return archive.getvalue()


def kit_files(settings: Settings, language: Language) -> KitFiles:
    """Return what the kit for *language* holds; raise a Problem when an edition cannot be built."""
    every = read_catalogs(settings, language)
    catalogs = own_catalogs(settings, every)
    editions = _preview(settings, language)
    links = preview_links(settings, language, catalogs, editions)
    folder = own_folder(settings, language)
    texts = {f"{file_name(domain)}.po": (folder / f"{file_name(domain)}.po").read_bytes() for domain in catalogs}
    memory = memory_file(settings, language, {**every, **catalogs})
    found = _found(settings, language, catalogs)
    beside = Beside(links=links, terms=_terms(settings, language), findings=by_message(found))
    return {
        **rules(settings, language),
        "findings.html": _findings(settings, language, found),
        **_below("catalogs", texts),
        **_below("templates", _templates(settings, catalogs)),
        **_below("xliff", _xliff(settings, catalogs, language, links)),
        f"memory/{language.tag}.tmx": memory,
        "terms/terms.tbx": terms_file(settings, language),
        "terms/terms-tbx2.tbx": terms_file(settings, language, dialect=VERSION_2),
        "terms/terms.csv": terms_table(settings, language),
        **_below("omegat", _omegat(settings, language, texts, memory)),
        **_below("preview", {**editions, **index_pages(settings, language, catalogs, beside)}),
    }


def _templates(settings: Settings, catalogs: Mapping[str, Catalog]) -> KitFiles:
    """Return the templates that *catalogs* are made from: for an adaptation, those of the text that it reads."""
    if not settings.adaptation:
        return {path.name: path.read_bytes() for path in settings.locale.glob("*.pot")}
    made = make_templates(settings)
    return {f"{file_name(domain)}.pot": format_catalog(made[domain]).encode() for domain in catalogs if domain in made}


def _found(settings: Settings, language: Language, catalogs: Mapping[str, Catalog]) -> tuple[Finding, ...]:
    """Return what the gate refuses and the checks find in *catalogs*, the list for review too."""
    refused = survey(settings, language).refused
    checked = check_languages(settings, [language], today=date.today(), passes_over=True)[language.tag]
    found = (*refused, *checked)
    if not settings.adaptation:
        return found
    paths = {each.path for each in catalogs.values()}
    return tuple(each for each in found if each.location.path in paths)


def _terms(settings: Settings, language: Language) -> AgreedTerms:
    concepts = read_definitions(settings.locale / DEFINITIONS)
    return AgreedTerms(concepts, read_termbase(settings.locale / TERMBASE), language)


def _findings(settings: Settings, language: Language, found: Sequence[Finding]) -> bytes:
    """Return the page with what is *found* in the translations."""
    title = f"Findings in {language.english_name}"
    return findings_page(found, CHECKS.values(), settings, title=title).encode()


def preview_links(
    settings: Settings, language: Language, catalogs: Mapping[str, Catalog], editions: Mapping[str, bytes]
) -> dict[MessagePlace, list[Link]]:
    """Return where the pages of *editions* show the messages of *catalogs*."""
    places = {
        message_id(domain, entry.key): (domain, entry.key)
        for domain, catalog in catalogs.items()
        for entry in catalog.active
    }
    links: dict[MessagePlace, list[Link]] = {}
    for edition in settings.editions:
        folder = f"{artifact_path(settings.unit(language, edition), Format.HTML, settings.version)}/"
        for page in (path for path in editions if path.startswith(folder) and path.endswith(".html")):
            for name in _ANCHOR.findall(editions[page].decode()):
                if name in places:
                    links.setdefault(places[name], []).append(Link(edition=edition, page=page, name=name))
    return links


def _preview(settings: Settings, language: Language) -> KitFiles:
    """Return the pages of every edition in *language*, with an anchor at every message."""
    files: KitFiles = {}
    # Other languages and formats are not in the kit.
    units = {settings.unit(language, edition): (Format.HTML,) for edition in settings.editions}
    targets = frozenset((unit, Format.HTML) for unit in units)
    with tempfile.TemporaryDirectory(prefix="cop-kit-") as work:
        # Not under a name: when the loop is left, the units that still run must end before their folder goes.
        for result in build_units(
            units,
            settings,
            Path(work),
            processes=available_cores(),
            targets=lambda unit: targets,
            has_anchors=True,
            refused=Refused.IS_EXPLAINED,
        ):
            if result.findings:
                raise Problem(
                    code="kit-unbuilt",
                    what=f"{result.unit.name} cannot be built, so the kit would be without a preview of it",
                    findings=result.findings,
                    next_step="mend the lines named above, then run the command again",
                )
            pages = result.paths[Format.HTML]
            # Where readers have it, so that the pages of all editions find each other.
            folder = artifact_path(result.unit, Format.HTML, settings.version)
            for path in (path for path in pages.rglob("*") if path.is_file()):
                data = path.read_bytes()
                files[f"{folder}/{path.relative_to(pages).as_posix()}"] = (
                    data.replace(b"</head>", STYLE + b"</head>", 1) if path.suffix == ".html" else data
                )
    return dict(sorted(files.items()))


def _xliff(
    settings: Settings,
    catalogs: Mapping[str, Catalog],
    language: Language,
    links: Mapping[MessagePlace, Sequence[Link]],
) -> KitFiles:
    written = sources(settings)
    addresses = {place: [f"../preview/{link.address}" for link in found] for place, found in links.items()}
    return {
        f"{file_name(domain)}.xlf": format_xliff(
            {domain: catalog},
            language,
            links=addresses,
            source=settings.layers[-1].written_in if domain in written else None,
        )
        for domain, catalog in catalogs.items()
        if catalog.active
    }


def _omegat(settings: Settings, language: Language, texts: KitFiles, memory: bytes) -> KitFiles:
    """Return a project for OmegaT, which has one language of the source: that of what an adaptation has written."""
    own = settings.layers[-1].written_in if f"{CHANGES}.po" in texts else None
    concepts = read_definitions(settings.locale / DEFINITIONS)
    terms = read_termbase(settings.locale / TERMBASE)
    return {
        "omegat.project": format_project(language, own),
        "omegat/filters.xml": FILTERS,
        **{f"{name}/": b"" for name in ("dictionary", "target")},
        **_below("source", texts),
        f"tm/{language.tag}.tmx": memory,
        f"glossary/{GLOSSARY}": format_glossary(concepts, terms, language),
    }


def _below(folder: str, files: Mapping[str, bytes]) -> KitFiles:
    return {f"{folder}/{path}": data for path, data in files.items()}
