"""Puts official names and dated values into the text, in the language it stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from babel.dates import format_date
from babel.numbers import format_decimal
from docutils import nodes
from sphinx.transforms import SphinxTransform

from builders.editions.instruments import instrument_text
from builders.markup.places import with_ancestors
from builders.markup.references import EntityName, FactValue, InstrumentName
from builders.model.labels import Labels
from builders.model.languages import Language
from builders.model.units import Unit
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The language that a passage stands in, and its labels."""

    unit: Unit
    settings: Settings
    labels: Labels


def instrument(code: str, voice: Voice) -> str:
    """Return the official name of the instrument *code*, with its article."""
    return instrument_text(code, voice.unit, voice.settings, voice.labels)


def entity(code: str, voice: Voice) -> str:
    """Return the official name of the organisation *code*."""
    return voice.settings.entities[code].name(voice.unit.language.tag)


def fact(code: str, voice: Voice) -> str:
    """Return the value of the dated fact *code*."""
    return written(voice.settings.facts[code].value, voice.unit.language)


def written(value: str | int | date, language: Language) -> str:
    """Return *value* as *language* writes dates and numbers (CLDR)."""
    locale = (language.region_tag or language.tag).replace("-", "_")
    if isinstance(value, date):
        return format_date(value, format="long", locale=locale)
    if isinstance(value, int):
        return format_decimal(value, locale=locale)
    return value


NAMES: Mapping[type[nodes.Element], tuple[Callable[[str, Voice], str], str]] = MappingProxyType(
    {
        InstrumentName: (instrument, "instrument"),
        EntityName: (entity, "entity"),
        FactValue: (fact, "fact"),
    }
)
"""How each kind of name is written, and the class of the text that takes its place."""


class NameFromRegistries(SphinxTransform):
    """Replaces every name and value by its text; they are never translated by hand."""

    default_priority = 21

    def apply(self, **kwargs: object) -> None:
        unit = self.config.cop_unit
        if unit is None:
            return
        settings: Settings = self.config.cop_settings
        english = replace(unit, language=settings.language("en"))
        own = Voice(unit=unit, settings=settings, labels=self.config.cop_labels)
        fallback = Voice(unit=english, settings=settings, labels=Labels(settings.labels, settings.labels))
        for node in list(self.document.findall(nodes.Element)):
            if type(node) in NAMES:
                write, name = NAMES[type(node)]
                text = write(node["code"], fallback if _stands_in_english(node) else own)
                node.replace_self(nodes.inline("", text, classes=[name]))


def _stands_in_english(node: nodes.Element) -> bool:
    return any(isinstance(each, nodes.Element) and each.get("lang") == "en" for each in with_ancestors(node))
