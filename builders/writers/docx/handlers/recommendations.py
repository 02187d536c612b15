"""Handlers for recommendations and key messages."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.etree import _Element

from builders.editions.attributes import RECOMMENDATION_ATTRIBUTES, VARIABLES, Attribute, printed_attributes
from builders.markup.blocks.keymessage import KeyMessage
from builders.markup.blocks.recommendation import Recommendation
from builders.model.identifiers import printed
from builders.writers.docx import styles
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.admonitions import labelled_box
from builders.writers.docx.handlers.attributes import value, variable_rows
from builders.writers.docx.paragraphs import kept_with_next, labelled, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import badge, runs

BADGES: Mapping[str, styles.Style] = MappingProxyType(
    {"must": styles.STRONG_BADGE, "should": styles.MEDIUM_BADGE, "may": styles.LIGHT_BADGE}
)
"""How strongly each strength stands out; the word says it."""


def recommendation(node: Recommendation, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a recommendation: number and strength, the sentence itself, why, and to whom it speaks."""
    yield _number_line(node, context)
    statement, *explanation = node.children
    yield from renderer.render(statement, context.within(style=styles.STATEMENT))
    rows = list(printed_attributes(node, RECOMMENDATION_ATTRIBUTES, context.unit.edition))
    body = context.within(style=styles.BODY)
    content = [block for child in explanation for block in renderer.render(child, body)]
    yield from kept_with_next(content) if rows else content
    yield from _attributes(rows, context, renderer)


def _attributes(rows: list[tuple[Attribute, list[str]]], context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Yield a line for each of *rows*, variables last; the lines stay together."""
    here = context.speaking(context.unit.language.tag)
    names = [name for attribute, codes in rows if attribute.words == VARIABLES for name in codes]
    lines = [(attribute, codes) for attribute, codes in rows if attribute.words != VARIABLES]
    between = [styles.ATTRIBUTE] * (len(lines) + len(names) - 2)
    looks = [styles.FIRST_ATTRIBUTE, *between, styles.LAST_ATTRIBUTE]
    for (attribute, values), style in zip(lines, looks, strict=False):
        styled = here.within(style=style)
        words = value(attribute, values, styled, renderer)
        yield paragraph(styled, *labelled(f"field/{attribute.field}", words, styled))
    for name, style in zip(names, looks[len(lines) :], strict=False):
        yield from variable_rows([name], here.within(style=style))


def key_message(node: KeyMessage, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what a reader in a hurry should take away."""
    return labelled_box(node.children, context, renderer, styles.KEY_BOX, "keymessage")


def strength_badge(strength: str, context: Context) -> Iterator[_Element]:
    """Yield the word for a strength on its ground."""
    key = f"strength/{strength}"
    return badge(context.labels[key], BADGES[strength], context.labelling(key))


def _number_line(node: Recommendation, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=styles.BLOCK_NUMBER)
    strength = strength_badge(node["strength"], here)
    return paragraph(here, *runs(printed(node["block_id"]), here), *runs("\u2002", here), *strength)


HANDLERS: Handlers = {Recommendation: recommendation, KeyMessage: key_message}
