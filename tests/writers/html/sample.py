"""A sample text with every block, built once for each language and edition that a test asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from builders.model.editions import Format
from tests.conftest import Project, make_project

IDS = {
    "rec-gen-001": "recommendation",
    "rsk-gen-001": "risk",
    "trm-one": "term",
    "trm-two": "term",
    "key-gen-001": "keymessage",
    "prc-gen-001": "procedure",
    "hlp-gen-001": "gethelp",
    "cnt-gen-001": "contentnote",
    "pag-gen-001": "storypage",
    "chr-tiko": "character",
    "chr-tala": "character",
}

PAGE = """\
.. _page-sample:

A page with everything
======================

.. contentnote:: cnt-gen-001

   Some of this is sad.

.. keymessage:: key-gen-001

   Listen first.

.. _sec-sample:

A section
---------

A sentence with a note. [#one]_

.. recommendation:: rec-gen-001
   :strength: must
   :who: legislature, dpa
   :risks: contact.grooming
   :services: game
   :instruments: crc.34
   :ages: all
   :disability: rel
   :adaptation: fixed
   :variables: law.csam

   Define a child in every law.

   This is why.

.. risk:: rsk-gen-001
   :code: contact.grooming
   :title: Grooming
   :ages: b, c
   :where: game

   What it is.

   :signs: What adults notice.

.. term:: trm-one
   :title: helpline

   A service that listens.

   :children: Kind people who listen.

.. term:: trm-two
   :title: hotline

   A service for reports.

.. procedure:: prc-gen-001
   :title: When a child speaks
   :urgency: now
   :adaptation: fixed

   #. Listen.
   #. Thank the child.

.. gethelp:: hlp-gen-001
   :title: Get help here
   :variables: helpline.number

   You can call.

.. list-table:: Who helps
   :header-rows: 1
   :stub-columns: 1

   * - When
     - Who
   * - Now
     - The helpline

.. character:: chr-tiko
   :title: Tiko
   :image: images/sample.svg
   :alt: A firefly.

   Tiko glows.

.. character:: chr-tala
   :title: Tala
   :image: images/sample.svg
   :alt: A girl.

   Tala signs.

.. storypage:: pag-gen-001
   :page: 7
   :image: images/sample.svg
   :alt: A hill.

   High on a hill.

   :together: What do you see?
   :picture: A hill with houses.

.. [#one] A footnote.
"""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="4" height="3"><rect width="4" height="3"/></svg>'
)

ARABIC = """
    msgid "A page with everything"
    msgstr "صفحة فيها كل شيء"

    msgctxt "key-gen-001/text"
    msgid "Listen first."
    msgstr "استمع أولاً."
    """

ARABIC_LABELS = """
    msgctxt "recommendation"
    msgid "Recommendation"
    msgstr "توصية"

    msgctxt "list-pair"
    msgid "{first}, {second}"
    msgstr "{first}، {second}"

    msgctxt "storypage"
    msgid "Page {number}"
    msgstr "الصفحة {number}"
    """


def make_sample(folder: Path) -> Project:
    """Return a project whose shared page has every block, with a little of it in Arabic."""
    project = make_project(folder, PAGE, IDS)
    project.write("source/shared/images/sample.svg", PICTURE)
    project.catalog("ar", "shared", ARABIC)
    project.catalog("ar", "labels", ARABIC_LABELS)
    return project


@dataclass(frozen=True)
class Sample:
    """The sample text, and what was built of it so far."""

    project: Project
    built: dict[tuple[str, str], Path] = field(default_factory=dict)

    def folder(self, language: str = "en", edition: str = "policy-makers") -> Path:
        """Return the folder of the HTML pages."""
        key = (language, edition)
        if key not in self.built:
            self.built[key] = self.project.build(language, edition).paths[Format.HTML]
        return self.built[key]

    def text(self, language: str = "en", edition: str = "policy-makers", page: str = "shared/page") -> str:
        """Return a page as text."""
        return (self.folder(language, edition) / f"{page}.html").read_text(encoding="utf-8")

    def page(self, language: str = "en", edition: str = "policy-makers", page: str = "shared/page") -> html.HtmlElement:
        """Return a page as a tree."""
        return html.fromstring(self.text(language, edition, page))
