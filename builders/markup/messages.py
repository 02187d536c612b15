"""Which texts of a doctree are messages: one walk for extraction, look-up and coverage."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from builders.markup.blocks.term import CHILDREN, CHILDREN_PRINTED_IN, PRINTED_IN, Term
from builders.markup.faults import line_of, with_ancestors
from builders.markup.national import LAYER, National, NationalNote
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock

TEXT_NODES = (
    *(nodes.paragraph, nodes.title, nodes.subtitle, nodes.term, nodes.rubric, nodes.caption, nodes.attribution),
    *(nodes.line, nodes.field_name, BlockTitle),
)
"""Nodes whose whole text is one message."""

ATTRIBUTES: Mapping[type[nodes.Element], str] = {nodes.image: "alt", addnodes.toctree: "caption"}
"""Nodes with an attribute that is a message: an alternative text; the title of a part, above its contents list."""

HOME = "quoted_from"
"""The attribute of a node that names the document which the text in it is quoted from."""


class Quoted(nodes.Part, nodes.Element):
    """A passage of a block that is quoted on another page: it has the messages of the block, and not its identity."""


_MARKUP = re.compile(r":[a-z]+:`|``?[^`]+``?|(\*\*?)(?=\w)[^*]+(?<=\w)\1")


def shown_marks(text: str) -> str:
    """Return the first marks in *text*, that of an attribute, which readers would see; nothing where there are none."""
    found = _MARKUP.search(text)
    return found[0] if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatableText:
    """A message in its place in a doctree."""

    node: nodes.Element
    context: str
    text: str
    attribute: str = ""
    """The attribute of the node that holds the text; empty where it is the content of the node."""
    layer: str = ""
    """The identifier of the adaptation that has written the text; empty for text of the guidelines."""
    home: str = ""
    """The document whose catalog holds the text, where it is quoted on another page; empty everywhere else."""

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
    """Whether nobody translates *node*: the word of a term comes from the termbase, and some have no readers."""
    if isinstance(node, BlockTitle) and "concept" in node.parent:
        return True
    if isinstance(node.parent, (nodes.system_message, nodes.substitution_definition, nodes.comment)):
        return True
    around = list(with_ancestors(node))
    term = next((each for each in around if isinstance(each, Term)), None)
    return term is not None and PRINTED_IN in term and not _has_readers(term, around)


def _has_readers(term: Term, around: list[nodes.Node]) -> bool:
    """Whether some edition prints the definition of *term* that a text stands in, with all *around* that text."""
    has_two = any(_is_for_children(child) for child in term.children)
    is_for_children = any(map(_is_for_children, around))
    children = term[CHILDREN_PRINTED_IN]
    return any(not has_two or (edition in children) == is_for_children for edition in term[PRINTED_IN])


def _is_for_children(node: nodes.Node) -> bool:
    return isinstance(node, BlockPart) and node["part"] == CHILDREN


def _text(node: nodes.Element, text: str, attribute: str = "") -> TranslatableText:
    context = layer = home = ""
    role = attribute or "text"
    for ancestor in with_ancestors(node):
        if not isinstance(ancestor, nodes.Element):
            continue
        layer = layer or ancestor.get(LAYER, "")
        home = home or ancestor.get(HOME, "")
        if context:
            continue
        if isinstance(ancestor, BlockTitle):
            role = "title"
        elif isinstance(ancestor, BlockPart):
            role = ancestor["part"]
        elif isinstance(ancestor, NationalNote):
            role = "note"
        elif isinstance(ancestor, National):
            role = ancestor["role"]
        elif isinstance(ancestor, (TypedBlock, Quoted)):
            context = f"{ancestor['block_id']}/{role}"
    return TranslatableText(node=node, context=context, text=text, attribute=attribute, layer=layer, home=home)
