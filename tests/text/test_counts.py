"""The editions hold what the design of the content promises."""

from __future__ import annotations

from collections import Counter

import pytest
from docutils import nodes

from builders.editions.parsing import RawDoctrees, read_raw
from builders.editions.queries import is_found
from builders.markup.blocks import TypedBlock
from builders.publishing.measuring import measure_edition
from builders.publishing.reading import parse_source
from builders.settings import read_settings
from tests.conftest import ROOT

SETTINGS = read_settings(ROOT)
PLACEMENTS = {"conn": 12, "cur": 10, "ugc": 18, "game": 10, "ai": 12, "dev": 9, "store": 6, "edt": 5}
"""Questions in the checklist of each kind of service."""


@pytest.fixture(scope="module")
def doctrees() -> RawDoctrees:
    return parse_source(SETTINGS)


@pytest.fixture(scope="module")
def blocks(doctrees: RawDoctrees) -> list[nodes.Element]:
    return [block for data in doctrees.values() for block in read_raw(data).findall(TypedBlock)]


@pytest.mark.parametrize(
    ("edition", "wanted"),
    [
        (
            "policy-makers",
            {"recommendation": 36, "risk": 16, "stakeholder": 14, "checkitem": 15 + 25, "procedure": 1, "case": 4},
        ),
        ("industry", {"recommendation": 35, "risk": 16, "stakeholder": 6, "procedure": 1, "case": 2}),
        (
            "parents-and-educators",
            {"recommendation": 32, "risk": 16, "stakeholder": 6, "talk": 15 + 3, "checkitem": 12 + 14, "procedure": 4}
            | {"activity": 1 + 4, "quiz": 6, "case": 1},
        ),
        (
            "children",
            {"storypage": 16, "character": 6, "card": 24, "activity": 10, "quiz": 20, "episode": 3, "scene": 15},
        ),
    ],
)
def test_an_edition_holds_what_was_promised(doctrees: RawDoctrees, edition: str, wanted: dict[str, int]) -> None:
    found = measure_edition(doctrees, SETTINGS.edition(edition), SETTINGS).blocks

    assert {name: found.get(name, 0) for name in wanted} == wanted


def test_industry_has_questions_for_every_kind_of_service(blocks: list[nodes.Element]) -> None:
    items = [block for block in blocks if block.block_type == "checkitem" and "-ind-" in block["block_id"]]

    found = Counter(
        service
        for item in items
        for service in SETTINGS.services
        if is_found(item.attributes, {"topics": ["service"], "services": [service]})
    )
    assert len(items) >= 56
    assert all(abs(found[service] - number) <= 1 for service, number in PLACEMENTS.items()), found


def test_every_suit_has_three_situations_two_powers_and_a_helper(blocks: list[nodes.Element]) -> None:
    cards = Counter((block["suit"], block["kind"]) for block in blocks if block.block_type == "card")

    assert cards == {
        (suit, kind): number
        for suit in ("see", "meet", "do", "agree")
        for kind, number in (("situation", 3), ("power", 2), ("helper", 1))
    }


def test_every_activity_of_the_workbook_and_every_episode_has_a_note_for_the_adult(blocks: list[nodes.Element]) -> None:
    noted = {block["for"][0] for block in blocks if block.block_type == "teachernote"}
    wanted = {
        block["block_id"]
        for block in blocks
        if block.block_type in ("activity", "episode") and "-chi-" in block["block_id"]
    }

    assert wanted <= noted


def test_the_glossaries_explain_the_words_of_their_editions(doctrees: RawDoctrees) -> None:
    found = {edition.id: measure_edition(doctrees, edition, SETTINGS).blocks["term"] for edition in SETTINGS.editions}

    assert found["policy-makers"] >= 60
    assert found["children"] >= 23
    assert min(found.values()) == found["children"]


def test_every_registry_names_in_every_language() -> None:
    tags = {language.tag for language in SETTINGS.languages}
    named = {**SETTINGS.instruments, **SETTINGS.entities, **SETTINGS.characters}

    assert {code for code, each in named.items() if set(each.names) != tags} == set()
    assert {slug for slug, each in SETTINGS.characters.items() if set(each.genders) != tags} == set()


def test_a_fact_is_looked_at_again_within_two_years() -> None:
    assert {name for name, fact in SETTINGS.facts.items() if (fact.review_by - SETTINGS.released).days > 732} == set()
    assert {name for name, fact in SETTINGS.facts.items() if fact.review_by <= fact.as_of} == set()
