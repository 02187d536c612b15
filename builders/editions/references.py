"""References to blocks: a link within the edition, a linked name across editions."""

import re
from collections.abc import Iterator, Set
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import docname_join, logging

from builders.editions.glossary import term_name
from builders.editions.inventory import carrying_edition, locate_blocks
from builders.editions.naming import ENGLISH, Name, language_at, mark, marked, title_name
from builders.language.typography import typography
from builders.markup import faults
from builders.markup.blocks.checklist import CheckItem
from builders.markup.blocks.indicator import Indicator
from builders.markup.blocks.recommendation import Recommendation
from builders.markup.references import BlockReference, Citation
from builders.markup.typed_block import BlockTitle, TypedBlock, blocks_around
from builders.markup.unit_state import KnownBlock, state_of
from builders.model.addresses import page_in_language, published_page, to_language, to_opening_page
from builders.model.editions import Edition, Format, Unit
from builders.model.identifiers import printed
from builders.model.labels import Labels
from builders.settings import Settings

PRINTED_ELSEWHERE = (CheckItem, Recommendation, Indicator)
"""Blocks whose words checklists and overviews print on other pages."""

logger = logging.getLogger(__name__)


class BlockCollector(EnvironmentCollector):
    """Remembers where the typed blocks of the unit stand."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        state = state_of(env)
        for identifier in [key for key, block in state.blocks.items() if block.docname == docname]:
            del state.blocks[identifier]
        for identifier in [key for key, place in state.claims.items() if place[0] == docname]:
            del state.claims[identifier]
        state.messages.pop(docname, None)
        state.citations.pop(docname, None)
        state.english_titles.pop(docname, None)

    def merge_other(self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment) -> None:
        state, added = state_of(env), state_of(other)
        state.blocks.update(added.blocks)
        state.messages.update({name: counts for name, counts in added.messages.items() if name in docnames})
        state.english_titles.update(added.english_titles)
        state.citations.update(added.citations)
        for identifier, (docname, place) in added.claims.items():
            _, first = state.claims.setdefault(identifier, (docname, place))
            if docname in docnames and first != place:
                message = f"the identifier {identifier} is used twice, first at {first}"
                message += "; give one of them the next free one"
                faults.report(message, f"{app.config.cop.settings.project}/{place}", code="id-twice")

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        env = app.env
        for block in doctree.findall(TypedBlock):
            title = next((child for child in block.children if isinstance(child, BlockTitle)), None)
            state_of(env).blocks[block["block_id"]] = KnownBlock(
                docname=env.current_document.docname,
                type=block.block_type,
                text=title.astext() if title else printed(block["block_id"]),
                tag=title.get("lang", "") if title is not None else "",
                attributes=dict(block.attributes),
                node=_detached(block) if isinstance(block, PRINTED_ELSEWHERE) else None,
            )
        citations = [(each["code"], _question_around(each)) for each in doctree.findall(Citation)]
        state_of(env).citations[env.current_document.docname] = citations
        titles = (each for kind in (nodes.title, nodes.caption) for each in doctree.findall(kind) if "lang" in each)
        names = {name for each in titles for name in each.parent["ids"]}
        state_of(env).english_titles[env.current_document.docname] = names


def _question_around(node: nodes.Node) -> str:
    """Return the identifier of the question that *node* stands in; nothing where it stands in none."""
    return next((block["block_id"] for block in blocks_around(node) if isinstance(block, CheckItem)), "")


def _detached(block: TypedBlock) -> TypedBlock:
    """Return a copy of *block* that holds on to nothing of its document."""
    copy: TypedBlock = block.deepcopy()
    for node in copy.findall():
        node._document = None  # type: ignore[attr-defined]
    return copy


def sort_blocks(app: Sphinx, env: BuildEnvironment) -> None:
    """Bring the typed blocks of the unit into reading order."""
    state = state_of(env)
    order = {docname: place for place, docname in enumerate(reading_order(env, env.config.root_doc))}
    state.blocks = dict(sorted(state.blocks.items(), key=lambda block: order.get(block[1].docname, len(order))))


def reading_order(env: BuildEnvironment, docname: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield *docname* and the documents below it, as its contents lists name them; a circle is cut and reported."""
    yield docname
    children = env.toctree_includes.get(docname, [])
    for child in [*children]:
        if child in (docname, *above):
            # Sphinx would follow a circle until the program fails.
            children.remove(child)
            message = f"the contents list leads back to “{child}”, which leads here; take it out"
            faults.report(message, docname, code="contents-circle")
        else:
            yield from reading_order(env, child, (docname, *above))


