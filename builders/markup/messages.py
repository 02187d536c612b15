"""Which texts of a doctree are messages: one walk for extraction, look-up and coverage."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from builders.markup.faults import line_of, with_ancestors
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock

TEXT_NODES = (
    *(nodes.paragraph, nodes.title, nodes.subtitle, nodes.term, nodes.rubric, nodes.caption, nodes.attribution),
    *(nodes.line, nodes.field_name, BlockTitle),
)
"""Nodes whose whole text is one message."""

ATTRIBUTES: Mapping[type[nodes.Element], str] = {nodes.image: "alt", addnodes.toctree: "caption"}
"""Nodes with an attribute that is a message: an alternative text; the title of a part, above its contents list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatableText:
    """A message in its place in a doctree."""

    node: nodes.Element
    context: str
    text: str
    attribute: str = ""
    """The attribute of the node that holds the text; empty where it is the content of the node."""

    @property
    def is_alternative_text(self) -> bool:
        """Whether the text stands for a picture."""
        return self.attribute == "alt"

    @property
    def shown(self) -> str:
        """The English words that readers meet, without markup."""
        return self.text if self.attribute else self.node.astext()

    @property
    def line(self) -> int:
        """Line of the text in its source file, as near as docutils knows it."""
        return line_of(self.node)


def translatable_texts(document: nodes.document) -> Iterator[TranslatableText]:
    """Yield every message of *document*, in reading order."""
    for node in document.findall(nodes.Element):
        if attribute := ATTRIBUTES.get(type(node)):
            if node.get(attribute):
                yield _text(node, str(node[attribute]), attribute)
        elif isinstance(node, TEXT_NODES) and node.rawsource.strip() and not _is_aside(node):
            yield _text(node, " ".join(node.rawsource.split()))


def _is_aside(node: nodes.Element) -> bool:
    """Whether nobody translates *node*, as the word of a term, which comes from the termbase."""
    if isinstance(node, BlockTitle) and "concept" in node.parent:
        return True
    return isinstance(node.parent, (nodes.system_message, nodes.substitution_definition, nodes.comment))


def _text(node: nodes.Element, text: str, attribute: str = "") -> TranslatableText:
    context = ""
    role = attribute or "text"
    for ancestor in with_ancestors(node):
        if isinstance(ancestor, BlockTitle):
            role = "title"
        elif isinstance(ancestor, BlockPart):
            role = ancestor["part"]
        elif isinstance(ancestor, TypedBlock):
            context = f"{ancestor['block_id']}/{role}"
            break
    return TranslatableText(node=node, context=context, text=text, attribute=attribute)
