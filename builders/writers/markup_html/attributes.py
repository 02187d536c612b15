"""Attributes of blocks as readers see them: which, for whom, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from docutils import nodes

from builders.editions.instruments import instrument_text
from builders.model.labels import Labels
from builders.model.units import Unit
from builders.settings import Settings
from builders.writers.markup_html.language import label_html

INSTRUMENTS = "instruments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A row below a block."""

    name: str
    """Attribute of the node."""
    field: str
    """The row's label: the part of its key behind ``field/``."""
    words: str
    """First part of the label keys of its codes (``who``)."""
    editions: tuple[str, ...] = ()
    """Ids of the editions that print it; empty for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and its value, both HTML."""

    label: str
    value: str


RECOMMENDATION_ATTRIBUTES = (
    Attribute(name="who", field="who", words="who"),
    Attribute(name="risks", field="risks", words="risks"),
    Attribute(name="ages", field="ages", words="ages"),
    Attribute(name="services", field="services", words="services", editions=("industry",)),
    Attribute(name="instruments", field="instruments", words=INSTRUMENTS),
    Attribute(name="adaptation", field="adaptation", words="adaptation", editions=("policy-makers",)),
    Attribute(name="variables", field="variables", words="variable", editions=("policy-makers",)),
)

RISK_ATTRIBUTES = (
    Attribute(name="ages", field="ages", words="ages"),
    Attribute(name="where", field="services", words="services", editions=("industry",)),
)


def attribute_rows(
    block: nodes.Element, attributes: tuple[Attribute, ...], *, unit: Unit, settings: Settings, labels: Labels
) -> Iterator[Row]:
    """Yield the rows that the edition of *unit* prints below *block*."""
    for attribute in attributes:
        if attribute.editions and unit.edition.id not in attribute.editions:
            continue
        value = block.get(attribute.name)
        codes = [value] if isinstance(value, str) else value
        if codes:
            label = label_html(f"field/{attribute.field}", labels, unit)
            if attribute.words == INSTRUMENTS:
                names = (escape(instrument_text(code, unit, settings, labels), quote=False) for code in codes)
                yield Row(label=label, value=_list(names))
            else:
                words = [label_html(f"{attribute.words}/{code}", labels, unit) for code in codes]
                yield Row(label=label, value=labels.join(words))


def _list(items: Iterable[str]) -> str:
    """Return *items* on a line each: names of instruments have commas of their own."""
    return '<ul role="list">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def variable_row(name: str, *, unit: Unit, settings: Settings, labels: Labels) -> Row:
    """Return the row for the variable *name*: its value, or a box that says that one is missing."""
    value = settings.values.get(name)
    if value is None:
        shown = f'<span class="unset">{label_html("variable-unset", labels, unit)}</span>'
    else:
        shown = f"<bdi>{escape(value, quote=False)}</bdi>"
    return Row(label=label_html(f"variable/{name}", labels, unit), value=shown)
