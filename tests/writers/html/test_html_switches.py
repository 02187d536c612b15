"""Every page leads to itself in the other languages, and to its like in the other editions."""

from __future__ import annotations

import pytest

from builders.model.editions import Format
from builders.model.units import Unit
from builders.writers.html.switches import downloads, edition_links, language_links
from tests.conftest import SETTINGS


@pytest.fixture(scope="module")
def settings():
    return SETTINGS


@pytest.fixture(scope="module")
def unit(settings):
    return Unit(language=settings.language("ar"), edition=settings.edition("policy-makers"))


def test_languages_lead_to_the_same_page(settings, unit) -> None:
    links = {link.language.tag: link for link in language_links("shared/help", "../", unit=unit, settings=settings)}

    assert links["zh-Hans"].address == "../../../../zh-Hans/policy-makers/html/shared/help.html"
    assert [tag for tag, link in links.items() if link.is_current] == ["ar"]
    assert len(links) == len(settings.languages)


def test_the_folder_of_the_edition_is_no_part_of_an_address(settings, unit) -> None:
    (french, *_) = [
        link
        for link in language_links("policy-makers/legal", "./", unit=unit, settings=settings)
        if link.language.tag == "fr"
    ]

    assert french.address == "./../../../fr/policy-makers/html/legal.html"


def test_an_edition_that_carries_the_page_is_linked_there(settings, unit) -> None:
    links = {link.label: link.address for link in edition_links("shared/help", "../", unit=unit, settings=settings)}

    assert links["edition/children/short-title"] == "../../../children/html/shared/help.html"


def test_an_edition_without_the_page_is_linked_at_its_opening(settings, unit) -> None:
    links = edition_links("policy-makers/legal", "./", unit=unit, settings=settings)

    assert [link.address for link in links if not link.is_current] == [
        "./../../industry/html/index.html",
        "./../../parents-and-educators/html/index.html",
        "./../../children/html/index.html",
    ]


def test_the_other_formats_stand_beside_the_pages(settings, unit) -> None:
    found = {download.format: download.address for download in downloads("../", unit=unit, settings=settings)}

    assert found[Format.EPUB] == f"../../policy-makers-ar-{settings.version}.epub"
    assert Format.HTML not in found


def test_a_language_is_named_in_itself_and_the_current_one_is_no_link(sample) -> None:
    switch = sample.page("ar").cssselect("nav.languages")[0]

    (current,) = switch.cssselect("[aria-current]")
    assert (current.tag, current.text, current.get("lang"), current.get("dir")) == ("span", "العربية", "ar", "rtl")
    french = switch.cssselect("a[hreflang=fr]")[0]
    assert (french.text, french.get("lang"), french.get("dir")) == ("Français", "fr", "ltr")


def test_only_the_book_for_children_can_be_left_quickly(sample) -> None:
    assert [link.get("href") for link in sample.page("en", "children").cssselect(".quick-exit")] == ["about:blank"]
    assert not sample.page("en", "industry").cssselect(".quick-exit")
