"""The search of every edition, tried as from a memory stick: pages opened from the disk, without a server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import html

from builders.checks.finished.tools import open_browser
from builders.model.addresses import INDEX, sites
from builders.model.findings import Finding, Location

HELP, OPENING = "help.html", INDEX
"""The pages whose title is searched for: one about help, wherever it stands, or else the opening page."""

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
    wanted = min(site.rglob(HELP), default=site / OPENING)
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


def title_of(page: Path) -> str:
    """Return the title of the HTML file *page*."""
    return str(html.fromstring(page.read_bytes()).xpath("string(//h1//text()[normalize-space()])")).strip()
