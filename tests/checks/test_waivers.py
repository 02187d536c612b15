"""A waiver covers what it names, with a reason, and nothing else."""

from __future__ import annotations

import pytest

from builders.checks.checking import Remark
from builders.checks.waivers import Waiver, read_waivers, sift
from builders.model.findings import Location

REMARK = Remark(
    location=Location("source/shared/help.rst", 7),
    message="“24” is a number",
    blocks=("lin-cub-101", "epi-cub-001"),
    passage="Here are 24 cards.",
)


@pytest.mark.parametrize(
    ("at", "text", "is_covered"),
    [
        ("epi-cub-001", "", True),
        ("lin-cub-101", "24 cards", True),
        ("shared/help", "is a number", True),
        ("source/shared/help.rst", "", True),
        ("shared/help", "25 cards", False),
        ("shared/risks", "", False),
    ],
)
def test_a_waiver_names_a_block_a_page_or_words(at: str, text: str, is_covered: bool) -> None:
    waiver = Waiver(check="sc-10-numbers", at=at, text=text, reason="A deck has 24 cards.")

    assert waiver.covers("sc-10-numbers", REMARK) is is_covered
    assert not waiver.covers("sc-13-metaphor", REMARK)


def test_a_waiver_of_a_check_that_did_not_run_is_not_unused() -> None:
    waivers = read_waivers('[[waiver]]\ncheck = "late"\nat = "shared/help"\nreason = "Later."\n', {"late", "early"})

    assert sift([], waivers, {"early"})[1].unused == ()
    assert sift([], waivers, {"late"})[1].unused == waivers.waivers


def test_a_waiver_knows_its_line() -> None:
    waivers = read_waivers('# why\n\n[[waiver]]\ncheck = "c"\nat = "a"\nreason = "r"\n', {"c"})

    assert waivers.waivers[0].location == Location("source/waivers.toml", 3)


def test_a_file_that_cannot_be_read_is_a_finding_and_waives_nothing() -> None:
    waivers = read_waivers("[[waiver]\n", set())

    assert waivers.waivers == ()
    assert waivers.faults[0].message.startswith("the file cannot be read")


@pytest.mark.parametrize(
    "text", ['waiver = "none"', "waiver = 5", "[[waiver]]\ncheck = 5\n", 'waiver = [{check = "c", at = "a"}]']
)
def test_a_waiver_of_the_wrong_form_is_a_finding(text: str) -> None:
    waivers = read_waivers(text, {"c"})

    assert waivers.waivers == ()
    assert waivers.faults
