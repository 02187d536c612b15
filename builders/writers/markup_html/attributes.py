"""Attributes of blocks as HTML: a label and its words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from builders.editions import attributes as told
from builders.editions.attributes import Attribute
from builders.editions.naming import instrument_name, name_in, written
from builders.markup.typed_block import TypedBlock
from builders.model.editions import Unit
from builders.model.labels import Labels
from builders.model.registries import Source
from builders.settings import Settings
from builders.writers.markup_html.language import label_html, name_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and its value, both HTML."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What attributes are put into words with."""

    unit: Unit
    settings: Settings
    labels: Labels
    link: Callable[[str], str]
    """Returns a link to a block, or nothing where the edition does not carry it."""

    def label(self, key: str, **places: object) -> str:
        """Return the label called *key* as HTML."""
        return label_html(key, self.labels, self.unit, **places)

    def person(self, slug: str) -> str:
        """Return the name of the character *slug* as HTML."""
        name = name_in(self.settings.characters[slug].names, self.unit.language.tag)
        return name_html(name.text, name.tag, self.unit)


def attribute_rows(block: TypedBlock, attributes: tuple[Attribute, ...], speech: Speech) -> Iterator[Row]:
    """Yield the rows that the edition prints below *block*."""
    for attribute, codes in told.printed_attributes(block, attributes, speech.unit.edition):
        if value := _value(attribute, codes, speech):
            yield Row(label=speech.label(f"field/{attribute.field}"), value=value)


def variable_row(name: str, speech: Speech) -> Row:
    """Return the row for the variable *name*: its value, or a box that says that one is missing."""
    value = speech.settings.value(name, speech.unit.language)
    if not value:
        shown = f'<span class="unset">{speech.label("variable-unset")}</span>'
    else:
        shown = f"<bdi>{escape(value, quote=False)}</bdi>"
    return Row(label=speech.label(f"variable/{name}"), value=shown)


def _value(attribute: Attribute, codes: list[str], speech: Speech) -> str:
    """Return the *codes* of an attribute as HTML; nothing where its readers have no use for them."""
    match attribute.words:
        case told.INSTRUMENTS:
            said = (speech.unit, speech.settings, speech.labels)
            names = (instrument_name(code, *said, is_brief=True) for code in codes)
            return _list(name_html(name.text, name.tag, speech.unit) for name in names)
        case told.BLOCKS:
            return _list(filter(None, map(speech.link, codes)), style="links")
        case told.CHARACTERS:
            return speech.labels.join(list(map(speech.person, codes)))
        case told.AMOUNT:
            return speech.label(attribute.name, number=codes[0])
        case told.SOURCES:
            return _list((_source_link(speech.settings.sources[code], speech.unit) for code in codes), style="links")
        case told.DAY:
            return escape(written(date.fromisoformat(codes[0]), speech.unit.language), quote=False)
    if attribute.words == told.VARIABLES and any(speech.settings.value(code, speech.unit.language) for code in codes):
        return _list(_completed(code, speech) for code in codes)
    return speech.labels.join([speech.label(f"{attribute.words}/{code}") for code in codes])


def _completed(name: str, speech: Speech) -> str:
    row = variable_row(name, speech)
    return speech.labels.fill("label-value", label=row.label, value=row.value)


def _source_link(source: Source, unit: Unit) -> str:
    text = name_html(source.name, source.language, unit)
    return f'<a class="reference external" href="{escape(source.address)}">{text}</a>'


def _list(items: Iterable[str], style: str = "") -> str:
    """Return *items* one by one, for names have commas of their own; nothing where there are none."""
    entries = "".join(f"<li>{item}</li>" for item in items)
    attributes = f' class="{style}"' if style else ""
    return f'<ul role="list"{attributes}>{entries}</ul>' if entries else ""
