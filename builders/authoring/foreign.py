"""Checks the catalogs of any project that uses gettext; what has not changed since the last time is not read again."""

import hashlib
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from builders.checks.checking import in_order
from builders.checks.foreign.reading import ForeignFile, find_files, read_file
from builders.checks.profiles import foreign_findings
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.publishing.cores import side_by_side
from builders.publishing.kept_findings import KeptFindings
from builders.settings import Settings
from builders.settings.digests import tools_digest
from builders.settings.plain import plain_language, plain_settings

Found = tuple[str, tuple[Finding, ...]]
"""The language of a file, and what was found in it."""
_SAID = "language"
"""What is kept as a finding that nobody is shown: the language, in the place of a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignReport:
    """What was found in the catalogs of a project."""

    settings: Settings
    findings: tuple[Finding, ...]


def check_foreign(
    folder: Path, *, templates: Path | None = None, languages: Sequence[str] = (), today: date
) -> ForeignReport:
    """Return what is found in the catalogs below *folder*; raise a Problem where there are none.

    With *languages*, only those are looked at, and what does not say its language counts as the first of them.
    """
    wanted = [plain_language(name) for name in languages]
    files = find_files(folder, templates, wanted[0].locale if wanted else "")
    checked = list(side_by_side(partial(_check, today), files))
    told = [each for each in checked if not wanted or _is_wanted(each[0], wanted)]
    named = sorted({tag for tag, _ in told if tag})
    return ForeignReport(
        settings=plain_settings(folder, [plain_language(tag) for tag in named], today),
        findings=in_order(finding for _, found in told for finding in found),
    )


def _is_wanted(tag: str, wanted: Sequence[Language]) -> bool:
    """Whether a file in the language *tag* is among those asked for; one that cannot be read always is."""
    return not tag or any(tag == each.tag or tag.startswith(f"{each.tag}-") for each in wanted)


def _check(today: date, file: ForeignFile) -> Found:
    kept = _kept(file)
    if (known := kept.find()) is not None:
        return known[0].message, known[1:]
    read = read_file(file, today)
    found = ("", (read,)) if isinstance(read, Finding) else (read.translation.language.tag, foreign_findings(read))
    kept.keep((Finding(check=_SAID, location=Location(str(file.path)), message=found[0]), *found[1]))
    return found


def _kept(file: ForeignFile) -> KeptFindings:
    """Return the place of what is found in *file*: with the person, as the project may not be ours to write to."""
    digest = hashlib.sha256("\0".join((tools_digest(), platform.python_version(), repr(file))).encode())
    for path in (file.path, file.template):
        digest.update(b"\0" + (path.read_bytes() if path else b""))
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cop" / "catalogs"
    name = hashlib.sha256(str(file.path.resolve()).encode()).hexdigest()[:24]
    return KeptFindings(folder / f"{name}.json", digest.hexdigest())
