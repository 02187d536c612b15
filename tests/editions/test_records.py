"""Recommendations as records say what readers see."""

from __future__ import annotations

import pytest

from tests.conftest import Project

PAGE = """
    .. recommendation:: rec-gen-001
       :strength: should
       :who: school
       :risks: done.mockery
       :instruments: crc.19
       :ages: b, c
       :disability: core
       :adaptation: localise
       :variables: school.duty

       Listen to *every* child (:instrument:`crc.12`).

       It helps [#why]_; see :see:`key-gen-001` and :see:`rec-ind-001`.

    .. keymessage:: key-gen-001

       Listen.

    .. [#why] A footnote.
    """


@pytest.fixture
def made(project) -> Project:
    """Make a project with one recommendation."""
    found: Project = project(PAGE, rec_gen_001="recommendation", key_gen_001="keymessage", rec_ind_001="recommendation")
    found.write(
        "source/industry/index.rst",
        """
        Opening
        =======

        .. recommendation:: rec-ind-001
           :strength: must
           :who: company
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
    (record,) = made.build("en", "policy-makers").recommendations

    assert record == {
        "id": "rec-gen-001",
        "number": "REC-GEN-001",
        "edition": "policy-makers",
        "chapter": {
            "document": "shared/page",
            "title": "Page",
            "page": "policy-makers/html/shared/page.html",
        },
        "text": "Listen to every child (Convention on the Rights of the Child, article 12).",
        "explanation": ["It helps; see KEY-GEN-001 and REC-IND-001."],
        "first_step": "",
        "is_translated": True,
        "strength": "should",
        "adaptation": "localise",
        "disability": "core",
        "phase": "",
        "who": ["school"],
        "support": [],
        "consult": [],
        "risks": ["done.mockery"],
        "services": [],
        "ages": ["b", "c"],
        "plans": [],
        "instruments": ["crc.19"],
        "variables": ["school.duty"],
        "since": "2026.1",
        "link": "policy-makers/html/shared/page.html#rec-gen-001",
    }


def test_a_record_that_falls_back_to_english_says_so(made: Project) -> None:
    (record,) = made.build("ar", "policy-makers").recommendations

    assert record["is_translated"] is False


def test_records_are_the_same_whatever_the_format(made: Project) -> None:
    from builders.model.editions import Format

    by_format = {tuple(map(str, made.build("en", "industry", each).recommendations)) for each in Format}

    assert len(by_format) == 1
