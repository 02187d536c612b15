"""Which attributes of a block an edition prints: the same in every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes

from builders.model.editions import Edition
from builders.model.vocabulary import Disability

INSTRUMENTS = "instruments"
VARIABLES = "variable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A row below a block."""

    name: str
    """Attribute of the node."""
    field: str
    """The row's label: the part of its key behind ``field/``."""
    words: str
    """First part of the label keys of its codes (``who``); INSTRUMENTS and VARIABLES are printed by name."""
    editions: tuple[str, ...] = ()
    """Ids of the editions that print it; empty for all."""
    silent: tuple[str, ...] = ()
    """Codes that need no row."""


RECOMMENDATION_ATTRIBUTES = (
    Attribute(name="who", field="who", words="who"),
    Attribute(name="risks", field="risks", words="risks"),
    Attribute(name="ages", field="ages", words="ages"),
    Attribute(name="services", field="services", words="services", editions=("industry",)),
    Attribute(
        name="disability",
        field="disability",
        words="disability",
        silent=(Disability.NONE.value, Disability.RELATED.value),
    ),
    Attribute(name="instruments", field="instruments", words=INSTRUMENTS),
    Attribute(name="adaptation", field="adaptation", words="adaptation", editions=("policy-makers",)),
    Attribute(name="variables", field="variables", words=VARIABLES, editions=("policy-makers",)),
)
"""What is said about a recommendation, in printing order."""

RISK_ATTRIBUTES = (
    Attribute(name="ages", field="ages", words="ages"),
    Attribute(name="where", field="services", words="services", editions=("industry",)),
)
"""What is said about a risk, in printing order."""


def printed_attributes(
    block: nodes.Element, attributes: tuple[Attribute, ...], edition: Edition
) -> Iterator[tuple[Attribute, list[str]]]:
    """Yield those of *attributes* that *edition* prints for *block*, each with its codes."""
    for attribute in attributes:
        value = block.get(attribute.name)
        codes = [value] if isinstance(value, str) else list(value or ())
        is_carried = not attribute.editions or edition.id in attribute.editions
        if is_carried and codes and not set(codes) <= set(attribute.silent):
            yield attribute, codes
