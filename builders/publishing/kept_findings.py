"""Findings, kept by the content of everything that was checked."""

import hashlib
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from builders.catalogs.folders import catalogs_digest
from builders.checks.waivers import waivers_path
from builders.model.findings import Beside, Certainty, Finding, Location, Severity
from builders.model.languages import Language
from builders.settings import Settings
from builders.settings.digests import files_below, folder_digest, tools_digest
from builders.settings.kept_files import keep_under, kept_under

FOLDER = "findings"
"""Its place in the cache."""


def source_digest(settings: Settings) -> str:
    """Return the SHA-256 of these tools, of the source, and of the tables beside the catalogs, in hexadecimal."""
    tables = (*sorted(settings.locale.glob("*.toml")), *sorted(settings.locale.glob("*.csv")))
    own = (path for layer in settings.layers for path in files_below(settings.project / layer.folder))
    paths = folder_digest(settings.project, [*files_below(settings.source), *tables, *own])
    return hashlib.sha256("\n".join((tools_digest(), platform.python_version(), paths)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptFindings:
    """The place of what is found in one language."""

    path: Path
    key: str
    """The SHA-256 of all that was looked at."""

    def find(self, *, is_partial: bool = False) -> tuple[Finding, ...] | None:
        """Return what is kept; None when something has changed since, or the file is not whole.

        Where only errors were looked for, that is found only if it may be partial.
        """
        try:
            known = kept_under(self.path, self.key)
            is_known = known is not None and (is_partial or not known["is_partial"])
            return tuple(map(_finding, known["findings"])) if is_known else None
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, findings: Iterable[Finding], *, is_partial: bool = False) -> None:
        """Keep *findings*, whole or not at all; a folder that cannot be written costs time and nothing else."""
        content = {"is_partial": is_partial, "findings": [asdict(each) for each in findings]}
        keep_under(self.path, self.key, content)


def kept_findings(settings: Settings, source: str, language: Language, today: date) -> KeptFindings:
    """Return the place of what is found in *language*, whose source has the digest *source*, on the day *today*."""
    waivers = settings.project / waivers_path(settings, language)
    told = waivers.read_bytes() if waivers.exists() else b""
    day = today.isoformat() if b"until" in told else ""  # waivers end
    parts = (source, catalogs_digest(settings, language), hashlib.sha256(told).hexdigest(), day, language.tag)
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return KeptFindings(settings.cache / FOLDER / f"{language.tag}.json", key)


def _finding(known: dict[str, Any]) -> Finding:
    graded = {"severity": Severity(known["severity"]), "certainty": Certainty(known["certainty"])}
    beside = _beside(known["beside"]) if known["beside"] else None
    return Finding(**{**known, **graded, "location": Location(**known["location"]), "beside": beside})


def _beside(known: dict[str, Any]) -> Beside:
    lists = {name: tuple(known[name]) for name in ("tags", "texts", "editions")}
    source, target = map(tuple, known["marked"])
    return Beside(**{**known, **lists, "origin": Location(**known["origin"]), "marked": (source, target)})
