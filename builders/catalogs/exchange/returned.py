"""What comes back from a translator's program, whatever file it has come in."""

import codecs
from collections.abc import Collection
from dataclasses import dataclass

from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.reviews import review_of, standing
from builders.model.findings import Location
from builders.model.languages import Language
from builders.model.messages import Review, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedUnit:
    """A message as it comes back, with what has been made of it."""

    domain: str
    context: str
    source: str
    """The English text as the file has it."""
    target: str
    standing: Standing
    """How far the file says that the translation is."""
    location: Location
    identifier: str = ""
    """The name that the message went out under; empty in formats without one."""
    comments: tuple[str, ...] = ()
    """What the translator has noted on it."""
    review: Review | None = None
    """Who vouches for it, where the file itself says so."""
    faults: tuple[str, ...] = ()
    """What has suffered on the way, in words for the translator."""


def means(tag: str, language: Language) -> bool:
    """Whether a program that writes *tag* means *language*, or a variant of it for a region."""
    wanted, found = language.tag.lower(), tag.replace("_", "-").lower()
    return language.is_called(tag) or found.startswith(f"{wanted}-")


def is_source(tag: str, sources: Collection[str]) -> bool:
    """Whether a program that writes *tag* means one of the languages *sources*, or a variant of it for a region."""
    return tag.replace("_", "-").lower().partition("-")[0] in {each.partition("-")[0] for each in sources}


def source_names(sources: Collection[str]) -> str:
    """Return what messages call the languages *sources*."""
    return " or ".join("English" if each == "en" else f"“{each}”" for each in sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A file that comes back."""

    language: str
    """The tag that the file names; empty where it names none."""
    units: tuple[ReturnedUnit, ...]


def parse_po(data: bytes, name: str, domain: str) -> Returned:
    """Return the messages of the catalog in *data*, which messages call *name*; it is of the text domain *domain*."""
    # Programs for Windows write a byte order mark; in our catalogs it is neither needed, nor lost.
    catalog = parse_catalog(data.removeprefix(codecs.BOM_UTF8), name, is_foreign=True)
    units = (
        ReturnedUnit(
            domain=domain,
            context=entry.context,
            source=entry.msgid,
            target=entry.msgstr,
            standing=standing(entry),
            location=Location(name, entry.line),
            comments=entry.comments,
            review=review_of(entry),
        )
        for entry in catalog.active
    )
    return Returned(language=catalog.header_field("Language"), units=tuple(units))
