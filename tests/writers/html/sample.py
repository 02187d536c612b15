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
    "chr-timo": "character",
    "chr-tama": "character",
    "stk-regulator": "stakeholder",
    "stk-hotline": "stakeholder",
    "chk-gen-001": "checkitem",
    "chk-gen-002": "checkitem",
    "lst-gen-all": "checklist",
    "lst-gen-law": "checklist",
    "cas-gen-001": "case",
    "cas-gen-002": "case",
    "tlk-gen-001": "talk",
    "act-gen-001": "activity",
    "tch-gen-001": "teachernote",
    "tch-gen-002": "teachernote",
    "crd-gen-01": "card",
    "crd-gen-02": "card",
    "qiz-gen-001": "quiz",
    "qiz-gen-002": "quiz",
    "epi-gen-001": "episode",
    "scn-gen-101": "scene",
    "lin-gen-101": "line",
    "lin-gen-102": "line",
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
   :risks: met.flattery
   :services: game
   :instruments: crc.34
   :ages: all
   :disability: rel
   :adaptation: fixed
   :variables: law.csam

   Define a child in every law.

   This is why.

.. risk:: rsk-gen-001
   :code: met.flattery
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
   :variables: emergency.number

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

.. character:: chr-timo
   :title: Timo
   :image: images/sample.svg
   :alt: A firefly.

   Timo glows.

.. character:: chr-tama
   :title: Tama
   :image: images/sample.svg
   :alt: A girl.

   Tama signs.

.. storypage:: pag-gen-001
   :page: 7
   :image: images/sample.svg
   :alt: A hill.

   High on a hill.

   :together: What do you see?
   :picture: A hill with houses.

.. stakeholder:: stk-regulator
   :title: Regulator
   :works-with: stk-hotline

   This is who decides.

   :does: It sets rules.
   :needs: It needs staff.

.. stakeholder:: stk-hotline
   :title: Hotline
   :works-with: stk-regulator
   :audience: inventors

   This is who takes reports.

   :does: It removes material.
   :needs: It needs care.

.. checklist:: lst-gen-all
   :title: The whole list
   :topics: baseline
   :grouped: yes

   Answer honestly.

.. checklist:: lst-gen-law
   :title: Only the laws
   :topics: baseline.law

.. checkitem:: chk-gen-001
   :topics: baseline.law
   :strength: must
   :who: legislature
   :services: game
   :supports: rec-gen-001

   Is a child defined in every law?

   :evidence: The text of the law.

.. checkitem:: chk-gen-002
   :topics: baseline.services
   :strength: should
   :who: gov

   Is there a helpline?

   :evidence: A call at night.

.. case:: cas-gen-001
   :title: The quiet class
   :kind: illustrative

   Nobody spoke.

   :shows: Somebody has to begin.

.. case:: cas-gen-002
   :title: The public report
   :kind: documented
   :sources: school-talks, crc-gc25
   :date: 2025-03-01

   Somebody reported.

   :shows: Reports are read.

.. talk:: tlk-gen-001
   :ages: a, b

   “Who is in the game?”

   :listen: Listen for names.
   :avoid: Say no word of blame.

.. activity:: act-gen-001
   :title: Draw a map
   :ages: b
   :minutes: 30
   :group: small
   :offline: yes

   Begin in the middle.

   #. Draw a house.
   #. Draw a path.

   :materials: Paper.
   :access: String instead of lines.
   :safeguarding: Look at what the maps say.

.. teachernote:: tch-gen-001
   :for: act-gen-001

   :aim: A map is drawn.
   :watch: A map without a house.
   :accommodate: Use string.

.. teachernote:: tch-gen-002
   :for: qiz-gen-001

   :aim: Reasons are talked about.
   :watch: Laughter.
   :accommodate: Read it aloud.

.. card:: crd-gen-01
   :title: Too good to be real
   :suit: see
   :kind: situation

   You have won.

   :back: Ask who made it.
   :symbol: A gift box.

.. card:: crd-gen-02
   :title: Ask another way
   :suit: meet
   :kind: power

   Is it your friend?

   :back: A real friend waits.
   :symbol: Two paths.

.. quiz:: qiz-gen-001
   :ages: b
   :correct: b

   Who are you?

   :a: A tree.

      Trees are lovely.
   :b: A child.

      Children have rights.

.. quiz:: qiz-gen-002
   :ages: b
   :correct: a

   What now?

   :a: Ask.

      Asking helps.
   :b: Wait.

      Waiting is slow.

.. episode:: epi-gen-001
   :title: The green dot
   :ages: c
   :characters: yana, sai

   Two friends keep each other awake.

   .. scene:: scn-gen-101
      :title: Night
      :seconds: 30

      The phone lights up.

      .. line:: lin-gen-101
         :who: yana

         One more clip.

         :delivery: whispering

      .. line:: lin-gen-102
         :who: narrator

         It is late.

      :setting: A dark room.
      :description: Blue light on a face.
      :sign: Sign small.

The law of this country: :variable:`law.csam`

See :see:`qiz-gen-001`.

.. overview:: by-stakeholder

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
    project.bring_sources()
    project.write("source/shared/images/sample.svg", PICTURE)
    project.catalog("ar", "shared", ARABIC)
    project.catalog("ar", "labels", ARABIC_LABELS)
    return project


@dataclass(frozen=True)
class Sample:
    """The sample text, and what was built of it so far."""

    project: Project
    built: dict[tuple[str, str], Path] = field(default_factory=dict)

    def folder(self, language: str = "en", edition: str = "plan-makers") -> Path:
        """Return the folder of the HTML pages."""
        key = (language, edition)
        if key not in self.built:
            self.built[key] = self.project.build(language, edition).paths[Format.HTML]
        return self.built[key]

    def text(self, language: str = "en", edition: str = "plan-makers", page: str = "shared/page") -> str:
        """Return a page as text."""
        return (self.folder(language, edition) / f"{page}.html").read_text(encoding="utf-8")

    def page(self, language: str = "en", edition: str = "plan-makers", page: str = "shared/page") -> html.HtmlElement:
        """Return a page as a tree."""
        return html.fromstring(self.text(language, edition, page))
