"""Passages: the text of the source as a reader meets it, without markup, with its place and its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docutils import nodes

from builders.checks.checking import Remark
from builders.checks.source.bands import age_of_block, age_of_document, readers_of
from builders.language.sentences import sentences, words
from builders.markup.faults import place_of
from builders.markup.messages import TranslatableText, translatable_texts
from builders.markup.typed_block import TypedBlock, blocks_around
from builders.model.findings import Location
from builders.model.readers import Band
from builders.model.terms import Concept
from builders.settings import Settings

NUMBER = "check-number"
"""Attribute that every node of a raw doctree gets, so that it is known again in a selected copy."""

TITLES = ("title", "heading")
"""Roles of passages that are no sentences."""

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, title, cell or alternative text, without what the programs fill in.

    Names of instruments and organisations, values of facts and variables, and references
    without a text of their own are left out: nobody typed them.
    """

    document: str
    location: Location
    text: str
    role: str
    """``text``, ``title``, ``heading``, ``alt``, or the name of a part."""
    blocks: tuple[str, ...] = ()
    """Identifiers of the blocks it stands in, the innermost first."""
    types: tuple[str, ...] = ()
    """Types of the same blocks."""
    editions: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()

    @property
    def is_for_children(self) -> bool:
        """Whether children read it."""
        return any(band.are_children for band in self.bands)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the passage, each with its own line."""
        for start, text in sentences(self.text):
            yield Sentence(text=text, passage=self, location=self.at(start))

    def at(self, offset: int) -> Location:
        """Return where the letter at *offset* stands; lines of the text are lines of the file."""
        return replace(self.location, line=self.location.line + self.text.count("\n", 0, offset))

    def without_quotations(self) -> str:
        """Return the text with what somebody says in it blanked."""
        return _QUOTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.text)

    def remark(self, message: str, *, offset: int = 0, hint: str = "") -> Remark:
        """Return a remark on this passage."""
        said = " ".join(self.text.split())
        return Remark(location=self.at(offset), message=message, hint=hint, blocks=self.blocks, passage=said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a passage."""

    text: str
    passage: Passage
    location: Location

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(words(self.text))

    def remark(self, message: str) -> Remark:
        """Return a remark on this sentence."""
        return replace(self.passage.remark(message), location=self.location, passage=self.text)


def number(document: nodes.document) -> nodes.document:
    """Number the nodes of *document*, in place, and return it."""
    for count, node in enumerate(document.findall(nodes.Element)):
        node[NUMBER] = count
    return document


def plain_text(node: nodes.Node) -> str:
    """Return what an author has typed in *node* as running text; lines stay lines."""
    if isinstance(node, nodes.Text):
        return str(node)
    if isinstance(node, (nodes.footnote_reference, nodes.system_message, nodes.literal)):
        return " "
    return "".join(plain_text(child) for child in node.children) if node.children else " "


def passages_of(
    name: str,
    document: nodes.document,
    carried: Mapping[str, frozenset[int]],
    *,
    concepts: Mapping[str, Concept],
    settings: Settings,
) -> Iterator[tuple[TranslatableText, Passage]]:
    """Yield the texts of the numbered *document* called *name*, each with its passage.

    *carried* has the numbers of the nodes that each edition carries.
    """
    known = {edition.id: edition for edition in settings.editions}
    held = list(document.findall(TypedBlock))
    messages = [block for block in held if block.block_type == "keymessage" and "ages" in block]
    named = [age for block in messages for age in block["ages"]]
    between = age_of_document((block.block_type for block in held), named)
    for text in translatable_texts(document):
        around = blocks_around(text.node)
        carriers = tuple(edition for edition, numbers in carried.items() if text.node[NUMBER] in numbers)
        types = tuple(block.block_type for block in around)
        role = text.context.rpartition("/")[2] or _role(text)
        ages = [age for block in around if "ages" in block for age in block["ages"]]
        age = age_of_block(types, ages, role, between)
        yield (
            text,
            Passage(
                document=name,
                location=_location(name, text, around, concepts),
                text=text.text if text.attribute else plain_text(text.node),
                role=role,
                blocks=tuple(block["block_id"] for block in around),
                types=types,
                editions=carriers,
                bands=readers_of(age, [known[each].band for each in carriers], settings.bands),
            ),
        )


def _role(text: TranslatableText) -> str:
    if text.attribute:
        return "alt" if text.is_alternative_text else "heading"
    return "heading" if isinstance(text.node, (nodes.title, nodes.subtitle, nodes.rubric)) else "text"


def _location(name: str, text: TranslatableText, around: list[TypedBlock], concepts: Mapping[str, Concept]) -> Location:
    """Return where the text is written: a term of the glossary, in the data."""
    concept = concepts.get(around[0].get("concept", "")) if around else None
    return Location("locale/definitions.csv", concept.line) if concept else place_of(name, text.node, text.line)
