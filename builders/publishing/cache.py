"""Finished artifacts, kept by the content of everything that went into them."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builders.catalogs.folders import LABELS_DOMAIN, catalog_folder
from builders.editions.inventory import locate_blocks
from builders.model.artifacts import Artifact
from builders.model.editions import Edition, Format, Targets, Unit
from builders.model.progress import CountedMessage, Coverage
from builders.publishing.data import TEXTS
from builders.publishing.kept_messages import as_text, from_text
from builders.publishing.verdicts import Verdicts
from builders.settings import Settings
from builders.settings.digests import files_below, folder_digest, libraries, tools_digest

if TYPE_CHECKING:
    from builders.publishing.building import UnitResult

_MEASURED = ("files", "size", "sha256")


def with_link_targets(content: str, targets: Targets) -> str:
    """Return the key of pages that are made from what *content* is the key of, and that lead to *targets*."""
    names = sorted(f"{unit.name} {format_.value}" for unit, format_ in targets)
    return hashlib.sha256("\n".join([content, *names]).encode()).hexdigest()


class Keys:
    """Computes the key of an artifact's content: the SHA-256 of all that goes into it but its neighbours."""

    def __init__(self, settings: Settings, verdicts: Verdicts) -> None:
        self._settings, self._verdicts = settings, verdicts
        self._common = hashlib.sha256("\n".join(self._common_parts()).encode()).hexdigest()
        self._editions = {edition.id: self._source_digest(edition) for edition in settings.editions}

    def key(self, unit: Unit, format_: Format) -> str:
        """Return the key of *unit* in *format_*, 64 hexadecimal digits."""
        texts = (self._editions[unit.edition.id], self._catalog_digest(unit), self._verdicts.digest(unit))
        parts = [self._common, *texts, unit.name, format_.value, *(["draft"] if unit.is_draft else [])]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _common_parts(self) -> Iterator[str]:
        settings = self._settings
        yield tools_digest()
        yield platform.python_version()
        yield from libraries()
        # Editions refer to each other's blocks by identifier: where every block stands belongs to all of them.
        shared = [*settings.source.glob("*.*"), *files_below(settings.source / "registries")]
        tables = (*sorted(settings.locale.glob("*.toml")), *sorted(settings.locale.glob("*.csv")))
        yield folder_digest(settings.project, [*shared, *tables])
        for layer in () if settings.is_unchanged else settings.layers:
            yield folder_digest(settings.project, files_below(settings.project / layer.folder))
        yield from (f"{name} {document}" for name, document in sorted(locate_blocks(settings).items()))

    def _source_digest(self, edition: Edition) -> str:
        source = self._settings.source
        # Pictures of other folders may be shown too: all of them count.
        carried = [
            path
            for path in files_below(source)
            if path.suffix != ".rst" or edition.carries(path.relative_to(source).with_suffix("").as_posix())
        ]
        return folder_digest(source, carried)

    def _catalog_digest(self, unit: Unit) -> str:
        domains = {pattern.partition("/")[0] for pattern in unit.edition.documents} | {LABELS_DOMAIN}
        folder = catalog_folder(self._settings, unit.language)
        return folder_digest(folder, [path for name in sorted(domains) if (path := folder / f"{name}.po").exists()])


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of finished artifacts by key."""

    folder: Path

    def find(self, key: str, unit: Unit, format_: Format, path: str) -> Artifact | None:
        """Return the artifact kept under *key*, to stand at *path* in the dist tree; None when it is not whole."""
        kept = self.folder / key
        try:
            known = json.loads((kept / "record.json").read_text(encoding="utf-8"))
            coverage = Coverage(translated=known["translated"], total=known["total"])
            files, size, sha256 = (known[name] for name in _MEASURED)
            list(known["recommendations"])
            str(known["messages"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not (kept / "payload").exists() or not (kept / TEXTS).exists():
            return None
        return Artifact(unit=unit, format=format_, path=path, files=files, size=size, sha256=sha256, coverage=coverage)

    def recommendations(self, key: str) -> list[dict[str, Any]]:
        """Return the recommendations that the artifact kept under *key* holds."""
        return list(self._record(key)["recommendations"])

    def messages(self, key: str) -> list[CountedMessage]:
        """Return the messages of the unit whose artifact is kept under *key*."""
        return from_text(self._record(key)["messages"])

    def texts(self, key: str) -> bytes:
        """Return the data file of texts of the unit whose artifact is kept under *key*."""
        return (self.folder / key / TEXTS).read_bytes()

    def _record(self, key: str) -> dict[str, Any]:
        return dict(json.loads((self.folder / key / "record.json").read_text(encoding="utf-8")))

    def keep(self, key: str, payload: Path, result: UnitResult, texts: bytes) -> None:
        """Move *payload* under *key*, with the *texts* and what else the *result* of its unit holds, all or nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=self.folder, prefix=".new-"))
        record: dict[str, Any] = dict(zip(_MEASURED, measure(payload), strict=True))
        shutil.move(payload, beside / "payload")
        record |= {
            "translated": result.coverage.translated,
            "total": result.coverage.total,
            "recommendations": list(result.recommendations),
            "messages": as_text(result.messages),
        }
        (beside / "record.json").write_bytes(json.dumps(record).encode())
        (beside / TEXTS).write_bytes(texts)
        target = self.folder / key
        if target.exists():
            shutil.rmtree(target)
        beside.replace(target)

    def copy_to(self, key: str, target: Path) -> None:
        """Copy what is kept under *key* to *target*."""
        payload = self.folder / key / "payload"
        # One by one: shutil.copytree would go on after the first file that the machine refuses, and list all of them.
        for path in files_below(payload) if payload.is_dir() else [payload]:
            place = target / path.relative_to(payload)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)

    def forget(self, key: str) -> None:
        """Remove what is kept under *key*."""
        shutil.rmtree(self.folder / key, ignore_errors=True)

    def forget_all_but(self, keys: set[str]) -> None:
        """Remove what is kept under other keys than *keys*."""
        for folder in self.folder.iterdir() if self.folder.exists() else []:
            if folder.name not in keys:
                shutil.rmtree(folder, ignore_errors=True)


def measure(payload: Path) -> tuple[int, int, str]:
    """Return the number of files, the bytes and the SHA-256 of *payload*, a file or a folder."""
    if payload.is_file():
        data = payload.read_bytes()
        return 1, len(data), hashlib.sha256(data).hexdigest()
    paths = files_below(payload)
    return len(paths), sum(path.stat().st_size for path in paths), folder_digest(payload, paths)
