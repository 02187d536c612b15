"""Footnotes: every source that a page cites becomes a note, and all notes of a page count in reading order."""

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.editions.naming import mark
from builders.markup.faults import with_ancestors
from builders.markup.references import Citation
from builders.model.editions import Unit
from builders.model.registries import Source

CITED = "cited"
"""Class of what names a source; it stands in the language of the source."""
ADDRESS = "address"
"""Class of an address that is printed as it is."""

Mark = Citation | nodes.footnote_reference
Page = nodes.document | addnodes.start_of_file


def reference_to(source: Source, unit: Unit) -> list[nodes.Node]:
    """Return who wrote *source*, its title, year and identifier, in its language, and the address that leads to it.

    An identifier with which the address ends, such as a DOI behind ``https://doi.org/``, is said once.
    """
    words = [
        nodes.Text(f"{_ended(source.author)} "),
        nodes.emphasis("", source.title),
        nodes.Text(f"{'' if _is_ended(source.title) else '.'} {source.year}."),
    ]
    if source.identifier and not source.address.endswith(f"/{source.identifier.removeprefix('doi:')}"):
        words.append(nodes.Text(f" {_ended(source.identifier)}"))
    language = {} if source.language == unit.language.tag else mark(source.language, unit)
    address = nodes.reference("", source.address, refuri=source.address, classes=[ADDRESS])
    return [nodes.inline("", "", *words, classes=[CITED], **language), nodes.Text(" "), address]


def _ended(text: str) -> str:
    return text if _is_ended(text) else f"{text}."


def _is_ended(text: str) -> bool:
    """Whether *text* has a mark of its own at its end, perhaps inside quotation marks."""
    return text.rstrip("”’»“\"'」』").endswith((".", "?", "!", "…", "。", "？", "！", "．", "؟", "۔"))


class NumberFootnotes(SphinxPostTransform):
    """Makes a footnote of every source that a page cites, and lets its footnotes follow each other as they are met.

    It comes after what is printed elsewhere than it was written, such as questions of checklists, has been put there.
    """

    default_priority = 6

    def run(self, **kwargs: Any) -> None:
        if self.config.cop.unit is not None:
            for page in list(_pages(self.document)):
                self._number(page)

    def _number(self, page: Page) -> None:
        found = list(_of_page(page, nodes.footnote, Citation, nodes.footnote_reference))
        notes = {note["ids"][0]: note for note in found if isinstance(note, nodes.footnote)}
        marks: list[Mark] = [each for each in found if not isinstance(each, nodes.footnote)]
        # A mark inside a note is met when all the text has been read.
        marks.sort(key=lambda mark: any(isinstance(each, nodes.footnote) for each in with_ancestors(mark)))
        references = []
        for each in marks:
            _close_up(each)
            references.append(self._cite(each, notes) if isinstance(each, Citation) else each)
        met = dict.fromkeys(each["refid"] for each in references)
        order = [*(name for name in met if name in notes), *(name for name in notes if name not in met)]
        for each in references:
            if each["refid"] in notes:
                each.children = []
                each += nodes.Text(str(order.index(each["refid"]) + 1))
        for number, name in enumerate(order, 1):
            _move_to_the_end(notes[name], page, str(number))

    def _cite(self, citation: Citation, notes: dict[str, nodes.footnote]) -> nodes.footnote_reference:
        """Put a mark in the place of *citation*, its note among *notes*, and return the mark."""
        code = citation["code"]
        name = f"note_{code}"
        if name not in notes:
            words = reference_to(self.config.cop.settings.sources[code], self.config.cop.unit)
            notes[name] = nodes.footnote("", nodes.label(), nodes.paragraph("", "", *words), ids=[name], backrefs=[])
        note = notes[name]
        note["backrefs"].append(f"cited_{code}_{len(note['backrefs']) + 1}")
        mark = nodes.footnote_reference("", "", refid=name, ids=note["backrefs"][-1:])
        citation.replace_self(mark)
        return mark


def _pages(document: nodes.document) -> Iterator[Page]:
    """Yield the pages of *document*, which is one, or all of an edition."""
    yield document
    yield from document.findall(addnodes.start_of_file)


def _of_page(node: nodes.Element, *types: type[nodes.Element]) -> Iterator[Any]:
    """Yield the nodes of *types* in *node*, a page, that stand on no other page inside it."""
    for child in list(node.children):
        if isinstance(child, types):
            yield child
        if isinstance(child, nodes.Element) and not isinstance(child, addnodes.start_of_file):
            yield from _of_page(child, *types)


def _close_up(mark: Mark) -> None:
    """Take away the space before *mark* that markup needs: it stands at the end of a word or a sentence."""
    place = mark.parent.index(mark)
    before = mark.parent[place - 1] if place else None
    if isinstance(before, nodes.Text):
        words = before.astext().rstrip()
        mark.parent[place - 1 : place] = [nodes.Text(words)] if words else []


def _move_to_the_end(note: nodes.footnote, page: Page, number: str) -> None:
    """Let *note* be the last of *page*, with *number* in front of it."""
    label = next(child for child in note.children if isinstance(child, nodes.label))
    label.children = []
    label += nodes.Text(number)
    if note.parent is not None:
        note.parent.remove(note)
    heading = [child for child in page.children if isinstance(child, nodes.section)]
    (heading[-1] if heading else page).append(note)
