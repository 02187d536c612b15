"""The pages of a translator's kit: the rules, and an index of every message with links into the preview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docutils.core import publish_parts
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from builders.catalogs.reviews import standing
from builders.catalogs.update.candidates import MessagePlace
from builders.model.editions import Edition
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Standing, message_id
from builders.settings import Settings

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
    environment = _environment()
    text = environment.get_template("rules.rst.jinja").render(language=language, version=settings.version)
    parts = publish_parts(text, writer="html5", settings_overrides={"raw_enabled": False, "initial_header_level": 2})
    page = environment.get_template("page.html.jinja").render(
        title=f"Rules for translators: {language.english_name}",
        style=f"preview/{STYLE}",
        body=Markup(f"<h1>{parts['title']}</h1>\n{parts['fragment']}"),
    )
    return {"rules.txt": text.encode(), "rules.html": page.encode()}


def index_pages(
    settings: Settings, language: Language, catalogs: Mapping[str, Catalog], links: Links
) -> dict[str, bytes]:
    """Return the pages that list every message of *catalogs*, by file name, with their style sheet."""
    environment = _environment()
    domains = [
        {"name": name, "messages": catalog.active, "counts": Counter(standing(entry).value for entry in catalog.active)}
        for name, catalog in catalogs.items()
    ]
    pages = {
        "index": environment.get_template("index.html.jinja").render(
            title=f"Messages in {language.english_name}",
            style=STYLE,
            version=settings.version,
            language=language,
            domains=domains,
            editions=settings.editions,
            states=[state.value for state in Standing],
        )
    }
    for name, catalog in catalogs.items():
        pages[name] = environment.get_template("messages.html.jinja").render(
            title=f"{name}: messages in {language.english_name}",
            style=STYLE,
            language=language,
            messages=[_message(name, entry, links.get((name, entry.key), ())) for entry in catalog.active],
        )
    style = (Path(__file__).parent / "kit_theme" / STYLE).read_bytes()
    return {STYLE: style, **{f"{name}.html": page.encode() for name, page in pages.items()}}


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("builders.translating", "kit_theme"),
        autoescape=lambda name: bool(name) and not str(name).endswith(".rst.jinja"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _message(domain: str, entry: CatalogEntry, links: Sequence[Link]) -> dict[str, object]:
    return {
        "id": message_id(domain, entry.key),
        "state": standing(entry).value,
        "place": entry.context,
        "source": entry.msgid,
        "target": entry.msgstr,
        "notes": list(_notes(entry)),
        "links": [{"address": link.address, "edition": link.edition.short_title} for link in links],
    }


def _notes(entry: CatalogEntry) -> Iterator[str]:
    yield from entry.extracted
    yield from entry.comments
    if entry.previous:
        yield f"before: {entry.previous[1]}"
