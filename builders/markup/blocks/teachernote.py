"""``teachernote``: what an adult should know about something that is made for children."""

from builders.markup.fields import Identifiers
from builders.markup.typed_block import TypedBlock, TypedBlockDirective


class TeacherNote(TypedBlock):
    """Advice to an adult on the block that ``for`` names."""


class TeacherNoteDirective(TypedBlockDirective):
    """A note for the adult about an activity, a card, a question, a page of the story or an episode."""

    node_class = TeacherNote
    prefix = "tch"
    has_text = False
    fields = {"for": Identifiers(("activity", "card", "quiz", "storypage", "episode"), required=True, most=1)}
    parts = {"aim": True, "answers": False, "watch": True, "accommodate": True}
