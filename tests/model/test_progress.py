"""Coverage is rounded down, and never lower than it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders.model.progress import Coverage


@given(st.integers(0, 100), st.integers(1, 50))
def test_whole_per_cent_are_whole(percent: int, each: int) -> None:
    assert Coverage(translated=percent * each, total=100 * each).percent == percent


def test_all_but_one_message_are_less_than_everything() -> None:
    assert Coverage(translated=10**18 - 1, total=10**18).percent == 99
