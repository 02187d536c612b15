"""Extracts the messages of the whole source, the union of all audiences, with advice for translators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes

from builders.catalogs.shelf import LABELS_DOMAIN, Shelf, domain_of
from builders.editions.parsing import RawDoctrees, read_raw
from builders.editions.selection import select
from builders.markup.blocks import TypedBlock
from builders.markup.fields import LONGEST_ALTERNATIVE_TEXT
from builders.markup.messages import TranslatableText, translatable_texts
from builders.markup.places import with_ancestors
from builders.model.coverage import Coverage
from builders.model.findings import Location
from builders.model.messages import SourceMessage
from builders.model.units import Unit
from builders.settings import Settings

ADVICE: Mapping[tuple[str, str], str] = {
    ("recommendation", "text"): "Recommendation: keep its strength (must, should, may) and every reference.",
    ("keymessage", "text"): "Key message: at most 25 words in English, as short in your language.",
    ("procedure", "text"): "Step of a procedure: plural or neutral imperative, calm.",
    ("gethelp", "text"): "Help: helpline and reporting hotline are two different services; never mix them.",
    ("contentnote", "text"): "Content note: calm, leaves the choice to the reader.",
    ("term", "title"): "Term: the preferred term of the termbase.",
    ("term", "children"): "For children from 5 to 8 years: everyday words, short sentences.",
    ("storypage", "text"): "Story for children from 5 to 8 years, read aloud: one idea a sentence, at most 10 words.",
    ("storypage", "together"): "Prompt for an adult and a child together: talk, point or sign.",
    ("storypage", "picture"): "Long description of a picture, for listeners who do not see it.",
    ("character", "text"): "A person of the story: see the gender of the character in your language.",
}
"""What a translator should know, by block type and role."""


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
            message = SourceMessage(
                context=text.context,
                text=text.text,
                location=Location(f"source/{docname}.rst", text.line),
                comments=tuple(_comments(text)),
            )
            messages.setdefault(message.key, message)
    return {domain: list(messages.values()) for domain, messages in found.items()}


def measure_coverage(doctrees: RawDoctrees, unit: Unit, shelf: Shelf) -> Coverage:
    """Return how many messages of *unit* readers see in their language."""
    translated = total = 0
    for docname, data in doctrees.items():
        if not unit.edition.carries(docname):
            continue
        document = read_raw(data)
        select(document, unit.edition)
        for text in translatable_texts(document):
            total += 1
            is_translated = shelf.find(domain_of(docname), text.context, text.text) is not None
            translated += unit.language.is_source or is_translated
    return Coverage(translated=translated, total=total)


def _label_comments(key: str, text: str) -> Iterator[str]:
    if "{" in text:
        yield "Keep the places in braces as they are; move them where your language needs them."
    if key.startswith("strength/"):
        yield "One fixed word per language: obligation, recommendation or permission."
    if key.endswith("/reference"):
        yield "How other editions call this one; it stands by itself and is never inflected."


def _comments(text: TranslatableText) -> Iterator[str]:
    block = _block(text.node)
    if text.is_alternative_text:
        yield f"Alternative text of a picture: at most {LONGEST_ALTERNATIVE_TEXT} characters."
    elif block is not None:
        role = text.context.rpartition("/")[2]
        if advice := ADVICE.get((block.block_type, role)):
            yield advice
    if block is not None and block["audience"]:
        yield "Only for: " + ", ".join(block["audience"])


def _block(node: nodes.Element) -> TypedBlock | None:
    return next((each for each in with_ancestors(node) if isinstance(each, TypedBlock)), None)
