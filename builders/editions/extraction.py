"""Extracts the messages of the whole source, the union of all audiences, with advice for translators."""

from collections.abc import Iterator

from docutils import nodes

from builders.catalogs.translations import LABELS_DOMAIN, domain_of
from builders.editions.advice import message_advice
from builders.editions.parsing import RawDoctrees, read_raw
from builders.editions.selection import CHILDREN
from builders.markup.blocks.term import PRINTED_IN, Term
from builders.markup.faults import with_ancestors
from builders.markup.messages import translatable_texts
from builders.markup.typed_block import BlockPart
from builders.model.findings import Location
from builders.model.messages import SourceMessage
from builders.settings import Settings


def extract(doctrees: RawDoctrees, settings: Settings) -> dict[str, list[SourceMessage]]:
    """Return the messages of the source by text domain, in reading order, each once."""
    found: dict[str, dict[tuple[str, str], SourceMessage]] = {LABELS_DOMAIN: {}}
    for key, label in settings.labels.items():
        message = SourceMessage(
            context=key, text=label, location=Location("labels"), comments=tuple(_label_comments(key, label))
        )
        found[LABELS_DOMAIN][message.key] = message
    for docname in sorted(doctrees, key=lambda name: (domain_of(name), not name.endswith("/index"), name)):
        messages = found.setdefault(domain_of(docname), {})
        for text in translatable_texts(read_raw(doctrees[docname])):
            if not _has_readers(text.node):
                continue
            message = SourceMessage(
                context=text.context,
                text=text.text,
                location=Location(f"source/{docname}.rst", text.line),
                comments=tuple(message_advice(text, docname, settings)),
            )
            messages.setdefault(message.key, message)
    return {domain: list(messages.values()) for domain, messages in found.items()}


def _has_readers(node: nodes.Node) -> bool:
    """Whether some edition prints *node*: no glossary prints a term that no text uses, and nobody translates it."""
    around = list(with_ancestors(node))
    term = next((each for each in around if isinstance(each, Term)), None)
    if term is None or PRINTED_IN not in term:
        return True
    is_for_children = any(isinstance(each, BlockPart) and each["part"] == CHILDREN for each in around)
    has_own = any(isinstance(child, BlockPart) and child["part"] == CHILDREN for child in term.children)
    readers = [edition for edition in term[PRINTED_IN] if (edition == CHILDREN) == is_for_children or not has_own]
    return bool(readers)


def _label_comments(key: str, text: str) -> Iterator[str]:
    if "{" in text:
        yield "Keep the places in braces as they are; move them where your language needs them."
    if key.startswith("strength/"):
        yield "One fixed word per language: obligation, recommendation or permission."
    if key.endswith("/reference"):
        yield "How other editions call this one; it stands by itself and is never inflected."
