"""The pages of a translator's kit: an index of every message, with links into the preview."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builders.catalogs.reviews import standing
from builders.catalogs.update.candidates import MessagePlace
from builders.model.addresses import language_file, page_in_language
from builders.model.editions import Edition
from builders.model.findings import Finding
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Standing, message_id
from builders.publishing.portal import render
from builders.settings import Settings
from builders.translating.kit_messages import AgreedTerms, parts, word_changes
from builders.translating.kit_words import STYLE, THEME, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place in the preview where readers would see a message."""

    edition: Edition
    page: str
    """Address of the page below the folder of the preview."""
    name: str
    """The anchor."""

    @property
    def address(self) -> str:
        """Address below the folder of the preview."""
        return f"{self.page}#{self.name}"


Links = Mapping[MessagePlace, Sequence[Link]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the pages show beside the messages."""

    links: Links
    terms: AgreedTerms
    findings: Mapping[str, Sequence[Finding]]
    """By the name of the message."""


def file_name(domain: str) -> str:
    """Return what files about *domain* are called."""
    return domain.rpartition("/")[2]


def index_pages(
    settings: Settings, language: Language, catalogs: Mapping[str, Catalog], beside: Beside
) -> dict[str, bytes]:
    """Return the pages that list every message of *catalogs*, by file name, with what they are shown with."""
    words, source = words_in(settings, language), next(each for each in settings.languages if each.is_source)
    states = [state.value for state in Standing]
    common = {"style": STYLE, "language": language, "words": words, "states": states}
    pages = {
        "index": render(
            "index.html.jinja",
            THEME,
            **common,
            title=f"{words.plain('kit-messages')}: {language.endonym}",
            version=settings.version,
            domains=list(map(_counted, catalogs.items())),
            editions=[
                (each.id, language_file(language, page_in_language(each.root, each))) for each in settings.editions
            ],
        )
    }
    for name, catalog in catalogs.items():
        pages[file_name(name)] = render(
            "messages.html.jinja",
            THEME,
            **common,
            title=f"{file_name(name)}: {words.plain('kit-messages')}",
            name=file_name(name),
            source=source,
            kit=f"{settings.guideline.slug} {settings.version} {language.tag} {name}",
            editions=[each.id for each in settings.editions],
            messages=[_message(name, entry, beside, settings) for entry in catalog.active],
        )
    files = {name: (THEME / name).read_bytes() for name in (STYLE, "kit.js")}
    return {**files, **{f"{name}.html": page.encode() for name, page in pages.items()}}


def _counted(named: tuple[str, Catalog]) -> dict[str, object]:
    """Return what the index says of a catalog."""
    name, catalog = named
    counts = Counter(standing(entry).value for entry in catalog.active)
    return {"name": file_name(name), "messages": catalog.active, "counts": counts}


def _message(domain: str, entry: CatalogEntry, beside: Beside, settings: Settings) -> dict[str, object]:
    name = message_id(domain, entry.key)
    links = beside.links.get((domain, entry.key), ())
    return {
        "id": name,
        "state": standing(entry).value,
        "place": entry.context,
        "source": parts(entry.msgid),
        "changes": word_changes(entry.previous[1], entry.msgid) if entry.previous else [],
        "target": parts(entry.msgstr),
        "notes": [*entry.extracted, *entry.comments],
        "terms": list(beside.terms.of(entry.msgid)),
        "findings": beside.findings.get(name, ()),
        "is_first": settings.tier.holds(domain, entry.context),
        "editions": dict.fromkeys(link.edition.id for link in links),
        "links": links,
    }
