"""``risk``: one place on the map of risks."""

from __future__ import annotations

from collections.abc import Iterator

from builders.markup.blocks import TypedBlock, TypedBlockDirective
from builders.markup.fields import Codes, Text
from builders.model.vocabulary import AGES, RISKS, SERVICES


class Risk(TypedBlock):
    """What the risk is, where it is met, and what adults may notice and do first."""

    block_type = "risk"


class RiskDirective(TypedBlockDirective):
    """A risk, its class and its signs."""

    node_class = Risk
    prefix = "rsk"
    fields = {
        "code": Codes(RISKS, allows_all=False),
        "title": Text(),
        "ages": Codes(AGES),
        "where": Codes(SERVICES, required=False),
    }
    parts = {"signs": False, "response": False, "disability": False}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if len(block.get("code", ["one"])) != 1:
            yield ":code: names exactly one risk"
