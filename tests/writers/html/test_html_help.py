"""Pages lead to help where their edition says so."""

from __future__ import annotations

import pytest
from lxml import html

from builders.checks.finished.search import title_of, wanted_page
from builders.model.editions import Format
from tests.conftest import Project


@pytest.fixture
def pages(garden: Project):
    """Build an edition of the garden in a language, and return the folder of its pages."""
    return lambda language, edition: garden.build(language, edition).paths[Format.HTML]


ADDRESSES = {"index": "./shared/plot.html", "shared/words": "../shared/plot.html"}


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_page_leads_to_help_in_the_language_of_its_reader(pages, name: str) -> None:
    page = html.parse(pages("pt", "pupils") / f"{name}.html")

    (link,) = page.xpath("//header//a[@data-quick-help]")
    assert (link.get("href"), link.text_content()) == (ADDRESSES[name], "Pedir ajuda")


def test_an_edition_that_does_not_ask_for_it_has_no_such_link(pages) -> None:
    assert html.parse(pages("pt", "growers") / "index.html").xpath("//a[@data-quick-help]") == []


@pytest.mark.parametrize(("edition", "title"), [("pupils", "The plot"), ("growers", "The work")])
def test_the_search_is_tried_with_help_or_the_first_of_the_contents(pages, edition: str, title: str) -> None:
    assert title_of(wanted_page(pages("en", edition))) == title


def test_the_search_of_an_edition_of_one_page_is_tried_with_that_page(garden: Project) -> None:
    garden.write("source/growers/index.rst", "The garden manual\n=================\n\nRead this.\n")
    path = garden.folder / "source/editions.toml"
    text = path.read_text(encoding="utf-8").replace('["growers/*", "shared/*"]', '["growers/index", "shared/none"]')
    path.write_text(text.replace('help-page = "shared/plot"\n', "", 1), encoding="utf-8")

    site = garden.build("en", "growers").paths[Format.HTML]

    assert wanted_page(site) == site / "index.html"
