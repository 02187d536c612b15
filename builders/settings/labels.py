"""The English words that the writers print themselves, kept as data beside this module."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from builders.model.editions import Edition


@lru_cache(maxsize=1)
def writers_labels() -> Mapping[str, str]:
    """Return the key of every label of the writers (its ``msgctxt``) and its English text, in the order of the file."""
    sections = tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))
    return MappingProxyType({key: text for section in sections.values() for key, text in section.items()})


def edition_labels(editions: tuple[Edition, ...]) -> Iterator[tuple[str, str]]:
    """Yield the key and English text of everything that names an edition."""
    for edition in editions:
        yield f"edition/{edition.id}/title", edition.title
        yield f"edition/{edition.id}/short-title", edition.short_title
        yield f"edition/{edition.id}/reference", edition.reference
        yield f"edition/{edition.id}/description", edition.description
