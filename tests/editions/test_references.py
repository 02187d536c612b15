"""A reference is a link in its own edition, and a linked name across editions."""

from __future__ import annotations

import re

from builders.editions.inventory import locate_blocks
from builders.model.editions import Format
from tests.conftest import Project
from tests.writers.epub.conftest import Book

PAGE = """
    .. keymessage:: key-gen-001

       Listen.

    See :see:`key-gen-001`, :see:`this message <key-gen-001>` and :see:`key-inv-001`.
    """


def two_editions(project, page: str = PAGE) -> Project:
    made = project(page, key_gen_001="keymessage", key_inv_001="keymessage")
    made.write(
        "source/inventors/index.rst",
        """
        Opening
        =======

        .. keymessage:: key-inv-001

           Design.

        .. toctree::

           /shared/page
        """,
    )
    return made


def shown(page: str) -> str:
    return re.sub("<[^>]+>", "", page)


def test_blocks_are_located_without_reading_them(project) -> None:
    made = two_editions(project)

    assert locate_blocks(made.settings) == {"key-gen-001": "shared/page", "key-inv-001": "inventors/index"}


def test_a_reference_within_the_edition_is_a_link(project) -> None:
    page = two_editions(project).page("en", "cubs")

    assert re.search(r'href="#key-gen-001"[^>]*>(<[^>]+>)*KEY-GEN-001', page)
    assert re.search(r'href="#key-gen-001"[^>]*>(<[^>]+>)*this message', page)


def test_a_reference_to_another_edition_leads_there_on_the_web(project) -> None:
    page = two_editions(project).page("en", "cubs")

    link = re.search(r'href="(\.\./\.\./\.\./inventors/html/index\.html#key-inv-001)"[^>]*>(.*?)</a>', page)
    assert link
    assert "the Guidelines for inventors, KEY-INV-001" in re.sub("<[^>]+>", "", link[2])
    assert re.search(r'class="number[^"]*">KEY-INV-001<', link[2]), "the number is never broken at its hyphens"


def test_a_reference_to_another_edition_is_a_name_that_leads_there_in_a_book(project) -> None:
    made = two_editions(project)

    result = made.build("en", "cubs", Format.EPUB)

    page = Book(result.paths[Format.EPUB]).text("shared/page.xhtml").decode()
    link = re.search(r'href="https://fixture.example.net/2026.1/en/inventors/html/[^"]*"[^>]*>(.*?)</a>', page)
    assert link
    assert shown(link[1]) == "the Guidelines for inventors, KEY-INV-001"
    assert "https:" not in shown(page), "no address stands between the words"


def test_contents_that_lead_round_in_a_circle_are_a_finding(project) -> None:
    made = two_editions(project)
    made.write("source/shared/page.rst", "Page\n====\n\n.. toctree::\n\n   /inventors/index\n")

    findings = made.build("en", "inventors", *Format).findings

    assert [each.location.path for each in findings if each.check == "contents-circle"] == ["source/shared/page.rst"]


QUOTED = """
    .. keymessage:: key-gen-001

       Listen.

    Follow “:see:`key-gen-001`”. Follow “:see:`Rule <key-inv-001>`”; never “now :see:`key-inv-001`”.

    The code “:see:`key-inv-001`” counts.
    """


def test_quotation_marks_enclose_the_name_of_a_block_and_not_the_edition_that_it_stands_in(project) -> None:
    page = shown(two_editions(project, QUOTED).page("en", "cubs"))

    assert "Follow “Rule” in the Guidelines for inventors; never “now the" in page


def test_a_bare_code_is_no_title_and_has_no_quotation_marks(project) -> None:
    page = shown(two_editions(project, QUOTED).page("en", "cubs"))

    assert "Follow KEY-GEN-001. Follow" in page
    assert "The code KEY-INV-001 in the Guidelines for inventors counts." in page


def test_quotation_marks_of_another_language_keep_their_spaces(project) -> None:
    made = two_editions(project, QUOTED)
    made.catalog(
        "fr",
        "shared",
        """
        msgid "Follow “:see:`key-gen-001`”. Follow “:see:`Rule <key-inv-001>`”; never “now :see:`key-inv-001`”."
        msgstr "Suivez « :see:`key-gen-001` ». Suivez « :see:`Règle <key-inv-001>` » ; jamais :see:`key-inv-001`."
        """,
    )
    made.catalog(
        "fr",
        "labels",
        """
        msgctxt "quoted-in-edition"
        msgid "{block} in {edition}"
        msgstr "{block} dans {edition}"

        msgctxt "edition/inventors/reference"
        msgid "the Guidelines for inventors"
        msgstr "les Lignes directrices"
        """,
    )

    assert "Suivez « Règle » dans les Lignes directrices ; jamais" in shown(made.page("fr", "cubs"))
