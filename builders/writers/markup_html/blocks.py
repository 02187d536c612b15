"""Blocks of advice, of the picture book and of practice as HTML."""

# ruff: noqa: N802, N815 - docutils finds a visitor by the name of the node's class.

from collections.abc import Iterable
from typing import Any

from docutils import nodes

from builders.editions import attributes as told
from builders.editions.naming import language_at
from builders.markup.blocks.activity import Activity
from builders.markup.blocks.case import Case
from builders.markup.blocks.character import Character
from builders.markup.blocks.episode import Episode, Scene
from builders.markup.blocks.gethelp import GetHelp, Variable, VariableList
from builders.markup.blocks.indicator import Indicator
from builders.markup.blocks.procedure import Procedure
from builders.markup.blocks.recommendation import Recommendation
from builders.markup.blocks.risk import Risk
from builders.markup.blocks.stakeholder import Stakeholder
from builders.markup.blocks.storypage import StoryPage
from builders.markup.blocks.talk import Talk
from builders.markup.blocks.teachernote import TeacherNote
from builders.markup.blocks.term import Term
from builders.markup.typed_block import BlockPart, BlockTitle, TypedBlock
from builders.model.identifiers import printed
from builders.writers.markup_html.attributes import Row, attribute_rows, variable_row
from builders.writers.markup_html.language import filled_html, language_attributes
from builders.writers.markup_html.national import NationalTranslator
from builders.writers.markup_html.structure import number_html

DESCRIPTION = "picture"
"""The part of a story page that describes its picture."""


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


def body_and_parts(children: list[nodes.Node]) -> tuple[list[nodes.Node], list[BlockPart]]:
    """Return the body among the *children* of a block, and its parts."""
    parts = [child for child in children if isinstance(child, BlockPart)]
    return [child for child in children if child not in parts], parts


