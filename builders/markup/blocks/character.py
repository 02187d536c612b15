"""``character``: somebody who lives in the story."""

from builders.markup.fields import Text
from builders.markup.pictures import PICTURE_FIELDS, PictureBlockDirective
from builders.markup.typed_block import TypedBlock


class Character(TypedBlock):
    """The title is the name; the body says who this is."""


class CharacterDirective(PictureBlockDirective):
    """A person of the story, with a portrait."""

    node_class = Character
    prefix = "chr"
    fields = {"title": Text(), **PICTURE_FIELDS}
