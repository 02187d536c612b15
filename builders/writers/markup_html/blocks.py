"""Typed blocks of the guidelines as HTML."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docutils import nodes

from builders.editions.attributes import RECOMMENDATION_ATTRIBUTES, RISK_ATTRIBUTES, Attribute
from builders.editions.naming import language_at
from builders.markup.blocks.contentnote import ContentNote
from builders.markup.blocks.episode import Scene
from builders.markup.blocks.gethelp import GetHelp, Variable, VariableList
from builders.markup.blocks.keymessage import KeyMessage
from builders.markup.blocks.procedure import Procedure
from builders.markup.blocks.recommendation import Recommendation
from builders.markup.blocks.risk import Risk
from builders.markup.blocks.term import Term
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.model.identifiers import printed
from builders.writers.markup_html.attributes import Row, Speech, attribute_rows, variable_row
from builders.writers.markup_html.language import language_attributes
from builders.writers.markup_html.references import ReferenceTranslator, number_html


def title_id(block: nodes.Element) -> str:
    """Return the id of the title of *block*, by which the block is named."""
    return f"{block['block_id']}-title"


def begins_run(node: nodes.Element) -> bool:
    """Whether *node* is the first of several siblings of its type."""
    return not isinstance(_neighbour(node, -1), type(node))


def ends_run(node: nodes.Element) -> bool:
    """Whether *node* is the last of several siblings of its type."""
    return not isinstance(_neighbour(node, +1), type(node))


def _neighbour(node: nodes.Element, step: int) -> nodes.Node | None:
    siblings = [child for child in node.parent.children if not isinstance(child, nodes.Invisible)]
    place = siblings.index(node) + step
    return siblings[place] if 0 <= place < len(siblings) else None


class BlockTranslator(ReferenceTranslator):
    """Writes titles, attributes and parts, and the blocks of advice."""

    def rows(self, block: TypedBlock, attributes: tuple[Attribute, ...]) -> Iterable[Row]:
        """Return the attributes of *block* as rows."""
        speech = Speech(unit=self.unit, settings=self.guidelines, labels=self.labels, link=self.block_link)
        return attribute_rows(block, attributes, speech)

    def write_rows(self, rows: Iterable[Row], *, style: str) -> None:
        """Write *rows* as a list of labels and values, or nothing where there are none."""
        body = [f"<div><dt>{row.label}</dt><dd>{row.value}</dd></div>\n" for row in rows]
        if body:
            self.body.extend([f'<dl class="{style}">\n', *body, "</dl>\n"])

    # Titles -------------------------------------------------------------------------------------------------------

    def visit_BlockTitle(self, node: BlockTitle) -> None:
        block = node.parent
        link = self.permalink(block["block_id"], node.astext(), language_at(node, self.unit))
        if isinstance(block, Term):
            self.body.append('<dt class="block-head">' + self.starttag(node, "dfn", ""))
            self.context.append(f"</dfn>{link}</dt>\n")
            return
        tag = self.block_heading(DEPTHS.get(type(block), 0))
        language = "".join(f' {name}="{value}"' for name, value in language_attributes(node).items())
        name = title_id(block)
        self.body.append(f'<div class="block-head"><{tag} class="block-title" id="{name}"{language}>')
        self.body.extend(f'<span id="{anchor}"></span>' for anchor in node["ids"])
        badge = BADGES.get(type(block), _no_badge)(self, block)
        self.context.append(f"</{tag}>{badge}{link}</div>\n")

    def depart_BlockTitle(self, node: BlockTitle) -> None:
        self.body.append(self.context.pop())
        if isinstance(node.parent, Term):
            self.body.append("<dd>")

    # Recommendations ----------------------------------------------------------------------------------------------

    def visit_Recommendation(self, node: Recommendation) -> None:
        """Write the advice within the heading: a list of headings then says what is recommended."""
        number, strength, tag = number_html(node["block_id"]), node["strength"], self.block_heading()
        advice = [child for child in node.children if isinstance(child, nodes.paragraph)][:1]
        self.body.append(self.starttag(node, "section", CLASS=f"block recommendation strength-{strength}"))
        self.body.append(
            f'<div class="block-head"><{tag} class="block-title"><span class="kind">{self.label("recommendation")}'
            f'</span> {number} <span class="badge">{self.label("strength/" + strength)}</span> '
        )
        for paragraph in advice:
            self.body.append(self.starttag(paragraph, "span", "", CLASS="advice"))
            self.write(paragraph.children)
            self.body.append("</span>")
        self.body.append(f"</{tag}>{self.permalink(node['block_id'], printed(node['block_id']))}</div>\n")
        self.write([child for child in node.children if child not in advice])
        self.write_rows(self.rows(node, RECOMMENDATION_ATTRIBUTES), style="attributes")
        self.body.append("</section>\n")
        raise nodes.SkipNode

    # Risks --------------------------------------------------------------------------------------------------------

    def visit_Risk(self, node: Risk) -> None:
        self.body.append(self.starttag(node, "section", CLASS="block risk"))

    def depart_Risk(self, node: Risk) -> None:
        self.write_rows(self.rows(node, RISK_ATTRIBUTES), style="attributes")
        self.body.append("</section>\n")

    # Terms --------------------------------------------------------------------------------------------------------

    def visit_Term(self, node: Term) -> None:
        if begins_run(node):
            self.body.append('<dl class="terms">\n')
        self.body.append(self.starttag(node, "div", CLASS="block term"))

    def depart_Term(self, node: Term) -> None:
        self.body.append("</dd></div>\n")
        if ends_run(node):
            self.body.append("</dl>\n")

    # Notes --------------------------------------------------------------------------------------------------------

    def visit_KeyMessage(self, node: KeyMessage) -> None:
        self.open_note(node)

    def depart_KeyMessage(self, node: KeyMessage) -> None:
        self.body.append("</div>\n")

    def visit_ContentNote(self, node: ContentNote) -> None:
        self.open_note(node)

    def depart_ContentNote(self, node: ContentNote) -> None:
        self.body.append("</div>\n")

    def open_note(self, node: TypedBlock) -> None:
        """Write the start of a box whose heading is the label of its type."""
        name = f"{node['block_id']}-label"
        kind = node.block_type
        attributes: dict[str, Any] = {"role": "note", "aria-labelledby": name}
        self.body.append(self.starttag(node, "div", CLASS=f"block {kind}", **attributes))
        self.body.append(f'<p class="note-label" id="{name}">{self.label(kind)}</p>\n')

    # Procedures and help ------------------------------------------------------------------------------------------

    def visit_Procedure(self, node: Procedure) -> None:
        self.body.append(self.starttag(node, "section", CLASS=f"block procedure urgency-{node['urgency']}"))

    def depart_Procedure(self, node: Procedure) -> None:
        self.body.append("</section>\n")

    def visit_GetHelp(self, node: GetHelp) -> None:
        attributes: dict[str, Any] = {"aria-labelledby": title_id(node)}
        self.body.append(self.starttag(node, "section", CLASS="block gethelp", **attributes))

    def depart_GetHelp(self, node: GetHelp) -> None:
        self.body.append("</section>\n")

    def visit_VariableList(self, node: VariableList) -> None:
        names = [child["name"] for child in node.children if isinstance(child, Variable)]
        rows = [variable_row(name, unit=self.unit, settings=self.guidelines, labels=self.labels) for name in names]
        self.write_rows(rows, style="contacts")
        raise nodes.SkipNode

    # Parts --------------------------------------------------------------------------------------------------------

    def visit_BlockPart(self, node: BlockPart) -> None:
        self.body.append(self.starttag(node, "div", CLASS=f"part part-{node['part']}"))
        self.body.append(f'<p class="part-label">{self.label("part/" + node["part"])}</p>\n')

    def depart_BlockPart(self, node: BlockPart) -> None:
        self.body.append("</div>\n")


Badge = Callable[[BlockTranslator, nodes.Element], str]
"""Returns what stands beside the title of a block."""


def _no_badge(translator: BlockTranslator, block: nodes.Element) -> str:
    return ""


def _risk_class(translator: BlockTranslator, block: nodes.Element) -> str:
    name = block["code"][0].partition(".")[0]
    return f'<p class="badge class-{name}">{translator.label("class/" + name)}</p>'


def _urgency(translator: BlockTranslator, block: nodes.Element) -> str:
    return f'<p class="badge">{translator.label("urgency/" + block["urgency"])}</p>'


def _length(translator: BlockTranslator, block: nodes.Element) -> str:
    return f'<p class="badge">{translator.label("seconds", number=block["seconds"])}</p>'


BADGES: dict[type[nodes.Node], Badge] = {Risk: _risk_class, Procedure: _urgency, Scene: _length}
"""What stands beside the title, by the type of the block."""

DEPTHS: dict[type[nodes.Node], int] = {Scene: 1}
"""How far below the section the title stands, for blocks inside blocks."""
