"""Which countries there are, and in which region of the world each of them lies."""

from __future__ import annotations

import pytest
from babel import Locale

from builders.settings.regions import is_country, world_regions

MEMBERS = 193
"""Member States of the United Nations since 2011."""


def test_every_member_state_lies_in_one_region() -> None:
    listed = [code for region in world_regions() for code in region.members]

    assert (len(listed), len(set(listed))) == (MEMBERS, MEMBERS)


def test_no_code_stands_in_two_places() -> None:
    listed = [code for region in world_regions() for part in (region.members, region.others) for code in part]

    assert len(listed) == len(set(listed))


def test_every_region_and_every_code_has_a_name() -> None:
    names = Locale("en").territories

    assert {region.number for region in world_regions()} == {"002", "009", "019", "142", "150"}
    assert [each for region in world_regions() for each in (region.number, *region.codes) if each not in names] == []


@pytest.mark.parametrize("code", ["KE", "FR", "CN", "TV"])
def test_the_code_of_a_country_is_one(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["XA", "ZZ", "EU", "UN", "AC", "EA", "ke", "KEN", ""])
def test_a_code_that_is_reserved_or_belongs_to_nobody_is_none(code: str) -> None:
    assert not is_country(code)
