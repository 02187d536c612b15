"""Publishes: plans, builds what the cache does not have, and puts the dist tree in place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builders.model.artifacts import Artifact
from builders.model.editions import Format
from builders.model.findings import Finding, Location
from builders.model.units import Unit
from builders.problems import Problem
from builders.publishing.cache import Cache, Keys, measure
from builders.publishing.cores import available_cores
from builders.publishing.data import data_files
from builders.publishing.dist import make_manifest, one_at_a_time, read_manifest, staged, write_manifest
from builders.publishing.planning import Plan, artifact_path, plan
from builders.publishing.portal import portal_files
from builders.publishing.progress import progress_by_language
from builders.publishing.status_page import status_files
from builders.settings import Settings

if TYPE_CHECKING:
    from builders.publishing.building import UnitJob, UnitResult

Wanted = tuple[Unit, Format]
Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run has published, and what kept the rest out."""

    folder: Path
    artifacts: tuple[Artifact, ...]
    built: int
    from_cache: int
    taken_out: int
    """Artifacts of an earlier run that options left out and that are no longer true."""
    findings: tuple[Finding, ...]
    is_published: bool


def publish(
    settings: Settings,
    *,
    chosen: Plan | None = None,
    processes: int = 0,
    is_partial: bool = False,
    use_cache: bool = True,
    progress: Progress = lambda what, done, total: None,
) -> Outcome:
    """Publish what *chosen* names, by default everything, into ``dist/<version>``.

    A unit with a warning is kept out; then nothing is replaced, unless *is_partial*.
    Raises a Problem for faults in the source, the catalogs or the settings, before anything is built.
    """
    with one_at_a_time(settings.project):
        return _publish(settings, chosen or plan(settings), processes, is_partial, use_cache, progress)


def _publish(
    settings: Settings, chosen: Plan, processes: int, is_partial: bool, use_cache: bool, progress: Progress
) -> Outcome:
    wanted = chosen.wanted()
    keys = Keys(settings)
    key_of = {item: keys.key(*item) for item in wanted}
    cache = Cache(settings.project / ".cache" / "artifacts")
    if not use_cache:
        cache.forget_all_but(set())
        for name in ("pictures", "trees"):
            shutil.rmtree(settings.project / ".cache" / name, ignore_errors=True)
    missing = [item for item in wanted if _cached(cache, item, key_of[item], settings) is None]
    findings = _build(missing, key_of, cache, settings, processes, progress) if missing else []
    finished = [(item, artifact) for item in wanted if (artifact := _cached(cache, item, key_of[item], settings))]
    folder = settings.project / "dist" / settings.version
    is_complete = len(finished) == len(wanted)
    is_published = bool(finished) and (is_complete or is_partial)
    kept = [(key_of[item], artifact) for item, artifact in finished]
    taken_out = 0
    if is_published:
        before = {record["path"] for record in read_manifest(folder)["artifacts"]}
        if chosen.is_narrowed:
            kept += _still_current(folder, set(wanted), keys, cache, settings)
        taken_out = len(before - {artifact.path for _, artifact in kept})
        _put_in_place(folder, kept, cache, settings)
        if not chosen.is_narrowed and is_complete:
            cache.forget_all_but({key for key, _ in kept})
    return Outcome(
        folder=folder,
        artifacts=tuple(artifact for _, artifact in kept),
        built=len(missing) - (len(wanted) - len(finished)),
        from_cache=len(wanted) - len(missing),
        taken_out=taken_out,
        findings=tuple(dict.fromkeys(findings)),
        is_published=is_published,
    )


def _cached(cache: Cache, item: Wanted, key: str, settings: Settings) -> Artifact | None:
    unit, format_ = item
    return cache.find(key, unit, format_, artifact_path(unit, format_, settings))


