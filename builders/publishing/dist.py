"""The dist tree: written beside, renamed at the end, so that readers never see half an edition."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from builders.catalogs.files import sync
from builders.model.addresses import ADAPTATIONS, DIST
from builders.model.artifacts import Artifact
from builders.model.findings import Location
from builders.problems import Problem
from builders.settings import Settings

MANIFEST = "manifest.json"
STYLE, MATRIX = "register.css", "recommendations.csv"
"""What stands in ``dist/adaptations/`` beside the pages of the register."""


def register_paths(project: Path) -> list[Path]:
    """Return the files in ``dist/`` that the last run has written of the register."""
    folder = project / DIST / ADAPTATIONS
    return [path for path in (folder / STYLE, folder / MATRIX, *sorted(folder.glob("index*.html"))) if path.is_file()]


def unfinished(dist: Path) -> Iterator[Path]:
    """Yield what no reader ever sees: versions that were not finished, and folders from which one was put back."""
    yield from dist.glob(".*-new-*")
    yield from (aside for aside in dist.glob(".*-old-*") if not any(aside.glob(f"*/{MANIFEST}")))


def put_back(aside: Path) -> None:
    """Put the version that stands *aside* back where nothing has taken its place; forget it where another has."""
    for manifest in aside.glob(f"*/{MANIFEST}"):
        place = aside.parent / manifest.parent.name
        # Where the machine refuses, it stays where it is, whole, and the next command tries again.
        with suppress(OSError):
            if (place / MANIFEST).exists():
                _forget(manifest.parent)
            elif not os.path.lexists(place):
                manifest.parent.replace(place)
                sync(place.parent)


def _forget(version: Path) -> None:
    """Delete the folder of a *version*, its manifest first: without one, nobody takes the rest for a version."""
    (version / MANIFEST).unlink(missing_ok=True)
    sync(version)
    shutil.rmtree(version)


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give a folder beside *target* that takes its place when the block ends well, and vanishes otherwise."""
    for folder in reversed([each for each in target.parents if not each.exists()]):
        folder.mkdir()
        folder.chmod(0o755)
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-new-"))
    try:
        yield beside
        _settle(beside)
        if not os.path.lexists(target):
            beside.replace(target)
            sync(target.parent)
            return
        _refuse_foreign(target)
        aside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-old-"))
        try:
            # Whoever is killed between these two leaves no version: one_at_a_time puts the old one back.
            target.replace(aside / target.name)
            beside.replace(target)
            sync(target.parent)
        finally:
            if not os.path.lexists(target):
                (aside / target.name).replace(target)
        _forget(aside / target.name)
        aside.rmdir()
    finally:
        if beside.exists():
            shutil.rmtree(beside)


def _settle(version: Path) -> None:
    """Let web servers read every file of *version*, whatever this run's umask is, and put all of it on the disk."""
    paths = [version, *version.rglob("*")]
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)
    # Side by side, because disks write many files in hardly more time than one.
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(sync, paths))


def _refuse_foreign(target: Path) -> None:
    """Raise a Problem when what stands at *target* is no version that this program has published."""
    is_version = (target / MANIFEST).exists() or (target.is_dir() and not any(target.iterdir()))
    if target.is_symlink() or not is_version:
        raise Problem(
            code="not-a-version",
            what=f"{target.name} in {target.parent.name}/ is no published version: "
            + ("it is a link" if target.is_symlink() else f"it has no {MANIFEST}"),
            where=[Location(f"{target.parent.name}/{target.name}")],
            next_step="move it away, or change the version in source/editions.toml",
        )


def revision(project: Path) -> str:
    """Return the revision of the source text: the commit, marked when files differ from it."""
    command = ["git", "describe", "--always", "--abbrev=40", "--dirty=+changes", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


def make_manifest(
    artifacts: Sequence[tuple[Artifact, str]], data: Mapping[str, bytes], settings: Settings
) -> dict[str, Any]:
    """Return the list of *artifacts*, each with the key of its content, and of the *data* files."""
    return {
        "version": settings.version,
        "released": settings.released.isoformat(),
        "publisher": settings.guideline.publisher("en"),
        "source_revision": revision(settings.project),
        "licence": settings.guideline.licence.id,
        **adaptation_said(settings),
        "artifacts": [{**artifact.as_json(), "content": key} for artifact, key in artifacts],
        "data": [
            {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for path, content in data.items()
        ],
    }


def adaptation_said(settings: Settings) -> dict[str, Any]:
    """Return what data files say of the adaptation that *settings* are of; nothing for the guidelines themselves."""
    if not settings.adaptation:
        return {}
    layer = settings.layers[-1]
    said = {"id": layer.id, "kind": layer.kind.value, "base": settings.base_version}
    return {"adaptation": {**said, "demonstration": layer.is_demonstration}}


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Write *manifest* into *folder*."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_bytes(text.encode())


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest in *folder*, an empty one when there is none that can be read."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        for record in manifest["artifacts"]:
            record["content"], record["path"]
    except (OSError, ValueError, KeyError, TypeError):
        return {"artifacts": []}
    return dict(manifest)
