"""Reads Sphinx's warnings into findings; any of them keeps a unit out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builders.model.findings import Finding, Location

_LINE = re.compile(
    r"(?:(?P<path>[^:\n]+?)(?::(?P<line>\d+))?: )?(?P<level>WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.*)", re.DOTALL
)
_CODE = re.compile(r"\s*\[(?P<code>[\w.-]+)\]\s*$")
_START = re.compile(r"^(?=(?:[^:\n]+?(?::\d+)?: )?(?:WARNING|ERROR|CRITICAL|SEVERE): )", re.MULTILINE)


def findings_in(text: str, project: Path) -> Iterator[Finding]:
    """Yield a finding for every warning in *text*, Sphinx's warning stream without colours."""
    for part in _START.split(text):
        match = _LINE.match(part.strip())
        if match is None:
            if part.strip():
                yield Finding(check="sphinx", location=Location("source"), message=part.strip())
            continue
        code = _CODE.search(match["message"])
        yield Finding(
            check=code["code"].removeprefix("cop.") if code else "sphinx",
            location=Location(_relative(match["path"] or "source", project), int(match["line"] or 0)),
            message=_CODE.sub("", match["message"]).strip(),
        )


def _relative(path: str, project: Path) -> str:
    # docutils names the file of a nested parse with what it was nested in.
    plain = Path(path.split(":", 1)[0])
    return plain.relative_to(project).as_posix() if plain.is_relative_to(project) else path
