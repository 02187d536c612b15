"""An edition prints the attributes that its readers can use, the same in every format."""

from __future__ import annotations

import pytest

from builders.editions.attributes import (
    ALL,
    CHECKITEM_ATTRIBUTES,
    RECOMMENDATION_ATTRIBUTES,
    RISK_ATTRIBUTES,
    printed_attributes,
)
from builders.markup.blocks.checklist import CheckItem
from builders.markup.blocks.recommendation import Recommendation
from builders.markup.blocks.risk import RiskDirective
from builders.model.vocabulary import PRINTED
from tests.conftest import SETTINGS

CODES = {
    **{"who": ["company"], "support": ["gov"], "consult": ["cso"], "phase": ["start"], "plans": ["cyber"]},
    **{"risks": ["paid.traces"], "ages": ["a"], "services": ["ugc"], "disability": "core", "instruments": ["crc.16"]},
    **{"adaptation": "localise", "variables": ["law.csam"]},
}


@pytest.mark.parametrize(
    ("edition", "names"),
    [
        (
            "inventors",
            ["who", "support", "consult", "phase", "risks", "ages", "services", "disability", "instruments"],
        ),
        ("plan-makers", ["who", "phase", "ages", "disability", "instruments", "adaptation", "variables"]),
        ("people-and-neighbours", ["who", "support", "consult", "phase", "risks", "ages", "disability"]),
    ],
)
def test_an_edition_prints_what_its_readers_can_use(edition: str, names: list[str]) -> None:
    rows = printed_attributes(Recommendation(**CODES), RECOMMENDATION_ATTRIBUTES, SETTINGS.edition(edition))

    assert [attribute.name for attribute, _ in rows] == names


def test_what_an_edition_can_leave_out_is_what_the_others_print() -> None:
    tables = {
        "recommendation": RECOMMENDATION_ATTRIBUTES,
        "risk": RISK_ATTRIBUTES,
        "checkitem": CHECKITEM_ATTRIBUTES,
    }
    names = {kind: tuple(each.name for each in attributes) for kind, attributes in tables.items()}
    parts = tuple(name for name in PRINTED["risk"] if name in RiskDirective.parts)

    assert names | {"risk": (*names["risk"], *parts)} == PRINTED


@pytest.mark.parametrize("name", ["risks", "ages", "services"])
@pytest.mark.parametrize("edition", ["inventors", "plan-makers", "people-and-neighbours"])
def test_a_row_that_says_all_is_left_out_and_one_that_says_more_is_printed(edition: str, name: str) -> None:
    def names(codes: list[str]) -> list[str]:
        node = Recommendation(**CODES | {name: codes})
        rows = printed_attributes(node, RECOMMENDATION_ATTRIBUTES, SETTINGS.edition(edition))
        return [attribute.name for attribute, _ in rows]

    assert names([ALL]) == [each for each in names(CODES[name]) if each != name]
    assert names([*CODES[name], ALL]) == names(CODES[name])


@pytest.mark.parametrize(
    ("edition", "names"),
    [
        ("inventors", ["supports"]),
        ("plan-makers", ["who", "supports"]),
        ("people-and-neighbours", ["who", "supports"]),
    ],
)
def test_a_question_says_who_answers_where_that_differs(edition: str, names: list[str]) -> None:
    node = CheckItem(who=["company"], services=["ugc"], supports=["rec-pla-001"])

    rows = printed_attributes(node, CHECKITEM_ATTRIBUTES, SETTINGS.edition(edition))

    assert [attribute.name for attribute, _ in rows] == names


@pytest.mark.parametrize(("disability", "is_printed"), [("core", True), ("rel", False), ("none", False)])
def test_only_what_is_essential_for_children_with_disabilities_is_said(disability: str, is_printed: bool) -> None:
    node = Recommendation(disability=disability)

    rows = list(printed_attributes(node, RECOMMENDATION_ATTRIBUTES, SETTINGS.edition("inventors")))

    assert bool(rows) is is_printed
