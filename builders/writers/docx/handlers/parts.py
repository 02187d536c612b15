"""Parts of blocks whose name stands before their first words, and boxes that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from docutils import nodes
from lxml.etree import _Element

from builders.markup.typed_block import BlockPart
from builders.writers.docx.context import Context
from builders.writers.docx.layout import box, inside_box
from builders.writers.docx.paragraphs import kept_together, label_runs, labelled, paragraph
from builders.writers.docx.rendering import Renderer
from builders.writers.docx.styles import BODY, LABEL, BoxStyle


def parts_of(node: nodes.Element) -> dict[str, BlockPart]:
    """Return the parts of the block *node* by their names."""
    return {child["part"]: child for child in node.children if isinstance(child, BlockPart)}


def body_of(node: nodes.Element) -> list[nodes.Element]:
    """Return the children of the block *node* that are no parts."""
    return [child for child in node.children if isinstance(child, nodes.Element) and not isinstance(child, BlockPart)]


def run_in(
    part: BlockPart, context: Context, renderer: Renderer, *, lead: Iterable[_Element] = ()
) -> Iterator[_Element]:
    """Yield *part* in the style of *context*, its name before its first words and *lead* before the name."""
    return named(f"part/{part['part']}", part.children, context, renderer, lead=lead)


def named(
    key: str,
    body: Sequence[nodes.Node],
    context: Context,
    renderer: Renderer,
    *,
    lead: Iterable[_Element] = (),
) -> Iterator[_Element]:
    """Yield *body* with the label *key* before its first words.

    Where the words are in another language than the label, they begin a line of their own:
    two directions in one line would scatter its punctuation.
    """
    first, rest = body[0] if body else nodes.paragraph(), body[1:]
    label, after = context.labelling(key), context.within(numbering=None)
    spoken = context.left_in_english() if isinstance(first, nodes.Element) and first.get("lang") else context
    if isinstance(first, nodes.paragraph) and spoken.language.tag == label.language.tag:
        yield paragraph(spoken, *lead, *labelled(key, renderer.children(first, spoken), spoken))
    else:
        yield paragraph(label, *lead, *label_runs(key, label.formatted(style=LABEL)))
        yield from renderer.render(first, after)
    for child in rest:
        yield from renderer.render(child, after)


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

    Like notes, it is framed paragraphs where nothing but paragraphs stands in it, and a cell otherwise.
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
        inside = inside_box(context, look.title), inside_box(context, BODY)
        yield from box([label(inside[0]), *content(inside[1])], context, look)


def _is_plain(body: Sequence[nodes.Node]) -> bool:
    """Whether *body* is nothing but paragraphs, its parts included."""
    blocks = [block for child in body for block in (child.children if isinstance(child, BlockPart) else [child])]
    return bool(blocks) and all(isinstance(block, nodes.paragraph) for block in blocks)
