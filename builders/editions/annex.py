"""The annex of every adult edition of an adaptation, as a page of raw doctrees: what is different, why, and by whom."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes

from builders.adaptations.blocks import NOTE, REASON, REPLACED, national_part, parts_of
from builders.editions.adapted_source import AdaptedText
from builders.editions.selection import select
from builders.markup.annex import BASE_TEXT, BASIS, BY, OWN_TEXT, Annex, AnnexEntry
from builders.markup.messages import HOME, Quoted
from builders.markup.national import LAYER
from builders.markup.raw_doctrees import RawDoctrees, closed, opened, read_raw
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.model.adaptations import Deviation, Do
from builders.model.editions import Edition
from builders.settings.adaptations import annex_name

Blocks = Mapping[str, TypedBlock]


def with_annexes(text: AdaptedText) -> RawDoctrees:
    """Return the raw doctrees of *text*, in every adult edition with its annex as the last page."""
    doctrees = dict(text.doctrees)
    for edition in text.settings.editions:
        if not edition.is_for_children:
            name = annex_name(edition)
            doctrees[name] = _page(text, edition, f"{text.settings.source}/{edition.root}.rst")
            doctrees[edition.root] = _listing(doctrees[edition.root], name)
    return doctrees


def _listing(data: bytes, name: str) -> bytes:
    """Return the opening page in *data* with the page *name* at the end of its contents."""
    document, pending = opened(data)
    contents = list(document.findall(addnodes.toctree))
    if contents:
        contents[-1]["entries"].append((None, name))
        contents[-1]["includefiles"].append(name)
    return closed(document, pending)


def _page(text: AdaptedText, edition: Edition, path: str) -> bytes:
    bare: Any = nodes.document
    document: nodes.document = bare(None, None)
    document["source"] = path
    section = nodes.section("", nodes.title(), ids=["differences"], classes=["annex"])
    section += Annex(degree=text.degree(edition).value, base=text.guidelines.settings.version)
    section += list(_entries(text, edition))
    document += section
    for node in document.findall():
        if node.source is None:
            node.source, node.line = path, 1
    document.transformer = document.reporter = document.settings = None  # type: ignore[assignment]
    return closed(document, [])


def _entries(text: AdaptedText, edition: Edition) -> Iterator[AnnexEntry]:
    below: RawDoctrees = text.guidelines.doctrees
    for layer in text.layers:
        above = layer.resolution.doctrees
        applied = {change.key for change in layer.resolution.applied}
        for each in sorted(layer.annex, key=_place):
            if each.change.do is None or each.change.key not in applied or not edition.carries(each.document):
                continue
            then, now = (_carried(doctrees[each.document], edition) for doctrees in (below, above))
            if each.change.target in then:
                yield _entry(each, then, now, text.settings.project)
        below = above


_ORDER = tuple(Do)


def _place(deviation: Deviation) -> tuple[str, int, str]:
    """Return what entries are sorted by: the block, then what is done with it."""
    change = deviation.change
    return (change.target, _ORDER.index(change.do) if change.do else -1, change.block)


def _carried(data: bytes, edition: Edition) -> Blocks:
    """Return the blocks of the document in *data* that *edition* carries."""
    document = read_raw(data)
    select(document, edition)
    return {block["block_id"]: block for block in document.findall(TypedBlock)}


def _entry(deviation: Deviation, then: Blocks, now: Blocks, project: Path) -> AnnexEntry:
    change, document = deviation.change, deviation.document
    entry = AnnexEntry(
        target=change.block or change.target,
        do=change.do.value if change.do else "",
        reason=change.reason.value if change.reason else "",
        instruments=list(change.instruments),
        on=change.on.isoformat() if change.on else "",
        changed=[(name, was, is_) for name, (was, is_) in deviation.attributes.items()],
        layer_of=change.layer,
    )
    base, own = _base(deviation, then), _own(deviation, now)
    entry += _quotation(BASE_TEXT, change.target, base, document)
    entry += _quotation(OWN_TEXT, change.block or change.target, own, document)
    for role, said in ((BASIS, [change.basis]), (BY, change.by)):
        words = [nodes.paragraph(each, each) for each in said if each]
        part = BlockPart("", *words, part=role, **{LAYER: change.layer})
        for node in part.findall():
            node.source, node.line = f"{project}/{change.place.path}", change.place.line
        entry += _quotation(role, change.block or change.target, [part] if words else [], document)
    return entry


def _quotation(role: str, identifier: str, children: list[nodes.Element], document: str) -> list[nodes.Element]:
    copies = [child.deepcopy() for child in children]
    return [Quoted("", *copies, role=role, block_id=identifier, **{HOME: document})] if copies else []


def _base(deviation: Deviation, blocks: Blocks) -> list[nodes.Element]:
    """Return what *blocks*, those of the text below, say in the place of the *deviation*."""
    block, do = blocks[deviation.change.target], deviation.change.do
    if do is Do.WITHDRAW:
        return [child for _, child in parts_of(block)][:1]
    wanted = REPLACED.get(do, "") if do else ""
    return [child for part, child in parts_of(block) if part == wanted]


def _own(deviation: Deviation, blocks: Blocks) -> list[nodes.Element]:
    """Return what *blocks*, those of the adaptation, say in the place of the *deviation*."""
    change = deviation.change
    if change.do is Do.AFTER:
        block = blocks[change.block]
        for child in block.children:
            if isinstance(child, nodes.Element):
                child[LAYER] = change.layer
        return [child for child in block.children if isinstance(child, nodes.Element)]
    added = {Do.NOTE: NOTE, Do.WITHDRAW: REASON}
    wanted = REPLACED.get(change.do, "") if change.do else ""
    if change.do in added:
        wanted = national_part(added[change.do], change.layer)
    return [child for part, child in parts_of(blocks[change.target]) if part == wanted]
