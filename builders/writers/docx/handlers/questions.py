"""Handlers for checklists and quizzes: boxes to tick, on paper too, and options with a kind word on each."""

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.editions.attributes import CHECKITEM_ATTRIBUTES
from builders.markup.blocks.checklist import CheckItem, Checklist, ChecklistGroup
from builders.markup.blocks.quiz import Quiz
from builders.markup.typed_block import BlockPart, BlockTitle
from builders.model.identifiers import printed
from builders.writers.docx import styles
from builders.writers.docx.context import Context, Numbering
from builders.writers.docx.handlers.attributes import BETWEEN, rows, words
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.handlers.parts import body_of, named, parts_of, run_in
from builders.writers.docx.handlers.recommendations import strength_badge
from builders.writers.docx.numbering import TICK_BOX, Marker
from builders.writers.docx.paragraphs import between, filled, label_paragraph, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import runs


def checklist(node: Checklist, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a checklist below a heading of its own: each can be used alone."""
    inside = context.within(heading_level=context.heading_level + 1, style=styles.BODY, numbering=None)
    for child in node.children:
        here = as_heading(inside, inside.heading_level) if isinstance(child, BlockTitle) else inside
        yield from renderer.render(child, here)


def checklist_group(node: ChecklistGroup, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render the questions of one topic as a list whose bullets are boxes to tick."""
    if node["topic"]:
        heading = as_heading(context.speaking(context.unit.language.tag), context.heading_level + 1)
        yield label_paragraph(f"topic/{node['topic']}", heading)
    number = renderer.package.start_list(TICK_BOX, level=0, start=1)
    item = context.within(list_level=0, numbering=Numbering(number, 0), indent=context.indent + styles.LIST_STEP)
    yield from renderer.children(node, item)


def check_item(node: CheckItem, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a question, and in smaller type what shows the answer and whom it is for."""
    for child in body_of(node):
        yield from renderer.render(child, context.within(style=styles.CHECK_QUESTION))
    here = context.speaking(context.unit.language.tag).within(style=styles.CHECK_DETAIL, numbering=None)
    yield from _evidence(parts_of(node)["evidence"], node["strength"], here, renderer)
    end = here.within(style=styles.CHECK_END)
    facts = [runs(printed(node["block_id"]), end), *rows(node, CHECKITEM_ATTRIBUTES, end, renderer)]
    yield paragraph(end, *between(facts, BETWEEN, end))


def _evidence(part: BlockPart, strength: str, context: Context, renderer: Renderer) -> Iterator[_Element]:
    badge = [*strength_badge(strength, context), *runs("\u2002", context)]
    return run_in(part, context, renderer, lead=badge)


LETTERS = Marker(format="upperLetter")


def quiz(node: Quiz, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a question with its options, and in smaller type what is said about each of them."""
    yield _number(node, context)
    for child in body_of(node):
        yield from renderer.render(child, context.within(style=styles.QUIZ_QUESTION))
    options = parts_of(node)
    option = _lettered(context.within(style=styles.QUIZ_OPTION), renderer)
    for part in options.values():
        yield from renderer.render(part.children[0], option)
    yield label_paragraph("part/answers", context.within(style=styles.QUIZ_ANSWERS))
    feedback = _lettered(context.within(style=styles.QUIZ_FEEDBACK), renderer)
    for letter, part in options.items():
        key = "best-answer" if letter in node["correct"] else "other-answer"
        here = feedback.within(style=styles.QUIZ_END) if part is node.children[-1] else feedback
        yield from named(key, part.children[1:], here, renderer)


def _number(node: Quiz, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=styles.QUIZ_NUMBER)
    facts = (
        filled("quiz", here, number=runs(str(place(node)), here.labelling("quiz"))),
        words("ages", node["ages"], here),
        runs(printed(node["block_id"]), here),
    )
    return paragraph(here, *between(facts, BETWEEN, here))


def place(node: Quiz) -> int:
    """Return which question of its page *node* is, counted from 1."""
    page: nodes.Node = node
    while page.parent is not None and not isinstance(page, addnodes.start_of_file):
        page = page.parent
    return [id(question) for question in page.findall(Quiz)].index(id(node)) + 1


def _lettered(context: Context, renderer: Renderer) -> Context:
    number = renderer.package.start_list(LETTERS, level=0, start=1)
    return context.within(list_level=0, numbering=Numbering(number, 0), indent=context.indent + styles.LIST_STEP)


HANDLERS: Handlers = {Checklist: checklist, ChecklistGroup: checklist_group, CheckItem: check_item, Quiz: quiz}
