"""Names of international instruments in the language of a unit."""

from __future__ import annotations

from builders.model.instruments import split_code
from builders.model.labels import Labels
from builders.model.units import Unit
from builders.settings import Settings


def instrument_text(code: str, unit: Unit, settings: Settings, labels: Labels) -> str:
    """Return the official name behind *code*, with its article where the code has one."""
    key, article = split_code(code)
    instrument = settings.instruments[key]
    name = instrument.name(unit.language.tag)
    return labels.fill(instrument.unit, instrument=name, article=article) if article else name
