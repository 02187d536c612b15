"""Blocks that are lists in HTML: questions to tick, play cards, questions with options, and who says what."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from collections.abc import Mapping
from types import MappingProxyType

from docutils import nodes

from builders.editions.attributes import CHECKITEM_ATTRIBUTES, in_reading_order, quiz_number
from builders.markup.blocks.card import Card
from builders.markup.blocks.checklist import CheckItem, ChecklistGroup
from builders.markup.blocks.episode import NARRATOR, Line
from builders.markup.blocks.quiz import Quiz
from builders.markup.typed_block import BlockPart
from builders.markup.unit_state import state_of
from builders.model.vocabulary import Suit
from builders.writers.markup_html.blocks import BlockTranslator, begins_run, body_and_parts, ends_run
from builders.writers.markup_html.structure import number_html

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


def shape_html(suit: str) -> str:
    """Return the shape of *suit*; the word that stands beside it names it."""
    start = '<svg xmlns="http://www.w3.org/2000/svg" class="shape" viewBox="0 0 24 24" width="24" height="24"'
    return f'{start} aria-hidden="true">{SHAPES[suit]}</svg>'


class GuidelinesTranslator(BlockTranslator):
    """Writes a document of the guidelines as an HTML5 fragment; visitors are also inherited.

    They come from the modules blocks, structure and language, in this order. Nothing in a checklist is a form, for
    nobody's answers are kept; in a quiz nothing is counted, and no option is called wrong.
    """

    # Checklists ---------------------------------------------------------------------------------------------------

    def visit_ChecklistGroup(self, node: ChecklistGroup) -> None:
        if node["topic"]:
            tag = self.block_heading(1)
            self.body.append(f'<{tag} class="topic">{self.label("topic/" + node["topic"])}</{tag}>\n')
        # Without the role, some screen readers take a list without bullets for no list.
        self.body.append('<ul class="checkitems" role="list">\n')

    def depart_ChecklistGroup(self, node: ChecklistGroup) -> None:
        self.body.append("</ul>\n")

    def visit_CheckItem(self, node: CheckItem) -> None:
        strength = node["strength"]
        question, parts = body_and_parts(node.children)
        permalink = self.permanent_link(node) if node["ids"] else ""
        self.body.append(self.starttag(node, "li", CLASS=f"checkitem strength-{strength}"))
        self.body.append('<div class="question">\n')
        self.write(question)
        self.body.append("</div>\n")
        for part in parts:
            label = f"<b>{self.label('part/' + part['part'])}</b>"
            evidence = self.labels.fill("label-value", label=label, value=self.phrase(part.children))
            self.body.append(f'<div class="evidence">{evidence}</div>\n')
        self.body.append(
            f'<div class="item-line"><p class="item-mark"><span class="badge">{self.label("strength/" + strength)}'
            f'</span> <span class="quiet">{number_html(node["block_id"])}</span>{permalink}</p>\n'
        )
        self.write_rows(node, CHECKITEM_ATTRIBUTES, style="facts")
        self.body.append("</div></li>\n")
        raise nodes.SkipNode

    # Play cards ---------------------------------------------------------------------------------------------------

    def visit_Card(self, node: Card) -> None:
        node.children = in_reading_order(node)
        suit, kind = node["suit"], node["kind"]
        self.open_item(node, "cards", f"block card suit-{suit} card-{kind}")
        self.body.append(
            f'<p class="suit">{shape_html(suit)} <span class="suit-name">{self.label("suit/" + suit)}</span> '
            f'<span class="card-kind">{self.label("card-kind/" + kind)}</span></p>\n'
        )

    # Questions: an option is opened to read the reply to it -------------------------------------------------------

    def visit_Quiz(self, node: Quiz) -> None:
        number = quiz_number(node["block_id"], state_of(self.builder.env).blocks)
        question, options = body_and_parts(node.children)
        self.open_section(node)
        self.write_head(self.label("quiz", number=number), self.printed_number(node))
        self.body.append('<div class="question">\n')
        self.write(question)
        self.body.append('</div>\n<ul class="options" role="list">\n')
        for option in options:
            self.write_option(option, is_best=option["part"] in node["correct"])
        self.body.append("</ul></section>\n")
        raise nodes.SkipNode

    def write_option(self, option: BlockPart, *, is_best: bool) -> None:
        """Write *option*, which opens to show the reply."""
        text, *reply = option.children
        verdict, style = ("best-answer", "best") if is_best else ("other-answer", "other")
        letter = self.label("part/" + option["part"])
        self.body.append(
            f'<li class="option"><details>\n<summary><span class="letter">{letter}</span> '
            f'<span class="option-text">{self.phrase([text])}</span></summary>\n'
            f'<div class="reply reply-{style}"><p class="verdict">{self.label(verdict)}</p>\n'
        )
        self.write(reply)
        self.body.append("</div></details></li>\n")

    # Scripts ------------------------------------------------------------------------------------------------------

    def visit_Line(self, node: Line) -> None:
        spoken, parts = body_and_parts(node.children)
        (who,) = node["who"]
        speaker = self.label(NARRATOR) if who == NARRATOR else self.speech.person(who)
        places = {"name": f'<b class="speaker">{speaker}</b>', "text": self.phrase(spoken)}
        if parts:
            places["how"] = f'<i class="delivery">{self.phrase(parts[0].children)}</i>'
        line = self.labels.fill("line-spoken-how" if parts else "line-spoken", **places)
        if begins_run(node):
            self.body.append('<ul class="script" role="list">\n')
        self.body.append(f"{self.starttag(node, 'li', '', CLASS='line')}{line}</li>\n")
        if ends_run(node):
            self.body.append("</ul>\n")
        raise nodes.SkipNode
