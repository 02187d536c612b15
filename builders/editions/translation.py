"""Translates the doctree of a unit from the catalogs, and marks what falls back to English.

It stands in the place of Sphinx's own Locale transform: no ``.mo`` files, contexts
are looked at, a translation is never dropped in silence, and what stays English is
marked so that every writer can tell readers and their software.
"""

from collections.abc import Iterable
from dataclasses import replace

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from builders.catalogs.counting import counted
from builders.catalogs.translations import Translations
from builders.editions.docutils_lists import forget
from builders.editions.domains import domain_at
from builders.editions.message_parsing import MessageParser, references, unread_markup
from builders.editions.naming import ENGLISH, direction_of
from builders.editions.outline import mark_message
from builders.language.typography import bound
from builders.markup.blocks.term import Term
from builders.markup.messages import TranslatableText, shown_marks, translatable_texts
from builders.markup.typed_block import BlockPart, TypedBlock
from builders.markup.unit_state import state_of
from builders.model.editions import Unit
from builders.model.findings import Finding, Location
from builders.model.messages import CatalogEntry, is_message_id, message_id

logger = logging.getLogger(__name__)

PlacedText = tuple[str, TranslatableText]
"""A message, behind its text domain."""


class Translate(SphinxTransform):
    """Puts the translation in the place of every message, before references are resolved."""

    default_priority = 20

    def apply(self, **kwargs: object) -> None:
        unit: Unit | None = self.config.cop.unit
        if unit is None:
            return
        docname, translations = self.env.current_document.docname, self.config.cop.translations
        texts = [(domain_at(text, docname), text) for text in translatable_texts(self.document)]
        if self.config.cop.has_anchors:
            anchor(texts)
        tier = self.config.cop.settings.tier
        counts = [counted(domain, text.context, text.text, translations, tier) for domain, text in texts]
        state_of(self.env).messages[docname] = counts
        self._translate([each for each in texts if not translations.is_own(each[0])], translations)
        for (domain, text), count in zip(texts, counts, strict=True):
            is_translated = translations.is_own(domain) or not _is_fallback(text)
            entry = translations.find(domain, text.context, text.text) if is_translated else None
            mark_message(text, count.id, entry.msgstr if entry else text.text, is_translated=is_translated)
        self._note_captions()
        _unwrap_definitions(self.document)

    def _note_captions(self) -> None:
        """Note at contents lists with a title what Sphinx’s own translation would, and which titles are English."""
        for contents in self.document.findall(addnodes.toctree):
            if contents.get("caption"):
                contents["rawcaption"] = contents["caption"]
            if "caption_lang" in contents:
                state_of(self.env).english_captions.add(contents["caption"])

    def _translate(self, texts: list[PlacedText], translations: Translations) -> None:
        if not texts:
            return
        parser = MessageParser(self.document)
        replaced: list[nodes.Node] = []
        for domain, text in texts:
            entry = translations.find(domain, text.context, text.text)
            if entry is None:
                mark_fallback(text, translations.source(domain))
                if self.config.cop.shows_faults:
                    _explain(text, translations.faults(domain, text.context, text.text))
                continue
            place = Location(translations.path(domain, entry), entry.line)
            entry = replace(entry, msgstr=bound(entry.msgstr, translations.language.tag))
            if text.attribute:
                _set_attribute(text, entry, place)
            else:
                replaced += _replace(text, entry, parser, place)
        forget(self.document, replaced)


def anchor(texts: Iterable[PlacedText]) -> None:
    """Give each of *texts* the id by which a preview leads to it; a text that returns, once."""
    seen = set()
    for domain, text in texts:
        name = message_id(domain, (text.context, text.text))
        if name not in seen:
            # A contents list is replaced by its entries, in the element around it.
            place = text.node.parent if isinstance(text.node, addnodes.toctree) else text.node
            place["ids"].append(name)
            seen.add(name)


