"""Procedures that lead to another one first: in every case, or only in some."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from builders.authoring.check_command import run_checks
from tests.conftest import Project

ASKS = "Is anybody in danger? Call first."
CONDITIONS = ("If", "When", "Whenever", "Where", "Wherever", "Unless", "Until", "As long as", "In case")
IN_SOME_CASES = (*(f"{each} a child is young, begin with" for each in CONDITIONS), "Ask whether to begin with")
IN_EVERY_CASE = ("Begin with", *(f"Wait if you can{mark} Begin with" for mark in ".;:!?"))


def procedure(number: int, step: str) -> str:
    return f"""
.. procedure:: prc-gen-{number}
   :title: Steps
   :urgency: now
   :adaptation: localise
   :variables: emergency.number

   #. {step}
   #. If anybody is in danger still, wait.
"""


@pytest.mark.parametrize(("beginnings", "are_found"), [(IN_SOME_CASES, True), (IN_EVERY_CASE, False)])
def test_a_first_step_leads_to_another_procedure(
    project: Callable[..., Project], beginnings: tuple[str, ...], are_found: bool
) -> None:
    steps = [ASKS, *(f"{each} :see:`prc-gen-100`." for each in beginnings)]
    pages = [procedure(100 + number, step) for number, step in enumerate(steps)]
    made = project("".join(pages), **{f"prc_gen_{100 + number}": "procedure" for number, _ in enumerate(steps)})

    findings = run_checks(made.settings, "authoring", today=date(2026, 11, 22))

    found = [each for each in findings if each.check == "harm-order"]
    assert len(found) == (len(beginnings) if are_found else 0)
