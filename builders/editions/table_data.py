"""What overviews are made from and made of: the blocks of the edition, and cells in the language of its readers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.util import docname_join

from builders.editions.naming import Name, Voice, inline_name, marked
from builders.editions.outline import part_paragraphs
from builders.markup.references import NOTE_MARKS, BlockReference
from builders.markup.unit_state import KnownBlock

Cell = list[nodes.Node]
Row = list[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it will stand in the text."""

    head: Row
    rows: list[Row]
    widths: tuple[int, ...]
    """The widths of its columns in hundredths."""
    has_row_heads: bool = True
    """Whether the first column names the rows; a whole sentence would be read out with every cell of its row."""
    title: Cell = field(default_factory=list)
    """What tells it from others of the same overview; nothing where it is the only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Voice):
    """What the tables are made from."""

    blocks: Mapping[str, KnownBlock]
    """The typed blocks of the unit, in reading order."""
    env: BuildEnvironment

    def of_type(self, name: str) -> list[KnownBlock]:
        """Return the blocks of the type called *name*."""
        return [block for block in self.blocks.values() if block.type == name]

    def label(self, key: str) -> Cell:
        """Return the label called *key* as inline text, marked where it falls back to English."""
        return self.marked(self.labels[key], "en" if self.labels.is_fallback(key) else self.unit.language.tag)

    def filled(self, key: str, **places: Cell) -> Cell:
        """Return the label pattern *key* as inline text, its named places filled with *places*."""
        tag = "en" if self.labels.is_fallback(key) else self.unit.language.tag
        cell: Cell = []
        for part in re.split(r"\{([a-z]+)\}", self.labels[key]):
            cell += places[part] if part in places else self.marked(part, tag) if part else []
        return cell

    def marked(self, text: str, tag: str) -> Cell:
        """Return *text* in the language *tag* as inline text, marked where that is not the language of the unit."""
        if tag == self.unit.language.tag:
            return [nodes.Text(text)]
        return [marked([nodes.Text(text)], tag, self.unit)]

    def named(self, name: Name, kind: str) -> Cell:
        """Return *name*, of the *kind* that its class says, as inline text: in another language it is no fallback."""
        return [nodes.Text(name.text) if name.tag == self.unit.language.tag else inline_name(name, kind, self)]

    def links(self, identifiers: Iterable[str]) -> Cell:
        """Return references to the blocks called *identifiers* as a list in running text."""
        return self.listed([BlockReference("", "", target=identifier)] for identifier in identifiers)

    def names(self, prefix: str, codes: Iterable[str]) -> Cell:
        """Return the labels of *codes*, whose keys begin with *prefix*, as a list in running text."""
        return self.listed(self.label(f"{prefix}/{code}") for code in codes)

    def listed(self, items: Iterable[Cell]) -> Cell:
        """Return *items* as a list in running text, with the separator of the language."""
        between = self.labels.fill("list-pair", first="", second="")
        cell: Cell = []
        for item in items:
            cell += [nodes.Text(between)] if cell else []
            cell += item
        return cell

    def quoted(self, passages: Iterable[nodes.Element], block: KnownBlock) -> Cell:
        """Return the words of *passages* of *block* once more, for another place in the edition.

        What is English there stays marked as English; the marks of footnotes, whose notes stand there, are left out.
        """
        cell: Cell = []
        for passage in passages:
            words = [word for child in passage.children for word in _copies(child, block.docname, self._here)]
            cell += [nodes.Text(" ")] if cell else []
            cell += [marked(words, passage["lang"], self.unit)] if passage.get("lang") else words
        return cell

    @property
    def _here(self) -> str:
        return self.env.current_document.docname


def statement(block: KnownBlock) -> nodes.Element:
    """Return the first paragraph of the body of *block*: the recommendation itself, the question of an indicator."""
    assert block.node is not None
    return next(child for child in block.node.children if isinstance(child, nodes.paragraph))


def part(block: KnownBlock, name: str) -> list[nodes.paragraph]:
    """Return the paragraphs of the part of *block* called *name*; none where it has no such part."""
    assert block.node is not None
    return part_paragraphs(block.node, name)


def _copies(node: nodes.Node, there: str, here: str) -> Iterator[nodes.Node]:
    """Yield a copy of *node* of the document *there* that can stand in the document *here*, if it can."""
    if isinstance(node, (*NOTE_MARKS, nodes.target)):
        return
    if isinstance(node, nodes.Text):
        # The space before a mark is there for the markup alone.
        is_before_mark = isinstance(node.next_node(descend=False, siblings=True), NOTE_MARKS)
        yield nodes.Text(node.rstrip()) if is_before_mark else node.deepcopy()
        return
    assert isinstance(node, nodes.Element)
    copy: nodes.Element = node.copy()
    copy["ids"], copy["names"] = [], []
    if isinstance(copy, addnodes.pending_xref):
        if copy["reftype"] == "doc":
            copy["reftarget"] = f"/{docname_join(copy.get('refdoc', there), copy['reftarget'])}"
        copy["refdoc"] = here
    copy += [each for child in node.children for each in _copies(child, there, here)]
    yield copy
