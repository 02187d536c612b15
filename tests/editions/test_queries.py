"""A checklist is a query: it prints the questions of the edition that it finds, and nothing else does."""

from __future__ import annotations

import re

import pytest

from builders.editions.queries import is_found
from builders.model.editions import Format
from tests.conftest import Project

PAGE = """
    .. checklist:: lst-gen-001
       :title: Games
       :services: game

    .. checklist:: lst-gen-002
       :title: Everything at home
       :topics: home
       :grouped: yes

       Look around.

    .. checkitem:: chk-gen-001
       :topics: service
       :strength: must
       :who: company
       :services: game, ugc

       Can a child stop at any time?

       :evidence: A button.

    .. checkitem:: chk-gen-002
       :topics: home.money, home.devices
       :strength: should
       :who: parent

       Is there a limit on spending?

       :evidence: The setting.

    .. checkitem:: chk-gen-003
       :topics: service
       :strength: should
       :who: company
       :services: game
       :audience: cubs

       Do you like it?

       :evidence: A smile.

    See :see:`chk-gen-001`.
    """


@pytest.fixture
def lists(project) -> Project:
    """Make a project with two checklists and three questions, one for children only."""
    ids = {f"chk_gen_00{number}": "checkitem" for number in (1, 2, 3)}
    made: Project = project(PAGE, lst_gen_001="checklist", lst_gen_002="checklist", **ids)
    return made


def test_a_list_prints_what_its_query_finds(lists: Project) -> None:
    page = lists.page("en", "inventors")

    games = page[page.index('id="lst-gen-001"') : page.index('id="lst-gen-002"')]
    assert "Can a child stop at any time?" in games
    assert "limit on spending" not in games
    assert "Do you like it?" not in page


def test_a_question_is_printed_only_by_lists(lists: Project) -> None:
    page = lists.page("en", "inventors")

    assert page.count("Can a child stop at any time?") == 1


def test_a_grouped_list_prints_a_question_under_each_of_its_topics_and_one_anchor(lists: Project) -> None:
    page = lists.page("en", "inventors")

    assert page.count("Is there a limit on spending?") == 2
    assert page.count('id="chk-gen-002"') == 1
    assert page.index("Devices") < page.index("Money")


def test_a_reference_leads_to_the_list_that_prints_the_question(lists: Project) -> None:
    assert re.search(r'href="#chk-gen-001"[^>]*>(<[^>]+>)*CHK-GEN-001<', lists.page("en", "inventors"))


def test_a_list_in_another_language_keeps_the_order_and_marks_english(lists: Project) -> None:
    page = lists.page("ar", "inventors")

    assert len(re.findall(r'lang="en"[^>]*>Is there a limit on spending\?', page)) == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"topics": ["home"]}, True),
        ({"topics": ["home.money"]}, True),
        ({"topics": ["home.settings"]}, False),
        ({"services": ["game"]}, True),
        ({"services": ["store"]}, False),
        ({"topics": ["home"], "services": ["store"]}, False),
        ({"topics": ["home"], "home": "peo"}, True),
        ({"topics": ["home"], "home": "inv"}, False),
    ],
)
def test_a_query_finds_what_meets_all_it_asks_for(query, found: bool) -> None:
    item = {"block_id": "chk-peo-001", "topics": ["home.money"], "services": ["game"]}

    assert is_found(item, query) is found


def test_a_question_for_all_services_is_found_by_every_service() -> None:
    assert is_found({"block_id": "chk-inv-001", "topics": ["service"], "services": ["all"]}, {"services": ["ai"]})


def test_a_reference_to_a_question_that_no_checklist_prints_is_reported_at_its_line(project) -> None:
    page = PAGE.replace(":topics: service\n", ":topics: school.policy\n").replace("game, ugc", "ai")
    made: Project = project(
        page,
        lst_gen_001="checklist",
        lst_gen_002="checklist",
        **{f"chk_gen_00{number}": "checkitem" for number in (1, 2, 3)},
    )

    findings = made.build("en", "inventors", *Format).findings  # once, not for every format

    assert [(finding.check, finding.location.line) for finding in findings] == [("see-unlisted", 46)]
