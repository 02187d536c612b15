"""An edition carries what its audience reads, and nothing of the others leaks."""

from __future__ import annotations

import re

import pytest

PAGE = """
    Everybody reads this.

    .. audience:: inventors

       Only companies read this [#law]_.

       .. _sec-companies:

       For companies
       -------------

       A section of their own.

    .. audience:: cubs people-and-neighbours

       Families read this.

       .. keymessage:: key-gen-001
          :audience: cubs

          Only children read this.

    .. [#law] A footnote for companies.
    """


@pytest.mark.parametrize(
    ("edition", "present", "absent"),
    [
        (
            "inventors",
            ["Only companies", "A section of their own", "A footnote for"],
            ["Families read", "Only children"],
        ),
        ("cubs", ["Families read", "Only children"], ["Only companies", "For companies", "A footnote for"]),
        ("people-and-neighbours", ["Families read"], ["Only children", "Only companies", "A footnote for"]),
        ("plan-makers", [], ["Families read", "Only children", "Only companies", "A footnote for"]),
    ],
)
def test_blocks_of_other_audiences_are_dropped(project, edition: str, present: list[str], absent: list[str]) -> None:
    page = project(PAGE, key_gen_001="keymessage").page("en", edition)

    assert "Everybody reads this" in page
    assert [text for text in present if text not in page] == []
    assert [text for text in absent if text in page] == []


def test_nothing_of_another_audience_reaches_the_search_index(project) -> None:
    made = project(PAGE, key_gen_001="keymessage")

    result = made.build("en", "plan-makers")

    index = next(iter(result.paths.values())) / "searchindex.js"
    assert "compani" not in index.read_text(encoding="utf-8")


RISK = """
    .. risk:: rsk-met-flattery
       :code: met.flattery
       :title: Grooming
       :ages: all

       What it is.

       :signs: Signs for adults.
       :response: What to do first.
    """


@pytest.mark.parametrize(("edition", "is_shown"), [("people-and-neighbours", True), ("inventors", False)])
def test_signs_of_a_risk_are_for_those_who_live_with_children(project, edition: str, is_shown: bool) -> None:
    page = project(RISK, rsk_met_flattery="risk").page("en", edition)

    assert ("Signs for adults" in page) is is_shown


TERM = """
    .. term:: trm-risk
       :title: risk

       The chance that something leads to harm.

       :children: Something that might go wrong.
    """


@pytest.mark.parametrize(
    ("edition", "shown", "hidden"),
    [("cubs", "might go wrong", "The chance"), ("inventors", "The chance", "might go wrong")],
)
def test_a_term_has_one_definition_for_its_reader(project, edition: str, shown: str, hidden: str) -> None:
    page = project(TERM, trm_risk="term").page("en", edition)

    assert shown in page
    assert hidden not in page


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "* One.\n*\n  .. audience:: inventors\n\n     Two.\n",
            "page.rst:[0-9]+: error: this passage: nothing is left",
        ),
        (".. note::\n\n   .. audience:: inventors\n\n      Two.\n", "this passage: nothing is left of it"),
        (
            ".. talk:: tlk-gen-001\n   :ages: b\n\n   Talk.\n\n   :listen: One.\n"
            "   :avoid:\n      .. audience:: inventors\n\n         Two.\n",
            "the part :avoid:: nothing is left of it",
        ),
    ],
)
def test_what_a_condition_leaves_empty_is_reported(project, text: str, message: str) -> None:
    made = project(text, tlk_gen_001="talk")

    assert re.search(message, "".join(map(str, made.build("en", "cubs").findings)))
    assert made.build("en", "inventors").findings == ()


def test_a_contents_list_that_names_a_page_of_another_edition_is_a_fault_of_the_text(project) -> None:
    made = project("Text.\n")
    made.write("source/cubs/own.rst", "Own\n===\n\nText.\n")
    made.write("source/inventors/index.rst", "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n   /cubs/own\n")

    found = [(each.location.path, each.message) for each in made.build("en", "inventors").findings]

    message = "a contents list names cubs/own, which the edition inventors does not carry"
    assert ("source/inventors/index.rst", message) in found
