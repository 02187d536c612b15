"""Publishes: plans, builds what the cache does not have, and puts the dist tree in place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from builders.model.artifacts import Artifact
from builders.model.editions import Format, Unit
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.problems import Problem
from builders.publishing.cache import Cache, Keys, measure, with_link_targets
from builders.publishing.cores import available_cores
from builders.publishing.data import TEXTS, data_files, texts_file
from builders.publishing.dist import make_manifest, read_manifest, staged, write_manifest
from builders.publishing.lock import one_at_a_time
from builders.publishing.planning import Plan, artifact_path, link_targets, plan
from builders.publishing.portal import portal_files
from builders.publishing.status_page import progress_by_language, status_files
from builders.publishing.verdicts import Verdicts, read_verdicts
from builders.settings import Settings

if TYPE_CHECKING:
    from builders.publishing.building import UnitResult

Wanted = tuple[Unit, Format]
ReportProgress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run has published, and what kept the rest out."""

    folder: Path
    artifacts: tuple[Artifact, ...] = ()
    built: int = 0
    from_cache: int = 0
    outdated: tuple[str, ...] = ()
    """Artifacts of an earlier run that are no longer true: taken out, or what keeps a narrowed run from publishing."""
    findings: tuple[Finding, ...] = ()
    is_published: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What stays the same from the first unit of a run to the last."""

    settings: Settings
    cache: Cache
    content: Mapping[Wanted, str]
    """The key of the content of everything that a whole version holds, in publishing order."""
    processes: int
    progress: ReportProgress
    verdicts: Verdicts
    may_drop: bool
    """Whether it takes out what an earlier run has published and this one does not renew."""

    @property
    def folder(self) -> Path:
        return self.settings.project / "dist" / self.settings.version

    def path(self, item: Wanted) -> str:
        return artifact_path(*item, self.settings)

    def keys(self, held: Sequence[Wanted]) -> dict[Wanted, str]:
        """Return the key of every artifact of a version that holds *held*: pages lead to the others."""
        return {
            (unit, format_): with_link_targets(self.content[unit, format_], link_targets(unit, held))
            if format_ is Format.HTML
            else self.content[unit, format_]
            for unit, format_ in held
        }

    def find(self, key_of: Mapping[Wanted, str]) -> dict[Wanted, Artifact]:
        """Return what the cache has of the artifacts in *key_of*."""
        found = {item: self.cache.find(key, *item, self.path(item)) for item, key in key_of.items()}
        return {item: artifact for item, artifact in found.items() if artifact}


def publish(
    settings: Settings,
    *,
    chosen: Plan | None = None,
    processes: int = 0,
    is_partial: bool = False,
    use_cache: bool = True,
    drop_outdated: bool = False,
    today: date | None = None,
    progress: ReportProgress = lambda what, done, total: None,
) -> Outcome:
    """Publish what *chosen* names, by default everything, into ``dist/<version>``.

    A unit with a warning, or with an error in its translations, is kept out; then nothing is replaced, unless
    *is_partial*. What *chosen* leaves out stays
    as long as it is true; where it is not, nothing is replaced, unless *drop_outdated*.
    Raises a Problem for faults in the source, the catalogs or the settings, before anything is built.
    """
    chosen = chosen or plan(settings)
    with one_at_a_time(settings.project):
        verdicts = read_verdicts(settings, _languages(settings, chosen), today=today or date.today())
        keys = Keys(settings, verdicts)
        run = _Run(
            settings=settings,
            cache=Cache(settings.project / ".cache" / "artifacts"),
            content={item: keys.key(*item) for item in plan(settings).wanted()},
            processes=processes,
            progress=progress,
            verdicts=verdicts,
            may_drop=drop_outdated or not chosen.is_narrowed,
        )
        held, outdated = _held(run, chosen)
        if outdated and not run.may_drop:
            return Outcome(folder=run.folder, outdated=outdated)
        if not use_cache:
            key_of = run.keys(held)
            for item in chosen.wanted():
                run.cache.forget(key_of[item])
            for name in ("pictures", "trees", "findings"):
                shutil.rmtree(settings.project / ".cache" / name, ignore_errors=True)
        return _publish(run, chosen, held, outdated, is_partial)


def _languages(settings: Settings, chosen: Plan) -> list[Language]:
    """Return the languages of what *chosen* names, and of what the version holds by now."""
    listed = read_manifest(settings.project / "dist" / settings.version)["artifacts"]
    tags = {unit.language.tag for unit in chosen.units} | {record["path"].partition("/")[0] for record in listed}
    return [language for language in settings.languages if language.tag in tags]


def _held(run: _Run, chosen: Plan) -> tuple[list[Wanted], tuple[str, ...]]:
    """Return what the version holds after this run, and the paths of what it holds now and that is no longer true."""
    wanted = set(chosen.wanted())
    listed = {record["path"]: record["content"] for record in read_manifest(run.folder)["artifacts"]}
    held = [item for item, key in run.content.items() if item in wanted or listed.get(run.path(item)) == key]
    paths = {run.path(item): item for item in run.content}
    # What no manifest lists may stand there all the same, when somebody has damaged it.
    standing = [*listed, *(path for path in paths if path not in listed and (run.folder / path).exists())]
    return held, tuple(path for path in standing if paths.get(path) not in held)


def _publish(run: _Run, chosen: Plan, held: Sequence[Wanted], outdated: tuple[str, ...], is_partial: bool) -> Outcome:
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
    is_published = bool(finished) and is_complete and not is_kept
    if is_published:
        _put_in_place(run, key_of, finished)
        if not chosen.is_narrowed and not findings:
            run.cache.forget_all_but(set(key_of.values()))
    return Outcome(
        folder=run.folder,
        artifacts=tuple(finished.values()),
        built=len(built & finished.keys()),
        from_cache=len(finished.keys() - built),
        outdated=outdated if is_published or is_kept else (),
        findings=tuple(dict.fromkeys(findings)),
        is_published=is_published,
    )


def _build(missing: Sequence[Wanted], key_of: Mapping[Wanted, str], held: Sequence[Wanted], run: _Run) -> list[Finding]:
    """Build what is *missing* into the cache; return what kept units out."""
    # Sphinx is loaded only when there is something to build.
    from builders.publishing.scheduling import build_units

    every = dict.fromkeys(unit for unit, _ in missing)
    findings = [finding for unit in every for finding in run.verdicts.of(unit)]
    units = {
        unit: tuple(format_ for other, format_ in missing if other == unit)
        for unit in every
        if not run.verdicts.of(unit)
    }
    run.progress("reading the catalogs and the source", 0, len(units))
    with tempfile.TemporaryDirectory(dir=run.settings.project / ".cache", prefix="units-") as name:
        work, processes = Path(name), run.processes or available_cores()
        results = build_units(
            units, run.settings, work, processes=processes, targets=lambda unit: link_targets(unit, held)
        )
        for number, result in enumerate(results, start=1):
            findings += _keep(result, key_of, run)
            run.progress(f"built {result.unit.name}", number, len(units))
            shutil.rmtree(work / result.unit.name)
    return findings


def _keep(result: UnitResult, key_of: Mapping[Wanted, str], run: _Run) -> list[Finding]:
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


def _put_in_place(run: _Run, key_of: Mapping[Wanted, str], finished: Mapping[Wanted, Artifact]) -> None:
    settings, folder, cache = run.settings, run.folder, run.cache
    data = data_files([(unit.language, cache.recommendations(key_of[unit, of])) for unit, of in finished], settings)
    last = {unit: key_of[unit, of] for unit, of in finished}
    data |= {f"{unit.name}/{TEXTS}": cache.texts(key) for unit, key in last.items()}
    manifest = make_manifest([(artifact, run.content[item]) for item, artifact in finished.items()], data, settings)
    messages = {unit: cache.messages(key) for unit, key in last.items()}
    portal = {
        **portal_files(list(finished.values()), data, settings),
        **status_files(progress_by_language(messages, settings), settings),
        **data,
    }
    is_unchanged = manifest == read_manifest(folder) and all(_is_intact(folder, each) for each in finished.values())
    pages = {folder / name: content for name, content in portal.items()}
    if is_unchanged and all(path.exists() and path.read_bytes() == content for path, content in pages.items()):
        return
    with staged(folder) as beside:
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


def _is_intact(folder: Path, artifact: Artifact) -> bool:
    path = folder / artifact.path
    return path.exists() and measure(path) == (artifact.files, artifact.size, artifact.sha256)
