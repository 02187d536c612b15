"""What may stand in the text only beside something else (SC-20); the pairs are data."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from builders.checks.checking import Remark, check
from builders.checks.source.passages import Passage
from builders.checks.source.sensitive import advice
from builders.checks.source.source_text import SourceText
from builders.checks.source.wordlists import is_denied, said, wordlist
from builders.language.sentences import sentences
from builders.settings.lists import WITHIN, WordList


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
    dict(zip(WITHIN, (_sentence, _passage, _block, _page), strict=True))
)
"""The text around a place of a passage in which other words are looked for, by the name of its kind."""


@check("sc-20-unsafe-alone")
def unsafe_alone(source: SourceText) -> Iterator[Remark]:
    """A passage gives advice that is safe only beside something that is missing."""
    for pair in source.lists.unsafe.values():
        found, also, needs = (wordlist(WordList(words=words)) for words in (pair.words, pair.also, pair.needs))
        for passage in advice(source):
            if pair.types and not {*pair.types}.intersection(passage.types):
                continue
            for match in found.finditer(passage.text):
                near = NEAR[pair.within](passage, match.start(), source)
                is_meant = (not pair.also or also.search(near)) and not is_denied(passage.text, match.start())
                if is_meant and not needs.search(near):
                    yield passage.remark(f"{said(match)} {pair.says}", offset=match.start())
                    break
