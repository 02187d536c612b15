"""Render risks, procedures, help, content notes, stakeholders, cases and ways to begin a talk."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.etree import _Element

from builders.editions.attributes import (
    CASE_ATTRIBUTES,
    INDICATOR_ATTRIBUTES,
    RISK_ATTRIBUTES,
    STAKEHOLDER_ATTRIBUTES,
    Attribute,
)
from builders.markup.blocks.case import Case
from builders.markup.blocks.contentnote import ContentNote
from builders.markup.blocks.gethelp import GetHelp, Variable, VariableList
from builders.markup.blocks.indicator import Indicator
from builders.markup.blocks.procedure import Procedure
from builders.markup.blocks.risk import Risk
from builders.markup.blocks.stakeholder import Stakeholder
from builders.markup.blocks.talk import Talk
from builders.markup.blocks.term import Term
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.model.identifiers import printed
from builders.writers.docx import styles
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.admonitions import framed, labelled_box, titled_box
from builders.writers.docx.handlers.attributes import BETWEEN, rows, variable_rows, words
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.handlers.parts import body_of, parts_of, run_in
from builders.writers.docx.layout import cell, frame, inside_cell, placed_table, row, stepped_box
from builders.writers.docx.palette import RULE
from builders.writers.docx.paragraphs import begins_item, between, label_paragraph, label_runs, labelled, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import badge, runs
from builders.writers.docx.template import line

URGENCIES: Mapping[str, styles.Style] = MappingProxyType(
    {"now": styles.URGENT_BADGE, "today": styles.MEDIUM_BADGE, "week": styles.LIGHT_BADGE}
)
ENTRY_ATTRIBUTES: Mapping[type[TypedBlock], tuple[Attribute, ...]] = MappingProxyType(
    {Stakeholder: STAKEHOLDER_ATTRIBUTES, Indicator: INDICATOR_ATTRIBUTES}
)
"""What is said below a block that has a heading of its own and parts that begin with their names."""
_BELOW_CLASS = tuple(attribute for attribute in RISK_ATTRIBUTES if attribute.name != "ages")
"""The ages stand on the line of the class."""


def risk(node: Risk, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a risk below a heading of its own, so that readers find it in the outline."""
    title, *rest = node.children
    inside = context.within(heading_level=context.heading_level + 1, style=styles.BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    yield _class_line(node, context)
    here = context.speaking(context.unit.language.tag).within(style=styles.ATTRIBUTE)
    for each in rows(node, _BELOW_CLASS, here, renderer):
        yield paragraph(here, *each)
    for child in rest:
        yield from renderer.render(child, inside)


def term(node: Term, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a word of the glossary and what it means."""
    title, *rest = node.children
    yield from renderer.render(title, context.within(style=styles.TERM))
    below = context.within(style=styles.DEFINITION, indent=context.indent + styles.DEFINITION.indent)
    for child in rest:
        yield from renderer.render(child, below)


def procedure(node: Procedure, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render steps: a heading that can be found, then how soon to act and what to do in a box."""
    title = node.children[0]
    level = context.heading_level + 1
    yield from renderer.render(title, as_heading(context, level))
    inside = inside_cell(context, context.available, styles.BODY).within(heading_level=level)
    yield from stepped_box(_parts(node, inside, renderer), context, styles.STEPS_BOX, renderer.package.text_size)


def _parts(node: Procedure, context: Context, renderer: Renderer) -> list[list[_Element]]:
    """Return what leads to the steps of *node*, every step, and what stands behind them, each for itself."""
    parts = [[_urgency(node, context)]]
    for child in node.children[1:]:
        follows_steps = len(parts) > 1
        for block in renderer.render(child, context):
            if begins_item(block) or follows_steps:
                parts.append([])
                follows_steps = False
            parts[-1].append(block)
    return parts


def get_help(node: GetHelp, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render where to turn, in a box that every such passage has alike."""
    return titled_box(node, context, renderer, styles.HELP_BOX)


def content_note(node: ContentNote, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what a chapter speaks about, before it does."""
    return labelled_box(node.children, context, renderer, styles.CALM_BOX, "contentnote")


def block_title(node: BlockTitle, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the title of a block in the style that the block asks for."""
    yield paragraph(context, *renderer.children(node, context))


def block_part(node: BlockPart, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a named part below its name."""
    yield label_paragraph(f"part/{node['part']}", context.within(style=styles.PART_LABEL))
    yield from renderer.children(node, context.within(style=styles.PART_TEXT))


def variable_list(node: VariableList, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the facts that a national edition completes."""
    names = [child["name"] for child in node.children if isinstance(child, Variable)]
    return variable_rows(names, context.speaking(context.unit.language.tag).within(style=styles.PART_TEXT))


def _class_line(node: Risk, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=styles.CLASS_LINE)
    key = f"class/{node['code'][0].partition('.')[0]}"
    family = badge(context.labels[key], styles.CLASS_BADGE, here.labelling(key))
    ages = labelled("field/ages", words("ages", node["ages"], here), here)
    return paragraph(here, *family, *runs("\u2002", here), *ages)


def _urgency(node: Procedure, context: Context) -> _Element:
    key = f"urgency/{node['urgency']}"
    here = context.labelling(key).within(style=styles.STEPS_BOX.title)
    return paragraph(here, *badge(context.labels[key], URGENCIES[node["urgency"]], here))


def entry(node: Stakeholder | Indicator, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a stakeholder or an indicator below a heading of its own, with links to whom or to what it belongs."""
    title, *body = body_of(node)
    inside = context.within(heading_level=context.heading_level + 1, style=styles.BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    for child in body:
        yield from renderer.render(child, inside)
    for part in parts_of(node).values():
        yield from run_in(part, inside.within(style=styles.PART_TEXT), renderer)
    here = context.speaking(context.unit.language.tag).within(style=styles.LAST_ATTRIBUTE)
    for each in rows(node, ENTRY_ATTRIBUTES[type(node)], here, renderer):
        yield paragraph(here, *each)


def case(node: Case, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a case in a box that says first whether it is made up, and at its end where it is known from."""
    title, *body = node.children

    def label(here: Context) -> _Element:
        (heading,) = renderer.render(title, here)
        return heading

    def kind(here: Context) -> Iterator[_Element]:
        key = f"kind/{node['kind']}"
        spoken = here.labelling(key)
        yield paragraph(spoken, *badge(context.labels[key], styles.CLASS_BADGE, spoken))

    def origin(here: Context) -> Iterator[_Element]:
        spoken = here.speaking(context.unit.language.tag)
        for each in rows(node, CASE_ATTRIBUTES, spoken, renderer):
            yield paragraph(spoken, *each)

    return framed(body, context, renderer, styles.CASE_BOX, label=label, lead=kind, end=origin)


def talk(node: Talk, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an opening as speech, and below it side by side what to listen for and what to leave unsaid."""
    whole = context.available
    opening = inside_cell(context, whole, styles.TALK_OPENING)
    above = [_label(node, opening), *(block for child in body_of(node) for block in renderer.render(child, opening))]
    rows = [row(cell(above, whole, context, ground=styles.TALK_BOX.tint.ground, columns=2))]
    sides = [whole // 2, whole - whole // 2]
    below = [
        cell(renderer.render(part, inside_cell(context, twips, styles.BODY)), twips, context)
        for part, twips in zip(parts_of(node).values(), sides, strict=True)
    ]
    rows.append(row(*below))
    lines = [*frame(styles.TALK_BOX, context), line("w:insideV", context.colours[RULE], 4)]
    yield placed_table(sides, rows, context, lines=lines)


def _label(node: Talk, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=styles.TALK_LABEL)
    facts = (label_runs("talk", here), words("ages", node["ages"], here), runs(printed(node["block_id"]), here))
    return paragraph(here, *between(facts, BETWEEN, here))


HANDLERS: Handlers = {
    **{Risk: risk, Term: term, Procedure: procedure, GetHelp: get_help, ContentNote: content_note, Talk: talk},
    **{BlockTitle: block_title, BlockPart: block_part, VariableList: variable_list},
    **{Stakeholder: entry, Indicator: entry, Case: case},
}
