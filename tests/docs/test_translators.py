"""The pages for translators tell the truth: their examples pass the gate, or are refused as the page says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, roles
from docutils.utils import new_document

from builders.catalogs.message_rules import check_catalog
from builders.catalogs.po.reading import parse_catalog
from builders.editions.message_parsing import MessageParser, unread_markup
from builders.markup import ROLES as OWN_ROLES
from builders.model.findings import Location
from builders.model.messages import Catalog, CatalogEntry
from tests.docs.test_docs import DOCS, SECTION

PAGES = ("markup", "right-to-left")
REFUSED = "refused: "
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BLOCK = re.compile(r"^\.\. code-block:: po\n\n((?:(?:   .*)?\n)+)", re.MULTILINE)
ROLES = ("doc", "ref", *OWN_ROLES)
FIRST_OF_AN_IMPORT = "unit-without-place"
"""Where the codes end that the gate and the build give to a translation."""


def examples(page: str) -> Iterator[Catalog]:
    """Yield every example of *page*, as a catalog of its own."""
    text = (DOCS / f"translators/{page}.rst").read_text(encoding="utf-8")
    for number, block in enumerate(BLOCK.findall(text), start=1):
        yield parse_catalog((HEADER + dedent(block)).encode(), f"{page}, example {number}")


EXAMPLES = [catalog for page in PAGES for catalog in examples(page)]


def foretold(entry: CatalogEntry) -> set[str]:
    """Return the codes with which the page says that *entry* is refused."""
    lines = (line for line in entry.comments if line.startswith(REFUSED))
    return {code for line in lines for code in line.removeprefix(REFUSED).split(", ")}


def reference(
    name: str, raw: str, text: str, line: int, inliner: object, *_: object, **__: object
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Stand for any role: what matters here is whether docutils reads it as one."""
    return [nodes.inline("", text.rpartition("<")[2].strip("<>"), classes=[name])], []


def marks(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Counter[str], bool]:
    """Return the references that docutils reads in *text*, and whether all its markup is read."""
    monkeypatch.setattr(roles, "_roles", dict.fromkeys(ROLES, reference))
    parser = MessageParser(new_document("example", get_default_settings(Parser)))
    children, faults = parser.parse(text, nodes.paragraph(), Location("example", 1))
    found = (node for child in children for node in child.findall(nodes.inline))
    return Counter(node.astext() for node in found), not faults and not any(unread_markup(children))


@pytest.mark.parametrize("catalog", EXAMPLES, ids=lambda catalog: catalog.path)
def test_an_example_passes_or_is_refused_as_the_page_says(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    (entry,) = catalog.active
    refused = {finding.check for finding in check_catalog(catalog)}

    (wanted, _), (found, is_read) = (marks(text, monkeypatch) for text in (entry.msgid, entry.msgstr))
    if not refused and (wanted != found or not is_read):
        refused = {"translation"}

    assert refused == foretold(entry)


def test_the_pages_show_both_what_passes_and_what_is_refused() -> None:
    shown = [foretold(entry) for catalog in EXAMPLES for entry in catalog.active]

    assert {bool(codes) for codes in shown} == {True, False}


def test_the_page_on_markup_names_every_role() -> None:
    page = (DOCS / "translators/markup.rst").read_text(encoding="utf-8")

    assert {role for role in ROLES if f"``:{role}:`" not in page} == set()


def test_the_page_on_markup_names_every_code_of_the_gate() -> None:
    page = (DOCS / "translators/markup.rst").read_text(encoding="utf-8")
    findings = (DOCS / "problems.rst").read_text(encoding="utf-8").partition("\nFindings in translations\n")[2]
    codes = SECTION.findall(findings)

    of_the_gate = codes[: codes.index(FIRST_OF_AN_IMPORT)]

    assert [code for code in of_the_gate if f"``{code}``" not in page] == []


def translators_pages() -> list[Path]:
    return sorted((DOCS / "translators").glob("*.rst"))


@pytest.mark.parametrize("path", translators_pages(), ids=lambda path: path.stem)
def test_every_page_is_in_the_table_of_contents(path: Path) -> None:
    index = (DOCS / "index.rst").read_text(encoding="utf-8")

    assert f"translators/{path.stem}\n" in index
