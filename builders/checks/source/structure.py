"""Structure: no sentence under a condition, no reference that an edition cannot follow, no outside link."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes

from builders.checks.checking import Remark, check
from builders.checks.source.source_text import SourceText
from builders.markup.audience import Audience
from builders.markup.faults import place_of
from builders.markup.skeletons import PLACEHOLDER
from builders.markup.typed_block import blocks_around
from builders.settings.declared import EDITIONS

OUTSIDE_HOSTS = ("example.org", "www.example.org")
"""Hosts that the text may link to; the base edition needs none."""

_ENDED = re.compile(r"[.!?…][\"”’)\]]*\s*$")


def _remark(document: str, node: nodes.Node, message: str) -> Remark:
    around = tuple(each["block_id"] for each in blocks_around(node))
    return Remark(
        location=place_of(document, node), message=message, blocks=around, passage=" ".join(node.astext().split())
    )


@check("inline-condition")
def inline_condition(source: SourceText) -> Iterator[Remark]:
    """A sentence begins or goes on inside a condition."""
    for name, document in source.documents.items():
        for wrapper in document.findall(Audience):
            before = _before(wrapper)
            if isinstance(before, nodes.paragraph) and not _ENDED.search(before.astext()):
                yield _remark(name, before, "the sentence goes on inside a condition")
        for paragraph in document.findall(nodes.paragraph):
            if _begins_small(paragraph):
                yield _remark(name, paragraph, "the paragraph begins in the middle of a sentence")


def _before(node: nodes.Node) -> nodes.Node | None:
    """Return the sibling before *node*."""
    siblings = node.parent.children
    place = siblings.index(node)
    return siblings[place - 1] if place else None


def _begins_small(paragraph: nodes.paragraph) -> bool:
    """Whether *paragraph* begins with a small letter at a border of a condition; lists and cells may."""
    at_border = isinstance(paragraph.parent, Audience) or isinstance(_before(paragraph), Audience)
    return at_border and paragraph.astext()[:1].islower()


@check("dead-document-reference")
def dead_document_reference(source: SourceText) -> Iterator[Remark]:
    """A reference to a page or section leads nowhere in an edition that carries it."""
    labels = _labels(source)
    for name, document in source.documents.items():
        for node in document.findall(addnodes.pending_xref):
            if node.get("reftype") not in ("doc", "ref"):
                continue
            target = _target(node, name, labels, source)
            if target is None:
                yield _remark(name, node, f"there is no page or section “{node['reftarget']}”")
                continue
            lost = [each for each in source.editions_of(name, node) if not _is_carried(target, each, source)]
            if lost:
                yield _remark(name, node, f"“{node['reftarget']}” is not carried by: {', '.join(lost)}")
        for contents in document.findall(addnodes.toctree):
            yield from _uncarried(contents, name, source)


def _uncarried(contents: addnodes.toctree, name: str, source: SourceText) -> Iterator[Remark]:
    """Yield the pages in *contents*, of the document *name*, that editions with that list do not carry."""
    for page in contents["includefiles"]:
        editions = source.editions_of(name, contents)
        lost = [each for each in editions if not source.settings.edition(each).carries(page)]
        if lost:
            yield _remark(name, contents, f"the listed page “{page}” is not carried by: {', '.join(lost)}")


def _labels(source: SourceText) -> Mapping[str, tuple[str, nodes.Element]]:
    """Return the document and the node of every explicit label."""
    return {
        label: (name, target)
        for name, document in source.documents.items()
        for target in document.findall(nodes.target)
        for label in (*target["names"], *target["ids"])
    }


def _target(
    node: addnodes.pending_xref, name: str, labels: Mapping[str, tuple[str, nodes.Element]], source: SourceText
) -> tuple[str, nodes.Element | None] | None:
    wanted = str(node["reftarget"])
    if node["reftype"] == "ref":
        return labels.get(wanted.lower())
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), wanted)).lstrip("/")
    return (path, None) if path in source.documents else None


def _is_carried(target: tuple[str, nodes.Element | None], edition: str, source: SourceText) -> bool:
    document, node = target
    if node is None:
        return edition in source.carried[document]
    return edition in source.editions_of(document, node)


@check("outside-link")
def outside_link(source: SourceText) -> Iterator[Remark]:
    """A link leads to another host, or does not use https."""
    for name, document in source.documents.items():
        for node in document.findall(nodes.reference):
            address = urlsplit(str(node.get("refuri", "")))
            if address.scheme == "http":
                yield _remark(name, node, f"the link to {address.netloc} is not protected by https")
            elif address.scheme == "https" and address.netloc not in OUTSIDE_HOSTS:
                yield _remark(name, node, f"the link leads to {address.netloc}")


@check("unwritten-text")
def unwritten_text(source: SourceText) -> Iterator[Remark]:
    """A passage still holds the words that a skeleton came with."""
    for passage in source.passages:
        if PLACEHOLDER.rstrip(".") in passage.text:
            yield passage.remark(f"“{PLACEHOLDER}” was left in the text", offset=passage.text.index(PLACEHOLDER[:-1]))


@check("annex-missing")
def annex_missing(source: SourceText) -> Iterator[Remark]:
    """An edition names an annex that is none of its pages."""
    for edition in source.settings.editions:
        pages = [name for name in source.documents if edition.carries(name)]
        for pattern in edition.annexes:
            if not any(fnmatch(name, pattern) for name in pages):
                place = source.place(EDITIONS, rf'"{re.escape(pattern)}"')
                yield Remark(location=place, message=f"{edition.id}: none of its pages is the annex “{pattern}”")
