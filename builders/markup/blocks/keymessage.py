"""``keymessage``: what a reader in a hurry should take away."""

from collections.abc import Iterator

from builders.markup.fields import Codes
from builders.markup.typed_block import TypedBlock, TypedBlockDirective
from builders.model.vocabulary import AGES

LONGEST = 25
"""Words of an English key message."""


class KeyMessage(TypedBlock):
    """One or two sentences."""


class KeyMessageDirective(TypedBlockDirective):
    """A key message of at most 25 words."""

    node_class = KeyMessage
    prefix = "key"
    fields = {"ages": Codes(AGES, required=False)}

    def validate(self, block: TypedBlock) -> Iterator[str]:
        words = len(block.astext().split())
        if words > LONGEST:
            yield f"it has {words} words, {LONGEST} at most"
