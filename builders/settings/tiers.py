"""Reads which part of the text is translated first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from builders.model.findings import Finding, Location
from builders.model.progress import Tier

FILE = "source/editions.toml"


def read_tier(entry: Mapping[str, Any], source: Path, faults: list[Finding]) -> Tier:
    """Return the tier that *entry* describes, an empty one where it says nothing; add what is wrong to *faults*."""
    folders, blocks = frozenset(entry.get("folders", ())), frozenset(entry.get("blocks", ()))
    faults.extend(_faults(folders, blocks, source))
    return Tier(what=str(entry.get("what", "")), folders=folders, blocks=blocks)


def _faults(folders: frozenset[str], blocks: frozenset[str], source: Path) -> Iterator[Finding]:
    for name in sorted(folders):
        if not (source / name).is_dir():
            yield _fault(f"the first tier names “{name}”, which is no folder of source/", 'folders = ["children"]')
    for name in sorted(blocks):
        if not re.fullmatch(r"[a-z]{3}", name):
            yield _fault(f"the first tier names “{name}”, with which no identifier begins", 'blocks = ["rec", "prc"]')


def _fault(message: str, example: str) -> Finding:
    return Finding(check="settings", location=Location(FILE), message=message, hint=f"write it as in {example}")
