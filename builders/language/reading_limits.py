"""How long the sentences of a translation may be for its readers (``reading.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """What a text for readers of one kind keeps to."""

    longest: int
    """Words of a sentence; in Chinese, characters."""
    mean: float
    """Words a sentence over a whole page."""
    lix: float
    """0 where the formula says nothing about the language."""


@cache
def reading_limits(tag: str) -> Mapping[str, ReadingLimits]:
    """Return the limits of the language *tag* by the name of the band; none where nobody has set them."""
    tables = tomllib.loads(Path(__file__).with_name("reading.toml").read_text(encoding="utf-8"))
    own = tables.get(tag) or tables.get(tag.partition("-")[0], {})
    return MappingProxyType({band: ReadingLimits(**values) for band, values in own.items()})
