"""The contents beside every page are those that Sphinx makes, whatever the opening page lists."""

from __future__ import annotations

import pytest

from builders.model.editions import Format
from builders.writers.html.contents import Contents
from tests.conftest import make_project

OPENING = """\
Opening & more
==============

.. toctree::

   /shared/page

.. toctree::
   :caption: For "families"

   /shared/talk

.. toctree::
   :caption: For schools
   :hidden:

   /shared/school
"""
TALK = "Talk *now*\n==========\n\nOne.\n\nA <section>\n-----------\n\nTwo.\n\nDeeper\n^^^^^^\n\nThree.\n"
TRANSLATED = """
msgid "Talk *now*"
msgstr "تكلم *الآن*"

msgid "Deeper"
msgstr "أعمق"
"""


def pages(folder, language: str, opening: str, talk: str = TALK) -> dict[str, str]:
    """Return the pages of an edition."""
    project = make_project(folder, "Page\n====\n\nText.\n", {})
    project.write("source/people-and-neighbours/index.rst", opening)
    project.write("source/shared/talk.rst", talk)
    project.write("source/shared/school.rst", "School\n======\n\nFive.\n")
    project.write("source/shared/evening.rst", "Evening\n=======\n\nSix.\n")
    project.catalog("ar", "shared", TRANSLATED)
    html = project.build(language, "people-and-neighbours").paths[Format.HTML]
    return {str(path.relative_to(html)): path.read_text(encoding="utf-8") for path in html.rglob("*.html")}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_they_are_byte_by_byte_what_sphinx_makes(tmp_path, monkeypatch, language: str) -> None:
    asked: list[str] = []
    beside = Contents.beside
    monkeypatch.setattr(Contents, "beside", lambda self, page: asked.append(page) or beside(self, page))
    ours = pages(tmp_path / "ours", language, OPENING)
    monkeypatch.setattr(Contents, "is_plain", False)

    assert ours == pages(tmp_path / "sphinx", language, OPENING)
    assert len(asked) == len(ours) > 4


@pytest.mark.parametrize(
    "unusual",
    [OPENING.replace("   :hidden:", "   :titlesonly:"), OPENING.replace("school\n", "school\n   self\n")],
)
def test_what_only_sphinx_can_list_is_left_to_it(tmp_path, monkeypatch, unusual: str) -> None:
    monkeypatch.setattr(Contents, "beside", lambda self, page: pytest.fail("asked"))

    assert "School" in pages(tmp_path, "en", unusual)["index.html"]


def test_pages_below_pages_are_left_to_sphinx(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(Contents, "beside", lambda self, page: pytest.fail("asked"))
    talk = f"{TALK}\n.. toctree::\n\n   /shared/evening\n"

    assert "Evening" in pages(tmp_path, "en", OPENING, talk)["shared/talk.html"]
