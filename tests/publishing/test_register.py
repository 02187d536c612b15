"""The pages that say who makes the guidelines their own: what they say, where they lead, and when they are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from builders.model.adaptations import Kind
from builders.model.findings import Location
from builders.model.register import Entry, State
from builders.problems import Problem
from builders.publishing.planning import plan
from builders.publishing.portal import portal_files
from builders.publishing.publish import publish
from builders.publishing.register import put_register, register_files
from builders.publishing.repeated import run_key
from builders.settings import read_settings
from builders.settings.adaptations import read_adaptation
from builders.settings.register import read_register
from tests.adaptations.national import country
from tests.conftest import Project

REGISTER = """\
[[country]]
code = "XA"
adaptation = "exampleland"
state = "published"
reported = 2026-11-20
demonstration = true
"""
DIST = "dist/adaptations"


@pytest.fixture
def made(tmp_path: Path) -> Project:
    made = country(tmp_path)
    made.write("adaptations/register.toml", REGISTER)
    return made


def entry(code: str, state: State = State.STARTED, link: str = "", kind: Kind = Kind.COUNTRY) -> Entry:
    place = Location("adaptations/register.toml", 1)
    return Entry(kind=kind, code=code, state=state, reported=date(2026, 11, 1), place=place, link=link)


def page(made: Project, *entries: Entry, name: str = "index.html") -> html.HtmlElement:
    """Return the page called *name* of a register with *entries*, by default with those of the project."""
    settings = made.settings
    return html.fromstring(register_files(entries or read_register(settings) or (), settings)[name])


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(found: html.HtmlElement, section: str) -> list[str]:
    return [text(row) for row in found.cssselect(f'[aria-labelledby="{section}"] tbody tr')]


def test_countries_stand_in_their_region_by_their_name_in_the_language_of_the_page(made: Project) -> None:
    found = page(made, entry("KE"), entry("CI"), entry("DE"), name="index-fr.html")

    assert rows(found, "region-002") == [
        "Côte d’Ivoire In preparation 1er novembre 2026",
        "Kenya In preparation 1er novembre 2026",
    ]
    assert rows(found, "region-150") == ["Allemagne In preparation 1er novembre 2026"]


def test_member_states_that_are_not_listed_are_counted(made: Project) -> None:
    found = page(made, entry("KE"), entry("CI"), entry("RE"))
    (said,) = found.cssselect('[aria-labelledby="region-002"] > .state')

    assert text(said) == "Countries that are not listed: 52"


def test_a_region_of_the_world_is_no_country(made: Project) -> None:
    found = page(made, entry("419", kind=Kind.REGION))

    assert rows(found, "groups") == ["Latin America In preparation 1 November 2026"]
    assert len(found.cssselect("tbody tr")) == 1


def test_a_demonstration_is_marked_on_every_page_and_stands_among_no_countries(made: Project) -> None:
    settings = made.settings
    pages = {
        name: html.fromstring(data)
        for name, data in register_files(read_register(settings) or (), settings).items()
        if name.endswith(".html")
    }

    assert len(pages) == len(settings.languages)
    for found in pages.values():
        (row,) = found.cssselect("tbody tr")
        assert row.cssselect(".mark")
        assert row.xpath("ancestor::section/@aria-labelledby") == ["demonstrations"]


def test_a_name_in_another_language_is_marked(made: Project) -> None:
    (name,) = page(made, name="index-ar.html").cssselect("tbody th > span[lang]:first-child")

    assert (name.get("lang"), name.get("dir"), name.text) == ("fr", "ltr", "Pays d’exemple")


def test_a_page_runs_from_the_right_where_its_language_does(made: Project) -> None:
    found = page(made, name="index-ar.html")

    assert (found.get("lang"), found.get("dir")) == ("ar", "rtl")


def test_every_table_has_a_caption_and_heads_for_rows_and_columns(made: Project) -> None:
    found = page(made, entry("KE"), entry("DE"), entry("419", kind=Kind.REGION))

    for table in found.cssselect("table"):
        assert table.find("caption").text_content().strip()
        assert [each.get("scope") for each in table.cssselect("thead th")] == ["col", "col"]
        assert {each.get("scope") for each in table.cssselect("tbody th")} == {"row"}


def test_an_address_that_was_reported_is_named_by_its_host(made: Project) -> None:
    (link,) = page(made, entry("KE", State.PUBLISHED, "https://guidelines.example.org/ke")).cssselect("tbody a")

    assert (link.get("href"), text(link)) == ("https://guidelines.example.org/ke", "guidelines.example.org Kenya")


def test_what_stands_in_dist_is_led_to(made: Project) -> None:
    assert page(made).cssselect("tbody a") == []
    made.write(f"{DIST}/exampleland/2026.1-exl.1/manifest.json", "{}")

    (link,) = page(made).cssselect("tbody a")

    assert link.get("href") == "exampleland/2026.1-exl.1/index.html"


def test_the_portal_leads_to_the_page_in_the_language_of_the_reader(made: Project) -> None:
    settings = made.settings
    chosen = plan(settings, languages=["en", "ar"], editions=["cubs"], formats=["html"])
    outcome = publish(settings, chosen=chosen, processes=1)
    portal = html.parse(outcome.folder / "index.html", html.HTMLParser(encoding="utf-8")).getroot()

    links = [link.get("href") for link in portal.cssselect("section .data a") if "adaptations" in link.get("href")]

    assert links == ["../adaptations/index.html", "../adaptations/index-ar.html"]
    assert all((outcome.folder / link).is_file() for link in links)
    (back,) = html.parse(made.folder / DIST / "index-ar.html").getroot().cssselect("header p a")
    assert back.get("href") == "../2026.1/index.html#ar"


def test_a_country_that_publishes_is_led_to_at_once(made: Project) -> None:
    settings = read_adaptation(made.folder, "exampleland")
    chosen = plan(settings, languages=["fr"], editions=["cubs"], formats=["html"])
    outcome = publish(settings, chosen=chosen, processes=1)
    portal = html.parse(outcome.folder / "index.html", html.HTMLParser(encoding="utf-8")).getroot()

    (link,) = html.parse(made.folder / DIST / "index.html").getroot().cssselect("tbody a")

    assert (made.folder / DIST / link.get("href")).samefile(outcome.folder / "index.html")
    assert "../../index-fr.html" in [link.get("href") for link in portal.cssselect(".data a")]


def test_the_same_register_gives_the_same_bytes(made: Project) -> None:
    entries, settings = read_register(made.settings), made.settings
    first = register_files(entries or (), settings)

    put_register(entries, settings)
    put_register(entries, settings)

    assert {name: (made.folder / DIST / name).read_bytes() for name in first} == first


def test_a_register_that_is_given_up_leaves_no_page(made: Project) -> None:
    put_register(read_register(made.settings), made.settings)
    kept = made.write(f"{DIST}/notes.txt", "Somebody else's.")
    (made.folder / "adaptations/register.toml").unlink()

    put_register(read_register(made.settings), made.settings)

    assert list((made.folder / DIST).iterdir()) == [kept]


def test_a_guideline_without_a_register_has_no_page_and_no_link(made: Project) -> None:
    (made.folder / "adaptations/register.toml").unlink()
    settings = made.settings

    put_register(read_register(settings), settings)

    assert not (made.folder / DIST).exists()
    assert b"adaptations" not in portal_files([], {}, settings)["index.html"]


def test_a_faulty_register_keeps_everything_as_it_was(made: Project) -> None:
    made.write("adaptations/register.toml", REGISTER.replace('"XA"', '"XB"'))

    with pytest.raises(Problem) as caught:
        publish(made.settings, processes=1)

    assert "adaptations/register.toml:2: error: code is “XB” here" in str(caught.value)
    assert not (made.folder / "dist").exists()


def test_a_run_is_done_again_when_the_register_has_changed(made: Project) -> None:
    before = run_key(read_settings(made.folder), (), date(2026, 12, 1))
    made.write("adaptations/register.toml", REGISTER.replace("2026-11-20", "2026-11-21"))

    assert run_key(read_settings(made.folder), (), date(2026, 12, 1)) != before