def _build(
    missing: Sequence[Wanted],
    key_of: dict[Wanted, str],
    cache: Cache,
    settings: Settings,
    processes: int,
    progress: Progress,
) -> list[Finding]:
    """Build what is *missing* into the cache; return what kept units out."""
    # Sphinx is loaded only when there is something to build.
    from builders.catalogs.shelf import open_shelf
    from builders.publishing.building import UnitJob
    from builders.publishing.reading import parse_source
    from builders.publishing.scheduling import run_units

    units = list(dict.fromkeys(unit for unit, _ in missing))
    languages = dict.fromkeys(unit.language for unit in units)
    progress("reading the catalogs and the source", 0, len(units))
    shelves = {language.tag: open_shelf(settings, language) for language in languages}
    doctrees = parse_source(settings)
    findings: list[Finding] = []
    with tempfile.TemporaryDirectory(dir=settings.project / ".cache", prefix="units-") as work:
        jobs: list[UnitJob] = []
        for unit in units:
            folder = Path(work) / unit.language.tag / unit.edition.id
            folder.mkdir(parents=True)
            jobs.append(
                UnitJob(
                    unit=unit,
                    formats=tuple(format_ for other, format_ in missing if other == unit),
                    settings=settings,
                    shelf=shelves[unit.language.tag],
                    doctrees=doctrees,
                    folder=folder,
                )
            )
        results = run_units(jobs, processes=processes or available_cores())
        for number, result in enumerate(results, start=1):
            findings += _keep(result, key_of, cache, settings)
            progress(f"built {result.unit.name}", number, len(units))
            shutil.rmtree(Path(work) / result.unit.language.tag / result.unit.edition.id)
    return findings


def _keep(result: UnitResult, key_of: dict[Wanted, str], cache: Cache, settings: Settings) -> list[Finding]:
    findings = list(result.findings)
    for format_, path in result.paths.items():
        if not path.exists():
            message = f"{result.unit.name}: the {format_.value} writer made no file"
            findings.append(Finding(check="artifact-missing", location=Location(path.name), message=message))
    if findings:
        return findings
    for format_, path in result.paths.items():
        files, size, sha256 = measure(path)
        artifact = Artifact(
            unit=result.unit,
            format=format_,
            path=artifact_path(result.unit, format_, settings),
            files=files,
            size=size,
            sha256=sha256,
            coverage=result.coverage,
        )
        cache.keep(key_of[result.unit, format_], artifact, path, result.recommendations, result.messages)
    return []


def _still_current(
    folder: Path, chosen: set[Wanted], keys: Keys, cache: Cache, settings: Settings
) -> list[tuple[str, Artifact]]:
    """Return the artifacts of an earlier run that the options left out and that nothing has changed since."""
    published = {record["content"] for record in read_manifest(folder)["artifacts"]}
    kept = []
    for unit, format_ in plan(settings).wanted():
        key = keys.key(unit, format_)
        if (unit, format_) not in chosen and key in published:
            artifact = _cached(cache, (unit, format_), key, settings)
            if artifact is not None:
                kept.append((key, artifact))
    return kept


def _put_in_place(folder: Path, kept: Sequence[tuple[str, Artifact]], cache: Cache, settings: Settings) -> None:
    order = {artifact_path(*item, settings): number for number, item in enumerate(plan(settings).wanted())}
    in_order = sorted(kept, key=lambda entry: order[entry[1].path])
    data = data_files([(each.unit.language, cache.recommendations(key)) for key, each in in_order], settings)
    manifest = make_manifest([(artifact, key) for key, artifact in in_order], data, settings)
    key_of = {artifact.unit: key for key, artifact in in_order}
    messages = {unit: cache.messages(key) for unit, key in key_of.items()}
    portal = {
        **portal_files([artifact for _, artifact in in_order], settings),
        **status_files(progress_by_language(messages, settings), settings),
        **data,
    }
    is_unchanged = manifest == read_manifest(folder) and all(_is_intact(folder, artifact) for _, artifact in in_order)
    if is_unchanged and all(_holds(folder / name, content) for name, content in portal.items()):
        return
    with staged(folder) as beside:
        for key, artifact in in_order:
            cache.copy_to(key, beside / artifact.path)
            if not _is_intact(beside, artifact):
                cache.forget(key)
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


def _holds(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data


def _is_intact(folder: Path, artifact: Artifact) -> bool:
    path = folder / artifact.path
    return path.exists() and measure(path) == (artifact.files, artifact.size, artifact.sha256)
