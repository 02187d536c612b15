"""The picture book as HTML: pages of the story, and the people in it."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from builders.markup.blocks.character import Character
from builders.markup.blocks.storypage import StoryPage
from builders.markup.typed_block import BlockPart
from builders.writers.markup_html.blocks import BlockTranslator, begins_run, ends_run

DESCRIPTION = "picture"
"""The part of a story page that describes its picture."""


class StoryTranslator(BlockTranslator):
    """Writes story pages and characters."""

    def visit_StoryPage(self, node: StoryPage) -> None:
        tag = self.block_heading()
        name = self.label("storypage", number=node["page"])
        plain = self.labels.fill("storypage", number=node["page"])
        self.body.append(self.starttag(node, "section", CLASS="block storypage"))
        self.body.append(
            f'<div class="block-head"><{tag} class="block-title">{name}</{tag}>'
            f"{self.permalink(node['block_id'], plain, self.tag_of('storypage'))}</div>\n"
        )

    def depart_StoryPage(self, node: StoryPage) -> None:
        self.body.append("</section>\n")

    def visit_BlockPart(self, node: BlockPart) -> None:
        if node["part"] == DESCRIPTION:
            self.open_description(node)
        else:
            super().visit_BlockPart(node)

    def depart_BlockPart(self, node: BlockPart) -> None:
        if node["part"] == DESCRIPTION:
            self.close_description(node)
        else:
            super().depart_BlockPart(node)

    def open_description(self, node: BlockPart) -> None:
        """Write the start of the long description of a picture, which readers can open."""
        self.body.append(self.starttag(node, "details", CLASS="description"))
        self.body.append(f"<summary>{self.label('long-description')}</summary>\n")

    def close_description(self, node: BlockPart) -> None:
        """Write the end of the long description of a picture."""
        self.body.append("</details>\n")

    def visit_Character(self, node: Character) -> None:
        if begins_run(node):
            # Without the role, some screen readers take a list without bullets for no list.
            self.body.append('<ul class="characters" role="list">\n')
        self.body.append(self.starttag(node, "li", CLASS="block character"))

    def depart_Character(self, node: Character) -> None:
        self.body.append("</li>\n")
        if ends_run(node):
            self.body.append("</ul>\n")
