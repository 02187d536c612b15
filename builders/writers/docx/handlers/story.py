"""Handlers for the picture book: its pages and its people."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from lxml.etree import _Element

from builders.markup.blocks.character import Character
from builders.markup.blocks.storypage import StoryPage
from builders.markup.typed_block import BlockPart, BlockTitle
from builders.writers.docx.context import TEXT_HEIGHT, Context
from builders.writers.docx.handlers.admonitions import labelled_box
from builders.writers.docx.handlers.attributes import names
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.handlers.figures import drawing
from builders.writers.docx.layout import cell, inside_cell, placed_table, row
from builders.writers.docx.paragraphs import filled, label_paragraph, labelled, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import runs
from builders.writers.docx.styles import ATTRIBUTE, BODY, FIGURE, PICTURE_LABEL, PICTURE_TEXT, STORY, TALK_BOX

_HIGHEST_PICTURE = TEXT_HEIGHT * 7 // 20
_HIGHEST_BELOW_TITLE = TEXT_HEIGHT * 3 // 10
_PORTRAIT = 2200
"""Width of a portrait and its column, in twentieths of a point."""
_GAP = 140


def story_page(node: StoryPage, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a page of the book on a page of its own, in the order in which it is read aloud."""
    yield _page_heading(node, context)
    story = context.within(style=STORY)
    highest = _HIGHEST_BELOW_TITLE if _begins_chapter(node) else _HIGHEST_PICTURE
    for child in node.children:
        if isinstance(child, nodes.image):
            here = context.within(style=FIGURE)
            yield paragraph(here, drawing(child, here, renderer, highest=highest, is_wide=True))
        elif not isinstance(child, BlockPart):
            yield from renderer.render(child, story)
    if node.get("characters"):
        yield _characters(node["characters"], context, renderer)
    for child in node.children:
        if isinstance(child, BlockPart):
            yield from _part(child, context, renderer)


def character(node: Character, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render somebody of the story: the name, then the portrait beside the description."""
    level = context.heading_level + 1
    rest = [child for child in node.children if not isinstance(child, (BlockTitle, nodes.image))]
    for child in node.children:
        if isinstance(child, BlockTitle):
            yield from renderer.render(child, as_heading(context, level))
    beside = [_PORTRAIT + 2 * _GAP, context.available - _PORTRAIT - 2 * _GAP]
    first, second = (inside_cell(context, twips, BODY, margin=_GAP) for twips in beside)
    portrait = [
        paragraph(first.within(style=FIGURE), drawing(child, first, renderer, is_wide=True))
        for child in node.children
        if isinstance(child, nodes.image)
    ]
    text = [block for child in rest for block in renderer.render(child, second)]
    cells = (cell(content, twips, context) for content, twips in zip((portrait, text), beside, strict=True))
    yield placed_table(beside, [row(*cells)], context, margins=(0, _GAP))


def _page_heading(node: StoryPage, context: Context) -> _Element:
    here = context.labelling("storypage")
    heading = as_heading(here, context.heading_level + 1)
    number = runs(str(node["page"]), heading)
    return paragraph(heading, *filled("storypage", heading, number=number), page_break=not _begins_chapter(node))


def _begins_chapter(node: StoryPage) -> bool:
    """Whether nothing but the title of the chapter stands before *node*; that begins a page already."""
    before = node.parent.children[: node.parent.index(node)] if node.parent is not None else []
    return all(isinstance(sibling, (nodes.title, nodes.Invisible)) for sibling in before)


def _part(node: BlockPart, context: Context, renderer: Renderer) -> Iterator[_Element]:
    if node["part"] == "together":
        return labelled_box(node.children, context, renderer, TALK_BOX, "part/together")
    return _described(node, context, renderer)


def _described(node: BlockPart, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Yield the long description of a picture, for whoever cannot see it."""
    yield label_paragraph(f"part/{node['part']}", context.within(style=PICTURE_LABEL))
    yield from renderer.children(node, context.within(style=PICTURE_TEXT))


def _characters(slugs: list[str], context: Context, renderer: Renderer) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=ATTRIBUTE)
    return paragraph(here, *labelled("field/characters", names(slugs, here, renderer), here))


HANDLERS: Handlers = {
    StoryPage: story_page,
    Character: character,
}
