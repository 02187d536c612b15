"""The page where readers choose: what stands first, and the way to help."""

from __future__ import annotations

from lxml import html

from builders.model.addresses import artifact_path
from builders.model.artifacts import Artifact
from builders.model.editions import Format
from builders.model.progress import Coverage
from builders.publishing.portal import portal_files
from builders.settings import Settings
from tests.conftest import Project


def portal(settings: Settings, *formats: Format) -> html.HtmlElement:
    """Return the page of a version that has all units in *formats*."""
    artifacts = [
        Artifact(
            unit=(unit := settings.unit(language, edition)),
            format=format_,
            path=artifact_path(unit, format_, settings.version),
            files=1,
            size=1,
            sha256="",
            coverage=Coverage(translated=1, total=1),
        )
        for language in settings.languages
        for edition in settings.editions
        for format_ in formats
    ]
    return html.fromstring(portal_files(artifacts, {}, settings)["index.html"])


def titles(page: html.HtmlElement, tag: str) -> list[str]:
    return [heading.text_content() for heading in page.cssselect(f"#{tag} h3")]


def test_the_default_edition_stands_first_in_every_language(garden: Project) -> None:
    settings = garden.settings
    page = portal(settings, *Format)

    assert [edition.id for edition in settings.editions] == ["growers", "pupils"]
    assert titles(page, "en") == ["Mole and the first bean: a garden book", "The school garden: a manual for growers"]
    assert all(len(titles(page, language.tag)) == 2 for language in settings.languages)


def test_each_edition_with_a_page_of_help_leads_there(garden: Project) -> None:
    path = garden.folder / "source/editions.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('help-page = "shared/plot"\n', "", 1), encoding="utf-8")

    page = portal(garden.settings, *Format)

    assert [link.get("href") for link in page.cssselect("#fa .help a")] == ["fa/pupils/html/shared/plot.html"]


def test_books_alone_lead_to_no_page_of_help(garden: Project) -> None:
    assert portal(garden.settings, Format.EPUB, Format.DOCX).cssselect(".help a") == []
