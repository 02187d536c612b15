"""While pages are parsed, Sphinx says no more than people are told."""

from __future__ import annotations

import logging

import pytest

from builders.editions.source_reading import only_warnings


@pytest.mark.parametrize("before", [logging.NOTSET, logging.INFO, logging.ERROR])
def test_what_is_said_afterwards_is_what_was_said_before(before: int) -> None:
    kept = logging.root.manager.disable
    logging.disable(before)
    try:
        with pytest.raises(KeyError):
            _fail_in_silence()
        assert logging.root.manager.disable == before
    finally:
        logging.disable(kept)


def _fail_in_silence() -> None:
    with only_warnings():
        assert not logging.getLogger("sphinx").isEnabledFor(logging.INFO)
        raise KeyError
