"""People, cases, talks, activities and notes for adults as HTML."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from typing import Any

from docutils import nodes

from builders.editions.attributes import ACTIVITY_ATTRIBUTES, CASE_ATTRIBUTES, STAKEHOLDER_ATTRIBUTES
from builders.markup.blocks.activity import Activity
from builders.markup.blocks.case import Case
from builders.markup.blocks.stakeholder import Stakeholder
from builders.markup.blocks.talk import Talk
from builders.markup.blocks.teachernote import TeacherNote
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.model.identifiers import printed
from builders.writers.markup_html.blocks import title_id
from builders.writers.markup_html.language import filled_html
from builders.writers.markup_html.references import number_html
from builders.writers.markup_html.story import StoryTranslator


def body_and_parts(children: list[nodes.Node]) -> tuple[list[nodes.Node], list[BlockPart]]:
    """Return the body among the *children* of a block, and its parts."""
    parts = [child for child in children if isinstance(child, BlockPart)]
    return [child for child in children if child not in parts], parts


class PracticeTranslator(StoryTranslator):
    """Writes what people do, from the stakeholders of a country to an activity at the kitchen table."""

    # Stakeholders and cases ---------------------------------------------------------------------------------------

    def visit_Stakeholder(self, node: Stakeholder) -> None:
        self.body.append(self.starttag(node, "section", CLASS="block stakeholder"))

    def depart_Stakeholder(self, node: Stakeholder) -> None:
        self.write_rows(self.rows(node, STAKEHOLDER_ATTRIBUTES), style="attributes")
        self.body.append("</section>\n")

    def visit_Case(self, node: Case) -> None:
        title, *rest = node.children
        self.body.append(self.starttag(node, "section", CLASS=f"block case case-{node['kind']}"))
        self.write([title])
        self.body.append(f'<p class="case-kind">{self.label("kind/" + node["kind"])}</p>\n')
        self.write(rest)
        self.write_rows(self.rows(node, CASE_ATTRIBUTES), style="attributes")
        self.body.append("</section>\n")
        raise nodes.SkipNode

    # Talks --------------------------------------------------------------------------------------------------------

    def visit_Talk(self, node: Talk) -> None:
        name = f"{node['block_id']}-label"
        body, parts = body_and_parts(node.children)
        self.open_group(node, name)
        self.body.append(
            f'<div class="block-head"><p class="note-label" id="{name}">{self.label("talk")}</p>'
            f'<p class="badge">{self.labels.join([self.label(f"ages/{age}") for age in node["ages"]])}</p>'
            f"{self.printed_number(node)}</div>\n"
        )
        self.body.append('<blockquote class="opening">\n')
        self.write(body)
        self.body.append("</blockquote>\n")
        self.write(parts)
        self.body.append("</div>\n")
        raise nodes.SkipNode

    def open_group(self, node: TypedBlock, name: str) -> None:
        """Write the start of a box that is named by the element with the id *name*."""
        attributes: dict[str, Any] = {"role": "group", "aria-labelledby": name}
        self.body.append(self.starttag(node, "div", CLASS=f"block {node.block_type}", **attributes))

    def printed_number(self, node: TypedBlock) -> str:
        """Return the identifier of a block without a title as readers see it, with a permanent link."""
        identifier = node["block_id"]
        return f'<span class="quiet">{number_html(identifier)}</span>{self.permalink(identifier, printed(identifier))}'

    # Activities and notes for the adults --------------------------------------------------------------------------

    def visit_Activity(self, node: Activity) -> None:
        title, *rest = node.children
        self.body.append(self.starttag(node, "section", CLASS="block activity"))
        self.write([title])
        self.write_rows(self.rows(node, ACTIVITY_ATTRIBUTES), style="facts")
        self.write(rest)
        self.body.append("</section>\n")
        raise nodes.SkipNode

    def visit_TeacherNote(self, node: TeacherNote) -> None:
        (target,) = node["for"]
        tag, name = self.block_heading(), title_id(node)
        subject = self.block_link(target) or number_html(target)
        heading = filled_html("teachernote", self.labels, self.unit, title=subject)
        self.body.append(self.starttag(node, "section", CLASS="block teachernote"))
        self.body.append(
            f'<div class="block-head"><{tag} class="block-title" id="{name}">{heading}</{tag}>'
            f"{self.permalink(node['block_id'], printed(node['block_id']))}</div>\n"
        )

    def depart_TeacherNote(self, node: TeacherNote) -> None:
        self.body.append("</section>\n")
