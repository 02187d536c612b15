"""Checklists as HTML: real lists of questions, with a box to tick on paper."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from docutils import nodes

from builders.editions.attributes import CHECKITEM_ATTRIBUTES
from builders.markup.blocks.checklist import CheckItem, Checklist, ChecklistGroup
from builders.model.identifiers import printed
from builders.writers.markup_html.practice import PracticeTranslator, body_and_parts
from builders.writers.markup_html.references import number_html


class ChecklistTranslator(PracticeTranslator):
    """Writes checklists; nothing in them is a form, for nobody's answers are kept."""

    def visit_Checklist(self, node: Checklist) -> None:
        self.body.append(self.starttag(node, "section", CLASS="block checklist"))

    def depart_Checklist(self, node: Checklist) -> None:
        self.body.append("</section>\n")

    def visit_ChecklistGroup(self, node: ChecklistGroup) -> None:
        if node["topic"]:
            tag = self.block_heading(1)
            self.body.append(f'<{tag} class="topic">{self.label("topic/" + node["topic"])}</{tag}>\n')
        # Without the role, some screen readers take a list without bullets for no list.
        self.body.append('<ul class="checkitems" role="list">\n')

    def depart_ChecklistGroup(self, node: ChecklistGroup) -> None:
        self.body.append("</ul>\n")

    def visit_CheckItem(self, node: CheckItem) -> None:
        identifier, strength = node["block_id"], node["strength"]
        question, parts = body_and_parts(node.children)
        permalink = self.permalink(identifier, printed(identifier)) if node["ids"] else ""
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
            f'</span> <span class="quiet">{number_html(identifier)}</span>{permalink}</p>\n'
        )
        self.write_rows(self.rows(node, CHECKITEM_ATTRIBUTES), style="facts")
        self.body.append("</div></li>\n")
        raise nodes.SkipNode
