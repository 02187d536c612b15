"""Which translations read otherwise than they did."""

from collections.abc import Mapping
from dataclasses import replace

from builders.checks.translations.pairs import Pair, Translation
from builders.model.messages import Catalog, MessageState

Texts = Mapping[tuple[str, str, str], str]
"""What readers see of a message, by its domain, context and source."""


def visible_texts(catalogs: Mapping[str, Catalog]) -> Texts:
    """Return the translations in *catalogs* that readers see."""
    return {
        (domain, *entry.key): entry.msgstr
        for domain, catalog in catalogs.items()
        for entry in catalog.active
        if entry.state is MessageState.TRANSLATED
    }


def only_changed(subject: Translation, before: Texts) -> Translation:
    """Return *subject* with those of its pairs that were not the same *before*."""
    return replace(subject, pairs=tuple(pair for pair in subject.pairs if text_of(pair, before) != pair.target.message))


def text_of(pair: Pair, texts: Texts) -> str:
    """Return what stands in *texts* for the same English in the same place; nothing where it is not translated."""
    names = ((pair.domain, context, pair.source.message) for context in (pair.context, ""))
    return next((texts[name] for name in names if name in texts), "")
