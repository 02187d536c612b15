"""Handlers for notes, warnings and asides: a label in words, then the text, in a box."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from docutils import nodes
from lxml.etree import _Element
from sphinx import addnodes

from builders.editions.national_marks import label_of
from builders.markup.national import LAYER, National, NationalNote
from builders.markup.typed_block import BlockPart
from builders.writers.docx.context import Context
from builders.writers.docx.handlers.parts import body_of, run_in
from builders.writers.docx.layout import box, inside_cell
from builders.writers.docx.paragraphs import kept_together, label_paragraph, paragraph
from builders.writers.docx.rendering import Handlers, Renderer
from builders.writers.docx.styles import ASIDE_BOX, BODY, DANGER_BOX, NOTE_BOX, TIP_BOX, WARNING_BOX, BoxStyle

LOOKS: Mapping[type[nodes.Node], BoxStyle] = MappingProxyType(
    {
        **dict.fromkeys((nodes.note, addnodes.seealso), NOTE_BOX),
        **dict.fromkeys((nodes.tip, nodes.hint), TIP_BOX),
        **dict.fromkeys((nodes.important, nodes.warning, nodes.caution, nodes.attention), WARNING_BOX),
        **dict.fromkeys((nodes.danger, nodes.error), DANGER_BOX),
    }
)
"""The look of each kind of admonition; its label is called like its type."""


def admonition(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an admonition with the label of its kind."""
    return labelled_box(node.children, context, renderer, LOOKS[type(node)], type(node).__name__)


def titled(node: nodes.Element, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render an admonition, a topic or a sidebar, which bring their own titles."""
    return titled_box(node, context, renderer, NOTE_BOX if isinstance(node, nodes.admonition) else ASIDE_BOX)


def titled_box(node: nodes.Element, context: Context, renderer: Renderer, look: BoxStyle) -> Iterator[_Element]:
    """Yield a box of *look* that begins with the first child of *node*."""
    title, *body = body_of(node)

    def label(here: Context) -> _Element:
        spoken = here.speaking(title.get("lang") or here.language.tag)
        return paragraph(spoken, *renderer.children(title, spoken))

    return framed(body, context, renderer, look, label=label)


def labelled_box(
    body: Sequence[nodes.Node], context: Context, renderer: Renderer, look: BoxStyle, label: str
) -> Iterator[_Element]:
    """Yield a box that begins with the words of *label*."""
    return framed(body, context, renderer, look, label=lambda here: label_paragraph(label, here))


def framed(
    body: Sequence[nodes.Node],
    context: Context,
    renderer: Renderer,
    look: BoxStyle,
    *,
    label: Callable[[Context], _Element],
    lead: Callable[[Context], Iterable[_Element]] = lambda context: (),
    end: Callable[[Context], Iterable[_Element]] = lambda context: (),
) -> Iterator[_Element]:
    """Yield a box of *look*: its *label*, what leads to the *body*, the body with its parts, and its *end*.

    Where nothing but paragraphs stands in it, it is framed paragraphs, kept on one page; a cell otherwise:
    screen readers announce a table for a cell, and other blocks would break a frame into pieces.
    """

    def content(here: Context) -> Iterator[_Element]:
        yield from lead(here)
        for child in body:
            yield from run_in(child, here, renderer) if isinstance(child, BlockPart) else renderer.render(child, here)
        yield from end(here)

    if _is_plain(body):
        text = context.within(style=look.text, indent=context.indent + look.text.indent, numbering=None)
        here = context.within(style=look.label, indent=context.indent + look.label.indent, numbering=None)
        yield from kept_together([label(here), *content(text)])
    else:
        inside = inside_cell(context, context.available, look.title), inside_cell(context, context.available, BODY)
        yield from box([label(inside[0]), *content(inside[1])], context, look)


def _is_plain(body: Sequence[nodes.Node]) -> bool:
    """Whether *body* is nothing but paragraphs, its parts included."""
    blocks = [block for child in body for block in (child.children if isinstance(child, BlockPart) else [child])]
    return bool(blocks) and all(isinstance(block, nodes.paragraph) for block in blocks)


def national_note(node: NationalNote, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render a note of a country or region in a box that says whose it is."""
    return labelled_box(node.children, context, renderer, ASIDE_BOX, label_of(node[LAYER], context.settings))


def national_reason(node: National, context: Context, renderer: Renderer) -> Iterator[_Element]:
    """Render why a country does not adopt what stands above."""
    return labelled_box(node.children, context, renderer, ASIDE_BOX, f"adapted/{node['role']}")


HANDLERS: Handlers = {
    NationalNote: national_note,
    National: national_reason,
    **dict.fromkeys(LOOKS, admonition),
    **dict.fromkeys((nodes.admonition, nodes.topic, nodes.sidebar), titled),
}
