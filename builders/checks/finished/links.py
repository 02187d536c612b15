"""Links of the published pages: each leads to a file and a place that exist, in every language and edition."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from builders.model.findings import Finding, Location


def links(folder: Path) -> Iterator[Finding]:
    """Yield every link, picture, script and style sheet below *folder* that leads nowhere.

    Addresses of other hosts are not asked: the pages may only name them, and the axe validator sees requests.
    """
    for page in sorted(folder.rglob("*.html")):
        seen: set[str] = set()
        for _, attribute, address, _ in _document(page).iterlinks():
            if attribute is None or address in seen:
                continue
            seen.add(address)
            if message := _fault(page, address):
                yield Finding(check="link", location=Location(page.relative_to(folder).as_posix()), message=message)


def _fault(page: Path, address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_file():
        return f"“{address}” leads to no file"
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in _places(target):
        return f"“{address}” leads to no place on that page"
    return ""


@cache
def _places(page: Path) -> frozenset[str]:
    return frozenset(_document(page).xpath("//@id"))


@cache
def _document(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_bytes())
