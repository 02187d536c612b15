"""Nothing looks for cyclic garbage while catalogs are read and updated, and everything is as before afterwards."""

from __future__ import annotations

import gc

import pytest

from builders.catalogs.po.garbage import without_search_for_cycles


def test_the_search_is_off_meanwhile_and_on_again_afterwards() -> None:
    with without_search_for_cycles():
        was_enabled = gc.isenabled()

    assert not was_enabled
    assert gc.isenabled()


def test_it_is_on_again_after_a_problem() -> None:
    with pytest.raises(ValueError, match="broken"), without_search_for_cycles():
        raise ValueError("broken")

    assert gc.isenabled()


def test_where_it_was_off_before_it_stays_off() -> None:
    gc.disable()
    try:
        with without_search_for_cycles():
            pass
        stays_off = not gc.isenabled()
    finally:
        gc.enable()

    assert stays_off
