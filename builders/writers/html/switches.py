"""Links from a page to the same page in other languages and editions, and to the other formats."""

from dataclasses import dataclass

from builders.model.addresses import artifact_name, language_file, page_in_language, to_language, to_unit, to_version
from builders.model.editions import Edition, Format, Targets, Unit
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.settings import Settings

SEARCH_PAGE = "search"
"""The page that every edition has without a document of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """The same page in *language*."""

    language: Language
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLink:
    """The same page in another edition, or that edition's opening page."""

    label: str
    """Key of the label that names the edition."""
    address: str
    is_current: bool
    is_same_page: bool
    """Whether a passage of this page has the same address there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """This edition in another format."""

    format: Format
    address: str


def language_links(document: str, root: str, *, unit: Unit, settings: Settings, targets: Targets) -> list[LanguageLink]:
    """Return a link to *document* in every language on offer; *root* leads to the opening page of the edition.

    Every language has every page: what is not translated is shown in English.
    """
    page = page_in_language(document, unit.edition)
    return [
        LanguageLink(
            language=language,
            address=to_version(root) + language_file(language, page),
            is_current=language == unit.language,
        )
        for language in settings.languages
        if (settings.unit(language, unit.edition), Format.HTML) in targets
    ]


def edition_links(document: str, root: str, *, unit: Unit, settings: Settings, targets: Targets) -> list[EditionLink]:
    """Return a link to *document* in every edition on offer, or to its opening page where it has no such page."""
    return [
        EditionLink(
            label=f"edition/{edition.id}/short-title",
            address=to_language(root)
            + page_in_language(document if _has_page(edition, document) else edition.root, edition),
            is_current=edition == unit.edition,
            is_same_page=_has_page(edition, document),
        )
        for edition in settings.editions
        if (settings.unit(unit.language, edition), Format.HTML) in targets
    ]


def _has_page(edition: Edition, document: str) -> bool:
    return document == SEARCH_PAGE or edition.carries(document)


def downloads(root: str, *, unit: Unit, settings: Settings, targets: Targets) -> list[Download]:
    """Return where readers find the edition of *unit* in the other formats on offer."""
    return [
        Download(format=format_, address=to_unit(root) + artifact_name(unit, format_, settings.version))
        for format_ in unit.edition.formats
        if not format_.has_pages and (unit, format_) in targets
    ]


def opening_note(labels: Labels, unit: Unit) -> str:
    """Return what readers must know before they trust the text; empty where there is nothing to say."""
    return labels["unreviewed"] if unit.language.review_state else ""
