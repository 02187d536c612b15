"""Which attributes of a block an edition prints: the same in every format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docutils import nodes

from builders.markup.blocks.card import Card
from builders.markup.blocks.episode import Scene
from builders.markup.blocks.quiz import Quiz
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.markup.unit_state import KnownBlock
from builders.model.editions import Edition
from builders.model.vocabulary import Disability

INSTRUMENTS = "instruments"
VARIABLES = "variable"
BLOCKS = "blocks"
"""Identifiers of other blocks: links to those that the edition carries."""
CHARACTERS = "characters"
"""Slugs of characters: their names in the registry."""
AMOUNT = "amount"
"""A number, put into the pattern that is called like the attribute (``{number} minutes``)."""
SOURCES = "sources"
"""Codes of what something is known from: who wrote it, its title and its year, linked to its address."""
DAY = "day"
"""A day (YYYY-MM-DD), written the way the reader's language writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A row below a block."""

    name: str
    """Attribute of the node."""
    field: str
    """The row's label: the part of its key behind ``field/``."""
    words: str
    """First part of the label keys of its codes (``who``), or one of the words above for what is no code."""
    silent: tuple[str, ...] = ()
    """Codes that need no row."""


def _row(name: str, words: str = "", *, field: str = "", silent: tuple[str, ...] = ()) -> Attribute:
    """Return the row of the attribute *name*, which also names its label and its words if nothing else is said."""
    return Attribute(name=name, field=field or name, words=words or name, silent=silent)


ALL = "all"
"""The code that stands for every code: a row that says so tells nobody anything."""

_WHO, _AGES = _row("who"), _row("ages", silent=(ALL,))

RECOMMENDATION_ATTRIBUTES = (
    _WHO,
    *(_row("support", "who"), _row("consult", "who"), _row("phase"), _row("risks", silent=(ALL,))),
    *(_AGES, _row("services", silent=(ALL,))),
    _row("disability", silent=(Disability.NONE.value, Disability.RELATED.value)),
    *(_row("instruments", INSTRUMENTS), _row("adaptation"), _row("variables", VARIABLES)),
)
"""What is said about a recommendation, in printing order."""
RISK_ATTRIBUTES = (_AGES, _row("code", "risks", field="risks"), _row("where", "services", field="services"))
"""What is said about a risk, in printing order.

The names of its codes stand here where no row of advice says them: readers look for “fraud”, whatever the title is.
"""
STAKEHOLDER_ATTRIBUTES = (_row("works-with", BLOCKS),)
"""What is said about a stakeholder."""
CHECKITEM_ATTRIBUTES = (_WHO, _row("supports", BLOCKS))
"""What is said about a question of a checklist, in printing order, behind its strength and what shows it."""
CASE_ATTRIBUTES = (_row("sources", SOURCES), _row("date", DAY))
"""What is said about a documented case, in printing order."""
ACTIVITY_ATTRIBUTES = (_AGES, _row("minutes", AMOUNT), _row("group"), _row("offline"))
"""What is said about an activity, in printing order."""
EPISODE_ATTRIBUTES = (_AGES, _row("characters", CHARACTERS))
"""What is said about an episode, in printing order."""
INDICATOR_ATTRIBUTES = (_row("recommendations", BLOCKS),)
"""What is said about an indicator."""
SCENE_ATTRIBUTES = (_row("seconds", AMOUNT),)
"""What is said about a scene."""


def printed_attributes(
    block: TypedBlock, attributes: tuple[Attribute, ...], edition: Edition
) -> Iterator[tuple[Attribute, list[str]]]:
    """Yield those of *attributes* that *edition* prints for *block*, each with its codes."""
    for attribute in attributes:
        value = block.get(attribute.name)
        codes = [str(value)] if isinstance(value, (str, int)) else list(value or ())
        is_carried = edition.prints(block.block_type, attribute.name)
        if is_carried and codes and not set(codes) <= set(attribute.silent):
            yield attribute, codes


ORDERS: Mapping[type[TypedBlock], tuple[str, ...]] = MappingProxyType(
    {Scene: ("setting", "", "description", "screen", "sign"), Card: ("", "symbol", "back")}
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
