"""Questions with options as HTML: an option is opened to read the reply to it."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from docutils import nodes

from builders.editions.attributes import quiz_number
from builders.markup.blocks.quiz import Quiz
from builders.markup.typed_block import BlockPart
from builders.markup.unit_state import state_of
from builders.writers.markup_html.cards import CardTranslator
from builders.writers.markup_html.practice import body_and_parts


class QuizTranslator(CardTranslator):
    """Writes the questions; nothing is counted, and no option is called wrong."""

    def visit_Quiz(self, node: Quiz) -> None:
        number = quiz_number(node["block_id"], state_of(self.builder.env).blocks)
        question, options = body_and_parts(node.children)
        tag = self.block_heading()
        self.body.append(self.starttag(node, "section", CLASS="block quiz"))
        self.body.append(
            f'<div class="block-head"><{tag} class="block-title">{self.label("quiz", number=number)}</{tag}>'
            f"{self.printed_number(node)}</div>\n"
        )
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
