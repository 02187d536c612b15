"""openxml-audit on every DOCX: the validation data of the Open XML SDK."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builders.checks.finished.tools import NotInstalled
from builders.model.findings import Finding, Location


def openxml_audit(folder: Path) -> Iterator[Finding]:
    """Yield the findings of openxml-audit, schema and semantics, for every ``.docx`` below *folder*."""
    try:
        from openxml_audit import OpenXmlValidator
    except ImportError as error:
        raise NotInstalled("install openxml-audit (python3 noxfile.py -s validate does)") from error
    for path in sorted(folder.rglob("*.docx")):
        # A validator remembers packages by their address in memory: one that reads two files can mix them up.
        for fault in OpenXmlValidator().validate(path).errors:
            location = Location(path.relative_to(folder).as_posix())
            part = getattr(fault, "part_uri", "") or ""
            yield Finding(check="openxml-audit", location=location, message=f"{part} {fault.description}".strip())
