"""The annex lists every deviation: with it alone, a national text gives back that of the guidelines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders.adaptations.annex import degree, deviations, given_back
from builders.adaptations.blocks import BlockState
from builders.checks.adaptations import adaptation_findings
from builders.editions.adapted_source import AdaptedText, GuidelineText, read_adapted
from builders.model.adaptations import Degree, Do
from tests.adaptations.overlays import COUNTRY, REGION, adapt, write_adaptation
from tests.adaptations.test_hostile_overlays import two_pages
from tests.adaptations.test_resolving import KEY
from tests.adaptations.trees import COUNTRY as LAYER
from tests.adaptations.trees import national, overlay
from tests.conftest import Project

TODAY = date(2026, 12, 1)
OF_THE_REGION = (
    adapt("rec-gen-001", "note", "La région.")
    + adapt("rec-gen-002", "statement", "Publier les règles de la région.")
    + adapt("key-gen-001", "after", KEY.format("exr", 1))
)
OF_THE_COUNTRY = (
    adapt("rec-gen-001", "statement", "Signaler chaque cas le jour même.")
    + adapt("rec-gen-001", "note", "Le pays.")
    + adapt("rec-gen-002", "explanation", "Personne ne lit sans raison.\n\n* Un.\n\n* Deux.")
    + adapt("rec-gen-002", "statement", "Publier les règles.", strength="must", support="parent", reason="law")
    + adapt("rec-gen-004", "withdraw", "Pas ici.", reason="not-applicable")
    + adapt("key-exr-001", "statement", "Un autre message.")
    + adapt("key-gen-001", "after", KEY.format("exl", 1))
    + adapt("trm-gen-001", "term", "Un service.")
    + adapt("prc-gen-001", "note")
)


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> AdaptedText:
    """Return a country with changes of every kind, above a region with some."""
    guidelines: GuidelineText = two_pages(Path(tmp_path_factory.mktemp("annex")))
    made = Project(guidelines.settings.project)
    write_adaptation(made, "exampleregion", REGION, OF_THE_REGION, key_exr_001="keymessage")
    write_adaptation(made, "exampleland", COUNTRY, OF_THE_COUNTRY, key_exl_001="keymessage")
    return read_adapted(guidelines, "exampleland", today=TODAY)


def test_the_national_text_and_the_annex_give_back_the_guidelines(text: AdaptedText) -> None:
    assert adaptation_findings(text, today=TODAY) == ()
    parts = given_back(text.blocks.states, text.annex)

    assert parts == {name: state.parts for name, state in text.guidelines.blocks.states.items()}


def test_without_one_entry_the_annex_gives_back_another_text(text: AdaptedText) -> None:
    right = {name: state.parts for name, state in text.guidelines.blocks.states.items()}
    annex = text.annex

    wrong = [
        each.change.key
        for each in annex
        if each.change.target in right and given_back(text.blocks.states, without(annex, each)) == right
    ]

    assert wrong == []


def without(annex, entry):
    return [each for each in annex if each is not entry]


def test_an_entry_has_both_texts_and_what_is_asked_of_it(text: AdaptedText) -> None:
    (entry,) = [
        each for each in text.annex if each.change.key == "rec-gen-002/statement" and each.change.layer == "exampleland"
    ]

    assert (entry.base_text, entry.national_text) == ("Publier les règles de la région.", "Publier les règles.")
    assert entry.attributes == {"strength": ("should", "must"), "support": ("", "parent")}
    assert (entry.change.by, entry.change.on) == (("Ministère d’exemple",), date(2026, 11, 20))


def test_an_edition_has_the_deviations_of_its_pages(text: AdaptedText) -> None:
    inventors = text.settings.edition("inventors")

    assert len(text.annex_of(inventors)) == len(text.annex) == 12
    assert text.degree(inventors) is Degree.MODIFIED


def state(adaptation: str) -> BlockState:
    return BlockState(id="rec-gen-001", type="recommendation", document="page", parts={":adaptation:": adaptation})


@pytest.mark.parametrize(
    ("do", "adaptation", "expected"),
    [
        (None, "fixed", Degree.IDENTICAL),
        (Do.NOTE, "fixed", Degree.MODIFIED),
        (Do.WITHDRAW, "adaptable", Degree.MODIFIED),
        (Do.WITHDRAW, "fixed", Degree.NOT_EQUIVALENT),
    ],
)
def test_the_degree_is_computed(do: Do | None, adaptation: str, expected: Degree) -> None:
    states = {"rec-gen-001": state(adaptation)}
    found = deviations(overlay(LAYER, [national(LAYER, "rec-gen-001", do)]), states)

    assert degree(found, states) is expected
