"""Words of a block can stand once more elsewhere, without what belongs to the place where they were written."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from docutils import nodes
from sphinx import addnodes

from builders.editions.table_data import Data
from builders.markup.references import Citation
from builders.markup.unit_state import KnownBlock
from builders.model.editions import Unit
from builders.model.labels import Labels
from tests.conftest import SETTINGS

BLOCK = KnownBlock(docname="shared/page", type="recommendation", text="", tag="", attributes={})


def quoted(*words: nodes.Node, language: str = "en", **attributes: Any) -> nodes.paragraph:
    """Return a paragraph that quotes a passage of *words* of a block on the page inventors/index."""
    unit = Unit(language=SETTINGS.language(language), edition=SETTINGS.edition("inventors"))
    env: Any = SimpleNamespace(current_document=SimpleNamespace(docname="inventors/index"))
    data = Data(unit=unit, settings=SETTINGS, labels=Labels({}, {}), blocks={}, env=env)
    return nodes.paragraph("", "", *data.quoted([nodes.paragraph("", "", *words, **attributes)], BLOCK))


def test_marks_of_notes_are_left_out_with_the_space_before_them() -> None:
    note = nodes.footnote_reference("", "1", refid="note")
    stressed = nodes.emphasis("", "", nodes.Text("Now "), Citation(code="one"))

    found = quoted(nodes.Text("Listen. "), Citation(code="one"), nodes.Text(" Ask. "), note, nodes.Text(" "), stressed)

    assert found.astext() == "Listen. Ask. Now"
    assert [*found.findall(Citation), *found.findall(nodes.footnote_reference)] == []


def test_a_place_has_its_name_once() -> None:
    found = quoted(nodes.inline("", "here", ids=["here"], names=["here"]), nodes.target("", "", ids=["there"]))

    assert [each["ids"] for each in found.findall(nodes.inline)] == [[]]
    assert list(found.findall(nodes.target)) == []


def test_a_link_to_a_page_leads_there_from_the_other_folder() -> None:
    link = addnodes.pending_xref("", reftype="doc", reftarget="help", refdoc="shared/page", refexplicit=False)

    (copy,) = quoted(link).findall(addnodes.pending_xref)

    assert (copy["reftarget"], copy["refdoc"]) == ("/shared/help", "inventors/index")
    assert (link["reftarget"], link["refdoc"]) == ("help", "shared/page")


def test_words_that_fell_back_to_english_say_so() -> None:
    (marked,) = quoted(nodes.Text("Listen."), language="ar", lang="en", dir="ltr").findall(nodes.inline)

    assert (marked["lang"], marked["dir"], marked.astext()) == ("en", "ltr", "Listen.")
