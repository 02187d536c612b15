"""What a unit is given is one record, and so is what is found out about it."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import builders
from builders.editions.unit_context import UnitContext
from tests.conftest import SETTINGS

TOOLS = Path(builders.__file__).parent
KEPT_ELSEWHERE = re.compile(r"""env\.__dict__|setattr\(env\b|add_config_value\(\s*["'](\w+)""")


def test_nothing_is_kept_in_the_environment_beside_the_one_record() -> None:
    found = {
        (path.name, match[1] or "env")
        for path in TOOLS.rglob("*.py")
        for match in KEPT_ELSEWHERE.finditer(path.read_text(encoding="utf-8"))
    }

    assert found == {
        ("unit_state.py", "env"),
        *(("__init__.py", name) for name in ("edition", "cop", "cop_inputs")),
    }


def test_without_an_edition_nothing_is_selected() -> None:
    context = UnitContext.choose(SETTINGS, edition="", language="en", targets=frozenset())

    assert (context.unit, context.translations) == (None, None)


def test_a_context_is_not_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        UnitContext(settings=SETTINGS).unit = None  # type: ignore[misc]


def test_another_language_is_another_input() -> None:
    english, french = (
        UnitContext.choose(SETTINGS, edition=SETTINGS.editions[0].id, language=tag, targets=frozenset())
        for tag in ("en", "fr")
    )

    assert english.digest != french.digest