class BlockTranslator(NationalTranslator):
    """Writes titles, attributes and parts, and the blocks that stand for themselves."""

    def write_rows(self, block: TypedBlock, attributes: tuple[told.Attribute, ...], *, style: str) -> None:
        """Write those of *attributes* that the edition prints of *block*."""
        self.write_list(attribute_rows(block, attributes, self.speech), style=style)

    def write_list(self, rows: Iterable[Row], *, style: str) -> None:
        """Write *rows* as a list of labels and values, or nothing where there are none."""
        body = [f"<div><dt>{row.label}</dt><dd>{row.value}</dd></div>\n" for row in rows]
        if body:
            self.body.extend([f'<dl class="{style}">\n', *body, "</dl>\n"])

    def permanent_link(self, node: TypedBlock) -> str:
        """Return the permanent link to a block without a title: it is known by its number."""
        return self.permalink(node["block_id"], printed(node["block_id"]))

    def printed_number(self, node: TypedBlock) -> str:
        """Return the identifier of a block without a title as readers see it, with a permanent link."""
        return f'<span class="quiet">{number_html(node["block_id"])}</span>{self.permanent_link(node)}'

    # Sections -----------------------------------------------------------------------------------------------------

    def open_section(self, node: TypedBlock) -> None:
        """Write the start of a block that has a heading of its own."""
        prefix, name = VARIANTS.get(type(node), ("", ""))
        variant = f" {prefix}-{node[name]}" if name else ""
        named: dict[str, Any] = {"aria-labelledby": title_id(node)} if isinstance(node, GetHelp) else {}
        self.body.append(self.starttag(node, "section", CLASS=f"block {node.block_type}{variant}", **named))

    def close_section(self, node: TypedBlock) -> None:
        """Write what is said below such a block, and its end."""
        self.write_rows(node, BELOW.get(type(node), ()), style="attributes")
        self.body.append("</section>\n")

    visit_Risk = visit_Procedure = visit_GetHelp = visit_Stakeholder = visit_Case = open_section
    visit_Activity = visit_Episode = visit_Checklist = visit_Indicator = open_section
    depart_Risk = depart_Procedure = depart_GetHelp = depart_Stakeholder = depart_Case = close_section
    depart_Activity = depart_Episode = depart_Checklist = depart_Indicator = close_section
    depart_Scene = depart_TeacherNote = depart_StoryPage = close_section

    def visit_Scene(self, node: Scene) -> None:
        node.children = told.in_reading_order(node)
        self.open_section(node)

    def visit_TeacherNote(self, node: TeacherNote) -> None:
        (target,) = node["for"]
        subject = self.block_link(target) or number_html(target)
        heading = filled_html("teachernote", self.labels, self.unit, title=subject)
        self.open_section(node)
        self.write_head(heading, self.permanent_link(node), name=f' id="{title_id(node)}"')

    def visit_StoryPage(self, node: StoryPage) -> None:
        plain = self.labels.fill("storypage", number=node["page"])
        link = self.permalink(node["block_id"], plain, self.tag_of("storypage"))
        self.open_section(node)
        self.write_head(self.label("storypage", number=node["page"]), link)

    def write_head(self, heading: str, link: str, *, name: str = "") -> None:
        """Write the *heading* of a block without a title, and the *link* beside it."""
        tag = self.block_heading()
        self.body.append(f'<div class="block-head"><{tag} class="block-title"{name}>{heading}</{tag}>{link}</div>\n')

    # Titles -------------------------------------------------------------------------------------------------------

    def visit_BlockTitle(self, node: BlockTitle) -> None:
        block = node.parent
        link = self.permalink(block["block_id"], node.astext(), language_at(node, self.unit))
        if isinstance(block, Term):
            self.body.append('<dt class="block-head">' + self.starttag(node, "dfn", ""))
            self.context.append(f"</dfn>{link}</dt>\n<dd>")
            return
        tag = self.block_heading(1 if isinstance(block, Scene) else 0)
        language = "".join(f' {name}="{value}"' for name, value in language_attributes(node).items())
        name = title_id(block)
        self.body.append(f'<div class="block-head"><{tag} class="block-title" id="{name}"{language}>')
        self.body.extend(f'<span id="{anchor}"></span>' for anchor in node["ids"])
        self.context.append(f"</{tag}>{self.badge(block)}{link}</div>\n")

    def depart_BlockTitle(self, node: BlockTitle) -> None:
        self.body.append(self.context.pop())
        if isinstance(node.parent, Case):
            self.body.append(f'<p class="case-kind">{self.label("kind/" + node.parent["kind"])}</p>\n')
        if isinstance(node.parent, TypedBlock):
            self.write_rows(node.parent, ABOVE.get(type(node.parent), ()), style="facts")

    def badge(self, block: nodes.Element) -> str:
        """Return what stands beside the title of *block*; nothing for most."""
        match block:
            case Risk():
                name = block["code"][0].partition(".")[0]
                return f'<p class="badge class-{name}">{self.label("class/" + name)}</p>'
            case Procedure():
                return f'<p class="badge">{self.label("urgency/" + block["urgency"])}</p>'
            case Scene():
                return f'<p class="badge">{self.label("seconds", number=block["seconds"])}</p>'
        return ""

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
        self.body.append(f"</{tag}>{self.permanent_link(node)}</div>\n")
        self.write([child for child in node.children if child not in advice])
        self.close_section(node)
        raise nodes.SkipNode

    # Notes and talks ----------------------------------------------------------------------------------------------

    def open_note(self, node: TypedBlock) -> None:
        """Write the start of a box whose heading is the label of its type."""
        self.open_box(node, "note")
        self.body.append(f"{self.note_label(node)}\n")

    def close_box(self, node: nodes.Element) -> None:
        """Write the end of a box or of a part."""
        self.body.append("</div>\n")

    visit_KeyMessage = visit_ContentNote = open_note
    depart_KeyMessage = depart_ContentNote = close_box

    def visit_Talk(self, node: Talk) -> None:
        body, parts = body_and_parts(node.children)
        self.open_box(node, "group")
        ages = self.labels.join([self.label(f"ages/{age}") for age in node["ages"]])
        self.body.append(f'<div class="block-head">{self.note_label(node)}<p class="badge">{ages}</p>')
        self.body.append(f'{self.printed_number(node)}</div>\n<blockquote class="opening">\n')
        self.write(body)
        self.body.append("</blockquote>\n")
        self.write(parts)
        self.body.append("</div>\n")
        raise nodes.SkipNode

    def open_box(self, node: TypedBlock, role: str) -> None:
        """Write the start of a box that its label names."""
        attributes: dict[str, Any] = {"role": role, "aria-labelledby": f"{node['block_id']}-label"}
        self.body.append(self.starttag(node, "div", CLASS=f"block {node.block_type}", **attributes))

    def note_label(self, node: TypedBlock) -> str:
        """Return the label that names a box."""
        return f'<p class="note-label" id="{node["block_id"]}-label">{self.label(node.block_type)}</p>'

    def visit_VariableList(self, node: VariableList) -> None:
        names = [child["name"] for child in node.children if isinstance(child, Variable)]
        self.write_list([variable_row(name, self.speech) for name in names], style="contacts")
        raise nodes.SkipNode

    # Runs: blocks that are items of one list where they follow each other -----------------------------------------

    def visit_Term(self, node: Term) -> None:
        if begins_run(node):
            self.body.append('<dl class="terms">\n')
        self.body.append(self.starttag(node, "div", CLASS="block term"))

    def depart_Term(self, node: Term) -> None:
        self.body.append("</dd></div>\n")
        if ends_run(node):
            self.body.append("</dl>\n")

    def visit_Character(self, node: Character) -> None:
        self.open_item(node, "characters", "block character")

    def open_item(self, node: TypedBlock, items: str, style: str) -> None:
        """Write the start of an item of the class *style*, and before the first that of their list, called *items*."""
        if begins_run(node):
            # Without the role, some screen readers take a list without bullets for no list.
            self.body.append(f'<ul class="{items}" role="list">\n')
        self.body.append(self.starttag(node, "li", CLASS=style))

    def close_item(self, node: TypedBlock) -> None:
        """Write the end of an item, and behind the last that of their list."""
        self.body.append("</li>\n")
        if ends_run(node):
            self.body.append("</ul>\n")

    depart_Character = depart_Card = close_item

    # Parts --------------------------------------------------------------------------------------------------------

    def visit_BlockPart(self, node: BlockPart) -> None:
        if node["part"] == DESCRIPTION:
            self.open_description(node)
            return
        self.body.append(self.starttag(node, "div", CLASS=f"part part-{node['part']}"))
        self.body.append(f'<p class="part-label">{self.label("part/" + node["part"])}</p>\n')

    def depart_BlockPart(self, node: BlockPart) -> None:
        (self.close_description if node["part"] == DESCRIPTION else self.close_box)(node)

    def open_description(self, node: BlockPart) -> None:
        """Write the start of the long description of a picture, which readers can open."""
        self.body.append(self.starttag(node, "details", CLASS="description"))
        self.body.append(f"<summary>{self.label('long-description')}</summary>\n")

    def close_description(self, node: BlockPart) -> None:
        """Write the end of the long description of a picture."""
        self.body.append("</details>\n")


VARIANTS: dict[type[nodes.Node], tuple[str, str]] = {Procedure: ("urgency", "urgency"), Case: ("case", "kind")}
"""What style sheets tell blocks of a type apart by: the start of a class, and the attribute that ends it."""

ABOVE: dict[type[nodes.Node], tuple[told.Attribute, ...]] = {
    **{Activity: told.ACTIVITY_ATTRIBUTES, Episode: told.EPISODE_ATTRIBUTES},
}
"""What is said about a block between its title and its text."""

BELOW: dict[type[nodes.Node], tuple[told.Attribute, ...]] = {
    **{Recommendation: told.RECOMMENDATION_ATTRIBUTES, Risk: told.RISK_ATTRIBUTES},
    **{Stakeholder: told.STAKEHOLDER_ATTRIBUTES, Case: told.CASE_ATTRIBUTES},
    Indicator: told.INDICATOR_ATTRIBUTES,
}
"""What is said about a block below its text."""
