"""What may stand in the text only beside something else (SC-20); the pairs are data."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from builders.checks.checking import Remark, check
from builders.checks.source.passages import Passage
from builders.checks.source.sensitive import advice
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import is_denied, said, whole_words
from builders.language.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Words that are safe only where others stand near them."""

    says: str
    """What is wrong with the words alone, behind them in the message."""
    within: str
    """The part of the text that is looked at: a key of NEAR."""
    words: re.Pattern[str]
    also: re.Pattern[str]
    """Without these, the words speak of something else."""
    needs: re.Pattern[str]
    """With these, they are safe."""
    types: frozenset[str]
    """Types of the blocks in which they are looked for; empty for the whole text."""


_ANY, _NONE = re.compile(""), re.compile(r"(?!)")


@lru_cache(maxsize=1)
def pairs() -> Mapping[str, Pair]:
    """Return every pair of the data, by its name."""
    data = tomllib.loads((Path(__file__).parent / "data" / "unsafe-alone.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            name: Pair(
                says=entry["says"],
                within=entry["within"],
                words=whole_words(entry["words"]),
                also=whole_words(entry["also"]) if "also" in entry else _ANY,
                needs=whole_words(entry["needs"]) if "needs" in entry else _NONE,
                types=frozenset(entry.get("types", ())),
            )
            for name, entry in data.items()
        }
    )


def _sentence(passage: Passage, place: int, source: SourceText) -> str:
    return [text for start, text in sentences(passage.text) if start <= place][-1]


def _passage(passage: Passage, place: int, source: SourceText) -> str:
    return passage.text


def _block(passage: Passage, place: int, source: SourceText) -> str:
    if not passage.blocks:
        return passage.text
    block = source.blocks[passage.blocks[-1]]
    return "\n".join([block.text, *(source.settings.variables[name] for name in block.codes("variables"))])


def _page(passage: Passage, place: int, source: SourceText) -> str:
    return source.documents[passage.document].astext()


NEAR: Mapping[str, Callable[[Passage, int, SourceText], str]] = MappingProxyType(
    {"sentence": _sentence, "passage": _passage, "block": _block, "page": _page}
)
"""The text around a place of a passage in which other words are looked for, by the name of its kind."""


@check("sc-20-unsafe-alone")
def unsafe_alone(source: SourceText) -> Iterator[Remark]:
    """A passage gives advice that is safe only beside something that is missing."""
    for pair in pairs().values():
        for passage in advice(source):
            if pair.types and not pair.types.intersection(passage.types):
                continue
            for match in pair.words.finditer(passage.text):
                near = NEAR[pair.within](passage, match.start(), source)
                is_meant = pair.also.search(near) and not is_denied(passage.text, match.start())
                if is_meant and not pair.needs.search(near):
                    yield passage.remark(f"{said(match)} {pair.says}", offset=match.start())
                    break
