"""The dist tree: written beside, renamed at the end, so that readers never see half an edition."""

from __future__ import annotations

try:
    import fcntl
except ImportError:  # Windows has no such lock; there, two runs are not kept apart
    fcntl = None  # type: ignore[assignment]
import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from builders.catalogs.writing import sweep
from builders.model.artifacts import Artifact
from builders.model.findings import Location
from builders.problems import Problem
from builders.settings import Settings

MANIFEST = "manifest.json"


@contextmanager
def one_at_a_time(project: Path) -> Iterator[None]:
    """Hold the project for one run; raise a Problem while another holds it. What a killed run left is swept away."""
    folder = project / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Problem(
                    code="already-running",
                    what="another run is publishing or updating this project",
                    next_step="wait until it has ended, then run the command again",
                ) from error
        for left in [
            *folder.glob("units-*"),
            *(project / "dist").glob(".*-new-*"),
            *(project / "dist").glob(".*-old-*"),
        ]:
            shutil.rmtree(left, ignore_errors=True)
        sweep(project / "locale")
        yield


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give a folder beside *target* that takes its place when the block ends well, and vanishes otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-new-"))
    try:
        yield beside
        beside.chmod(0o755)
        if target.exists():
            if not (target / MANIFEST).exists() and any(target.iterdir()):
                raise Problem(
                    code="not-a-version",
                    what=f"{target.name} in {target.parent.name}/ is no published version: it has no {MANIFEST}",
                    where=[Location(f"{target.parent.name}/{target.name}")],
                    next_step="move the folder away, or change the version in source/editions.toml",
                )
            previous = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-old-"))
            target.replace(previous / target.name)
            beside.replace(target)
            shutil.rmtree(previous)
        else:
            beside.replace(target)
    finally:
        if beside.exists():
            shutil.rmtree(beside)


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
    """Return the list of *artifacts*, each with the cache key of what went into it, and of the *data* files."""
    return {
        "version": settings.version,
        "released": settings.released.isoformat(),
        "publisher": settings.publisher,
        "source_revision": revision(settings.project),
        "licence": "CC-BY-4.0",
        "artifacts": [{**artifact.as_json(), "content": key} for artifact, key in artifacts],
        "data": [
            {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for path, content in data.items()
        ],
    }


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Write *manifest* into *folder*."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


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
