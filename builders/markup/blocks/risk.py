"""``risk``: one place on the map of risks."""

from builders.markup.fields import Codes, Registered, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES

MOST_CODES = 3
"""Risks that one place on the map may speak of; the first one decides its class."""


class Risk(TypedBlock):
    """What the risk is, where it is met, and what adults may notice and do first."""


class RiskDirective(TypedBlockDirective):
    """A risk, its class and its signs."""

    node_class = Risk
    prefix = "rsk"
    fields = {
        "code": Registered("risks", extra=(), most=MOST_CODES),
        "title": Text(),
        "ages": Codes(AGES),
        "where": Registered("services", required=False),
    }
    parts = {"signs": False, "response": False, "disability": False}
