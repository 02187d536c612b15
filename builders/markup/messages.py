"""Which texts of a doctree are messages: one walk for extraction, look-up and coverage."""

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes

from builders.markup.faults import line_of, with_ancestors
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock

TEXT_NODES = (
    *(nodes.paragraph, nodes.title, nodes.subtitle, nodes.term, nodes.rubric, nodes.caption, nodes.attribution),
    *(nodes.line, nodes.field_name, BlockTitle),
)
"""Nodes whose whole text is one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatableText:
    """A message in its place in a doctree."""

    node: nodes.Element
    context: str
    text: str
    is_alternative_text: bool = False

    @property
    def line(self) -> int:
        """Line of the text in its source file, as near as docutils knows it."""
        return line_of(self.node)


def translatable_texts(document: nodes.document) -> Iterator[TranslatableText]:
    """Yield every message of *document*, in reading order."""
    for node in document.findall(nodes.Element):
        if isinstance(node, nodes.image):
            if node.get("alt"):
                yield _text(node, str(node["alt"]), is_alternative_text=True)
        elif isinstance(node, TEXT_NODES) and node.rawsource.strip() and not _is_aside(node):
            yield _text(node, " ".join(node.rawsource.split()))


def _is_aside(node: nodes.Element) -> bool:
    """Whether nobody translates *node*, as the word of a term, which comes from the termbase."""
    if isinstance(node, BlockTitle) and "concept" in node.parent:
        return True
    return isinstance(node.parent, (nodes.system_message, nodes.substitution_definition, nodes.comment))


def _text(node: nodes.Element, text: str, *, is_alternative_text: bool = False) -> TranslatableText:
    context = ""
    role = "alt" if is_alternative_text else "text"
    for ancestor in with_ancestors(node):
        if isinstance(ancestor, BlockTitle):
            role = "title"
        elif isinstance(ancestor, BlockPart):
            role = ancestor["part"]
        elif isinstance(ancestor, TypedBlock):
            context = f"{ancestor['block_id']}/{role}"
            break
    return TranslatableText(node=node, context=context, text=text, is_alternative_text=is_alternative_text)
