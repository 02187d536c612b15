"""The region and the country that do not exist show every kind of change, so that adapters find an example of each."""

from __future__ import annotations

from datetime import date

import pytest

from builders.editions.adapted_source import AdaptedText, read_adapted, read_guidelines
from builders.model.adaptations import Change, Decision, Do, Kind, Reason, Status
from builders.settings import read_settings
from builders.settings.adaptation_files import adaptation_names
from tests.conftest import ROOT

FEWEST = 40


@pytest.fixture(scope="module")
def texts() -> list[AdaptedText]:
    guidelines = read_guidelines(read_settings(ROOT))
    return [read_adapted(guidelines, name, today=date.today()) for name in adaptation_names(ROOT)]


@pytest.fixture(scope="module")
def changes(texts: list[AdaptedText]) -> list[Change]:
    return [change for text in texts for change in text.layers[-1].overlay.changes]


def test_there_are_forty_changes(changes: list[Change]) -> None:
    assert len(changes) >= FEWEST


def test_everything_that_a_change_can_do_is_done(changes: list[Change]) -> None:
    assert {change.do for change in changes} == {*Do, None}


def test_every_decision_is_made_and_every_reason_given(changes: list[Change]) -> None:
    assert {change.decision for change in changes} == {*Decision}
    assert {change.reason for change in changes if change.reason} == {*Reason}


def test_a_strength_is_raised_and_somebody_more_acts(changes: list[Change]) -> None:
    assert any(change.strength for change in changes)
    assert any(change.added for change in changes)
    assert any(change.instruments for change in changes)


def test_a_country_stands_on_a_region_and_both_are_demonstrations(texts: list[AdaptedText]) -> None:
    layers = [text.settings.layers[-1] for text in texts]

    assert {layer.kind for layer in layers} == {*Kind}
    assert any(layer.parent for layer in layers)
    assert all(layer.is_demonstration for layer in layers)


def test_both_change_all_editions_and_shared_pages(texts: list[AdaptedText]) -> None:
    files = {change.place.path.rpartition("/")[2] for text in texts for change in text.layers[-1].overlay.changes}

    assert files == {"shared.rst", *(f"{edition.id}.rst" for edition in read_settings(ROOT).editions)}


def test_everything_has_been_accepted_on_the_text_of_today(texts: list[AdaptedText]) -> None:
    drifts = [drift for text in texts for layer in text.layers for drift in layer.drifts]

    assert {drift.status for drift in drifts} == {Status.FRESH}
