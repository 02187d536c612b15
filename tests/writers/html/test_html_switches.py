"""Every page leads to itself in the other languages, and to its like in the other editions."""

from __future__ import annotations

import json
import subprocess

import pytest

from builders.model.editions import Format, Unit
from builders.publishing.planning import plan
from builders.writers.html.switches import downloads, edition_links, language_links
from tests.conftest import PLOT, ROOT


@pytest.fixture(scope="module")
def settings():
    return PLOT


@pytest.fixture(scope="module")
def unit(settings):
    return Unit(language=settings.language("fa"), edition=settings.edition("growers"))


@pytest.fixture(scope="module")
def choice(settings, unit):
    return {"unit": unit, "settings": settings, "targets": frozenset(plan(settings).wanted())}


def test_languages_lead_to_the_same_page(settings, choice) -> None:
    links = {link.language.tag: link for link in language_links("shared/help", "../", **choice)}

    assert links["pt"].address == "../../../../pt/growers/html/shared/help.html"
    assert [tag for tag, link in links.items() if link.is_current] == ["fa"]
    assert len(links) == len(settings.languages)


def test_the_folder_of_the_edition_is_no_part_of_an_address(choice) -> None:
    (portuguese, *_) = [link for link in language_links("growers/tools", "./", **choice) if link.language.tag == "pt"]

    assert portuguese.address == "./../../../pt/growers/html/tools.html"


def test_an_edition_that_carries_the_page_is_linked_there(choice) -> None:
    links = {link.label: link.address for link in edition_links("shared/help", "../", **choice)}

    assert links["edition/pupils/short-title"] == "../../../pupils/html/shared/help.html"


def test_an_edition_without_the_page_is_linked_at_its_opening(choice) -> None:
    links = edition_links("growers/tools", "./", **choice)

    assert [link.is_same_page for link in links] == [True, False]
    assert [link.address for link in links if not link.is_current] == ["./../../pupils/html/index.html"]


def test_every_edition_has_a_search_page(choice) -> None:
    links = edition_links("search", "./", **choice)

    assert {(link.address.rpartition("/")[2], link.is_same_page) for link in links} == {("search.html", True)}


def test_what_a_version_does_not_hold_is_not_offered(settings, unit) -> None:
    choice = {"unit": unit, "settings": settings, "targets": frozenset({(unit, Format.HTML)})}

    assert [link.language.tag for link in language_links("shared/help", "../", **choice)] == ["fa"]
    assert [link.is_current for link in edition_links("shared/help", "../", **choice)] == [True]
    assert downloads("../", **choice) == []


def test_the_other_formats_stand_beside_the_pages(settings, choice) -> None:
    found = {download.format: download.address for download in downloads("../", **choice)}

    assert found[Format.EPUB] == f"../../growers-fa-{settings.version}.epub"
    assert Format.HTML not in found


def test_a_language_is_named_in_itself_and_the_current_one_is_no_link(sample) -> None:
    switch = sample.page("ar").cssselect("nav.languages")[0]

    (current,) = switch.cssselect("[aria-current]")
    assert (current.tag, current.text, current.get("lang"), current.get("dir")) == ("span", "العربية", "ar", "rtl")
    french = switch.cssselect("a[hreflang=fr]")[0]
    assert (french.text, french.get("lang"), french.get("dir")) == ("Français", "fr", "ltr")


def test_only_the_book_for_children_can_be_left_quickly(sample) -> None:
    assert [link.get("href") for link in sample.page("en", "cubs").cssselect(".quick-exit")] == ["about:blank"]
    assert not sample.page("en", "inventors").cssselect(".quick-exit")


@pytest.mark.parametrize(("page", "keeps"), [("shared/page", 4), ("index", 1), ("search", 4)])
def test_an_edition_without_the_page_is_not_asked_for_a_passage_of_it(sample, page: str, keeps: int) -> None:
    (switch,) = sample.page("en", page=page).cssselect("nav.editions")

    assert len(switch.cssselect("a[data-same-page]")) == keeps
    assert len(switch.cssselect("a")) == 4


SCRIPT = """
const made = (address) => Object.assign(new URL(address), {
  addEventListener(kind, act) { this.on = { ...this.on, [kind]: act }; },
});
const here = new URL("file:///dist/en/cubs/html/search.html?q=safe%20net#text");
const link = made("file:///dist/fr/cubs/html/search.html");
const page = made("file:///nowhere");
const nothing = { getElementById: () => null, querySelector: () => null };
Object.assign(page, nothing, {
  documentElement: { dataset: {} },
  querySelectorAll: (which) => (which === "a[data-same-page]" ? [link] : []),
});
const media = () => ({ matches: false, addEventListener() {} });
new Function("document", "location", "localStorage", "matchMedia", SITE)(page, here, { getItem: () => "" }, media);
page.on.DOMContentLoaded();
link.on.click();
console.log(link.href);
"""


@pytest.mark.needs("node")
def test_the_same_page_elsewhere_is_opened_at_the_same_place_with_the_same_query() -> None:
    site = (ROOT / "builders/writers/html/theme/static/site.js").read_text(encoding="utf-8")

    script = f"const SITE = {json.dumps(site)};\n{SCRIPT}"
    done = subprocess.run(["node", "-e", script], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "file:///dist/fr/cubs/html/search.html?q=safe%20net#text"
