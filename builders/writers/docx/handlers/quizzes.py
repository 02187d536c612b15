"""Handlers for quizzes: the options first, and below them a kind word on each."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.markup.blocks.quiz import Quiz
from builders.model.identifiers import printed
from builders.writers.docx.context import Context, Numbering
from builders.writers.docx.handlers.attributes import BETWEEN, words
from builders.writers.docx.handlers.parts import body_of, named, parts_of
from builders.writers.docx.numbering import Marker
from builders.writers.docx.paragraphs import between, filled, label_paragraph, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import runs
from builders.writers.docx.styles import (
    LIST_STEP,
    QUIZ_ANSWERS,
    QUIZ_END,
    QUIZ_FEEDBACK,
    QUIZ_NUMBER,
    QUIZ_OPTION,
    QUIZ_QUESTION,
)

LETTERS = Marker(format="upperLetter")


def quiz(node: Quiz, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a question with its options, and in smaller type what is said about each of them."""
    yield _number(node, context)
    for child in body_of(node):
        yield from renderer.render(child, context.within(style=QUIZ_QUESTION))
    options = parts_of(node)
    option = _lettered(context.within(style=QUIZ_OPTION), renderer)
    for part in options.values():
        yield from renderer.render(part.children[0], option)
    yield label_paragraph("part/answers", context.within(style=QUIZ_ANSWERS))
    feedback = _lettered(context.within(style=QUIZ_FEEDBACK), renderer)
    for letter, part in options.items():
        key = "best-answer" if letter in node["correct"] else "other-answer"
        here = feedback.within(style=QUIZ_END) if part is node.children[-1] else feedback
        yield from named(key, part.children[1:], here, renderer)


def _number(node: Quiz, context: Context) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=QUIZ_NUMBER)
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
    return context.within(list_level=0, numbering=Numbering(number, 0), indent=context.indent + LIST_STEP)


HANDLERS: Handlers = {
    Quiz: quiz,
}
