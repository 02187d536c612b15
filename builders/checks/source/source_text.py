"""The whole source as one value that checks read: documents, passages, blocks, registries."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from docutils import nodes

from builders.catalogs.translations import Translations, fill_translations
from builders.checks.checking import Remark
from builders.checks.source.passages import NUMBER, Passage, number, passages_of
from builders.checks.source.wordlists import wordlist
from builders.editions.selection import select
from builders.markup.faults import place_of
from builders.markup.messages import translatable_texts
from builders.markup.raw_doctrees import RawDoctrees, read_raw
from builders.markup.typed_block import BlockTitle, TypedBlock
from builders.model.editions import Edition
from builders.model.findings import Finding, Location
from builders.model.messages import Catalog, Key
from builders.model.terms import Concept, Term
from builders.model.vocabulary import CaseKind
from builders.settings import Settings
from builders.settings.lists import Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A typed block of the source, and the editions that carry it."""

    id: str
    type: str
    document: str
    location: Location
    node: TypedBlock
    editions: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title of the block, empty where it has none."""
        return next((child.astext() for child in self.node.children if isinstance(child, BlockTitle)), "")

    @property
    def text(self) -> str:
        """All words of the block as the author wrote them."""
        return self.node.astext()

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the codes of the option called *name*, none where it is left out."""
        value = self.node.get(name, ())
        return (value,) if isinstance(value, str) else tuple(value)

    def remark(self, message: str) -> Remark:
        """Return a remark on this block."""
        return Remark(location=self.location, message=message, blocks=(self.id,), passage=self.title)


@dataclass(frozen=True, kw_only=True)
class SourceText:
    """The English source with everything that it is checked against."""

    settings: Settings
    lists: Lists
    doctrees: RawDoctrees
    texts: Mapping[str, str]
    """What stands in the files of ``source/``: documents, registries, ledger and drawings, by their path."""
    terms: tuple[Term, ...]
    concepts: tuple[Concept, ...]
    today: date
    faults: tuple[Finding, ...] = ()
    """What is wrong with the documents that nobody could read; they are not among the doctrees."""
    catalogs: Mapping[str, Mapping[str, Catalog]] = field(default_factory=dict)
    """Catalogs by language tag and text domain, for the profiles that look at translations."""
    own_words: Mapping[str, int] = field(default_factory=dict)
    """How many words of its own text the pages of an edition show, for those that promise it and can be built."""

    def words(self, name: str, *more: str) -> re.Pattern[str]:
        """Return a pattern for the words of the guideline's list called *name*, and for *more* words as they stand."""
        return wordlist(self.lists.words_of(name), *more)

    def risks(self, name: str) -> frozenset[str]:
        """Return the codes of the guideline's list of risks called *name*."""
        return self.lists.risks.get(name, frozenset())

    @cached_property
    def documents(self) -> Mapping[str, nodes.document]:
        """The raw doctree of every document, all audiences, its nodes numbered."""
        return {name: number(read_raw(self.doctrees[name])) for name in sorted(self.doctrees)}

    @cached_property
    def carried(self) -> Mapping[str, Mapping[str, frozenset[int]]]:
        """The numbers of the nodes that each edition carries, by document and by edition."""
        return {
            name: {each.id: self._numbers(name, each) for each in self.settings.editions if each.carries(name)}
            for name in self.documents
        }

    def _numbers(self, name: str, edition: Edition) -> frozenset[int]:
        copy = number(read_raw(self.doctrees[name]))
        select(copy, edition)
        return frozenset(node[NUMBER] for node in copy.findall(nodes.Element) if NUMBER in node)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage that some edition prints, in reading order."""
        concepts = {concept.id: concept for concept in self.concepts}
        return tuple(
            passage
            for name, document in self.documents.items()
            for _, passage in passages_of(name, document, self.carried[name], concepts=concepts, settings=self.settings)
            if passage.editions
        )

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """Every typed block, by identifier."""
        return {
            node["block_id"]: Block(
                id=node["block_id"],
                type=node.block_type,
                document=name,
                location=place_of(name, node),
                node=node,
                editions=self.editions_of(name, node),
            )
            for name, document in self.documents.items()
            for node in document.findall(TypedBlock)
        }

    @cached_property
    def messages(self) -> Mapping[str, tuple[Key, ...]]:
        """The messages of every document, in reading order."""
        return {
            name: tuple((text.context, text.text) for text in translatable_texts(document))
            for name, document in self.documents.items()
        }

    @cached_property
    def translations_by_tag(self) -> Mapping[str, Translations]:
        """What readers of each language see of its catalogs, by tag."""
        languages, layers = {language.tag: language for language in self.settings.languages}, self.settings.layers
        return {tag: fill_translations(languages[tag], catalogs, layers) for tag, catalogs in self.catalogs.items()}

    @property
    def adult_editions(self) -> tuple[Edition, ...]:
        """The editions whose readers are adults."""
        return tuple(edition for edition in self.settings.editions if not edition.is_for_children)

    def editions_of(self, document: str, node: nodes.Element) -> tuple[str, ...]:
        """Return the ids of the editions that carry *node* of *document*."""
        return tuple(edition for edition, numbers in self.carried[document].items() if node[NUMBER] in numbers)

    def is_documented(self, passage: Passage) -> bool:
        """Whether *passage* stands in a case that is known from sources."""
        kinds = (self.blocks[name].node.get("kind") for name in passage.blocks if name in self.blocks)
        return "case" in passage.types and CaseKind.DOCUMENTED.value in kinds

    def of_type(self, *types: str) -> Iterator[Block]:
        """Yield the blocks of the *types* named."""
        return (block for block in self.blocks.values() if block.type in types)

    def place(self, path: str, pattern: str) -> Location:
        """Return the first line of the file *path* in which the regular expression *pattern* is found."""
        text = self.texts.get(path, "")
        match = re.search(pattern, text, re.MULTILINE)
        return Location(path, text.count("\n", 0, match.start()) + 1 if match else 0)
