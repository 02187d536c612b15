"""Recommendations as records say what readers see."""

from __future__ import annotations

import pytest

from tests.conftest import Project

PAGE = """
    .. recommendation:: rec-gen-001
       :strength: should
       :who: pupil
       :risks: earth.lead
       :instruments: rules.2
       :ages: b, c
       :disability: core
       :adaptation: localise
       :variables: shed.key

       Listen to *every* child (:instrument:`rules.3`).

       It helps [#why]_; see :see:`key-gen-001` and :see:`rec-pup-001`.

    .. keymessage:: key-gen-001

       Listen.

    .. [#why] A footnote.
    """


@pytest.fixture
def made(plot) -> Project:
    """Make a project with one recommendation."""
    found: Project = plot(PAGE, rec_gen_001="recommendation", key_gen_001="keymessage", rec_pup_001="recommendation")
    found.write(
        "source/pupils/index.rst",
        """
        Opening
        =======

        .. recommendation:: rec-pup-001
           :strength: must
           :who: keeper
           :ages: all
           :disability: none
           :adaptation: fixed

           Care.

        .. toctree::

           /shared/page
        """,
    )
    return found


def test_a_record_holds_the_words_and_every_attribute(made: Project) -> None:
    (record,) = made.build("en", "growers").recommendations

    assert record == {
        "id": "rec-gen-001",
        "number": "REC-GEN-001",
        "edition": "growers",
        "chapter": {
            "document": "shared/page",
            "title": "Page",
            "page": "growers/html/shared/page.html",
        },
        "text": "Listen to every child (Rules of the garden, paragraph 3).",
        "explanation": ["It helps; see KEY-GEN-001 and REC-PUP-001."],
        "first_step": "",
        "is_translated": True,
        "strength": "should",
        "adaptation": "localise",
        "disability": "core",
        "phase": "",
        "who": ["pupil"],
        "support": [],
        "consult": [],
        "risks": ["earth.lead"],
        "services": [],
        "ages": ["b", "c"],
        "plans": [],
        "instruments": ["rules.2"],
        "variables": ["shed.key"],
        "since": "3",
        "link": "growers/html/shared/page.html#rec-gen-001",
    }


def test_a_record_that_falls_back_to_english_says_so(made: Project) -> None:
    (record,) = made.build("fa", "growers").recommendations

    assert record["is_translated"] is False


def test_records_are_the_same_whatever_the_format(made: Project) -> None:
    from builders.model.editions import Format

    by_format = {tuple(map(str, made.build("en", "pupils", each).recommendations)) for each in Format}

    assert len(by_format) == 1
