"""How large each edition is, as its readers see it: words, blocks, recommendations."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from builders.editions.queries import grouped
from builders.editions.selection import is_printed, select
from builders.language.sentences import words
from builders.markup.blocks.checklist import CheckItem, Checklist
from builders.markup.blocks.term import Term
from builders.markup.messages import translatable_texts
from builders.markup.raw_doctrees import RawDoctrees, read_raw
from builders.markup.typed_block import TypedBlock
from builders.model.editions import Edition
from builders.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSize:
    """The English text of one edition."""

    words: int
    """Running words; a question counts wherever a checklist prints it."""
    blocks: Mapping[str, int]
    """Typed blocks by type."""
    unused_terms: int = 0
    """Terms that the data has for it, and that its glossary leaves out because its text does not use them."""

    @property
    def block_count(self) -> int:
        """All typed blocks together."""
        return sum(self.blocks.values())


def measure_edition(doctrees: RawDoctrees, edition: Edition, settings: Settings) -> EditionSize:
    """Return the size of the English *edition*."""
    count = left_out = 0
    blocks: Counter[str] = Counter()
    items: list[CheckItem] = []
    lists: list[Checklist] = []
    for docname in filter(edition.carries, doctrees):
        document = read_raw(doctrees[docname])
        left_out += sum(edition.id in term["audience"] and not is_printed(term, edition) for term in _terms(document))
        select(document, edition)
        blocks.update(block.block_type for block in document.findall(TypedBlock))
        lists += document.findall(Checklist)
        defined = list(document.findall(CheckItem))
        items += defined
        for item in defined:
            item.parent.remove(item)
        texts = (text.shown for text in translatable_texts(document) if not text.is_alternative_text)
        count += sum(len(words(text)) for text in texts)
    for query in lists:
        for group in grouped(items, query.attributes, settings.topics):
            count += sum(len(words(node.astext())) for node in group.findall(nodes.paragraph))
    return EditionSize(words=count, blocks=dict(blocks.most_common()), unused_terms=left_out)


def _terms(document: nodes.document) -> Iterator[Term]:
    """Yield the terms of *document* that come from the data."""
    return (term for term in document.findall(Term) if "concept" in term)
