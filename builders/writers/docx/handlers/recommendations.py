"""Handlers for recommendations and key messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml.etree import _Element

from builders.editions.instruments import instrument_text
from builders.markup.keymessage import KeyMessage
from builders.markup.recommendation import Recommendation
from builders.model.identifiers import printed
from builders.writers.docx.boxes import KEY_BOX
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.admonitions import labelled_box
from builders.writers.docx.paragraphs import between, joined, label_runs, labelled, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import badge, runs
from builders.writers.docx.styles import (
    ATTRIBUTE,
    BLOCK_NUMBER,
    BODY,
    FIRST_ATTRIBUTE,
    LAST_ATTRIBUTE,
    LIGHT_BADGE,
    MEDIUM_BADGE,
    STATEMENT,
    STRONG_BADGE,
    UNSET,
)
from builders.writers.docx.typography import Style

BADGES: Mapping[str, Style] = MappingProxyType({"must": STRONG_BADGE, "should": MEDIUM_BADGE, "may": LIGHT_BADGE})
"""How strongly each strength stands out; the word says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line below a recommendation: the codes of *field*, printed for *editions* (empty: for all)."""

    field: str
    editions: tuple[str, ...] = ()


ROWS = (
    Row(field="who"),
    Row(field="risks"),
    Row(field="services", editions=("industry",)),
    Row(field="ages"),
    Row(field="instruments"),
    Row(field="adaptation", editions=("policy-makers",)),
)
"""What is said about a recommendation, in printing order."""

_BETWEEN_INSTRUMENTS = " · "
"""Names of instruments hold commas themselves."""

VARIABLES = Row(field="variables", editions=("policy-makers",))


def recommendation(node: Recommendation, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a recommendation: number and strength, the sentence itself, why, and to whom it speaks."""
    yield _number_line(node, context)
    statement, *explanation = node.children
    yield from renderer.render(statement, context.within(style=STATEMENT))
    for child in explanation:
        yield from renderer.render(child, context.within(style=BODY))
    here = context.speaking(context.unit.language.tag)
    rows = [row for row in ROWS if node.get(row.field) and _is_printed(row, context)]
    names: list[str] = node.get("variables", []) if _is_printed(VARIABLES, context) else []
    styles = [FIRST_ATTRIBUTE, *[ATTRIBUTE] * (len(rows) + len(names) - 2), LAST_ATTRIBUTE]
    for row, style in zip(rows, styles, strict=False):
        styled = here.within(style=style)
        yield paragraph(styled, *labelled(f"field/{row.field}", _values(node, row.field, styled), styled))
    for name, style in zip(names, styles[len(rows) :], strict=False):
        yield from variable_rows([name], here.within(style=style))


def key_message(node: KeyMessage, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what a reader in a hurry should take away."""
    return labelled_box(node.children, context, renderer, KEY_BOX, "keymessage")


def variable_rows(names: list[str], context: Context) -> Iterator[_Element]:
    """Yield a line for every variable: its value, or a box that nobody overlooks."""
    for name in names:
        yield paragraph(context, *labelled(f"variable/{name}", variable(name, context), context))


def variable(name: str, context: Context) -> Iterator[_Element]:
    """Yield the value of the variable *name*, or a box where no value is set."""
    if found := context.settings.values.get(name):
        yield from runs(found, context)
    else:
        here = context.labelling("variable-unset")
        yield from badge(context.labels["variable-unset"], UNSET, here)


def codes(prefix: str, values: list[str], context: Context) -> Iterator[_Element]:
    """Yield the labels of the codes *values* as a list in running text."""
    return joined((label_runs(f"{prefix}/{code}", context) for code in values), context)


def _number_line(node: Recommendation, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=BLOCK_NUMBER)
    label = f"strength/{node['strength']}"
    strength = badge(context.labels[label], BADGES[node["strength"]], here.labelling(label))
    return paragraph(here, *runs(printed(node["block_id"]), here), *runs("\u2002", here), *strength)


def _is_printed(row: Row, context: Context) -> bool:
    return not row.editions or context.unit.edition.id in row.editions


def _values(node: Recommendation, field: str, context: Context) -> Iterator[_Element]:
    values = node[field]
    if field == "instruments":
        names = [instrument_text(code, context.unit, context.settings, context.labels) for code in values]
        return between((runs(name, context) for name in names), _BETWEEN_INSTRUMENTS, context)
    return codes(field, [values] if isinstance(values, str) else values, context)


HANDLERS: Handlers = {
    Recommendation: recommendation,
    KeyMessage: key_message,
}
