"""The pages of a translator's kit: the rules, and an index of every message with links into the preview."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docutils.core import publish_parts
from markupsafe import Markup

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

THEME = Path(__file__).parent / "kit_theme"
STYLE = "kit.css"


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


def rules(settings: Settings, language: Language) -> dict[str, bytes]:
    """Return the rules for translators into *language* as plain text and as a page, by file name."""
    text = render(
        "rules.rst.jinja",
        THEME,
        guideline=settings.guideline,
        layer=settings.layers[-1] if settings.layers else None,
        language=language,
        version=settings.version,
        readers=[edition.short_title for edition in settings.editions],
        for_children=any(edition.is_for_children for edition in settings.editions),
    )
    parts = publish_parts(text, writer="html5", settings_overrides={"raw_enabled": False, "initial_header_level": 2})
    page = render(
        "page.html.jinja",
        THEME,
        title=f"Rules for translators: {language.english_name}",
        style=f"preview/{STYLE}",
        body=Markup(f"<h1>{parts['title']}</h1>\n{parts['fragment']}"),
    )
    return {"rules.txt": text.encode(), "rules.html": page.encode()}


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
    domains = [
        {
            "name": file_name(name),
            "messages": catalog.active,
            "counts": Counter(standing(entry).value for entry in catalog.active),
        }
        for name, catalog in catalogs.items()
    ]
    states = [state.value for state in Standing]
    pages = {
        "index": render(
            "index.html.jinja",
            THEME,
            title=f"Messages in {language.english_name}",
            style=STYLE,
            version=settings.version,
            language=language,
            domains=domains,
            editions=[
                (each.title, language_file(language, page_in_language(each.root, each))) for each in settings.editions
            ],
            states=states,
        )
    }
    for name, catalog in catalogs.items():
        pages[file_name(name)] = render(
            "messages.html.jinja",
            THEME,
            title=f"{file_name(name)}: messages in {language.english_name}",
            style=STYLE,
            language=language,
            kit=f"{settings.guideline.slug} {settings.version} {language.tag} {name}",
            states=states,
            editions=[each.short_title for each in settings.editions],
            messages=[_message(name, entry, beside, settings) for entry in catalog.active],
        )
    files = {name: (THEME / name).read_bytes() for name in (STYLE, "kit.js")}
    return {**files, **{f"{name}.html": page.encode() for name, page in pages.items()}}


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
        "editions": dict.fromkeys(link.edition.short_title for link in links),
        "links": [{"address": link.address, "edition": link.edition.short_title} for link in links],
    }
