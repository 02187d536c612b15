"""Puts official names and dated values into the text, in the language it stands in."""

import re
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
from sphinx.util.nodes import clean_astext

from builders.catalogs.labels import open_labels
from builders.language.typography import bound, typography
from builders.markup.faults import with_ancestors
from builders.markup.references import EntityName, FactValue, InstrumentName, VariableValue
from builders.model.editions import Unit
from builders.model.instruments import split_code
from builders.model.labels import Labels
from builders.model.languages import Direction, Language
from builders.model.registries import Fact
from builders.settings import Settings

ENGLISH = "en"
_INNER_BRACKETS = str.maketrans("()（）", "[]［］")
"""Of the abbreviation behind a name that is itself in brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, and the tag of the language that it is in: whoever prints it marks it where that is not the reader's."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The language that a passage stands in, and its labels."""

    unit: Unit
    settings: Settings
    labels: Labels


def written(value: str | int | date, language: Language) -> str:
    """Return *value* as *language* writes dates and numbers (CLDR); as ISO 8601 does where CLDR lacks the language."""
    locale = _locale(language.word_tag)
    if locale is None or isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return format_date(value, format=_pattern(value, language.tag, locale), locale=locale)
    return format_decimal(value, locale=locale)


def _pattern(day: date, tag: str, locale: Locale) -> str:
    """Return the pattern for *day*: CLDR writes every day of a month alike, and French writes the first as “1er”."""
    pattern: str = locale.date_formats["long"].pattern
    first = typography(tag).first if day.day == 1 else ""
    return re.sub(r"\bd\b", f"'{first}'", pattern) if first else pattern


def _fact(fact: Fact, language: Language) -> Name:
    return Name(text=written(fact.value, language), tag=language.tag)


@lru_cache(maxsize=32)
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


NAMES: Mapping[type[nodes.Element], tuple[Callable[[str, Voice], Name], str]] = MappingProxyType(
    {
        InstrumentName: (lambda code, said: instrument_name(code, said.unit, said.settings, said.labels), "instrument"),
        EntityName: (lambda code, said: name_in(said.settings.entities[code].names, said.unit.language.tag), "entity"),
        FactValue: (lambda code, said: _fact(said.settings.facts[code], said.unit.language), "fact"),
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
        voices = {unit.language.tag: Voice(unit=unit, settings=settings, labels=self.config.cop.labels)}
        for node in list(self.document.findall(nodes.Element)):
            if type(node) in NAMES:
                write, name = NAMES[type(node)]
                if (tag := language_at(node, unit)) not in voices:
                    voices[tag] = _foreign_voice(tag, unit, settings)
                voice = voices[tag]
                said = write(node["code"], voice)
                if isinstance(node, EntityName) and _is_in_brackets(node):
                    said = replace(said, text=said.text.translate(_INNER_BRACKETS))
                node.replace_self(inline_name(said, name, voice))
            elif isinstance(node, VariableValue) and _text_before(node).rstrip().endswith((":", "：")):
                node["is_bare"] = True  # What stands before the colon says what it is.


def _foreign_voice(tag: str, unit: Unit, settings: Settings) -> Voice:
    """Return the voice of a passage of *unit* in another language, *tag*, for want of a translation."""
    language = language_called(tag, settings)
    labels = Labels(settings.labels, settings.labels if tag == ENGLISH else {})
    if tag != ENGLISH and language in settings.languages:
        labels = open_labels(settings, language)
    return Voice(unit=replace(unit, language=language), settings=settings, labels=labels)


def _text_before(node: nodes.Node) -> str:
    """Return the text before *node* in its passage."""
    return "".join(each.astext() for each in node.parent[: node.parent.index(node)])


def _is_in_brackets(node: nodes.Node) -> bool:
    """Whether a round bracket before *node* is still open."""
    before = _text_before(node)
    return sum(map(before.count, "(（")) > sum(map(before.count, ")）"))


def inline_name(name: Name, kind: str, voice: Voice) -> nodes.inline:
    """Return *name* as running text, marked where it is not in the language of *voice*."""
    language = {} if name.tag == voice.unit.language.tag else mark(name.tag, voice.unit)
    return nodes.inline("", name.text, classes=[kind], **language)


def language_at(node: nodes.Node, unit: Unit) -> str:
    """Return the tag of the language that *node* stands in: what the nearest mark says, otherwise that of *unit*."""
    marks = (each.get("lang") for each in with_ancestors(node) if isinstance(each, nodes.Element))
    return next(filter(None, marks), unit.language.tag)


def title_name(title: nodes.Element, unit: Unit) -> Name:
    """Return the *title* of a document as a name; a translation that is missing leaves it in English as a whole."""
    is_english = any("language-en" in each["classes"] for each in title.findall(nodes.inline))
    return Name(text=clean_astext(title), tag=ENGLISH if is_english else unit.language.tag)


def marked(words: list[nodes.Node], tag: str, unit: Unit) -> nodes.inline:
    """Return *words* as running text in the language *tag*."""
    return nodes.inline("", "", *words, classes=[f"language-{tag}"], **mark(tag, unit))


def mark(tag: str, unit: Unit) -> dict[str, str]:
    """Return the attributes of a node whose text is in the language *tag*, for readers' software (WCAG 2.2, 3.1.2)."""
    return {"lang": tag, "dir": unit.language.direction.value if tag == unit.language.tag else direction_of(tag).value}


def language_called(tag: str, settings: Settings) -> Language:
    """Return the language *tag*; one that nothing is published in, such as that of a source, is known by little."""
    published = (language for language in settings.languages if language.is_called(tag))
    unpublished = Language(tag=tag, locale=tag, endonym=tag, english_name=tag, direction=direction_of(tag))
    return next(published, unpublished)


def language_name(tag: str, voice: str) -> str:
    """Return what the language *tag* is called in the language *voice* (CLDR)."""
    language, locale = _locale(tag), _locale(voice)
    said = language.get_display_name(locale) if language and locale else None
    return said or tag


def territory_name(code: str, voice: str) -> Name:
    """Return what the country or region *code* is called in the language *voice* (CLDR), otherwise in English."""
    locale = _locale(voice)
    said = locale.territories.get(code) if locale else None
    return Name(text=said, tag=voice) if said else Name(text=Locale(ENGLISH).territories[code], tag=ENGLISH)


def direction_of(tag: str) -> Direction:
    """Return the direction of the language *tag* (CLDR); from the left where CLDR lacks it."""
    locale = _locale(tag)
    return Direction(locale.text_direction) if locale else Direction.LTR


def name_in(names: Mapping[str, str], tag: str) -> Name:
    """Return that of *names* which is in the language *tag*, otherwise the English one."""
    return Name(text=bound(names[tag], tag), tag=tag) if names.get(tag) else Name(text=names[ENGLISH], tag=ENGLISH)


def instrument_name(code: str, unit: Unit, settings: Settings, labels: Labels, *, is_brief: bool = False) -> Name:
    """Return the name behind *code*, with its article where the code has one; never half in English.

    It is the official name, or its short form, if the language has one, where an article stands beside it and where
    *is_brief* says that it stands in a list of several.
    """
    key, article = split_code(code)
    instrument = settings.instruments[key]
    names = {**instrument.names, **instrument.short} if article or is_brief else instrument.names
    name = name_in(names, unit.language.tag)
    if not article:
        return name
    if name.tag != unit.language.tag or labels.is_fallback(instrument.unit):
        name, labels = name_in(names, ENGLISH), Labels(settings.labels, {})
    return Name(text=labels.fill(instrument.unit, instrument=name.text, article=article), tag=name.tag)