class KeepAnchorsUnique(SphinxPostTransform):
    """Leaves the anchor of a message only at the first of its copies on a page, as checklists make them."""

    default_priority = 900

    def run(self, **kwargs: object) -> None:
        if not self.config.cop.has_anchors:
            return
        seen: set[str] = set()
        for node in self.document.findall(nodes.Element):
            own = [name for name in node["ids"] if is_message_id(name)]
            node["ids"] = [name for name in node["ids"] if name not in seen]
            seen.update(own)


def mark_fallback(text: TranslatableText, tag: str = ENGLISH) -> None:
    """Mark *text*, in the language *tag*, among text of another language (WCAG 2.2, 3.1.2)."""
    node = text.node
    if text.attribute:
        node[f"{text.attribute}_lang"] = tag
        return
    node["lang"], node["dir"] = tag, direction_of(tag).value
    if isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
        # Sphinx copies the children of section titles into contents lists: there the mark has to travel with them.
        wrapper = nodes.inline("", "", *node.children, classes=[f"language-{tag}"], lang=tag, dir=node["dir"])
        node.children = []
        node += wrapper


def _explain(text: TranslatableText, faults: Iterable[Finding]) -> None:
    """Write behind *text* which *faults* keep its translation from readers; an attribute has no place for that."""
    for fault in () if text.attribute else faults:
        said = f"{fault.location}: {fault.message} [{fault.check}]. {fault.hint}"
        text.node.append(nodes.inline("", f" {said}", classes=["refused"], lang="en", dir="ltr"))


def _is_fallback(text: TranslatableText) -> bool:
    return (f"{text.attribute}_lang" if text.attribute else "lang") in text.node


def _set_attribute(text: TranslatableText, entry: CatalogEntry, location: Location) -> None:
    """Put the translation in the place of the text, unless readers would see markup in it."""
    if marks := shown_marks(entry.msgstr):
        fault = f"“{marks}” is printed as it stands; this text can hold no markup, write words"
        logger.error("%s", fault, location=str(location), type="cop", subtype="translation")
    else:
        text.node[text.attribute] = entry.msgstr


def _replace(
    text: TranslatableText, entry: CatalogEntry, parser: MessageParser, location: Location
) -> list[nodes.Node]:
    """Put the translation in the place of the text; return the nodes that have gone."""
    node = text.node
    old = list(node.children)
    children, faults = parser.parse(entry.msgstr, node, location)
    if not faults:
        wanted, found = references(old), references(children)
        faults += [f"the translation has lost {name}" for name in sorted((wanted - found).elements())]
        faults += [f"the translation adds {name}" for name in sorted((found - wanted).elements())]
        if not any(unread_markup(old)):
            marks = sorted(set(unread_markup(children)))
            faults += [f"“{mark}” is printed as it stands; write \\ and a space around the markup" for mark in marks]
    for fault in faults:
        logger.error("%s", fault, location=str(location), type="cop", subtype="translation")
    if faults:
        forget(parser._document, children)
        return []
    _keep_ids(old, children)
    node.children = []
    node += children
    return old


def _keep_ids(old: list[nodes.Node], new: list[nodes.Node]) -> None:
    """Give references of the translation the ids of the source, so that anchors are the same in every language."""
    known = [reference for child in old for reference in child.findall(nodes.footnote_reference)]
    for reference in (reference for child in new for reference in child.findall(nodes.footnote_reference)):
        for twin in known:
            if twin.get("refname") == reference.get("refname"):
                document = reference.document or twin.document
                if document is not None:
                    for identifier in reference["ids"]:
                        document.ids.pop(identifier, None)
                    document.ids.update(dict.fromkeys(twin["ids"], reference))
                reference["ids"], twin["ids"] = list(twin["ids"]), []
                known.remove(twin)
                break


def _unwrap_definitions(document: nodes.document) -> None:
    """Let a definition for children stand as the body of its term; it was a part only to be translated as one."""
    for term in document.findall(Term):
        body = [child for child in term.children if not isinstance(child, (BlockPart, nodes.Text))]
        if len(body) == 1 and not isinstance(body[0], TypedBlock):
            for part in [child for child in term.children if isinstance(child, BlockPart)]:
                part.replace_self(part.children)
