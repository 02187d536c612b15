"""Names from the registries in the language of a unit, or in English where they have no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.model.editions import Unit
from builders.model.instruments import split_code
from builders.model.labels import Labels
from builders.settings import Settings

ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, and the tag of the language that it is in: whoever prints it marks it where that is not the reader's."""

    text: str
    tag: str


def name_in(names: Mapping[str, str], tag: str) -> Name:
    """Return that of *names* which is in the language *tag*, otherwise the English one."""
    return Name(text=names[tag], tag=tag) if names.get(tag) else Name(text=names[ENGLISH], tag=ENGLISH)


def instrument_name(code: str, unit: Unit, settings: Settings, labels: Labels) -> Name:
    """Return the official name behind *code*, with its article where the code has one; never half in English."""
    key, article = split_code(code)
    instrument = settings.instruments[key]
    name = name_in(instrument.names, unit.language.tag)
    if not article:
        return name
    if name.tag != unit.language.tag or labels.is_fallback(instrument.unit):
        name, labels = name_in(instrument.names, ENGLISH), Labels(settings.labels, {})
    return Name(text=labels.fill(instrument.unit, instrument=name.text, article=article), tag=name.tag)
