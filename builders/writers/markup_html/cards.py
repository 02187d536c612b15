"""Play cards as HTML: a front and another side, with the suit as a word, a shape and a texture."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builders.editions.attributes import in_reading_order
from builders.markup.blocks.card import Card
from builders.model.vocabulary import Suit
from builders.writers.markup_html.blocks import begins_run, ends_run
from builders.writers.markup_html.checklists import ChecklistTranslator

SHAPES: Mapping[str, str] = MappingProxyType(
    {
        Suit.SEE.value: '<circle cx="12" cy="12" r="9.5"/>',
        Suit.MEET.value: (
            '<path d="M2.5 12c3.2-8 6.3-8 9.5 0s6.3 8 9.5 0" fill="none" stroke="currentColor" stroke-width="4.5" '
            'stroke-linecap="round"/>'
        ),
        Suit.DO.value: '<path d="m12 1.5 3.2 7 7.6.8-5.7 5.1 1.7 7.5L12 18l-6.8 3.9 1.7-7.5L1.2 9.3l7.6-.8z"/>',
        Suit.AGREE.value: '<rect x="2.5" y="2.5" width="19" height="19" rx="1"/>',
    }
)
"""A circle, a wave, a star and a square: the shapes that the rules of the game name."""


class CardTranslator(ChecklistTranslator):
    """Writes the play cards, side by side where there is room."""

    def visit_Card(self, node: Card) -> None:
        if begins_run(node):
            # Without the role, some screen readers take a list without bullets for no list.
            self.body.append('<ul class="cards" role="list">\n')
        node.children = in_reading_order(node)
        suit, kind = node["suit"], node["kind"]
        self.body.append(self.starttag(node, "li", CLASS=f"block card suit-{suit} card-{kind}"))
        self.body.append(
            f'<p class="suit">{shape_html(suit)} <span class="suit-name">{self.label("suit/" + suit)}</span> '
            f'<span class="card-kind">{self.label("card-kind/" + kind)}</span></p>\n'
        )

    def depart_Card(self, node: Card) -> None:
        self.body.append("</li>\n")
        if ends_run(node):
            self.body.append("</ul>\n")


def shape_html(suit: str) -> str:
    """Return the shape of *suit*; the word that stands beside it names it."""
    start = '<svg xmlns="http://www.w3.org/2000/svg" class="shape" viewBox="0 0 24 24" width="24" height="24"'
    return f'{start} aria-hidden="true">{SHAPES[suit]}</svg>'
