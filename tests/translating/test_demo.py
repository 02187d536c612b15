"""The demonstration keeps its promises, and tells when one of them does not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from builders.adaptations import drift
from builders.catalogs import gate, message_rules
from builders.checks import adaptations, profiles
from builders.checks.translations.actors import actor_changed, helpline_changed
from builders.settings import Settings
from builders.translating.demo import stage, stock
from builders.translating.demo.acts import play
from builders.translating.demo.script import read_script
from tests.conftest import Project

pytestmark = [pytest.mark.slow, pytest.mark.needs("git")]

Played = tuple[tuple[str, ...], str]


@pytest.fixture
def settings(project: Callable[..., Project]) -> Settings:
    return project("Text.").settings


def played(settings: Settings, **more: bool) -> Played:
    said: list[str] = []
    return play(settings, say=said.append, **more), "\n".join(said)


@pytest.fixture
def without_stock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the last act out: it takes most of the time."""
    monkeypatch.setattr(stock, "is_installed", lambda: False)


def test_a_country_hears_of_the_edit_is_refused_and_accepts_it(settings: Settings, without_stock: None) -> None:
    _, said = played(settings)

    assert "adaptation demonstration: stale rec-" in said
    assert "demo/statement: the guidelines have raised it from should to must" in said
    assert "cop publish --adaptation demonstration: refused" in said
    assert 'accept demonstration --by "Ministry of the demonstration": 2 changes' in said


def test_a_country_that_is_published_as_it_stands_breaks_a_promise(
    settings: Settings, without_stock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adaptations, "adaptation_findings", lambda text, *, today: ())

    broken, _ = played(settings)

    assert "a national text that the guidelines have overtaken is not published" in broken


def test_drift_that_nobody_sees_breaks_a_promise(
    settings: Settings, without_stock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drift, "RESTS_ON", dict.fromkeys(drift.RESTS_ON, frozenset()))

    broken, _ = played(settings)

    assert "the country hears which of its changes the edit touches, and how" in broken


def test_guidelines_that_nothing_of_can_be_adapted_leave_the_country_out(
    settings: Settings, without_stock: None
) -> None:
    (settings.source / "locks.toml").unlink()

    _, said = played(settings)

    assert "4. A country has adapted it: left out" in said


@pytest.mark.needs("sphinx-intl")
def test_every_promise_is_kept(settings: Settings) -> None:
    broken, said = played(settings, requires_stock=True)

    assert broken == ()
    assert "fr: exit code 0; readers see 5 of 5 faults" in said
    assert "ar: ⁧تبدأ الإعلانات عند سن 61 عامًا.⁩" in said


def test_the_project_stays_as_it_is(settings: Settings, without_stock: None) -> None:
    before = {path: path.read_bytes() for path in settings.project.rglob("*") if path.is_file()}

    played(settings)

    assert {path: path.read_bytes() for path in settings.project.rglob("*") if path.is_file()} == before


def test_a_check_that_is_switched_off_breaks_a_promise(
    settings: Settings, without_stock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tuple(each for each in profiles.TRANSLATION if each not in (helpline_changed, actor_changed))
    monkeypatch.setattr(profiles, "EVERY_PROFILE", {**profiles.EVERY_PROFILE, "translation": left})

    broken, said = played(settings)

    assert broken == tuple(f"{tag}: an item of a list is lost is refused" for tag in ("fr", "ar"))
    assert f"PROMISE BROKEN: {broken[0]}" in said


def test_a_gate_and_checks_that_are_open_break_promises_about_numbers(
    settings: Settings, without_stock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_rules, "number_faults", lambda *texts: iter(()))
    monkeypatch.setattr(gate, "refusals", gate.refusals.__wrapped__)
    monkeypatch.setattr(profiles, "EVERY_PROFILE", {**profiles.EVERY_PROFILE, "translation": ()})

    broken, _ = played(settings)

    assert {"ar: 61 for 16 is refused", "fr: a telephone number is added is refused"} <= set(broken)
    assert "ar: the text of a link names another place is refused" not in broken


def test_a_right_translation_that_is_refused_breaks_a_promise(
    settings: Settings, without_stock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_other_number(document: str):
        script = read_script(document)
        age = script.messages["age"]
        texts = {tag: (before, after.replace("16", "18")) for tag, (before, after) in age.translations.items()}
        return replace(script, messages={**script.messages, "age": replace(age, translations=texts)})

    monkeypatch.setattr(stage, "read_script", with_other_number)

    broken, _ = played(settings)

    assert "fr: right translations meet no objection" in broken
    assert "right translations are published" in broken


def test_it_says_what_it_leaves_out_without_sphinx_intl(settings: Settings, without_stock: None) -> None:
    left, said = played(settings)
    required, _ = played(settings, requires_stock=True)

    assert "skipped, install sphinx-intl" in said.splitlines()
    assert set(required) - set(left) == {"stock Sphinx is compared with, where that is required"}
