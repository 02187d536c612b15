"""Attributes of blocks as HTML: a label and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from docutils import nodes

from builders.editions.attributes import INSTRUMENTS, Attribute, printed_attributes
from builders.editions.instruments import instrument_text
from builders.model.labels import Labels
from builders.model.units import Unit
from builders.settings import Settings
from builders.writers.markup_html.language import label_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and its value, both HTML."""

    label: str
    value: str


def attribute_rows(
    block: nodes.Element, attributes: tuple[Attribute, ...], *, unit: Unit, settings: Settings, labels: Labels
) -> Iterator[Row]:
    """Yield the rows that the edition of *unit* prints below *block*."""
    for attribute, codes in printed_attributes(block, attributes, unit.edition):
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
