"""Files for translators' own programs, out of the catalogs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from builders.catalogs.exchange.tbx import VERSION_2, VERSION_3, Dialect, format_tbx
from builders.catalogs.exchange.term_tables import HEADING, format_terms
from builders.catalogs.exchange.tmx import known_pairs
from builders.catalogs.exchange.xliff import format_xliff
from builders.catalogs.folders import LABELS_DOMAIN, language_memory, read_catalogs
from builders.catalogs.gate import SOURCE
from builders.catalogs.memory import format_memory
from builders.catalogs.own_catalogs import chosen_domain, own_catalogs, sources, with_those_below
from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.catalogs.update.candidates import MessagePlace
from builders.editions.carrying import places_by_edition
from builders.editions.source_reading import parse_source
from builders.model.editions import Edition
from builders.model.languages import Language
from builders.model.messages import Catalog
from builders.problems import Problem, unknown
from builders.settings import Settings

OWN = ("source", "locale", "adaptations", "builders", "docs", "tests", "dist", ".git", ".cache")
"""Folders of the project in which every file means something: no file for other programs goes out into them."""


def refuse_place(output: Path, settings: Settings) -> None:
    """Raise a Problem where a file that goes out to *output* would stand in the way of something, or in no folder."""
    place = output.resolve()
    own = next((name for name in OWN if place.is_relative_to((settings.project / name).resolve())), "")
    if own:
        what, why = f"{output} is in {own}/", "a file there could take the place of a catalog, a text or a program"
    elif place.exists() and not (place.is_file() and _is_replaceable(place)):
        what, why = f"{output} is there, and no file that could be replaced", "what it holds would be lost"
    elif not place.parent.is_dir():
        what, why = f"there is no folder {output.parent}", "a misspelt name must not make a new one"
    else:
        return
    advice = "name a new file in a folder that is there, and not one of the project: --output ../fr.xlf"
    raise Problem(code="export-place", what=what, why=why, next_step=advice)


def _is_replaceable(path: Path) -> bool:
    """Whether *path* is empty, or a file as goes out."""
    begun = path.read_bytes()[: len(HEADING)]
    return begun[:5] in (b"", b"<?xml") or begun == HEADING


class ExchangeFormat(Enum):
    """What a file for another program is."""

    XLIFF = "xliff"
    TMX = "tmx"
    TBX = "tbx"
    TBX_2 = "tbx2"
    """As Weblate and translate-toolkit read it."""
    CSV = "csv"
    """The terms of one language, for a spreadsheet or a glossary of Weblate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of a language goes out: everything, or what editions and text domains narrow it to."""

    editions: tuple[Edition, ...] = ()
    domains: tuple[str, ...] = ()


def exported(settings: Settings, language: Language | None, format_: ExchangeFormat, choice: Choice) -> bytes:
    """Return the file; without a *language*, the termbase has all of them, and the others are a Problem."""
    if dialect := {ExchangeFormat.TBX: VERSION_3, ExchangeFormat.TBX_2: VERSION_2}.get(format_):
        return terms_file(settings, language, dialect=dialect)
    if format_ is ExchangeFormat.CSV:
        return terms_table(settings, translated_language(settings, language))
    language = translated_language(settings, language)
    every = read_catalogs(settings, language)
    catalogs = _chosen(settings, every, choice.domains)
    if format_ is ExchangeFormat.TMX:
        return memory_file(settings, language, catalogs)
    wanted = {(domain, entry.key) for domain, catalog in catalogs.items() for entry in catalog.active}
    if choice.editions:
        carried = places_by_edition(parse_source(settings), settings)
        places = {place for edition in choice.editions for place in carried[edition]}
        wanted = {place for place in wanted if place in places or place[0] == LABELS_DOMAIN}  # every edition has labels
    if not wanted:
        raise Problem(
            code="exchange-empty",
            what="no message is in both the editions and the catalogs that you name",
            next_step="name fewer of them",
        )
    return format_xliff(catalogs, language, wanted=wanted, source=_one_source(settings, catalogs, wanted))


def _chosen(settings: Settings, every: Mapping[str, Catalog], names: Collection[str]) -> dict[str, Catalog]:
    """Return the catalogs called *names*, by default all that belong to nobody else, by the domain of their texts.

    Whoever names one of the guidelines for an adaptation gets it with the words of that.
    """
    known = with_those_below(settings, every) if names else own_catalogs(settings, every)
    chosen = [chosen_domain(settings, name) for name in names]
    for domain in chosen:
        if domain not in known:
            raise unknown("unknown-domain", f"there is no catalog “{domain}”", known)
    return {domain: known[domain] for domain in known if domain in (chosen or known)}


def _one_source(
    settings: Settings, catalogs: Mapping[str, Catalog], wanted: Collection[MessagePlace]
) -> Language | None:
    """Return the language that what is *wanted* of *catalogs* is written in, None for English; a file has one."""
    written = sources(settings)
    found = {written.get(domain, SOURCE): domain for domain, _ in wanted}
    if len(found) > 1:
        names = ", ".join(f"--domain {domain}" for domain in sorted(catalogs))
        raise Problem(
            code="exchange-language",
            what=f"the messages are written in {' and '.join(sorted(found))}, and a file has one source language",
            next_step=f"let them go out one after the other: {names}",
        )
    tag = next(iter(found))
    return None if tag == SOURCE else settings.layers[-1].written_in


def terms_file(settings: Settings, language: Language | None, *, dialect: Dialect = VERSION_3) -> bytes:
    """Return the termbase as TBX, in English and *language*, or in all languages."""
    languages = [each for each in settings.languages if language in (None, each) or each.is_source]
    concepts = read_definitions(settings.locale / DEFINITIONS)
    terms = read_termbase(settings.locale / TERMBASE)
    return format_tbx(concepts, terms, languages, settings.guideline, dialect=dialect)


def terms_table(settings: Settings, language: Language) -> bytes:
    """Return the termbase in English and *language* as CSV."""
    concepts = read_definitions(settings.locale / DEFINITIONS)
    return format_terms(concepts, read_termbase(settings.locale / TERMBASE), language)


def memory_file(settings: Settings, language: Language, catalogs: Mapping[str, Catalog]) -> bytes:
    """Return the translations of *catalogs* from English and the memory of *language* as TMX."""
    english = {domain: made for domain, made in catalogs.items() if domain not in sources(settings)}
    return format_memory(known_pairs(english, language_memory(settings, language)), language)


def translated_language(settings: Settings, language: Language | None) -> Language:
    """Return *language*; raise a Problem when there is none, or when it is the one that the text is written in."""
    if language is None or not settings.translates(language):
        raise Problem(
            code="exchange-language",
            what="translations go out in one language" if language is None else "the text is written in English",
            next_step="name a language of translation: --language fr",
        )
    return language
