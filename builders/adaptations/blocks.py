"""The blocks of a text, part by part: what a change rests on, and what drift is measured by."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from docutils import nodes

from builders.markup.blocks.gethelp import VariableList
from builders.markup.faults import with_ancestors
from builders.markup.messages import ATTRIBUTES, TEXT_NODES
from builders.markup.national import LAYER, National, NationalNote, is_withdrawn
from builders.markup.raw_doctrees import RawDoctrees, read_raw
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.model.adaptations import Do

TITLE, STATEMENT, EXPLANATION, NOTE, REASON = "title", "statement", "explanation", "note", "reason"
"""Names of parts that blocks of every type have; others are those of their BlockParts, and of their attributes."""

_NO_ATTRIBUTES = frozenset(
    {"ids", "names", "dupnames", "classes", "backrefs", "block_id", "title", "source_language", LAYER}
    | {"adapted", "adapt_reason", "adapt_basis"}
)
PRINTED_FOR_READERS = ("printed-in", "printed-for-children-in")
"""Attributes of terms that say where others use them: no part of what they say."""


def attribute_part(name: str) -> str:
    """Return the name of the part that the attribute *name* is, which no BlockPart has."""
    return f":{name}:"


def national_part(name: str, layer: str) -> str:
    """Return the name of the part that *layer* has added: its note, or its reason."""
    return f"{name}/{layer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockState:
    """What a typed block says, by part, and who says it."""

    id: str
    type: str
    document: str
    parts: Mapping[str, str]
    """The text of every part as it was written, and the value of every attribute."""
    layers: Mapping[str, str] = field(default_factory=dict)
    """The adaptation that a part comes from; none for those of the guidelines."""
    is_withdrawn: bool = False

    def attribute(self, name: str) -> str:
        """Return the value of the attribute *name*, empty where it has none."""
        return self.parts.get(attribute_part(name), "")


@dataclass(frozen=True)
class Blocks:
    """Every block of a text by its identifier; documents that are still the same are read once."""

    by_document: Mapping[str, tuple[bytes, tuple[BlockState, ...]]]

    @cached_property
    def states(self) -> Mapping[str, BlockState]:
        """The blocks by identifier."""
        return {state.id: state for _, states in self.by_document.values() for state in states}

    @property
    def digest(self) -> str:
        """The SHA-256 of everything that the blocks say, in hexadecimal."""
        digest = sha256()
        for identifier, state in sorted(self.states.items()):
            for part, text in sorted(state.parts.items()):
                digest.update(f"{identifier}\0{part}\0{text}\0".encode())
        return digest.hexdigest()


def blocks_of(doctrees: RawDoctrees, known: Blocks | None = None) -> Blocks:
    """Return the blocks of *doctrees*; those of documents that are *known* with the same bytes are not read again."""
    before = known.by_document if known else {}
    return Blocks(
        {
            name: before[name] if name in before and before[name][0] is data else (data, tuple(_states(name, data)))
            for name, data in doctrees.items()
        }
    )


def _states(name: str, data: bytes) -> Iterator[BlockState]:
    for block in read_raw(data).findall(TypedBlock):
        yield block_state(block, name)


def block_state(block: TypedBlock, document: str) -> BlockState:
    """Return what *block* of *document* says; blocks inside it stand for themselves."""
    texts: dict[str, list[str]] = {}
    layers: dict[str, str] = {}
    for part, child in parts_of(block):
        texts.setdefault(part, []).extend(_texts(child, block))
        if child.get(LAYER):
            layers[part] = child[LAYER]
    attributes = {
        attribute_part(name): _value(value)
        for name, value in sorted(block.attributes.items())
        if name not in _NO_ATTRIBUTES and name not in PRINTED_FOR_READERS and value not in ("", [], None)
    }
    return BlockState(
        id=block["block_id"],
        type=block.block_type,
        document=document,
        parts={**{part: "\n\n".join(found) for part, found in texts.items() if found}, **attributes},
        layers=layers,
        is_withdrawn=is_withdrawn(block),
    )


def parts_of(block: TypedBlock) -> Iterator[tuple[str, nodes.Element]]:
    """Yield the children of *block*, each with the name of the part that it belongs to."""
    is_first = True
    for child in block.children:
        match child:
            case BlockTitle():
                yield TITLE, child
            case BlockPart():
                yield child["part"], child
            case NationalNote():
                yield national_part(NOTE, child[LAYER]), child
            case National():
                yield national_part(REASON, child[LAYER]), child
            case nodes.Element() if not isinstance(child, (TypedBlock, VariableList, nodes.comment)):
                yield STATEMENT if is_first and isinstance(child, nodes.paragraph) else EXPLANATION, child
                is_first = False


def _texts(node: nodes.Element, block: TypedBlock) -> Iterator[str]:
    """Yield the texts of *node*, a child of *block*, as they were written."""
    for each in node.findall(nodes.Element):
        if next((around for around in with_ancestors(each) if isinstance(around, TypedBlock)), None) is not block:
            continue
        if attribute := ATTRIBUTES.get(type(each)):
            yield str(each.get(attribute, ""))
        elif isinstance(each, TEXT_NODES) and (written := each.rawsource or each.astext()).strip():
            yield " ".join(written.split())


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def fingerprint(text: str) -> str:
    """Return what *text* is known by again."""
    return sha256(text.encode()).hexdigest()[:16]


def is_same_reading(one: str, other: str) -> bool:
    """Whether *one* and *other* differ in capitals, punctuation and spaces at most."""
    return one == other or _bare(one) == _bare(other)


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter)[0] in "LMNS")


REPLACED: Mapping[Do, str] = {Do.STATEMENT: STATEMENT, Do.EXPLANATION: EXPLANATION, Do.TERM: STATEMENT}
"""The part whose text a change puts its own in place of."""
