"""Puts official names and dated values into the text, in the language it stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from docutils import nodes
from sphinx.transforms import SphinxTransform

from builders.editions.instruments import Name, instrument_name, name_in
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


def instrument(code: str, voice: Voice) -> Name:
    """Return the official name of the instrument *code*, with its article."""
    return instrument_name(code, voice.unit, voice.settings, voice.labels)


def entity(code: str, voice: Voice) -> Name:
    """Return the official name of the organisation *code*."""
    return name_in(voice.settings.entities[code].names, voice.unit.language.tag)


def fact(code: str, voice: Voice) -> Name:
    """Return the value of the dated fact *code*."""
    language = voice.unit.language
    return Name(text=written(voice.settings.facts[code].value, language), tag=language.tag)


def written(value: str | int | date, language: Language) -> str:
    """Return *value* as *language* writes dates and numbers (CLDR); as ISO 8601 does where CLDR lacks the language."""
    locale = _locale(language.word_tag)
    if locale is None or isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return format_date(value, format="long", locale=locale)
    return format_decimal(value, locale=locale)


@lru_cache(maxsize=32)
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


NAMES: Mapping[type[nodes.Element], tuple[Callable[[str, Voice], Name], str]] = MappingProxyType(
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
        unit = self.config.cop.unit
        if unit is None:
            return
        settings: Settings = self.config.cop.settings
        english = replace(unit, language=settings.language("en"))
        own = Voice(unit=unit, settings=settings, labels=self.config.cop.labels)
        fallback = Voice(unit=english, settings=settings, labels=Labels(settings.labels, settings.labels))
        for node in list(self.document.findall(nodes.Element)):
            if type(node) in NAMES:
                write, name = NAMES[type(node)]
                voice = fallback if _stands_in_english(node) else own
                node.replace_self(_inline(write(node["code"], voice), name, voice))


def _inline(name: Name, kind: str, voice: Voice) -> nodes.inline:
    """Return *name* as running text, marked where it is not in the language of *voice*."""
    mark = {} if name.tag == voice.unit.language.tag else {"lang": name.tag, "dir": "ltr"}
    return nodes.inline("", name.text, classes=[kind], **mark)


def _stands_in_english(node: nodes.Element) -> bool:
    return any(isinstance(each, nodes.Element) and each.get("lang") == "en" for each in with_ancestors(node))
