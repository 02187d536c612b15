"""Handlers for stories: the pages and the people of the picture book, and the scripts of short videos."""

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from docutils import nodes
from lxml.etree import _Element

from builders.editions.attributes import EPISODE_ATTRIBUTES, SCENE_ATTRIBUTES, in_reading_order
from builders.markup.blocks.character import Character
from builders.markup.blocks.episode import NARRATOR, Episode, Line, Scene
from builders.markup.blocks.storypage import StoryPage
from builders.markup.typed_block import BlockPart, BlockTitle
from builders.writers.docx import styles
from builders.writers.docx.context import TEXT_HEIGHT, Context
from builders.writers.docx.handlers.admonitions import labelled_box
from builders.writers.docx.handlers.attributes import BETWEEN, name_of, names, rows
from builders.writers.docx.handlers.blocks import as_heading
from builders.writers.docx.handlers.figures import drawing
from builders.writers.docx.handlers.parts import body_of, parts_of, run_in
from builders.writers.docx.layout import cell, inside_cell, placed_table, row
from builders.writers.docx.paragraphs import between, filled, label_paragraph, label_runs, labelled, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.runs import runs

_HIGHEST_PICTURE, _LEAST_PICTURE = TEXT_HEIGHT * 7 // 20, TEXT_HEIGHT * 3 // 20
_LETTERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"Latn": (0.57, 1.6), "Cyrl": (0.62, 1.6), "Arab": (0.42, 1.6), "Hans": (1.05, 1.5)}
)
"""How wide a letter of a script and how high a line is, in multiples of its size, in the widest typefaces in use."""
_FRAME_OF_PAGE, _FRAME_OF_TITLE = 2900, 1000
"""What the headings, the names and the labels of a page take, and the title of the chapter, without their texts."""
_PORTRAIT = 1700
"""Width of a portrait and its column, in twentieths of a point."""
_GAP = 140


def story_page(node: StoryPage, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a page of the book on a page of its own, in the order in which it is read aloud."""
    yield _page_heading(node, context)
    story = context.within(style=styles.STORY)
    highest = _room(node, context, renderer.package.text_size)
    for child in node.children:
        if isinstance(child, nodes.image):
            here = context.within(style=styles.FIGURE)
            yield paragraph(here, drawing(child, here, renderer, highest=highest, is_wide=True))
        elif not isinstance(child, BlockPart):
            yield from renderer.render(child, story)
    if node.get("characters"):
        yield _characters(node["characters"], context, renderer)
    for part in parts_of(node).values():
        yield from _part(part, context, renderer)


def _room(node: StoryPage, context: Context, points: float) -> int:
    """Return how high the picture of a page may be so that its description still stands on the page.

    Only Word knows how lines fall: this reckons with wide letters, for a smaller picture is better than a page with
    two lines on it.
    """
    wide, high = _LETTERS.get(context.unit.language.script, _LETTERS["Latn"])
    room = TEXT_HEIGHT - _FRAME_OF_PAGE - (_FRAME_OF_TITLE if _begins_chapter(node) else 0)
    for child in node.findall(nodes.paragraph):
        style = styles.STORY if child.parent is node else styles.PICTURE_TEXT
        size = 20 * points * style.size
        lines = math.ceil(len(child.astext()) * wide * size / context.available)
        room -= round(lines * high * size) + (style.before or 0) + (style.after or 0)
    return max(_LEAST_PICTURE, min(_HIGHEST_PICTURE, room))


def character(node: Character, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render somebody of the story: the name, then the portrait beside the description."""
    level = context.heading_level + 1
    rest = [child for child in node.children if not isinstance(child, (BlockTitle, nodes.image))]
    for child in node.children:
        if isinstance(child, BlockTitle):
            yield from renderer.render(child, as_heading(context, level))
    beside = [_PORTRAIT + 2 * _GAP, context.available - _PORTRAIT - 2 * _GAP]
    first, second = (inside_cell(context, twips, styles.BODY, margin=_GAP) for twips in beside)
    portrait = [
        paragraph(first.within(style=styles.FIGURE), drawing(child, first, renderer, is_wide=True))
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
        yield from labelled_box(node.children, context, renderer, styles.TALK_BOX, "part/together")
    else:
        # The long description of a picture, for whoever cannot see it.
        yield label_paragraph(f"part/{node['part']}", context.within(style=styles.PICTURE_LABEL))
        yield from renderer.children(node, context.within(style=styles.PICTURE_TEXT))


def _characters(slugs: list[str], context: Context, renderer: Renderer) -> _Element:
    here = context.speaking(context.unit.language.tag).within(style=styles.ATTRIBUTE)
    return paragraph(here, *labelled("field/characters", names(slugs, here, renderer), here))


def episode(node: Episode, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an episode: for whom it is, who is in it, what it tells, and its scenes."""
    title, *body = node.children
    inside = context.within(heading_level=context.heading_level + 1, style=styles.BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    here = context.speaking(context.unit.language.tag).within(style=styles.CLASS_LINE)
    yield paragraph(here, *between(rows(node, EPISODE_ATTRIBUTES, here, renderer), BETWEEN, here))
    for child in body:
        yield from renderer.render(child, inside)


def scene(node: Scene, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a scene: its length, place and time, what happens, who speaks, and what else it takes."""
    title, *rest = in_reading_order(node)
    inside = context.within(heading_level=context.heading_level + 1, style=styles.BODY)
    yield from renderer.render(title, as_heading(inside, inside.heading_level))
    here = context.speaking(context.unit.language.tag).within(style=styles.CLASS_LINE)
    for each in rows(node, SCENE_ATTRIBUTES, here, renderer):
        yield paragraph(here, *each)
    for child in rest:
        if isinstance(child, BlockPart):
            yield from run_in(child, inside.within(style=styles.SCENE_NOTE), renderer)
        else:
            yield from renderer.render(child, inside)


def line(node: Line, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render what somebody says behind the name of who says it, all in one language."""
    spoken, *rest = body_of(node) or [nodes.paragraph()]
    indent = context.indent + styles.SCRIPT_LINE.indent
    here = _speaking(spoken, context.within(style=styles.SCRIPT_LINE, indent=indent))
    places = {"name": _speaker(node["who"][0], here), "text": renderer.children(spoken, here)}
    delivery = parts_of(node).get("delivery")
    if delivery is not None:
        places["how"] = _delivery(delivery, here, renderer)
    yield paragraph(here, *filled("line-spoken-how" if delivery else "line-spoken", here, **places))
    after = context.within(style=styles.LIST_CONTINUE[1], indent=context.indent + styles.LIST_CONTINUE[1].indent)
    for child in rest:
        yield from renderer.render(child, after)


def _speaking(node: nodes.Element, context: Context) -> Context:
    """Return the context of a line; where it lacks its translation, the name and the pattern are English too."""
    return context.left_in(node["lang"]) if node.get("lang") else context


def _speaker(slug: str, context: Context) -> Iterator[_Element]:
    here = context.formatted(style=styles.SPEAKER)
    return label_runs(NARRATOR, here) if slug == NARRATOR else name_of(slug, here)


def _delivery(part: BlockPart, context: Context, renderer: Renderer) -> Iterator[_Element]:
    for child in part.children:
        if isinstance(child, nodes.Element):
            here = context.speaking(child.get("lang") or context.unit.language.tag)
            yield from renderer.children(child, here.formatted(style=styles.DELIVERY))


HANDLERS: Handlers = {StoryPage: story_page, Character: character, Episode: episode, Scene: scene, Line: line}
