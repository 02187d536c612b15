"""Reads the pairs of a language: where every message of the source stands, and what its catalogs say of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from builders.catalogs.folders import LABELS_DOMAIN
from builders.catalogs.reviews import reviewers
from builders.catalogs.translations import Translations, fill_translations
from builders.checks.source.passages import Passage, passages_of
from builders.checks.source.reading import read_source
from builders.checks.source.source_text import SourceText
from builders.checks.translations.pairs import Pair, Translation, side
from builders.checks.waivers import waivers_path
from builders.editions.domains import domain_at
from builders.language.table import rules
from builders.markup.messages import TranslatableText
from builders.markup.typed_block import TypedBlock, blocks_around
from builders.model.findings import Location
from builders.model.languages import Language
from builders.model.messages import Catalog, message_id
from builders.model.readers import Band
from builders.settings import Settings
from builders.settings.lists import Critical

Name = tuple[str, str, str]
"""Domain, context and text of a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where readers meet a message: the first place, with the editions of all of them."""

    origin: Location
    role: str
    has_markup: bool = True
    blocks: tuple[str, ...] = ()
    block_type: str = ""
    part: str = ""
    strength: str = ""
    editions: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    is_critical: bool = False


Placed = tuple[SourceText, Mapping[Name, Place]]
"""A source, and where its messages stand."""


def read_placed(settings: Settings, *, today: date) -> Placed:
    """Return the source as it stands, and the places of its messages; every language has the same ones."""
    source = read_source(settings, today=today)
    return source, read_places(source)


def read_translation(
    source: SourceText,
    language: Language,
    catalogs: Mapping[str, Catalog],
    places: Mapping[Name, Place],
    *,
    passes_over: bool = False,
) -> Translation:
    """Return *language* with the pairs of its *catalogs*, whose messages stand at *places* of the *source*.

    Raises a Problem with every message that the gate refuses, unless it *passes_over* those: they are no pairs then.
    """
    settings = source.settings
    translations = fill_translations(language, catalogs, settings.layers, passes_over=passes_over)
    files = settings.project / (path := waivers_path(settings, language))
    return Translation(
        settings=settings,
        target=rules(language.tag),
        language=language,
        pairs=tuple(_pairs(translations, places)),
        today=source.today,
        lists=source.lists,
        terms=source.terms,
        faults=source.faults,
        texts={path: files.read_text(encoding="utf-8", errors="replace")} if files.exists() else {},
    )


def _pairs(translations: Translations, places: Mapping[Name, Place]) -> Iterator[Pair]:
    """Yield the pairs of *translations* in the order of the source."""
    tag = translations.language.tag
    for (domain, context, text), place in places.items():
        if (entry := translations.find(domain, context, text)) is None:
            continue
        values = {name: getattr(place, name) for name in _COPIED}
        yield Pair(
            id=message_id(domain, (context, text)),
            domain=domain,
            context=context,
            source=side(translations.source(domain), text, has_markup=place.has_markup),
            target=side(tag, entry.msgstr, has_markup=place.has_markup),
            location=Location(translations.path(domain, entry), entry.line),
            reviewers=reviewers(entry),
            **values,
        )


_COPIED = ("origin", "role", "blocks", "block_type", "part", "strength", "editions", "bands", "is_critical")


def read_places(source: SourceText) -> dict[Name, Place]:
    """Return every message of *source* that some edition prints, and the labels, each with its place."""
    every = tuple(edition.id for edition in source.settings.editions)
    places = {
        (LABELS_DOMAIN, key, text): Place(origin=Location("labels"), role="label", has_markup=False, editions=every)
        for key, text in source.settings.labels.items()
    }
    concepts = {concept.id: concept for concept in source.concepts}
    for name, document in source.documents.items():
        passages = passages_of(name, document, source.carried[name], concepts=concepts, settings=source.settings)
        for text, passage in passages:
            if passage.editions:
                place = _place(text, passage, source.lists.critical)
                key = (domain_at(text, name), text.context, text.text)
                places[key] = _together(places[key], place) if key in places else place
    return places


def _place(text: TranslatableText, passage: Passage, critical: Critical) -> Place:
    around = blocks_around(text.node)
    part = text.context.rpartition("/")[2]
    return Place(
        origin=passage.location,
        role=passage.role,
        has_markup=not text.attribute,
        blocks=passage.blocks,
        block_type=passage.types[0] if passage.types else "",
        part=part,
        strength=next((str(block["strength"]) for block in around if block.get("strength")), ""),
        editions=passage.editions,
        bands=passage.bands,
        is_critical=_is_critical(around, part, critical),
    )


def _together(first: Place, other: Place) -> Place:
    """Return *first* with the readers of the *other* place, where the same message stands."""
    editions = tuple(dict.fromkeys((*first.editions, *other.editions)))
    bands = tuple(dict.fromkeys((*first.bands, *other.bands)))
    return replace(first, editions=editions, bands=bands, is_critical=first.is_critical or other.is_critical)


def _is_critical(around: Sequence[TypedBlock], part: str, known: Critical) -> bool:
    if part in known.parts or any(block.block_type in known.blocks for block in around):
        return True
    return any(str(block.get(name)) in values for block in around for name, values in known.options.items())
