"""A country that has adapted what is edited: it hears of it, is not published as it stands, and accepts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from builders.adaptations.base_lock import Terms, written
from builders.adaptations.drift import accept
from builders.catalogs.files import replace_files
from builders.checks.adaptations import adaptation_findings
from builders.editions.adapted_source import AdaptedText, read_adapted, read_guidelines
from builders.model.adaptations import FOLDER, Do, Status
from builders.model.editions import Format
from builders.problems import Problem
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.publishing.reports import count
from builders.settings import Settings, read_settings
from builders.settings.adaptation_files import FILE, LEDGER, LOCK
from builders.settings.adaptations import read_adaptation
from builders.translating.demo.script import AFTER, BEFORE
from builders.translating.demo.stage import Stage

Say = Callable[[str], None]
Promise = Callable[[bool, str], None]
BY = "Ministry of the demonstration"


def can_adapt(settings: Settings) -> bool:
    """Whether the guidelines let a country say a recommendation in its own words."""
    return {Do.STATEMENT, Do.NOTE} <= set(settings.locks.of("recommendation").takes)


def found_country(stage: Stage) -> None:
    """Write a country into the copy that adapts the recommendation as it stands, and accepts it."""
    country, settings = stage.script.country, stage.settings
    text = country.settings.format(version=settings.version, edition=stage.edition.id)
    _write(stage, FILE, text)
    _write(stage, LEDGER, "id,type,since,status,superseded_by\n")
    _write_changes(stage, BEFORE)
    accept_all(stage)


def show_country(stage: Stage, *, say: Say, promise: Promise) -> None:
    """Show what the country hears of the edit, that it is not published as it stands, and how it accepts it."""
    name = stage.script.country.id
    say("\n4. A country has adapted it")
    text = _read(stage)
    stands = _statuses(text)
    say(f"cop adapt status {name}: {count(len(stands), 'change')}")
    for drift in text.layers[-1].drifts:
        say(f"    {drift.status.value:8}  {drift.change.key}: {drift.why} ({drift.change.place})")
    wanted = {"note": Status.STALE, "statement": Status.CONFLICT}
    promise(stands == wanted, "the country hears which of its changes the edit touches, and how")
    is_published, said = _publish(stage)
    say(f"cop publish --adaptation {name}: {said}")
    promise(not is_published, "a national text that the guidelines have overtaken is not published")
    _write_changes(stage, AFTER)
    say("The country says it as strongly as the guidelines do.")
    say(f'cop adapt accept {name} --by "{BY}": {count(accept_all(stage), "change")}')
    text = _read(stage)
    promise(set(_statuses(text).values()) == {Status.FRESH}, "what is accepted is fresh")
    promise(not adaptation_findings(text, today=date.today()), "what is accepted meets no objection")
    is_published, said = _publish(stage)
    say(f"cop publish --adaptation {name}: {said}")
    promise(is_published, "what is accepted is published")


def accept_all(stage: Stage) -> int:
    """Write down that the country accepts all its changes on the text of today; return how many."""
    text = _read(stage)
    layer = text.layers[-1]
    terms = Terms(version=stage.settings.version, by=BY, on=date.today())
    lock = accept(layer.overlay, layer.below, layer.lock, terms)
    _write(stage, LOCK, written(lock))
    return len(lock.accepted)


def _read(stage: Stage) -> AdaptedText:
    guidelines = read_guidelines(read_settings(stage.settings.project))
    return read_adapted(guidelines, stage.script.country.id, today=date.today())


def _statuses(text: AdaptedText) -> dict[str, Status]:
    return {drift.change.key.rpartition("/")[2]: drift.status for drift in text.layers[-1].drifts}


def _publish(stage: Stage) -> tuple[bool, str]:
    """Publish the edition of the country; return whether it is, and what is said of it."""
    settings = read_adaptation(stage.settings.project, stage.script.country.id)
    chosen = plan(settings, languages=["en"], editions=[stage.edition.id], formats=[Format.HTML.value])
    try:
        outcome = publish(settings, chosen=chosen)
    except Problem as problem:
        return False, f"refused, {problem.what} [{problem.code}]"
    if not outcome.is_published:
        return False, f"refused, {count(len(outcome.findings), 'error')}"
    return True, f"{count(len(outcome.artifacts), 'website')}: {', '.join(each.path for each in outcome.artifacts)}"


def _write_changes(stage: Stage, version: int) -> None:
    country = stage.script.country
    text = country.changes.format(
        identifier=stage.identifier,
        raised="" if version == BEFORE else f"\n   :strength: {stage.script.strengths[AFTER]}",
        day=date.today().isoformat(),
    )
    _write(stage, f"changes/{stage.edition.id}.rst", text)


def _write(stage: Stage, name: str, text: str) -> None:
    path: Path = stage.settings.project / FOLDER / stage.script.country.id / name
    replace_files([(path, text.lstrip("\n").encode())])
