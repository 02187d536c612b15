"""``storypage``: one page of the picture book."""

from collections.abc import Iterator

from docutils import nodes

from builders.markup.fields import Number, Slugs
from builders.markup.pictures import PICTURE_FIELDS, PictureBlockDirective
from builders.markup.typed_block import BlockPart, TypedBlock

LONGEST = 60
"""Words of English story text on one page (age band a)."""


class StoryPage(TypedBlock):
    """A picture, the story text, a prompt to talk about, and the description of the picture."""


class StoryPageDirective(PictureBlockDirective):
    """A page of the picture book."""

    node_class = StoryPage
    prefix = "pag"
    fields = {"page": Number(), **PICTURE_FIELDS, "characters": Slugs("chr")}
    parts = {"together": True, "picture": True}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        paragraphs = [child for child in block.children if not isinstance(child, (BlockPart, nodes.image))]
        words = sum(len(paragraph.astext().split()) for paragraph in paragraphs)
        if words > LONGEST:
            yield f"the story text has {words} words, {LONGEST} at most"
