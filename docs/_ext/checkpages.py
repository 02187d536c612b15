"""The page of the checks, made from their table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from writing import heading, table

from builders.checks.profiles import CHECKS, EVERY_PROFILE, checks_of
from builders.settings.lists import read_lists


def sections() -> Iterator[str]:
    """Yield a section for every check, in the order of the profiles; those of the waivers belong to all of them."""
    for each in CHECKS.values():
        profiles = [name for name in EVERY_PROFILE if each in checks_of(name)]
        grade = f"{each.severity.value.capitalize()}, {each.certainty.value}, {' and '.join(profiles)}"
        yield from (f".. _check-{each.id}:", "")
        yield from heading(each.id, "~")
        yield from (f"*{grade}.* {each.summary}", "")
        yield from (f"**Why:** {each.rationale}", "")
        yield from (f"**What to do:** {each.hint[0].upper()}{each.hint[1:]}.", "")


def bands() -> Iterator[str]:
    """Yield the table of the limits of each band in English."""
    known = read_lists(Path(__file__).resolve().parents[2]).limits_of("en")
    rows = (
        (f"``{band}``", str(limits.longest), f"{limits.mean:g}", f"{limits.lix:g}") for band, limits in known.items()
    )
    yield from table(("band", "longest sentence", "mean sentence", "LIX"), *rows, widths="25 25 25 25")
