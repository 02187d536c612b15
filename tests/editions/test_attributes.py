"""An edition prints the attributes that its readers can use, the same in every format."""

from __future__ import annotations

import pytest

from builders.editions.attributes import RECOMMENDATION_ATTRIBUTES, printed_attributes
from builders.markup.blocks.recommendation import Recommendation
from tests.conftest import SETTINGS

NODE = Recommendation(
    who=["company"], risks=["all"], ages=["all"], services=["ugc"], adaptation="localise", variables=["law.csam"]
)


@pytest.mark.parametrize(
    ("edition", "names"),
    [
        ("industry", ["who", "risks", "ages", "services"]),
        ("policy-makers", ["who", "risks", "ages", "adaptation", "variables"]),
        ("parents-and-educators", ["who", "risks", "ages"]),
    ],
)
def test_an_edition_prints_what_its_readers_can_use(edition: str, names: list[str]) -> None:
    rows = printed_attributes(NODE, RECOMMENDATION_ATTRIBUTES, SETTINGS.edition(edition))

    assert [attribute.name for attribute, _ in rows] == names


@pytest.mark.parametrize(("disability", "is_printed"), [("core", True), ("rel", False), ("none", False)])
def test_only_what_is_essential_for_children_with_disabilities_is_said(disability: str, is_printed: bool) -> None:
    node = Recommendation(disability=disability)

    rows = list(printed_attributes(node, RECOMMENDATION_ATTRIBUTES, SETTINGS.edition("industry")))

    assert bool(rows) is is_printed
