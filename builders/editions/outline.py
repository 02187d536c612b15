"""Makes the outline of a unit from what was read: every block and every message, in the words of the reader."""

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.util import docname_join

from builders.catalogs.inline import TEXT_ROLES, Kind, split
from builders.editions.glossary import term_name
from builders.editions.references import reading_order
from builders.language.numbers import numbers
from builders.markup.messages import ATTRIBUTES, TranslatableText
from builders.markup.references import NOTE_MARKS, BlockReference, VariableValue
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.markup.unit_state import state_of
from builders.model.identifiers import printed
from builders.model.outline import Outline, OutlineEntry


def plain_text(passage: nodes.Element, env: BuildEnvironment) -> str:
    """Return the words of *passage*, on one line."""
    words: list[str] = []
    for child in passage.children:
        if isinstance(child, NOTE_MARKS) and words:
            words[-1] = words[-1].rstrip()  # the number goes, and the space before it
        words.append(_words(child, env))
    return " ".join("".join(words).split())


def part_text(block: nodes.Element, name: str, env: BuildEnvironment) -> str:
    """Return the words of the part of *block* called *name*, on one line; nothing where it has no such part."""
    return " ".join(plain_text(each, env) for each in part_paragraphs(block, name))


def part_paragraphs(block: nodes.Element, name: str) -> list[nodes.paragraph]:
    """Return the paragraphs of the part of *block* called *name*; none where it has no such part."""
    parts = [child for child in block.children if isinstance(child, BlockPart) and child["part"] == name]
    return [each for part in parts for each in part.findall(nodes.paragraph)]


def _words(node: nodes.Node, env: BuildEnvironment) -> str:
    match node:
        case nodes.footnote_reference():
            return ""
        case addnodes.pending_xref() if title := _title(node, env):
            return title
        case BlockReference() if not node.children:
            block = state_of(env).blocks.get(node["target"])
            if block is None and (word := term_name(node["target"], env.config.cop.unit, env.config.cop.settings)):
                return word.text
            return block.text if block else printed(node["target"])
        case VariableValue():
            return str(env.config.cop.labels[f"variable/{node['code']}"])
        case nodes.Element() if node.children:
            return "".join(_words(child, env) for child in node.children)
        case _:
            return node.astext()


def _title(node: addnodes.pending_xref, env: BuildEnvironment) -> str:
    """Return the title of what *node* leads to without words of its own; nothing for other references."""
    if node["refexplicit"]:
        return ""
    match node["reftype"]:
        case "doc":
            title = env.titles.get(docname_join(node.get("refdoc", ""), node["reftarget"]))
            return title.astext() if title is not None else ""
        case "ref":
            _, _, heading = env.domains.standard_domain.labels.get(node["reftarget"], ("", "", ""))
            return heading
    return ""


MARK = "message"
"""The attribute of a node that holds what the outline has to know of its message: translating it loses the rest."""


def mark_message(text: TranslatableText, name: str, shown: str, *, is_translated: bool) -> None:
    """Note at its node that the message *text* is called *name*, and what it refers to as it is *shown* to readers."""
    refers = () if text.attribute else tuple(sorted(_references(shown)))
    text.node[MARK] = (name, text.context, is_translated, refers)


def _references(message: str) -> Iterator[str]:
    for piece in split(message):
        match piece.kind:
            case Kind.ROLE if piece.role and piece.role not in TEXT_ROLES:
                yield f":{piece.role}:`{piece.target}`"
            case Kind.FOOTNOTE:
                yield f"[{piece.target}]_"
            case Kind.LINK | Kind.ADDRESS:
                yield piece.target or piece.text


def make_outline(env: BuildEnvironment) -> Outline:
    """Return the outline of the unit in *env*, everything of which has been read."""
    documents = dict.fromkeys(reading_order(env, env.config.root_doc))
    return Outline(entries=tuple(entry for name in documents for entry in _entries(name, env)))


def _entries(document: str, env: BuildEnvironment) -> Iterator[OutlineEntry]:
    for node in env.get_doctree(document).findall(nodes.Element):
        if isinstance(node, TypedBlock):
            yield _block(node, document, env)
        if MARK in node:
            yield _message(node, document, env)


def _block(node: TypedBlock, document: str, env: BuildEnvironment) -> OutlineEntry:
    block = state_of(env).blocks.get(node["block_id"])
    return OutlineEntry(
        document=document,
        kind=node.block_type,
        id=node["block_id"],
        context="",
        text=block.text if block else "",
        is_translated=not (block and block.is_fallback),
    )


def _message(node: nodes.Element, document: str, env: BuildEnvironment) -> OutlineEntry:
    name, context, is_translated, refers = node[MARK]
    text = str(node[ATTRIBUTES[type(node)]]) if type(node) in ATTRIBUTES else plain_text(node, env)
    return OutlineEntry(
        document=document,
        kind="message",
        id=name,
        context=context,
        text=text,
        is_translated=is_translated,
        references=refers,
        numbers=tuple(numbers(text)),
    )
