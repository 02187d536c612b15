"""A page that is half translated: every text says which language it is in, also where it comes from another place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from builders.model.editions import Format
from tests.conftest import GUIDELINE, Project, make_project
from tests.writers.docx.docx_reading import part
from tests.writers.epub.conftest import Book

PAGE = """\
Known page
==========

.. _sec-known:

Known section
-------------

.. risk:: rsk-gen-001
   :code: met.flattery
   :title: Known risk
   :ages: all

   What it is.

.. risk:: rsk-gen-002
   :code: met.flattery
   :title: Unknown risk
   :ages: all

   What it is too.

.. _sec-unknown:

Unknown section
---------------

English words with :doc:`page`, :ref:`sec-known` and :see:`rsk-gen-001`, :doc:`other`, :ref:`sec-unknown`,
:see:`rsk-gen-002`, :see:`rec-cub-001`, :variable:`law.csam` and :instrument:`crc.34`.

Known words with :doc:`page`, :ref:`sec-known` and :see:`rsk-gen-001`, :doc:`other`, :ref:`sec-unknown`,
:see:`rsk-gen-002`, :see:`the words of the author <rec-cub-001>` and :instrument:`crc.34`.
"""

ARABIC = """
    msgid "Known page"
    msgstr "صفحة معروفة"

    msgid "Known section"
    msgstr "قسم معروف"

    msgctxt "rsk-gen-001/title"
    msgid "Known risk"
    msgstr "خطر معروف"

    msgid ""
    "Known words with :doc:`page`, :ref:`sec-known` and :see:`rsk-gen-001`, :doc:`other`, :ref:`sec-unknown`, "
    ":see:`rsk-gen-002`, :see:`the words of the author <rec-cub-001>` and :instrument:`crc.34`."
    msgstr ""
    "كلمات معروفة :doc:`page` و :ref:`sec-known` و :see:`rsk-gen-001` و :doc:`other` و :ref:`sec-unknown` و "
    ":see:`rsk-gen-002` و :see:`كلمات الكاتب <rec-cub-001>` و :instrument:`crc.34`."
    """

LABELS = """
    msgctxt "link-to-this"
    msgid "Link to this passage"
    msgstr "رابط إلى هذه الفقرة"

    msgctxt "variable/law.csam"
    msgid "Law on child sexual abuse material"
    msgstr "قانون المواد"

    msgctxt "edition/cubs/reference"
    msgid "{cubs}"
    msgstr "طبعة الأطفال"
    """

CHILD = """\
Opening
=======

.. toctree::

   /shared/page

.. recommendation:: rec-cub-001
   :strength: must
   :who: gov
   :risks: met.flattery
   :ages: all
   :disability: rel
   :adaptation: fixed

   Listen.
"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> dict[Format, Path]:
    """The page in Arabic, in every format."""
    ids = {"rsk-gen-001": "risk", "rsk-gen-002": "risk", "rec-cub-001": "recommendation"}
    project = make_project(tmp_path_factory.mktemp("mixed"), PAGE, ids)
    project.write("source/shared/other.rst", "Unknown page\n============\n\nNothing.\n")
    opening = "source/plan-makers/index.rst"
    project.write(opening, (GUIDELINE / opening).read_text(encoding="utf-8") + "   /shared/other\n")
    project.write("source/cubs/index.rst", CHILD)
    project.catalog("ar", "shared", ARABIC)
    reference = project.settings.edition("cubs").reference
    project.catalog("ar", "labels", LABELS.replace("{cubs}", reference))
    return build(project)


def build(project: Project) -> dict[Format, Path]:
    result = project.build("ar", "plan-makers", Format.HTML, Format.EPUB, Format.DOCX)
    assert result.findings == ()
    return dict(result.paths)


def is_arabic(text: str) -> bool:
    return bool(re.search("[\u0620-\u064a]", text))


def is_english(text: str) -> bool:
    return bool(re.search("[a-z]{3}", text)) and not text.startswith("https:")


def spoken(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield every text of *tree* with the language that is nearest to it."""
    for text in tree.xpath(".//text()[normalize-space()]"):
        place = text.getparent().getparent() if text.is_tail else text.getparent()
        yield str(text), place.xpath("string((ancestor-or-self::*/@lang)[last()])")


def said(tree: etree._Element) -> dict[str, set[str]]:
    """Return the texts of *tree* by their language."""
    texts: dict[str, set[str]] = {}
    for text, language in spoken(tree):
        texts.setdefault(language, set()).add(text.strip())
    return texts


def chapters(mixed: dict[Format, Path]) -> Iterator[etree._Element]:
    """Yield the pages and the chapters."""
    for path in sorted(mixed[Format.HTML].rglob("*.html")):
        yield html.document_fromstring(path.read_bytes())
    book = Book(mixed[Format.EPUB])
    yield from (book.tree(name) for name in sorted(book.names()) if name.endswith(".xhtml"))


def paragraphs(mixed: dict[Format, Path]) -> list[etree._Element]:
    """Return the English paragraph of the page and the Arabic one."""
    return html.parse(mixed[Format.HTML] / "shared/page.html").xpath("//section/p")[-2:]


def test_no_text_of_a_page_or_a_chapter_claims_another_language(mixed) -> None:
    for tree in chapters(mixed):
        for text, language in spoken(tree):
            assert not (is_arabic(text) and language != "ar"), text
            assert not (is_english(text) and language not in ("en", "fr", "es")), text


def test_names_in_the_other_language_are_links_that_say_so(mixed) -> None:
    english, known = paragraphs(mixed)

    assert {"صفحة معروفة", "قسم معروف", "خطر معروف"} <= said(english)["ar"]
    assert {"Unknown page", "Unknown section", "Unknown risk"} <= said(english)["en"]
    assert {"Unknown page", "Unknown section", "Unknown risk"} <= said(known)["en"]
    assert "كلمات الكاتب" in " ".join(said(known)["ar"])


def test_a_text_in_the_readers_language_runs_in_its_direction(mixed) -> None:
    english, _ = paragraphs(mixed)

    assert {each.get("dir") for each in english.xpath(".//*[@lang='ar']")} == {"rtl"}


def test_a_name_that_only_software_says_is_in_one_language(mixed) -> None:
    for tree in chapters(mixed):
        for name in tree.xpath("//*/@aria-label"):
            assert not (is_arabic(name) and is_english(name)), name


def test_a_permanent_link_is_named_in_a_language_that_it_says(mixed) -> None:
    page = html.parse(mixed[Format.HTML] / "shared/page.html")
    names = {
        link.get("href"): (link.get("aria-label"), link.get("lang")) for link in page.xpath("//a[@class='headerlink']")
    }

    assert names["#sec-known"] == ("رابط إلى هذه الفقرة: قسم معروف", None)
    assert names["#sec-unknown"] == ("رابط إلى هذه الفقرة", None)
    assert names["#rsk-gen-002"] == ("رابط إلى هذه الفقرة: RSK-GEN-002", None)


def test_a_run_of_a_word_file_is_in_the_language_of_its_letters(mixed) -> None:
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    runs = list(part(mixed[Format.DOCX], "word/document.xml").iter(f"{word}r"))

    assert any(is_arabic("".join(run.itertext())) for run in runs)
    for run in runs:
        text = "".join(run.itertext(f"{word}t"))
        languages = [mark.get(f"{word}val") for mark in run.iter(f"{word}lang")]
        assert not (is_arabic(text) and languages), text
        assert not (is_english(text) and languages != ["en-GB"]), text
        assert not is_arabic(text) or list(run.iter(f"{word}rtl")), text
