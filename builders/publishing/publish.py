"""Publishes: plans, builds what the cache does not have, and puts the dist tree in place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from builders.catalogs.folders import refuse_foreign_files
from builders.model.addresses import unit_file
from builders.model.artifacts import Artifact
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.problems import Problem, blamed_on
from builders.publishing.cache import Cache, Keys, measure
from builders.publishing.cores import available_cores
from builders.publishing.coverage import coverage_files
from builders.publishing.data import TEXTS, data_files, texts_file
from builders.publishing.dist import make_manifest, read_manifest, staged, write_manifest
from builders.publishing.first_tier import Incomplete, unfit_units
from builders.publishing.lock import one_at_a_time
from builders.publishing.losses import Shown, what_is_shown
from builders.publishing.planning import Plan, admit, link_targets, plan, with_drafts
from builders.publishing.portal import portal_files
from builders.publishing.register import put_register
from builders.publishing.runs import Outcome, ReportProgress, Run, Wanted
from builders.publishing.status_page import DRAFT, LEFT_OUT, progress_by_language, status_files
from builders.publishing.verdicts import read_verdicts
from builders.settings import Settings, read_settings
from builders.settings.register import read_register

if TYPE_CHECKING:
    from builders.publishing.building import UnitResult

_ANEW = ("pictures", "trees", "findings", "tiers", "register")
"""What the cache keeps beside artifacts: it goes before anything is asked of it, for it is kept again by who asks."""


def publish(
    settings: Settings,
    *,
    chosen: Plan | None = None,
    processes: int = 0,
    is_partial: bool = False,
    use_cache: bool = True,
    drop_outdated: bool = False,
    accept_loss: bool = False,
    may_draft: bool = False,
    today: date | None = None,
    progress: ReportProgress = lambda what, done, total: None,
) -> Outcome:
    """Publish what *chosen* names, by default everything, into ``dist/<version>``.

    A unit whose first tier is not complete is left out, or published as a draft where it *may_draft*; then, what the
    gate refuses is English in a draft, and otherwise a Problem.
    A unit with a warning, or with an error in its translations, is kept out; then nothing is replaced, unless
    *is_partial*. What *chosen* leaves out stays as long as it is true; where it is not, nothing is replaced, unless
    *drop_outdated*. Nor is it where readers would lose translations of a text that has not changed, unless
    *accept_loss*.
    Raises a Problem before anything is built for faults in the source, the catalogs or the settings, and for a unit
    that was named and that is left out.
    """
    chosen = chosen or plan(settings)
    with one_at_a_time(settings.project):
        if not use_cache:
            for name in _ANEW:
                shutil.rmtree(settings.project / ".cache" / name, ignore_errors=True)
                shutil.rmtree(settings.cache / name, ignore_errors=True)
        guidelines = read_settings(settings.project) if settings.adaptation else settings
        register = read_register(guidelines)
        _refuse_foreign(settings, chosen)
        annex = _annex_of_publishable(settings, today or date.today())
        incomplete = unfit_units(settings, _languages(settings, chosen), may_draft=may_draft)
        chosen = admit(chosen, incomplete, may_draft=may_draft)
        # Who publishes one edition again after an edit does not wait until every warning has been counted.
        verdicts = read_verdicts(
            settings,
            _languages(settings, chosen),
            today=today or date.today(),
            only_errors=chosen.is_narrowed and use_cache,
            passes_over=may_draft,
        )
        keys = Keys(settings, verdicts)
        run = Run(
            settings=settings,
            cache=Cache(settings.cache / "artifacts"),
            content={item: keys.key(*item) for item in with_drafts(plan(settings), incomplete).wanted()},
            processes=processes,
            progress=progress,
            verdicts=verdicts,
            may_drop=drop_outdated or not chosen.is_narrowed,
            may_lose=accept_loss,
            may_draft=may_draft,
            register=guidelines.languages if register is not None else (),
            annex=annex,
        )
        held, outdated = _held(run, chosen)
        if outdated and not run.may_drop:
            return Outcome(folder=run.folder, outdated=outdated, left_out=chosen.left_out)
        if not use_cache:
            _forget(run, chosen, held)
        outcome = _publish(run, chosen, held, outdated, is_partial)
        if outcome.is_published:
            put_register(register, guidelines)
        return outcome


def _refuse_foreign(settings: Settings, chosen: Plan) -> None:
    """Raise a Problem for foreign files, also where the cache has everything, and no catalog is read."""
    for language in dict.fromkeys(unit.language for unit in chosen.units):
        refuse_foreign_files(settings, language)


def _annex_of_publishable(settings: Settings, today: date) -> Mapping[str, bytes]:
    """Return the annex of an adaptation that has one, as data files.

    Raises a Problem where its changes are at fault, or no longer fit what they change.
    """
    if not settings.layers:
        return {}
    # Docutils is loaded only for adaptations.
    from builders.checks.adaptations import require_publishable
    from builders.editions.national_reading import read_national
    from builders.publishing.annex_data import annex_files

    text = read_national(settings, today=today)
    require_publishable(text, today=today)
    return {} if settings.is_unchanged else annex_files(text)


def _forget(run: Run, chosen: Plan, held: Sequence[Wanted]) -> None:
    """Leave nothing in the cache of what *chosen* names, so that it is built and looked at anew."""
    key_of = run.keys(held)
    for item in chosen.wanted():
        run.cache.forget(key_of[item])


def _languages(settings: Settings, chosen: Plan) -> list[Language]:
    """Return the languages of what *chosen* names, and of what the version holds by now."""
    listed = read_manifest(settings.dist)["artifacts"]
    tags = {unit.language.tag for unit in chosen.units} | {record["path"].partition("/")[0] for record in listed}
    return [language for language in settings.languages if language.tag in tags]


def _held(run: Run, chosen: Plan) -> tuple[list[Wanted], tuple[str, ...]]:
    """Return what the version holds after this run, and the paths of what it holds now and that is no longer true."""
    wanted = set(chosen.wanted())
    listed = {record["path"]: record["content"] for record in read_manifest(run.folder)["artifacts"]}
    may_stay = listed if chosen.is_narrowed else {}
    held = [item for item, key in run.content.items() if item in wanted or may_stay.get(run.path(item)) == key]
    paths = {run.path(item): item for item in run.content}
    # What no manifest lists may stand there all the same, when somebody has damaged it.
    standing = [*listed, *(path for path in paths if path not in listed and (run.folder / path).exists())]
    return held, tuple(path for path in standing if paths.get(path) not in held)


def _publish(run: Run, chosen: Plan, held: Sequence[Wanted], outdated: tuple[str, ...], is_partial: bool) -> Outcome:
    findings: list[Finding] = []
    built: set[Wanted] = set()
    is_kept = False
    while True:
        key_of = run.keys(held)
        known = run.find(key_of)
        if missing := [item for item in held if item not in known]:
            findings += _build(missing, key_of, held, run)
        finished = run.find(key_of)
        built |= finished.keys() - known.keys()
        is_complete = len(finished) == len(held)
        if is_complete or not is_partial:
            break
        lost = [item for item in held if item not in finished and (run.folder / run.path(item)).exists()]
        outdated += tuple(run.path(item) for item in lost)
        is_kept |= not run.may_drop and not set(chosen.wanted()).issuperset(lost)
        held = list(finished)  # pages that lead to what was kept out are built once more, without that
    is_ready = bool(finished) and is_complete and not is_kept
    shown = _shown(run, key_of, finished, chosen.left_out) if is_ready else Shown()
    is_published = is_ready and (run.may_lose or not shown.losses)
    if is_published:
        _put_in_place(run, key_of, finished, shown)
        if not chosen.is_narrowed and not findings:
            run.cache.forget_all_but(set(key_of.values()))
    return Outcome(
        folder=run.folder,
        artifacts=tuple(finished.values()),
        built=len(built & finished.keys()),
        from_cache=len(finished.keys() - built),
        outdated=outdated if is_published or is_kept else (),
        findings=tuple(dict.fromkeys(findings)),
        shown=shown,
        left_out=chosen.left_out,
        warnings=run.verdicts.warnings,
        is_published=is_published,
    )


def _build(missing: Sequence[Wanted], key_of: Mapping[Wanted, str], held: Sequence[Wanted], run: Run) -> list[Finding]:
    """Build what is *missing* into the cache; return what kept units out."""
    # Sphinx is loaded only when there is something to build.
    from builders.publishing.scheduling import Refused, build_units

    every = dict.fromkeys(unit for unit, _ in missing)
    findings = [finding for unit in every for finding in run.verdicts.of(unit)]
    units = {
        unit: tuple(format_ for other, format_ in missing if other == unit)
        for unit in every
        if not run.verdicts.of(unit)
    }
    run.progress("reading the catalogs and the source", 0, len(units))
    cache = run.settings.project / ".cache"
    with blamed_on(cache), tempfile.TemporaryDirectory(dir=cache, prefix="units-") as name:
        work, processes = Path(name), run.processes or available_cores()
        results = build_units(
            units,
            run.settings,
            work,
            processes=processes,
            targets=lambda unit: link_targets(unit, held),
            refused=Refused.IS_ENGLISH if run.may_draft else Refused.STOPS,
        )
        for number, result in enumerate(results, start=1):
            findings += _keep(result, key_of, run)
            run.progress(f"built {result.unit.name}", number, len(units))
            shutil.rmtree(work / result.unit.name)
    return findings


def _keep(result: UnitResult, key_of: Mapping[Wanted, str], run: Run) -> list[Finding]:
    findings = list(result.findings)
    for format_, path in result.paths.items():
        if not path.exists():
            message = f"{result.unit.name}: the {format_.value} writer made no file"
            findings.append(Finding(check="artifact-missing", location=Location(path.name), message=message))
    if findings:
        return findings
    texts = texts_file(result.outline, result.unit, run.settings)
    for format_, path in result.paths.items():
        run.cache.keep(key_of[result.unit, format_], path, result, texts)
    return []


def _shown(run: Run, key_of: Mapping[Wanted, str], finished: Iterable[Wanted], left_out: Sequence[Incomplete]) -> Shown:
    last = {unit: key_of[unit, of] for unit, of in finished}
    messages = {unit: run.cache.messages(key) for unit, key in last.items()}
    return what_is_shown(messages, {each.unit: each.messages for each in left_out}, run.settings)


def _put_in_place(run: Run, key_of: Mapping[Wanted, str], finished: Mapping[Wanted, Artifact], shown: Shown) -> None:
    settings, folder, cache = run.settings, run.folder, run.cache
    data = data_files([(unit.language, cache.recommendations(key_of[unit, of])) for unit, of in finished], settings)
    last = {unit: key_of[unit, of] for unit, of in finished}
    data |= {unit_file(unit, TEXTS): cache.texts(key) for unit, key in last.items()}
    data |= {**coverage_files(shown.fallbacks, settings), **run.annex}
    manifest = make_manifest([(artifact, run.content[item]) for item, artifact in finished.items()], data, settings)
    portal = {
        **portal_files(list(finished.values()), data, settings, register=run.register),
        **_status(shown, settings),
        **data,
    }
    is_unchanged = manifest == read_manifest(folder) and all(_is_intact(folder, each) for each in finished.values())
    pages = {folder / name: content for name, content in portal.items()}
    if is_unchanged and all(path.exists() and path.read_bytes() == content for path, content in pages.items()):
        return
    with blamed_on(folder.parent), staged(folder) as beside:
        for item, artifact in finished.items():
            cache.copy_to(key_of[item], beside / artifact.path)
            if not _is_intact(beside, artifact):
                cache.forget(key_of[item])
                raise Problem(
                    code="cache-damaged",
                    what=f"the kept copy of {artifact.path} is not what was built",
                    why="a damaged file must not be published under a good checksum",
                    next_step="run the command again: it is built anew",
                )
        for name, content in portal.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        write_manifest(beside, manifest)


def _status(shown: Shown, settings: Settings) -> dict[str, bytes]:
    fates = {unit.name: LEFT_OUT for unit in shown.left_out} | {
        unit.name: DRAFT for unit in shown.messages if unit.is_draft
    }
    return status_files(progress_by_language({**shown.left_out, **shown.messages}, settings), settings, fates)


def _is_intact(folder: Path, artifact: Artifact) -> bool:
    path = folder / artifact.path
    return path.exists() and measure(path) == (artifact.files, artifact.size, artifact.sha256)
