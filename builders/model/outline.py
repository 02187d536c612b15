"""The outline of a unit: what it says, in order, for comparisons between languages and between versions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """A typed block, or a message: a piece of text that is translated as one."""

    document: str
    kind: str
    """The type of a block (``recommendation``); ``message`` for a text."""
    id: str
    """The identifier of the block; the name of the message (``msg-`` and 12 hexadecimal digits)."""
    context: str
    """The ``msgctxt`` of a message: its block and its part in it; empty for blocks and for text between blocks."""
    text: str
    """What readers see: the words of a message, the title or the printed number of a block."""
    is_translated: bool
    """Whether the text is in the language of the unit; always true in the source language."""
    references: tuple[str, ...] = ()
    """What a message refers to, sorted: blocks, names, variables, footnotes and links, as authors write them."""
    numbers: tuple[str, ...] = ()
    """The numbers of a message in their order, in plain digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The entries of a unit in reading order."""

    entries: tuple[OutlineEntry, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the counts and the texts of the unit."""
        return {"counts": _counts(self.entries), "texts": [asdict(entry) for entry in self.entries]}


def _counts(entries: Iterable[OutlineEntry]) -> dict[str, Any]:
    messages = [entry for entry in entries if entry.kind == "message"]
    blocks = Counter(entry.kind for entry in entries if entry.kind != "message")
    return {
        "blocks": dict(sorted(blocks.items())),
        "messages": len(messages),
        "translated": sum(entry.is_translated for entry in messages),
    }
