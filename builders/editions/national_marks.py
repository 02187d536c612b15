"""Marks national text for readers: in words, in every format; and strikes what a country does not adopt."""

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from builders.editions.naming import ENGLISH, language_at, mark
from builders.markup.faults import with_ancestors
from builders.markup.messages import TEXT_NODES
from builders.markup.national import LAYER, National, NationalNote, is_withdrawn
from builders.markup.typed_block import TypedBlock
from builders.model.editions import Unit
from builders.model.labels import Labels
from builders.settings import Settings

MARK, NATIONAL, WITHDRAWN = "national-mark", "national", "withdrawn"
"""Classes of the words that mark a passage, of the passage, and of words that are struck."""
NOT_ADOPTED = "not-adopted"
"""The class of a block that is not adopted."""
DEVIATION = "deviation"
"""The class of an entry of the annex."""
WITHDRAWN_LABEL = "adapted/withdrawn"

_LABELLED = (NationalNote, National)
"""What says by its own label whose text it is."""


def label_of(layer: str, settings: Settings) -> str:
    """Return the key of the label that says whose text that of *layer* is."""
    return next(f"adapted/{each.kind.value}" for each in settings.layers if each.id == layer)


class MarkNational(SphinxPostTransform):
    """Puts a mark in words before every national passage, and strikes the text of blocks that are not adopted."""

    default_priority = 6

    def run(self, **kwargs: Any) -> None:
        unit: Unit | None = self.config.cop.unit
        if unit is None or not unit.adaptation:
            return
        for block in self.document.findall(TypedBlock):
            if is_withdrawn(block):
                self._strike(block)
        for passage in list(_outermost(self.document)):
            if isinstance(passage, _LABELLED):
                continue
            passage["classes"].append(NATIONAL)
            if not _goes_on(passage) and not _is_listed(passage):
                self._mark(passage, label_of(passage[LAYER], self.config.cop.settings))

    def _strike(self, block: TypedBlock) -> None:
        block["classes"].append(NOT_ADOPTED)
        own = [text for text in _texts(block) if not any(LAYER in around for around in _around(text, block))]
        for text in own:
            struck = nodes.inline("", "", *text.children, classes=[WITHDRAWN])
            text.children = []
            text += struck
        if own:
            self._put(own[0], WITHDRAWN_LABEL)

    def _mark(self, passage: nodes.Element, key: str) -> None:
        if text := next(_texts(passage), None):
            self._put(text, key)

    def _put(self, text: nodes.Element, key: str) -> None:
        """Put the label called *key* before the words of *text*."""
        unit: Unit = self.config.cop.unit
        labels: Labels = self.config.cop.labels
        is_english = not unit.language.is_source and labels.is_fallback(key)
        tag = ENGLISH if is_english else unit.language.tag
        language = {} if tag == language_at(text, unit) else mark(tag, unit)
        text.insert(0, [nodes.inline("", labels[key], classes=[MARK], **language), nodes.Text(" ")])


def _texts(node: nodes.Element) -> Iterator[nodes.Element]:
    return (each for each in node.findall(nodes.Element) if isinstance(each, TEXT_NODES) and each.children)


def _around(node: nodes.Node, outer: nodes.Element) -> Iterator[nodes.Element]:
    """Yield *node* and what it stands in, below *outer*."""
    while node is not outer and isinstance(node, nodes.Element):
        yield node
        node = node.parent


def _outermost(document: nodes.document) -> Iterator[nodes.Element]:
    """Yield what is national text in *document*, and not a piece of other national text."""
    for node in document.findall(nodes.Element):
        if LAYER in node and not any(LAYER in around for around in _around(node.parent, document)):
            yield node


def _is_listed(passage: nodes.Element) -> bool:
    """Whether *passage* is quoted in the annex, where a label says whose text it is."""
    return any(isinstance(each, nodes.Element) and DEVIATION in each["classes"] for each in with_ancestors(passage))


def _goes_on(passage: nodes.Element) -> bool:
    """Whether *passage* goes on with what the one before it has begun."""
    place = passage.parent.index(passage)
    before = passage.parent.children[place - 1] if place else None
    is_same = isinstance(before, nodes.Element) and before.get(LAYER) == passage[LAYER]
    return is_same and not isinstance(before, (TypedBlock, *_LABELLED)) and not isinstance(passage, TypedBlock)
