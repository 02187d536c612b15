"""Reads the whole source as checks see it."""

from datetime import date

from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.checks.source.source_text import SourceText
from builders.editions.source_reading import parse_sound
from builders.settings import Settings
from builders.settings.lists import read_lists

TEXT_SUFFIXES = (".rst", ".toml", ".csv", ".svg")
"""Files of ``source/`` that checks read as text."""


def read_source(settings: Settings, *, today: date) -> SourceText:
    """Return the whole source as the checks read it on the day *today*; raise a Problem where its lists are faulty."""
    doctrees, faults = parse_sound(settings)
    return SourceText(
        settings=settings,
        lists=read_lists(settings.project),
        doctrees=doctrees,
        faults=tuple(faults),
        texts={
            path.relative_to(settings.project).as_posix(): path.read_text(encoding="utf-8", errors="replace")
            for path in sorted(settings.source.rglob("*"))
            if path.suffix in TEXT_SUFFIXES and path.is_file()
        },
        terms=read_termbase(settings.locale / TERMBASE),
        concepts=read_definitions(settings.locale / DEFINITIONS),
        today=today,
    )
