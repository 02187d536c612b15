"""Order and numbers of what blocks consist of: the same in every format."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docutils import nodes

from builders.editions.attributes import SCENE_ORDER
from builders.markup.blocks.card import Card
from builders.markup.blocks.episode import Scene
from builders.markup.blocks.quiz import Quiz
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.markup.unit_state import KnownBlock

ORDERS: Mapping[type[TypedBlock], tuple[str, ...]] = MappingProxyType(
    {Scene: SCENE_ORDER, Card: ("", "symbol", "back")}
)
"""The parts of a block in reading order where it is not that of the source; the empty word stands for the body."""


def in_reading_order(block: TypedBlock) -> list[nodes.Node]:
    """Return the children of *block* as readers meet them: its title, then its body and its parts."""
    order = ORDERS.get(type(block), ("",))
    return sorted(block.children, key=lambda child: _place(child, order))


def _place(child: nodes.Node, order: tuple[str, ...]) -> int:
    if isinstance(child, BlockTitle):
        return -1
    name = child["part"] if isinstance(child, BlockPart) else ""
    return order.index(name) if name in order else len(order)


def quiz_number(identifier: str, blocks: Mapping[str, KnownBlock]) -> int:
    """Return the place of the question called *identifier* among those of its document, from 1."""
    document = blocks[identifier].docname
    beside = [name for name, block in blocks.items() if block.type == Quiz.block_type and block.docname == document]
    return 1 + beside.index(identifier)