class ResolveBlockReferences(SphinxPostTransform):
    """Replaces every BlockReference by what the format can offer, and marks titles in another language than theirs."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(BlockReference)):
            node.replace_self(self._within(node) or self._across(node))
        for xref in list(self.document.findall(addnodes.pending_xref)):
            tag = "" if xref["refexplicit"] else self._tag_of_title(xref)
            if tag and tag != language_at(xref, self.config.cop.unit):
                # Sphinx puts the title there later, as plain text.
                xref.replace_self(marked([xref.deepcopy()], tag, self.config.cop.unit))

    def _tag_of_title(self, node: addnodes.pending_xref) -> str:
        """Return the tag of the language of the title that *node* refers to; nothing where it is no title of ours."""
        unit: Unit = self.config.cop.unit
        if node["reftype"] == "doc":
            title = self.env.titles.get(docname_join(node.get("refdoc", ""), node["reftarget"]))
            return title_name(title, unit).tag if title is not None else ""
        if node["reftype"] == "ref":
            document, name, _ = self.env.domains.standard_domain.labels.get(node["reftarget"], ("", "", ""))
            return ENGLISH if name in state_of(self.env).english_titles.get(document, ()) else unit.language.tag
        return ""

    def _within(self, node: BlockReference) -> nodes.Node | None:
        block = state_of(self.env).blocks.get(node["target"])
        if block is None:
            return None
        builder = self.env._app.builder
        address = builder.get_relative_uri(self.env.current_document.docname, block.docname)
        children = node.children or [nodes.Text(block.text)]
        target = f"{address.partition('#')[0]}#{node['target']}"
        is_one_document = (format_ := Format.of(builder.name)) is not None and format_.is_one_document
        if block.docname == self.env.current_document.docname and not is_one_document:
            target = f"#{node['target']}"
        is_own = node.children or block.text == printed(node["target"])
        unit: Unit = self.config.cop.unit
        if is_own and not node.children:
            _take_quotes(node, language_at(node, unit))
        tag = block.tag or unit.language.tag
        language = {} if is_own or tag == language_at(node, unit) else mark(tag, unit)
        return nodes.reference("", "", *children, internal=True, refuri=target, classes=["see"], **language)

    def _across(self, node: BlockReference) -> nodes.Node:
        settings: Settings = self.config.cop.settings
        state = state_of(self.env)
        if word := term_name(node["target"], self.config.cop.unit, settings):
            return self._word(node, word)
        if node["target"] in state.unlisted:
            message = ":see: no checklist of this edition prints “%s”; let one find it, or take the reference out"
            logger.warning(message, node["target"], location=node, type="cop", subtype="see-unlisted")
            return nodes.inline("", node["target"])
        if state.places is None:
            state.places = locate_blocks(settings)
        document = state.places.get(node["target"])
        edition = document and carrying_edition(node["target"], document, self.config.cop.unit, settings)
        if document and not edition and settings.layers:
            return self._left_out(node)
        if not document or not isinstance(edition, Edition):
            message = ":see: the block “%s” stands nowhere in the source"
            logger.warning(message, node["target"], location=node, type="cop", subtype="see-nowhere")
            return nodes.inline("", node["target"])
        unit: Unit = self.config.cop.unit
        there, format_ = settings.unit(unit.language, edition), Format.of(self.env._app.builder.name)
        words, classes = self._label(edition, node), ["see", "other-edition"]
        is_page = format_ is not None and format_.has_pages
        if (there, format_) not in self.config.cop.targets if is_page else not settings.address:
            return nodes.inline("", "", *words, classes=classes)
        if not is_page:
            # Where the editions are found is printed once, in front: addresses between the words hide these.
            address = published_page(there, document, node["target"], home=settings.address)
            return nodes.reference("", "", *words, refuri=address, classes=classes)
        root = to_opening_page(self.env.current_document.docname, unit.edition)
        address = to_language(root) + page_in_language(document, edition, node["target"])
        return nodes.reference("", "", *words, internal=True, refuri=address, classes=classes)

    def _left_out(self, node: BlockReference) -> nodes.Node:
        """Return what stands for a block of an edition that the country does not publish: where else it is found."""
        unit: Unit = self.config.cop.unit
        labels: Labels = self.config.cop.labels
        keys, tag = ("in-edition", "adapted/base-edition"), unit.language.tag
        if not unit.language.is_source and any(map(labels.is_fallback, keys)):
            labels, tag = Labels(self.config.cop.settings.labels, {}), ENGLISH
        words = labels.fill(keys[0], edition=labels[keys[1]], block=node.astext() or printed(node["target"]))
        language = {} if tag == language_at(node, unit) else mark(tag, unit)
        return nodes.inline("", words, classes=["see", "other-edition"], **language)

    def _word(self, node: BlockReference, word: Name) -> nodes.Node:
        """Return what stands for a term that the glossary of this edition does not print: the word, without a link.

        Which other edition prints it may change with any sentence of that edition.
        """
        unit: Unit = self.config.cop.unit
        if node.children or word.tag == language_at(node, unit):
            return nodes.inline("", "", *(node.children or [nodes.Text(word.text)]))
        return marked([nodes.Text(word.text)], word.tag, unit)

    def _label(self, edition: Edition, node: BlockReference) -> list[nodes.Node]:
        """Return the words for a block of *edition*; never half in English.

        Quotation marks around the reference enclose the words for the block alone, and not its edition; a bare code has
        none, for it is no title.
        """
        unit: Unit = self.config.cop.unit
        labels: Labels = self.config.cop.labels
        name, tag, here = f"edition/{edition.id}/reference", unit.language.tag, language_at(node, unit)
        opening, closing = _take_quotes(node, here)
        key = "quoted-in-edition" if opening else "in-edition"
        if labels.is_fallback(key) or labels.is_fallback(name):
            labels, tag = Labels(self.config.cop.settings.labels, {}), ENGLISH
        block: list[nodes.Node] = [nodes.inline("", printed(node["target"]), classes=["number"])]
        if node.children:
            block = list(node.children) if here == tag else [marked(node.children, here, unit)]
        before, after = labels.fill(key, edition=labels[name], block="\0").split("\0")
        if not node.children:
            opening = closing = ""
        words = [nodes.Text(before + opening), *block, nodes.Text(closing + after)]
        said = [word for word in words if word.astext()]
        return said if tag == here else [marked(said, tag, unit)]


def _take_quotes(node: nodes.Element, tag: str) -> tuple[str, str]:
    """Take the quotation marks that enclose *node* alone out of the text around it, in place, and return them.

    They are those of the language *tag*, with the spaces inside them; nothing where there are none.
    """
    siblings, place = node.parent.children, node.parent.index(node)
    before, behind = siblings[place - 1 : place], siblings[place + 1 : place + 2]
    if not (before and behind and isinstance(before[0], nodes.Text) and isinstance(behind[0], nodes.Text)):
        return "", ""
    for left, right in map(tuple, typography(tag).quotes):
        opening = re.search(rf"{left}\s*\Z", before[0])
        closing = re.match(rf"\s*{right}", behind[0])
        if opening and closing:
            node.parent[place - 1] = nodes.Text(before[0][: opening.start()])
            node.parent[place + 1] = nodes.Text(behind[0][closing.end() :])
            return opening[0], closing[0]
    return "", ""
