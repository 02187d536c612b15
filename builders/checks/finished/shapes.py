"""The shape of a finished file: what stands in it and leads out of it, whatever language it is in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from lxml import etree, html

from builders.model.addresses import PAGES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COUNTED: Mapping[str, tuple[str, ...]] = {
    "sections": ("section", "article"),
    "headings": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "lists": ("ul", "ol", "dl"),
    "list items": ("li", "dt", "dd"),
    "tables": ("table",),
    "table rows": ("tr",),
    "table cells": ("td", "th"),
    "figures": ("figure",),
    "pictures": ("img", "svg"),
    "quotations": ("blockquote",),
}
"""What is counted in a page. Paragraphs are not: a passage in English has a line that says so."""
_ROLES: Mapping[str, str] = {
    "notes": "doc-footnote",
    "references to notes": "doc-noteref",
    "boxes": "note",
}
"""What is counted by its role (WAI-ARIA), whatever the element."""
_COUNTED_IN_WORD: Mapping[str, tuple[str, ...]] = {
    "tables": ("tbl",),
    "table rows": ("tr",),
    "table cells": ("tc",),
    "pictures": ("drawing",),
    "notes": ("footnoteReference",),
    "numbered or marked paragraphs": ("numPr",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a file, or a page in it, has in every language."""

    ids: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    """Where they lead, without the language of a file that is meant."""
    counts: Counter[str] = field(default_factory=Counter)


def shapes(path: Path, language: str) -> Iterator[tuple[str, Shape]]:
    """Yield the name of every page of the artifact *path* in *language*, and its shape; a Word file is one page."""
    if path.is_dir():
        for page in sorted(path.rglob("*.html")):
            # The parser of lxml takes an empty page for a fault.
            root = html.document_fromstring(page.read_bytes() or b"<html></html>")
            yield page.relative_to(path).as_posix(), _page(root, language)
    elif path.suffix == ".docx":
        yield "", _document(path, language)
    else:
        with ZipFile(path) as book:
            for name in sorted(book.namelist()):
                shape = Shape()
                if name.endswith((".xhtml", ".html")):
                    shape = _page(etree.fromstring(book.read(name)), language)
                yield _without(name, language), shape


def _page(root: etree._Element, language: str) -> Shape:
    # A language may hold some editions only, and every page leads to those of its own.
    switches = {part for each in root.iter() if each.get("class") == "editions" for part in each.iter()}
    elements = [each for each in root.iter() if isinstance(each.tag, str) and each not in switches]
    tags = Counter(etree.QName(each).localname for each in elements)
    roles = Counter(each.get("role", "") for each in elements)
    return Shape(
        ids=Counter(each.get("id", "") for each in elements if each.get("id")),
        links=Counter(
            _without(each.get("href", ""), language)
            for each in elements
            # Between the languages, every page leads to all but its own.
            if etree.QName(each).localname == "a" and each.get("href") and not each.get("hreflang")
        ),
        counts=Counter(
            {name: sum(tags[tag] for tag in kinds) for name, kinds in _COUNTED.items()}
            | {name: roles[role] for name, role in _ROLES.items()}
        ),
    )


def _document(path: Path, language: str) -> Shape:
    with ZipFile(path) as document:
        root = etree.fromstring(document.read("word/document.xml"))
        relations = etree.fromstring(document.read("word/_rels/document.xml.rels"))
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    tags = Counter(each.tag for each in root.iter() if isinstance(each.tag, str))
    links = (
        f"#{each.get(f'{_W}anchor')}" if each.get(f"{_W}anchor") else targets.get(each.get(f"{_R}id", ""), "")
        for each in root.iter(f"{_W}hyperlink")
    )
    return Shape(
        ids=Counter(each.get(f"{_W}name", "") for each in root.iter(f"{_W}bookmarkStart")),
        links=Counter(_without(each, language) for each in links),
        counts=Counter({name: sum(tags[f"{_W}{tag}"] for tag in kinds) for name, kinds in _COUNTED_IN_WORD.items()}),
    )


def _without(address: str, language: str) -> str:
    """Return *address* with a star for the *language* in names and paths of ours, and without the mark of a draft."""
    tag = re.escape(language)
    address = re.sub(r"-draft(?=[-.])", "", address)
    if re.match("[a-z]+:", address):
        return re.sub(rf"/{tag}/(?=[a-z-]+/{PAGES}/)", "/*/", address)  # where the guidelines are published
    return re.sub(rf"(?<![\w.]){tag}(?=[-/])", "*", address)
