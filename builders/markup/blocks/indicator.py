"""``indicator``: what is counted, year after year, to see whether recommendations take effect."""

from collections.abc import Iterator

from builders.markup.blocks.checklist import is_one_question
from builders.markup.fields import Identifiers, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective


class Indicator(TypedBlock):
    """A question that figures answer, asked in the same way every year."""


class IndicatorDirective(TypedBlockDirective):
    """An indicator: a question that figures answer every year, and the recommendations that it measures."""

    node_class = Indicator
    prefix = "ind"
    fields = {"title": Text(), "recommendations": Identifiers(("recommendation",), required=True)}
    parts = {"source": True, "breakdown": False}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        if not is_one_question(block):
            yield "its body is one question that ends with a question mark"
