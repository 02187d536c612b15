"""Extracts the messages of the whole source, the union of all audiences, with advice for translators."""

from __future__ import annotations

from collections.abc import Iterator

from builders.catalogs.shelf import LABELS_DOMAIN, Shelf, domain_of
from builders.editions.advice import message_advice
from builders.editions.parsing import RawDoctrees, read_raw
from builders.editions.selection import select
from builders.markup.messages import translatable_texts
from builders.model.coverage import Coverage
from builders.model.findings import Location
from builders.model.messages import SourceMessage
from builders.model.units import Unit
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
            message = SourceMessage(
                context=text.context,
                text=text.text,
                location=Location(f"source/{docname}.rst", text.line),
                comments=tuple(message_advice(text, docname, settings)),
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
