"""Applies the changes of an adaptation: raw doctrees in, raw doctrees out; what is not touched stays the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docutils import nodes

from builders.adaptations.blocks import EXPLANATION, REPLACED, STATEMENT, parts_of
from builders.adaptations.overlays import NationalText, Overlay
from builders.markup.adapt import ADDED
from builders.markup.national import ADAPTED, BASIS, LANGUAGE, LAYER, REASON, National, NationalNote
from builders.markup.raw_doctrees import RawDoctrees, closed, opened
from builders.markup.typed_block import TypedBlock
from builders.model.adaptations import Change, Do, Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A text with the changes of an adaptation; every change is either among those applied or those left."""

    doctrees: RawDoctrees
    applied: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()
    """Those whose block is not there, and those that were not to be applied."""


def resolve(
    doctrees: RawDoctrees, overlay: Overlay, places: Mapping[str, str], *, leaving: Iterable[str] = ()
) -> Resolution:
    """Return *doctrees* with the changes of *overlay*; *places* says in which document a block stands.

    Changes with a key among *leaving* are not applied. The result does not depend on the order of files and changes.
    """
    barred = set(leaving)
    wanted: dict[str, list[NationalText]] = {}
    applied: list[Change] = []
    left: list[Change] = []
    for text in overlay.texts:
        document = places.get(text.change.target)
        if document is None or document not in doctrees or text.change.key in barred:
            left.append(text.change)
            continue
        barred.add(text.change.key)
        applied.append(text.change)
        if text.change.do is not None:
            wanted.setdefault(document, []).append(text)
    changed = {name: _changed(name, doctrees[name], texts, overlay.layer) for name, texts in wanted.items()}
    return Resolution(
        doctrees={name: changed.get(name, data) for name, data in doctrees.items()},
        applied=tuple(applied),
        left=tuple(left),
    )


_ORDER = tuple(Do)


def _changed(name: str, data: bytes, texts: list[NationalText], layer: Layer) -> bytes:
    """Return the raw doctree in *data*, of the document *name*, with the changes *texts* of *layer*."""
    document, pending = opened(data)
    blocks = {block["block_id"]: block for block in document.findall(TypedBlock)}
    for text in sorted(texts, key=_place):
        own = [_adopted(node, document, name, layer) for node in text.nodes]
        _apply(text.change, own, blocks[text.change.target], layer)
        for block in (each for node in own for each in node.findall(TypedBlock)):
            document.ids[block["block_id"]] = block
    return closed(document, pending)


def _place(text: NationalText) -> tuple[str, int, str]:
    # Each new block goes right behind the target: the last one goes in first, so that they stand in their order.
    order = _ORDER.index(text.change.do) if text.change.do else 0
    return (text.change.target, order, "".join(chr(0x10FFFF - ord(letter)) for letter in text.change.block))


def _apply(change: Change, own: list[nodes.Element], block: TypedBlock, layer: Layer) -> None:
    """Do with *block*, in place, what *change* says, whose text is *own*."""
    match change.do:
        case Do.STATEMENT | Do.EXPLANATION | Do.TERM:
            _replace(block, REPLACED[change.do], own)
        case Do.NOTE:
            block += _marked(NationalNote("", *own), layer)
        case Do.WITHDRAW:
            block += _marked(National("", *own, role="reason"), layer)
        case Do.AFTER:
            block.parent.insert(block.parent.index(block) + 1, own)
            new = next(each for each in own if isinstance(each, TypedBlock))
            new["audience"] = list(block["audience"])
            block = new
    _raise(block, change)
    _note(block, change)


def _replace(block: TypedBlock, part: str, own: list[nodes.Element]) -> None:
    """Put *own* where the *part* of *block* stands, or where it would stand."""
    parts = list(parts_of(block))
    old = [child for name, child in parts if name == part]
    if old:
        place = block.index(old[0])
    else:
        behind = {STATEMENT: (), EXPLANATION: (STATEMENT,)}[part]
        before = [child for name, child in parts if name == "title" or name in behind]
        place = block.index(before[-1]) + 1 if before else 0
    for child in old:
        block.remove(child)
    block.insert(place, own)


def _adopted(node: nodes.Element, document: nodes.document, name: str, layer: Layer) -> nodes.Element:
    """Return a copy of *node* that belongs to *document*, called *name*, and says that it is text of *layer*."""
    copy: nodes.Element = node.deepcopy()
    for each in copy.findall():
        each.document = document
        if isinstance(each, nodes.Element) and "refdoc" in each:
            each["refdoc"] = name  # what a link in it leads from
    return _marked(copy, layer)


def _marked(node: nodes.Element, layer: Layer) -> nodes.Element:
    node[LANGUAGE], node[LAYER] = layer.written_in.tag, layer.id
    return node


def _raise(block: TypedBlock, change: Change) -> None:
    """Raise the strength of *block*, in place, and add the codes that *change* adds."""
    if change.strength:
        block["strength"] = change.strength
    for name in ADDED:
        if more := change.added.get(name):
            block[name] = list(dict.fromkeys((*block.get(name, ()), *more)))


def _note(block: TypedBlock, change: Change) -> None:
    """Note at *block*, in place, what was done with it and why."""
    assert change.do is not None
    _add(block, ADAPTED, change.do.value, " ")
    if change.reason:
        _add(block, REASON, change.reason.value, " ")
    if change.basis:
        _add(block, BASIS, change.basis, "; ")


def _add(block: TypedBlock, name: str, word: str, between: str) -> None:
    known = [each for each in str(block.get(name, "")).split(between) if each]
    block[name] = between.join(dict.fromkeys((*known, word)))
