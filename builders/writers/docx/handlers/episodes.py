"""Handlers for episodes: the script of a short video."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element

from builders.editions.attributes import EPISODE_ATTRIBUTES, SCENE_ATTRIBUTES, in_reading_order
from builders.markup.blocks.episode import NARRATOR, Episode, Line, Scene
from builders.markup.typed_block import BlockPart
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.attributes import BETWEEN, name_of, rows
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.handlers.parts import body_of, parts_of, run_in
from builders.writers.docx.paragraphs import between, filled, label_runs, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import BODY, CLASS_LINE, DELIVERY, LIST_CONTINUE, SCENE_NOTE, SCRIPT_LINE, SPEAKER


def episode(node: Episode, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an episode: for whom it is, who is in it, what it tells, and its scenes."""
    title, *body = node.children
    inside = context.within(heading_level=context.heading_level + 1, style=BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    here = context.speaking(context.unit.language.tag).within(style=CLASS_LINE)
    yield paragraph(here, *between(rows(node, EPISODE_ATTRIBUTES, here, renderer), BETWEEN, here))
    for child in body:
        yield from renderer.render(child, inside)


def scene(node: Scene, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a scene: its length, place and time, what happens, who speaks, and what else it takes."""
    title, *rest = in_reading_order(node)
    inside = context.within(heading_level=context.heading_level + 1, style=BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    here = context.speaking(context.unit.language.tag).within(style=CLASS_LINE)
    for row in rows(node, SCENE_ATTRIBUTES, here, renderer):
        yield paragraph(here, *row)
    for child in rest:
        if isinstance(child, BlockPart):
            yield from run_in(child, inside.within(style=SCENE_NOTE), renderer)
        else:
            yield from renderer.render(child, inside)


def line(node: Line, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what somebody says behind the name of who says it, all in one language."""
    spoken, *rest = body_of(node) or [nodes.paragraph()]
    here = _speaking(spoken, context.within(style=SCRIPT_LINE, indent=context.indent + SCRIPT_LINE.indent))
    places = {"name": _speaker(node["who"][0], here), "text": renderer.children(spoken, here)}
    delivery = parts_of(node).get("delivery")
    if delivery is not None:
        places["how"] = _delivery(delivery, here, renderer)
    yield paragraph(here, *filled("line-spoken-how" if delivery else "line-spoken", here, **places))
    after = context.within(style=LIST_CONTINUE[1], indent=context.indent + LIST_CONTINUE[1].indent)
    for child in rest:
        yield from renderer.render(child, after)


def _speaking(node: nodes.Element, context: Context) -> Context:
    """Return the context of a line; where it lacks its translation, the name and the pattern are English too."""
    return context.left_in_english() if node.get("lang") else context


def _speaker(slug: str, context: Context) -> Iterator[_Element]:
    here = context.formatted(style=SPEAKER)
    return label_runs(NARRATOR, here) if slug == NARRATOR else name_of(slug, here)


def _delivery(part: BlockPart, context: Context, renderer: Renderer) -> Iterator[_Element]:
    for child in part.children:
        if isinstance(child, nodes.Element):
            here = context.speaking(child.get("lang") or context.unit.language.tag)
            yield from renderer.children(child, here.formatted(style=DELIVERY))


HANDLERS: Handlers = {
    Episode: episode,
    Scene: scene,
    Line: line,
}
