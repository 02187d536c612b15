"""``case``: what happened, or what often happens."""

from collections.abc import Iterator

from builders.markup.fields import Address, Choice, Day, Text
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import CaseKind

SOURCE = ("source", "url", "date", "verified-on")
"""What a documented case has to say about where it is known from."""


class Case(TypedBlock):
    """A case; an illustrative one is made up, names no country, and says so."""


class CaseDirective(TypedBlockDirective):
    """A case that shows a point; no child in it can be recognised."""

    node_class = Case
    prefix = "cas"
    fields = {
        "title": Text(),
        "kind": Choice(CaseKind),
        "source": Text(required=False),
        "url": Address(required=False),
        "date": Day(required=False),
        "verified-on": Day(required=False),
    }
    parts = {"shows": True}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        is_documented = block.get("kind") == CaseKind.DOCUMENTED.value
        for name in SOURCE:
            if is_documented and name not in block:
                yield f"a documented case needs :{name}:"
            if not is_documented and name in block:
                yield f"an illustrative case is made up and has no :{name}:"
