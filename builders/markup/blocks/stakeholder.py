"""``stakeholder``: who does what, and works with whom."""

from builders.markup.fields import Identifiers, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective


class Stakeholder(TypedBlock):
    """The body says who this is; the parts say what it does and needs."""


class StakeholderDirective(TypedBlockDirective):
    """A stakeholder, the codes of ``:who:`` that it stands for, and whom it works with."""

    node_class = Stakeholder
    prefix = "stk"
    fields = {
        "title": Text(),
        "codes": Registered("stakeholders", required=False, extra=()),
        "works-with": Identifiers(("stakeholder",), required=True),
    }
    parts = {"does": True, "needs": True}
