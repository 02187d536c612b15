"""Handlers for recommendations and key messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.etree import _Element

from builders.editions.attributes import (
    INSTRUMENTS,
    RECOMMENDATION_ATTRIBUTES,
    VARIABLES,
    Attribute,
    printed_attributes,
)
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


_BETWEEN_INSTRUMENTS = " · "
"""Names of instruments hold commas themselves."""


def recommendation(node: Recommendation, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a recommendation: number and strength, the sentence itself, why, and to whom it speaks."""
    yield _number_line(node, context)
    statement, *explanation = node.children
    yield from renderer.render(statement, context.within(style=STATEMENT))
    for child in explanation:
        yield from renderer.render(child, context.within(style=BODY))
    here = context.speaking(context.unit.language.tag)
    rows = list(printed_attributes(node, RECOMMENDATION_ATTRIBUTES, context.unit.edition))
    names = [name for attribute, codes in rows if attribute.words == VARIABLES for name in codes]
    lines = [(attribute, codes) for attribute, codes in rows if attribute.words != VARIABLES]
    styles = [FIRST_ATTRIBUTE, *[ATTRIBUTE] * (len(lines) + len(names) - 2), LAST_ATTRIBUTE]
    for (attribute, values), style in zip(lines, styles, strict=False):
        styled = here.within(style=style)
        yield paragraph(styled, *labelled(f"field/{attribute.field}", _values(attribute, values, styled), styled))
    for name, style in zip(names, styles[len(lines) :], strict=False):
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


def _values(attribute: Attribute, values: list[str], context: Context) -> Iterator[_Element]:
    if attribute.words == INSTRUMENTS:
        names = [instrument_text(code, context.unit, context.settings, context.labels) for code in values]
        return between((runs(name, context) for name in names), _BETWEEN_INSTRUMENTS, context)
    return codes(attribute.words, values, context)


HANDLERS: Handlers = {
    Recommendation: recommendation,
    KeyMessage: key_message,
}
