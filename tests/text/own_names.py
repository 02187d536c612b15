"""What only this guideline calls its blocks and the people of its story."""

from __future__ import annotations

from collections.abc import Iterator

from builders.markup import BLOCKS
from tests.real_text import real_settings


def blocks_and_people() -> Iterator[str]:
    """Yield patterns of the identifiers of blocks by their homes, and of the characters in every language."""
    settings = real_settings()
    homes = "|".join(edition.home for edition in settings.editions)
    prefixes = "|".join(block.prefix for block in BLOCKS.values())
    yield rf"\b(?i:{prefixes})[-_\u2011](?i:{homes})[-_\u2011]"
    for slug, person in settings.characters.items():
        yield rf"\bchr-{slug}\b|:(?:who|characters):.* {slug}\b"
        yield from (rf"(?<!\w){name}(?!\w)" for name in sorted(set(person.names.values())))
