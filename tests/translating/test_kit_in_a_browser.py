"""A page of the kit in a browser: it filters, remembers what is done, and opens the page of a message beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import html

from builders.catalogs.po.reading import read_catalog
from builders.model.editions import Edition
from builders.model.languages import Language
from builders.model.messages import message_id
from builders.translating.kit_messages import AgreedTerms
from builders.translating.kit_pages import Beside, Link, index_pages
from tests.needs import program

pytestmark = [pytest.mark.slow, pytest.mark.needs("chromium")]

CATALOG = """
msgid "One."
msgstr "Un."

#, fuzzy
msgid "Two."
msgstr "Deux."

msgid "Three."
msgstr ""
"""
ONE, TWO = (message_id("shared", ("", text)) for text in ("One.", "Two."))


@pytest.fixture
def page(project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project("")
    path = made.catalog("fr", "shared", CATALOG)
    language: Language = made.settings.language("fr")
    edition: Edition = made.settings.editions[0]
    links = {("shared", ("", "One.")): [Link(edition=edition, page="page.html", name=ONE)]}
    beside = Beside(links=links, terms=AgreedTerms([], [], language), findings={})
    folder = tmp_path_factory.mktemp("kit")
    for name, data in index_pages(made.settings, language, {"shared": read_catalog(path, path.name)}, beside).items():
        (folder / name).write_bytes(data)
    (folder / "page.html").write_text("<p>The page.</p>", encoding="utf-8")
    return folder / "shared.html"


def shown(page: Path, acts: str = "", *, width: int = 1400) -> html.HtmlElement:
    """Return what *page* has become when *acts* have been done in a window of that *width*."""
    played = page.with_name("played.html")
    text = page.read_text(encoding="utf-8")
    played.write_text(text.replace("</body>", f"<script>{acts}</script></body>"), encoding="utf-8")
    command = [program("chromium"), "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900"]
    command += [f"--user-data-dir={page.parent / 'profile'}", "--virtual-time-budget=3000", "--dump-dom"]
    done = subprocess.run([*command, played.as_uri()], capture_output=True, check=True, timeout=120)
    return html.fromstring(done.stdout.decode())


def rows(found: html.HtmlElement) -> list[str]:
    return [row.get("id") for row in found.xpath("//tbody/tr[not(@hidden)]")]


CHOOSE = "const form = document.getElementById('filter'); form.elements.{name}.value = '{value}';"
TOLD = "form.dispatchEvent(new Event('input'));"
TICK = f"document.querySelector('#{ONE} input').click();"


def test_only_messages_of_a_state_show(page: Path) -> None:
    found = shown(page, CHOOSE.format(name="state", value="fuzzy") + TOLD)

    assert rows(found) == [TWO]
    assert found.xpath("string(//output)") == "Shown: 1 of 3. Done: 0."


def test_a_search_looks_into_both_languages(page: Path) -> None:
    assert rows(shown(page, CHOOSE.format(name="search", value="deux") + TOLD)) == [TWO]
    assert rows(shown(page, CHOOSE.format(name="search", value="one.") + TOLD)) == [ONE]


def test_what_is_done_is_remembered_when_the_page_is_opened_again(page: Path) -> None:
    shown(page, TICK + "setTimeout(() => 0, 1000);")

    again = shown(page, CHOOSE.format(name="state", value="done") + TOLD)
    assert rows(again) == [ONE]
    assert again.xpath("string(//output)").endswith("Done: 1.")


def test_the_page_of_a_message_opens_beside_it(page: Path) -> None:
    found = shown(page, "document.querySelector('a.page').click();")

    assert found.xpath("//aside[not(@hidden)]/iframe/@src") == [f"{page.parent.as_uri()}/page.html#{ONE}"]
    assert found.xpath("//tr[contains(@class, 'shown')]/@id") == [ONE]


def test_on_a_narrow_screen_the_page_takes_the_place(page: Path) -> None:
    found = shown(page, "document.querySelector('a.page').click();", width=500)

    assert found.xpath("string(//p)") == "The page."
