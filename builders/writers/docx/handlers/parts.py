"""Parts of blocks, whose name stands before their first words."""

from collections.abc import Iterable, Iterator, Sequence

from docutils import nodes
from lxml.etree import _Element

from builders.markup.typed_block import BlockPart
from builders.writers.docx.context import Context
from builders.writers.docx.paragraphs import label_runs, labelled, paragraph
from builders.writers.docx.rendering import Renderer
from builders.writers.docx.styles import LABEL


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
    spoken = context.left_in(first["lang"]) if isinstance(first, nodes.Element) and first.get("lang") else context
    if isinstance(first, nodes.paragraph) and spoken.language.tag == label.language.tag:
        yield paragraph(spoken, *lead, *labelled(key, renderer.children(first, spoken), spoken))
    else:
        yield paragraph(label, *lead, *label_runs(key, label.formatted(style=LABEL)))
        yield from renderer.render(first, after)
    for child in rest:
        yield from renderer.render(child, after)
