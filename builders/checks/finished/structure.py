"""Finished files of one edition side by side: in every language the same places, links, tables, figures and notes."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from builders.checks.finished.shapes import Shape, shapes
from builders.model.findings import Finding, Location

SOURCE = "en"
_NAMED = 5
"""Places or links that a finding names."""


def structure(folder: Path) -> Iterator[Finding]:
    """Yield how each translated artifact of the version in *folder* differs from the one that it was made beside.

    What a page says is not looked at; what has no counterpart in the source language is left aside.
    """
    groups: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for each in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["artifacts"]:
        groups[each["edition"], each["format"]][each["language"]] = each["path"]
    for paths in groups.values():
        if SOURCE in paths:
            wanted = dict(shapes(folder / paths[SOURCE], SOURCE))
            for language, path in sorted(paths.items()):
                if language != SOURCE:
                    yield from _differences(wanted, dict(shapes(folder / path, language)), path)


def _differences(wanted: dict[str, Shape], found: dict[str, Shape], path: str) -> Iterator[Finding]:
    for name in sorted(wanted.keys() | found.keys()):
        location = Location("/".join(filter(None, (path, name))))
        if name not in found:
            yield Finding(check="ids-differ", location=location, message="the page is missing; the source has it")
        elif name not in wanted:
            yield Finding(check="ids-differ", location=location, message="the source has no such page")
        else:
            yield from _page_differences(wanted[name], found[name], location)


def _page_differences(wanted: Shape, found: Shape, location: Location) -> Iterator[Finding]:
    if said := _said(wanted.ids, found.ids):
        yield Finding(check="ids-differ", location=location, message=f"places of the page: {said}")
    if said := _said(wanted.links, found.links):
        yield Finding(check="links-differ", location=location, message=f"links of the page: {said}")
    for name, number in wanted.counts.items():
        if found.counts[name] != number:
            message = f"{name}: {found.counts[name]}, and {number} in the source"
            yield Finding(check="counts-differ", location=location, message=message)


def _said(wanted: Counter[str], found: Counter[str]) -> str:
    """Return what is missing and what is added; empty where nothing is."""
    parts = (("missing", wanted - found), ("added", found - wanted))
    return "; ".join(f"{verb} {_listed(names)}" for verb, names in parts if names)


def _listed(names: Counter[str]) -> str:
    every = sorted(names.elements())
    more = f" and {len(every) - _NAMED} more" if len(every) > _NAMED else ""
    return ", ".join(every[:_NAMED]) + more
