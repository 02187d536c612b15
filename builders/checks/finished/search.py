"""The search of every edition, tried as from a memory stick: pages opened from the disk, without a server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import html

from builders.checks.finished.tools import open_browser
from builders.model.addresses import INDEX, sites
from builders.model.findings import Finding, Location

WANTED = ("//a[@data-quick-help]", "//nav[@id='contents']//a")
"""What leads from the opening page to the page whose title is searched for: to help, or to the first of the contents.

An edition of one page has neither; there, the opening page is searched for.
"""

PATIENCE = 8000
"""Milliseconds that the browser may take for an answer."""


def search(folder: Path) -> Iterator[Finding]:
    """Yield a finding for every edition below *folder* whose search does not find a page by its title."""
    with open_browser() as browser:
        page = browser.new_page()
        for site in sorted(folder.glob(sites())):
            if message := _fault(page, site):
                location = Location((site / "search.html").relative_to(folder).as_posix())
                yield Finding(check="search", location=location, message=message)


def _fault(page: Any, site: Path) -> str:
    wanted = wanted_page(site)
    title = title_of(wanted)
    page.goto(f"{(site / 'search.html').as_uri()}?q={quote(title)}")
    results = page.locator("#search-results li a")
    try:
        results.first.wait_for(timeout=PATIENCE)
    except Exception as error:  # playwright's own time-out error; it is not imported where it is not installed
        return f"nothing is found for “{title}” ({type(error).__name__})"
    addresses = [str(link.get_attribute("href")).partition("?")[0] for link in results.all()]
    found = [
        address for address in addresses if address.partition("#")[0].endswith(wanted.relative_to(site).as_posix())
    ]
    if not found:
        return f"“{title}” finds {len(addresses)} pages, but not the one of that title"
    page.goto((site / found[0].partition("#")[0]).as_uri())
    is_found = page.locator("h1").inner_text().strip().startswith(title)
    return "" if is_found else f"the result for “{title}” opens another page"


def wanted_page(site: Path) -> Path:
    """Return the page of *site* whose title is searched for."""
    opening = html.fromstring((site / INDEX).read_bytes())
    links = (link for path in WANTED for link in opening.iterfind(f".{path}"))
    addresses = (str(link.get("href")).partition("#")[0] for link in links if "aria-current" not in link.attrib)
    return next((site / address for address in addresses if address), site / INDEX)


def title_of(page: Path) -> str:
    """Return the title of the HTML file *page*."""
    return str(html.fromstring(page.read_bytes()).xpath("string(//h1//text()[normalize-space()])")).strip()
