"""``activity``: something to do together, step by step."""

from builders.markup.fields import Choice, Codes, Number, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES, Group, YesNo


class Activity(TypedBlock):
    """An opening, numbered steps, and what is needed for everybody to take part."""


class ActivityDirective(TypedBlockDirective):
    """An activity for a family, a class or a child."""

    node_class = Activity
    prefix = "act"
    has_steps = True
    fields = {
        "title": Text(),
        "ages": Codes(AGES),
        "minutes": Number(),
        "group": Choice(Group),
        "offline": Choice(YesNo),
        "risks": Registered("risks", required=False),
    }
    parts = {"materials": True, "access": True, "safeguarding": False, "practises": False}
