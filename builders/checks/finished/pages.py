"""axe on the pages, through a headless Chromium: accessibility rules, overflow, and requests to other hosts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.parse import quote

from lxml import html

from builders.checks.finished.search import title_of
from builders.checks.finished.tools import find_module, open_browser
from builders.model.addresses import INDEX, sites
from builders.model.findings import Finding, Location

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""WCAG 2.0 to 2.2, levels A and AA (rule tags of axe-core)."""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at."""

    width: int
    height: int
    scheme: Literal["light", "dark"]
    has_axe: bool = True
    """Whether the rules are run; the narrowest view only has to show everything."""
    differing: tuple[str, ...] = ("dir", "data-script")
    """What the languages differ in of which one each is looked at: attributes of their pages.

    The colours are the same in every language, and a phone's layout in every one that runs the same way.
    """


VIEWS = (
    View(1280, 900, "light"),
    View(1280, 900, "dark", differing=()),
    View(390, 844, "light", differing=("dir",)),
    View(320, 640, "light", has_axe=False),
)


def axe(folder: Path) -> Iterator[Finding]:
    """Yield what axe and the browser find on the pages of *folder*, in every view."""
    rules = find_module("axe_playwright_python.sync_playwright", "axe-playwright-python").Axe()
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}/"
    try:
        with open_browser() as browser:
            for view in VIEWS:
                size = {"width": view.width, "height": view.height}
                context = browser.new_context(viewport=size, color_scheme=view.scheme)
                for address in pages_to_check(folder, languages_differing(folder, view.differing)):
                    yield from _check(context, host, address, view, rules, options)
                context.close()
    finally:
        server.shutdown()
        server.server_close()


def languages_differing(folder: Path, attributes: Iterable[str]) -> list[str]:
    """Return the tag of one language below *folder*, English if it is there, for every value of *attributes*."""
    found: dict[tuple[str | None, ...], str] = {}
    pages = sorted(folder.glob(f"{sites()}/{INDEX}"))
    for page in sorted(pages, key=lambda page: page.parts[-4] != "en"):
        root = html.fromstring(page.read_bytes())
        found.setdefault(tuple(root.get(name) for name in attributes), page.parts[-4])
    return list(found.values())


def pages_to_check(folder: Path, languages: Iterable[str]) -> list[str]:
    """Return the addresses of the portal's pages, and of every page and a search in *languages*."""
    addresses = [page for page in (INDEX, "status.html") if (folder / page).exists()]
    for tag in languages:
        for site in sorted(folder.glob(sites(tag))):
            pages = sorted(path.relative_to(folder).as_posix() for path in site.rglob("*.html"))
            addresses += [page for page in pages if not page.endswith("search.html")]
            query = quote(title_of(site / INDEX))
            addresses += [f"{page}?q={query}" for page in pages if page.endswith("search.html")]
    return addresses


def _check(context: Any, host: str, address: str, view: View, axe_: Any, options: dict[str, Any]) -> Iterator[Finding]:
    page = context.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(host + address)
    if "search.html" in address:
        page.wait_for_timeout(600)
    location = Location(f"{address.partition('?')[0]} ({view.width} px, {view.scheme})")
    violations = axe_.run(page, options=options).response["violations"] if view.has_axe else []
    for violation in violations:
        where = violation["nodes"][0]["html"][:120]
        message = f"{violation['help']} ({len(violation['nodes'])} times, first: {where})"
        yield Finding(check=f"axe/{violation['id']}", location=location, message=message)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if overflow > 0:
        yield Finding(check="overflow", location=location, message=f"the page is {overflow} px wider than the screen")
    for url in requests:
        if not url.startswith((host, "data:", "blob:")):
            yield Finding(check="foreign-request", location=location, message=f"the page asks another host: {url}")
    for error in errors:
        yield Finding(check="script-error", location=location, message=error)
    page.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to findings."""
