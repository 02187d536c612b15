"""What the demonstration shows, act by act; every promise that does not hold is told."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import indent

from builders.catalogs.folders import catalog_folder, read_catalogs
from builders.checks.profiles import findings
from builders.checks.source.reading import read_source
from builders.checks.source.source_text import SourceText
from builders.checks.translations.reading import Name, Place, read_places, read_translation
from builders.model.editions import Format
from builders.model.findings import Finding, Severity
from builders.model.impact import Fate
from builders.model.languages import Language
from builders.problems import Problem
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.publishing.reports import count
from builders.settings import Settings
from builders.translating.demo import stock
from builders.translating.demo.country import can_adapt, found_country, show_country
from builders.translating.demo.script import AFTER, Fault
from builders.translating.demo.stage import Stage, bring_up_to_date, lay_stage, read, translate, write_page
from builders.translating.impact import measure_impact
from builders.translating.impact_report import COSTS

Say = Callable[[str], None]


@dataclass(slots=True)
class _Play:
    """What grows while the demonstration is played."""

    stage: Stage
    say: Say
    broken: list[str] = field(default_factory=list)
    refused: int = 0
    named: int = 0

    def promise(self, holds: bool, what: str) -> None:
        """Write down that *what* was promised and does not hold."""
        if not holds:
            self.broken.append(what)
            self.say(f"    PROMISE BROKEN: {what}")


def play(settings: Settings, *, say: Say, requires_stock: bool = False) -> tuple[str, ...]:
    """Play the demonstration in a copy of the project of *settings*; return the promises that do not hold.

    What it shows is told to *say* as it goes. Without sphinx-intl its last act is left out, unless it is required.
    """
    with tempfile.TemporaryDirectory(prefix="cop-demo-") as name:
        copy, scratch = Path(name, "copy"), Path(name, "stock")
        say("A copy of the project is made; a page is added to it that stands nowhere in the guidelines.")
        played = _Play(lay_stage(settings, copy), say)
        has_country = can_adapt(played.stage.settings)
        if has_country:
            found_country(played.stage)
        _edit(played)
        judge = _judge(played.stage)
        _translate_wrongly(played, judge)
        _mend(played, judge)
        if has_country:
            show_country(played.stage, say=say, promise=played.promise)
        else:
            say("\n4. A country has adapted it: left out, nothing of these guidelines can be adapted")
        _compare(played, scratch, is_required=requires_stock)
        say("")
        for each in played.broken:
            say(f"PROMISE BROKEN: {each}")
        if not played.broken:
            named = f"{played.named} were named in a warning, which keeps nothing back" if played.named else ""
            told = [f"{played.refused} wrong translations were refused", named, "no right one was refused"]
            say(f"Every promise was kept: {'; '.join(filter(None, told))}.")
        return tuple(played.broken)


def _edit(played: _Play) -> None:
    """Show what an edit costs, and that an update marks what it has touched and nothing else."""
    stage, say = played.stage, played.say
    edited = [each for each in stage.script.messages.values() if each.is_edited]
    say(f"\n1. A recommendation is edited: source/{stage.document}.rst")
    say(f"    - {edited[0].texts[0]}")
    say(f"    + {edited[0].texts[1]}")
    say(f"    and the age in {count(len(edited) - 1, 'more message')} below it")
    write_page(stage, AFTER)
    wanted = {each.texts[AFTER] for each in edited}
    impact = measure_impact(stage.settings, "HEAD")
    touched = {each.change.message.entry.msgid for each in impact.of(Fate.SUBSTANTIVE)}
    found = next((each.change.change for each in impact.messages if each.change.change), None)
    say(f"cop impact: {count(len(impact.messages), 'message')}, {found}")
    for each in impact.adaptations:
        touched_there = ", ".join(f"{drift.status.value} {drift.change.key}" for drift in each.drifts)
        say(f"    adaptation {each.adaptation}: {touched_there}")
    tags = {language.tag for language in stage.languages}
    for cost in impact.costs:
        if cost.language.tag in tags:
            amounts = ((words, getattr(cost, name)) for name, words in COSTS.items())
            said = ", ".join(f"{amount.messages} {words}" for words, amount in amounts if amount.messages)
            say(f"    {cost.language.tag}: {said}")
    named = touched == wanted and len(impact.messages) == len(wanted)
    played.promise(named, "impact names exactly the messages that were edited")
    before = {language: _fuzzy(stage, language) for language in stage.languages}
    bring_up_to_date(stage)
    for language in stage.languages:
        marked = _fuzzy(stage, language) - before[language]
        say(f"cop update: {language.tag}: marked to be looked at: {len(marked)}; these, and no others")
        exact = marked == {(stage.domain, text) for text in wanted}
        played.promise(exact, f"{language.tag}: update marks exactly the translations of what was edited")


def _fuzzy(stage: Stage, language: Language) -> set[tuple[str, str]]:
    """Return what readers of *language* do not see of the catalogs until somebody has looked: domain and English."""
    paths = sorted(catalog_folder(stage.settings, language).glob("*.po"))
    return {(path.stem, entry.msgid) for path in paths for entry in read(path).active if entry.is_fuzzy}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """What the gate and the checks say of translations; the source is read once."""

    stage: Stage
    source: SourceText
    places: Mapping[Name, Place]

    def found(self, language: Language, messages: Iterable[str]) -> list[Finding]:
        """Return what is wrong with the translations of *messages* into *language*: errors first, then warnings."""
        stage = self.stage
        lines = {stage.entry(language, message).line for message in messages}
        path = stage.catalog(language).relative_to(stage.settings.project).as_posix()
        try:
            catalogs = read_catalogs(stage.settings, language)
            every = findings(read_translation(self.source, language, catalogs, self.places), "translation")
        except Problem as problem:  # the gate has refused something
            every = tuple(problem.findings)
        own = [each for each in every if each.location.path == path and each.location.line in lines]
        told = [each for each in own if each.severity is not Severity.REVIEW]
        return sorted(told, key=lambda each: each.severity is not Severity.ERROR)


def _judge(stage: Stage) -> _Judge:
    source = read_source(stage.settings, today=date.today())
    return _Judge(stage=stage, source=source, places=read_places(source))


def _translate_wrongly(played: _Play, judge: _Judge) -> None:
    """Show what becomes of every fault in every language, one at a time; then of all of them in a publication."""
    stage, say = played.stage, played.say
    say("\n2. It is translated wrongly")
    for language in stage.languages:
        right = stage.script.translations(language.tag, AFTER)
        for fault in stage.script.faults:
            message = stage.script.messages[fault.message].texts[AFTER]
            translate(stage.catalog(language), {**right, message: fault.texts[language.tag]})
            _tell(played, language, fault, judge.found(language, [message]))
    for language in stage.languages:
        translate(stage.catalog(language), stage.script.wrong(language.tag))
    is_published, said = _publish(stage)
    say(f"\ncop publish, with all of them: {said}")
    played.promise(not is_published, "nothing is published with wrong translations")


def _tell(played: _Play, language: Language, fault: Fault, found: Sequence[Finding]) -> None:
    is_refused = bool(found) and found[0].severity is Severity.ERROR
    played.refused += is_refused
    played.named += bool(found) and not is_refused
    verdict = "refused" if is_refused else "named in a warning" if found else "not seen"
    played.say(f"\n{language.tag}, {fault.what}: {verdict}")
    for each in found[:1]:
        played.say(indent(str(each), "    "))
    if others := dict.fromkeys(each.check for each in found if each.check != found[0].check):
        played.say(f"    also: {', '.join(others)}")
    promised = "refused" if fault.is_refused else "named"
    played.promise(is_refused if fault.is_refused else bool(found), f"{language.tag}: {fault.what} is {promised}")


def _publish(stage: Stage) -> tuple[bool, str]:
    """Publish the edition of *stage* in its languages; return whether it is, and what is said of it."""
    tags = [language.tag for language in stage.languages]
    chosen = plan(stage.settings, languages=tags, editions=[stage.edition.id], formats=[Format.HTML.value])
    try:
        outcome = publish(stage.settings, chosen=chosen)
    except Problem as problem:
        return False, f"refused, {problem.what} [{problem.code}]"
    if not outcome.is_published:
        return False, f"refused, {count(len(outcome.findings), 'error')}; cop check --profile translation names them"
    return True, f"{count(len(outcome.artifacts), 'website')}: {', '.join(each.path for each in outcome.artifacts)}"


def _mend(played: _Play, judge: _Judge) -> None:
    """Show that right translations meet no objection, and are published."""
    stage, say = played.stage, played.say
    say("\n3. It is mended")
    for language in stage.languages:
        right = stage.script.translations(language.tag, AFTER)
        translate(stage.catalog(language), right)
        found = judge.found(language, right)
        say(f"{language.tag}: {count(len(right), 'right translation')}, {count(len(found), 'finding')}")
        for each in found:
            say(indent(str(each), "    "))
        played.promise(not found, f"{language.tag}: right translations meet no objection")
    is_published, said = _publish(stage)
    say(f"cop publish: {said}")
    played.promise(is_published, "right translations are published")


def _compare(played: _Play, folder: Path, *, is_required: bool) -> None:
    """Show what stock Sphinx and sphinx-intl do with the wrong translations."""
    stage, say = played.stage, played.say
    say("\n5. The same wrong translations in stock Sphinx")
    if not stock.is_installed():
        say("skipped, install sphinx-intl")
        played.promise(not is_required, "stock Sphinx is compared with, where that is required")
        return
    say(f"{stock.names()}, a project of the same messages:")
    for built in stock.build_stock(stage, folder):
        faults = f"{len(built.shown)} of {count(len(stage.script.faults), 'fault')}"
        say(f"{built.tag}: exit code {built.code}; readers see {faults}")
        is_as_told = built.code == 0 and len(built.shown) == len(stage.script.faults)
        played.promise(is_as_told, f"{built.tag}: stock Sphinx publishes every fault")
