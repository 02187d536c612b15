"""Extracts the messages of the whole source, the union of all audiences, with advice for translators."""

from collections.abc import Iterator
from pathlib import Path

from builders.catalogs.folders import LABELS_DOMAIN, domain_of
from builders.editions.advice import message_advice
from builders.editions.domains import domain_at
from builders.markup.messages import TranslatableText, translatable_texts
from builders.markup.raw_doctrees import RawDoctrees, read_raw
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
        found.setdefault(domain_of(docname), {})
        for text in translatable_texts(read_raw(doctrees[docname])):
            message = SourceMessage(
                context=text.context,
                text=text.text,
                location=_place(text, docname, settings),
                comments=tuple(message_advice(text, docname, settings)),
            )
            found.setdefault(domain_at(text, docname), {}).setdefault(message.key, message)
    return {domain: list(messages.values()) for domain, messages in found.items()}


def _place(text: TranslatableText, docname: str, settings: Settings) -> Location:
    """Return where *text* stands: in a page of the source, or among the changes of an adaptation."""
    written = Path(str(text.node.source or ""))
    if text.layer and written.is_relative_to(settings.project):
        return Location(written.relative_to(settings.project).as_posix(), text.line)
    return Location(f"source/{text.home or docname}.rst", text.line)


def _label_comments(key: str, text: str) -> Iterator[str]:
    if "{" in text:
        yield "Keep the places in braces as they are; move them where your language needs them."
    if key.startswith("strength/"):
        yield "One fixed word per language: obligation, recommendation or permission."
    if key.endswith("/reference"):
        yield "How other editions call this one; it stands by itself and is never inflected."
