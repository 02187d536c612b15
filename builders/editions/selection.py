"""Selects what an edition carries: blocks of other audiences are dropped right after parsing.

Nothing that comes later - collectors, catalogs, references, search - ever sees them.
"""

from docutils import nodes
from sphinx import addnodes

from builders.editions.docutils_lists import forget
from builders.markup import faults
from builders.markup.audience import Audience
from builders.markup.blocks.checklist import Checklist
from builders.markup.blocks.quiz import Quiz
from builders.markup.blocks.term import CHILDREN, PRINTED_IN, Term
from builders.markup.faults import line_of
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.model.editions import Edition

CONTAINERS = (BlockPart, nodes.list_item, nodes.definition, nodes.block_quote, nodes.Admonition)
"""What readers would see empty, beside blocks."""


def select(document: nodes.document, edition: Edition) -> None:
    """Drop from *document*, in place, what *edition* does not carry."""
    dropped: list[nodes.Node] = []
    blocks = [node for node in document.findall() if isinstance(node, (Audience, TypedBlock))]
    for block in blocks:
        audience = block["audience"]
        if (audience and edition.id not in audience) or not is_printed(block, edition):
            _drop(block, dropped)
    for wrapper in list(document.findall(Audience)):
        wrapper.replace_self(wrapper.children)
    for part in list(document.findall(BlockPart)):
        if isinstance(part.parent, TypedBlock) and not edition.prints(part.parent.block_type, part["part"]):
            _drop(part, dropped)
    for term in list(document.findall(Term)):
        _select_definition(term, edition, dropped)
    _report_emptied(document)
    forget(document, dropped)


def drop_uncarried_pages(document: nodes.document, edition: Edition) -> None:
    """Take out of the contents lists of *document*, in place, the pages that *edition* does not carry, and say so."""
    for contents in document.findall(addnodes.toctree):
        for page in [each for each in contents["includefiles"] if not edition.carries(each)]:
            message = f"a contents list names {page}, which the edition {edition.id} does not carry"
            faults.report(message, f"{document['source']}:{line_of(contents)}", code="not-allowed")
            contents["includefiles"].remove(page)
            contents["entries"] = [entry for entry in contents["entries"] if entry[1] != page]


def is_printed(block: nodes.Element, edition: Edition) -> bool:
    """Whether the text of *edition* uses what *block* explains; true of whatever is no term of the data."""
    return edition.id in block.get(PRINTED_IN, (edition.id,))


def _report_emptied(document: nodes.document) -> None:
    for block in document.findall(TypedBlock):
        if all(isinstance(child, BlockTitle) for child in block.children) and not isinstance(block, Checklist):
            _report(f"{block.block_type} {block['block_id']}", block, document)
    for node in document.findall(nodes.Element):
        if not isinstance(node, CONTAINERS):
            continue
        least = 2 if isinstance(node, BlockPart) and isinstance(node.parent, Quiz) else 1
        if len(node.children) < least:
            _report(f"the part :{node['part']}:" if isinstance(node, BlockPart) else "this passage", node, document)


def _report(what: str, node: nodes.Element, document: nodes.document) -> None:
    message = f"{what}: nothing is left of it in an edition that carries it"
    faults.report(message, f"{document['source']}:{line_of(node)}", code="block-emptied")


def _drop(node: nodes.Node, dropped: list[nodes.Node]) -> None:
    if node.parent is not None and node in node.parent.children:
        node.parent.remove(node)
        dropped.append(node)


def _select_definition(term: Term, edition: Edition, dropped: list[nodes.Node]) -> None:
    """Keep one definition: children read the one that was written for them."""
    for_children = [child for child in term.children if isinstance(child, BlockPart) and child["part"] == CHILDREN]
    unwanted: list[nodes.Node] = list(for_children)
    if edition.is_for_children and for_children:
        unwanted = [child for child in term.children if not isinstance(child, BlockTitle) and child not in for_children]
    for child in unwanted:
        _drop(child, dropped)
